import type { PhrasingContent } from 'mdast';

/** What text between bars stands for: `.. |name| replace:: text`. */
export type Substitutions = ReadonlyMap<string, string>;

const MARKUP = new RegExp(
  [
    String.raw`(?<literal>\x60\x60(?=\S)(?:(?!\x60\x60)[^])+\x60\x60)`,
    String.raw`(?:(?<![\w\\]):(?<role>[\w:+-]{1,40}):)?(?<!\\)\x60(?<named>[^\x60]+)\x60(?:__?)?`,
    String.raw`(?<![\w\\*])\*\*(?=\S)(?<strong>(?:(?!\*\*)[^])+)\*\*`,
    String.raw`(?<![\w\\*])\*(?=[^\s*])(?<stress>[^*]+)\*`,
    String.raw`(?<![\w\\|])\|(?=\S)(?<name>[^|\n]{1,60})\|(?:__?)?`,
    String.raw` ?(?<![\w\\])\[(?:\d+|#[\w-]*|\*)\]_`,
    String.raw`(?<=\w)__?(?![\w_])`,
  ].join('|'),
  'g',
);

/** Text with the markup of reStructuredText, by its words; links are what they are called. */
export function rstInline(text: string, names: Substitutions = new Map()): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  const add = (value: string): void => {
    if (value !== '') nodes.push({ type: 'text', value: unescaped(value) });
  };
  let at = 0;
  for (const match of text.matchAll(MARKUP)) {
    add(text.slice(at, match.index));
    at = match.index + match[0].length;
    const { literal, role, named, strong, stress, name } = match.groups ?? {};
    if (literal !== undefined) nodes.push({ type: 'inlineCode', value: literal.slice(2, -2) });
    else if (named !== undefined) add(role === 'raw' ? '' : wordsOfName(named));
    else if (strong !== undefined) {
      nodes.push({ type: 'strong', children: [{ type: 'text', value: unescaped(strong) }] });
    } else if (stress !== undefined) add(stress);
    else if (name !== undefined) add(names.get(name.trim()) ?? '');
  }
  add(text.slice(at));
  return nodes;
}

/** `the words <where they lead>`; an address alone, or `~a.b.C`, is its last part. */
function wordsOfName(named: string): string {
  const open = named.lastIndexOf('<');
  const words = named.endsWith('>') && open > 0 ? named.slice(0, open).trim() : named;
  return words.startsWith('~') ? words.slice(words.lastIndexOf('.') + 1) : words.replace(/^!/, '');
}

function unescaped(text: string): string {
  return text.replace(/\\(\s|.)/g, (_, letter: string) => (/\s/.test(letter) ? '' : letter));
}
