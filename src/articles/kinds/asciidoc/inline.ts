import type { PhrasingContent } from 'mdast';

/** What `{name}` stands for. */
export type Attributes = ReadonlyMap<string, string>;

const TARGET = String.raw`[^\s\[\]]{1,500}`;
const LABEL = String.raw`\[(?:[^\]\\\n]|\\.){0,1000}\]`;

const MARKUP = new RegExp(
  [
    String.raw`(?<literal>(?<![\w\\])[\x60+]{1,2}(?=[^\s\x60+])[^\x60+\n]+[\x60+]{1,2}(?!\w))`,
    String.raw`\bfootnote:(?:[\w-]{0,40})(?<note>${LABEL})`,
    String.raw`\b(?<wordless>image|icon|indexterm2?|anchor|video|audio):{1,2}(?:${TARGET})?${LABEL}`,
    String.raw`\b(?:kbd|btn|menu|pass|stem|latexmath):(?:${TARGET})?(?<keys>${LABEL})`,
    String.raw`\b(?:link|xref|mailto):(?<target>${TARGET})(?<linked>${LABEL})`,
    String.raw`\bhttps?://${TARGET}(?<page>${LABEL})`,
    String.raw`<<(?<place>[^<>,\n]{1,200})(?:,(?<called>[^<>\n]{1,400}))?>>`,
    String.raw`\[\[[^\[\]\n]{1,200}\]\]`,
    String.raw`\[[#.][\w.#-]{1,80}\](?=[#*_\x60])`,
    String.raw`(?<![\w\\*])\*{1,2}(?=[^\s*])(?<strong>[^*\n]+)\*{1,2}(?![\w*])`,
    String.raw`(?<![\w\\_])_{1,2}(?=[^\s_])(?<stress>[^_\n]+)_{1,2}(?![\w_])`,
    String.raw`(?<![\w\\#])#{1,2}(?=[^\s#])(?<marked>[^#\n]+)#{1,2}(?![\w#])`,
    String.raw`(?<!\\)\{(?<name>[\w-]{1,60})\}`,
  ].join('|'),
  'g',
);

/** Attributes that AsciiDoc defines, for letters that would be markup. */
const LETTERS: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  zwsp: '',
  empty: '',
  sp: ' ',
  asterisk: '*',
  plus: '+',
  vbar: '|',
  startsb: '[',
  endsb: ']',
  caret: '^',
  tilde: '~',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  quot: '"',
  backtick: '`',
  backslash: '\\',
};

/** Text with AsciiDoc's markup, by its words; links are what they are called. */
export function asciidocInline(text: string, attributes: Attributes): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  const add = (value: string): void => {
    if (value !== '') nodes.push({ type: 'text', value: plain(value) });
  };
  let at = 0;
  for (const match of text.matchAll(MARKUP)) {
    add(text.slice(at, match.index));
    at = match.index + match[0].length;
    const { literal, note, keys, target, linked, page, place, called } = match.groups ?? {};
    const { strong, stress, marked, name } = match.groups ?? {};
    if (literal !== undefined) {
      nodes.push({ type: 'inlineCode', value: literal.replace(/^[`+]{1,2}|[`+]{1,2}$/g, '') });
    } else if (strong !== undefined) {
      nodes.push({ type: 'strong', children: [{ type: 'text', value: plain(strong) }] });
    } else if (note !== undefined) add(` (${labelOf(note)})`);
    else if (keys !== undefined) add(labelOf(keys));
    else if (linked !== undefined) add(labelOf(linked) || (target ?? ''));
    else if (page !== undefined) add(labelOf(page) || match[0].slice(0, -page.length));
    else if (place !== undefined) add((called ?? place).trim());
    else if (name !== undefined) add(attributes.get(name) ?? LETTERS[name] ?? match[0]);
    else add(stress ?? marked ?? '');
  }
  add(text.slice(at));
  return nodes;
}

/** A link's words, which a window's name or a role may follow. */
function labelOf(label: string): string {
  return label
    .slice(1, -1)
    .replace(/\\\]/g, ']')
    .replace(/,\s?(?:window|role|opts|title|rel)=.*/, '')
    .replace(/^"([^"]*)"$/, '$1')
    .replace(/\^$/, '')
    .trim();
}

/** Escapes, and quotation marks and dashes as they are written. */
function plain(text: string): string {
  return text
    .replace(/"`/g, '“')
    .replace(/`"/g, '”')
    .replace(/\\(?=[*_`#{[<+~^])/g, '')
    .replace(/(?<=\s)--(?=\s)/g, '–');
}
