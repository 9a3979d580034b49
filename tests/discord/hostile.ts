/** Pieces that people have used to ping, to hide, to break out of a quote or to break a client. */
export const HOSTILE = [
  '@everyone',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '<t:0:R>',
  '</ask:123456789012345678>',
  '<:a:123456789012345678>',
  '[click](https://evil.example)',
  '**bold**',
  '__under__',
  '_it_',
  '~~gone~~',
  '`code`',
  '```\nblock\n```',
  '||spoiler||',
  '\n# heading',
  '\n-# small',
  '\n- list',
  '\n12. list',
  '\n> quote',
  '\n>>> quote to the end',
  '\r\n',
  '\u2028',
  '\u0085',
  '\u0000',
  '\u202e',
  '\u2067',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\ud800',
  '\\',
  '\\*',
  '👩‍👩‍👧‍👦',
  'é',
  'e' + '\u0301'.repeat(40),
  ' ',
  'words ',
  'שלום ',
] as const;

/** Texts put together from them, always the same ones (mulberry32). */
export function* hostileTexts(count: number, pieces: number): Generator<string> {
  let state = 42;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  for (let index = 0; index < count; index++) {
    yield Array.from(
      { length: 1 + Math.floor(random() * pieces) },
      () => HOSTILE[Math.floor(random() * HOSTILE.length)] ?? '',
    ).join('');
  }
}
