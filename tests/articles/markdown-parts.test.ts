import { expect, test } from 'vitest';
import { markdownParts } from '../../src/articles/markdown-parts.js';
import { readMarkdown } from '../../src/articles/markdown.js';

const SECTION = `# Mill\n\n${'The mill is old. '.repeat(300)}\n\n`;

test('A short file is one part, as it stands', () => {
  const text = '# Rules\n\n- *Be* [kind](https://a.example)\n\n```\n[[[[\n```\n';
  expect(markdownParts(text)).toEqual([{ kind: 'markdown', text }]);
});

test('A long file is cut before headings and paragraphs', () => {
  const parts = markdownParts(SECTION.repeat(20));
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.map(({ text }) => text).join('')).toBe(SECTION.repeat(20));
  for (const { text } of parts) expect(text).toMatch(/^(# |The )/);
});

test.each([
  ['```\n', '```\n'],
  ['~~~~ python\n', '~~~~\n'],
  ['<!-- hidden\n', '-->\n'],
  ['<pre>\n', '</pre>\n'],
])('What %j opens is not cut', (open, close) => {
  const verbatim = `${open}${'line\n\n~~~\n\n'.repeat(1_000)}${close}`;
  const parts = markdownParts(`${SECTION}${verbatim}\nThe mill is old.\n`);
  expect(parts.filter(({ text }) => text.includes('line')).map(({ text }) => text)).toEqual([
    expect.stringContaining(verbatim),
  ]);
});

test('A long list is one list, numbered through', () => {
  const { blocks, text } = readMarkdown(
    Array.from({ length: 2_000 }, (_, n) => `${n + 1}. Miller ${n + 1} of the mill.\n`).join(''),
  );
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['item']));
  expect(text).toContain('1999. Miller 1999 of the mill.\n2000. Miller 2000');
});

test('A long table is one table', () => {
  const rows = Array.from({ length: 2_000 }, (_, n) => `| Miller ${n} | ${n} |\n`).join('');
  const { blocks } = readMarkdown(`| Name | Year |\n| --- | --- |\n${rows}`);
  expect(blocks).toHaveLength(2_001);
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['row']));
});

test('Links are read by their words though they are defined at the end of a long file', () => {
  const { text } = readMarkdown(
    `See [the *mill*][Old  Mill][^1].\n\n${SECTION.repeat(20)}\n[old mill]: https://a.example\n[^1]: A note.\n`,
  );
  expect(text.split('\n')[0]).toBe('See the mill.');
  expect(text).toContain('A note.');
});

test.each(['](', ']]>', '![', '*a_', '~~a', ']\n', '===\n', '_', '[a](b) ', '[^1] '])(
  'A run of %j is text and no work without end',
  (token) => {
    const { text } = readMarkdown(`# Mill\n\n${token.repeat(20_000)}\n\nThe mill is *old*.`);
    expect(text).toMatch(/The mill is \*?old/);
    expect(text).toContain(token.trim());
  },
  20_000,
);

test('Punctuation without end after a link is text', () => {
  const started = process.cpuUsage();
  readMarkdown(`See https://a.example${'!'.repeat(50_000)} for it.`);
  expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
});

test.each(['- a\n\n', '- a\n  - b\n', '> a\n\n', 'a\n\n', '| a |\n|---|\n', '[a]: b\n', '\n'])(
  'A file of %j alone is parsed in part, then read as text',
  (token) => {
    const parts = markdownParts(`${token.repeat(300_000 / token.length)}\n\nThe mill is *old*.`);
    const parsed = parts.filter(({ kind }) => kind === 'markdown');
    expect(parsed.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(200_000);
    expect(parts.at(-1)?.text).toContain('The mill is *old*.');
  },
);
