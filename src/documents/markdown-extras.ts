import type { Blockquote, Html, RootContent } from 'mdast';
import { countedLines } from './counted-lines.js';
import { definitionLists } from './markdown-definitions.js';
import { pipedLines } from './piped-lines.js';
import './tree.js';
import { admonition } from './admonition.js';

/** How long the words of a `summary` may be, as they are written. */
const LONGEST_SUMMARY = 1000;

/**
 * What Markdown is used for beyond its syntax: `details` under their `summary`, written in HTML, are
 * sections under headings, as in pages; a term above `: ` and what it means are definitions; lines that pipes
 * part alike are a table; the mark of a callout, `[!NOTE]`, is read as "Note:".
 */
export function markdownExtras(nodes: readonly RootContent[]): RootContent[] {
  return definitionLists(nodes).flatMap((node): RootContent[] => {
    if (node.type === 'html') return summaries(node);
    if (node.type === 'paragraph') return pipedLines(countedLines(node));
    if (node.type === 'blockquote') return [callout(node)];
    return [node];
  });
}

function summaries(node: Html): RootContent[] {
  const { value } = node;
  // Of the same length: only ASCII letters are looked for.
  const lower = value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const nodes: RootContent[] = [];
  let at = 0;
  for (;;) {
    const open = lower.indexOf('<summary', at);
    const close = open === -1 ? -1 : lower.indexOf('</summary>', open);
    const begin = open === -1 ? -1 : value.indexOf('>', open) + 1;
    if (close === -1 || begin === 0 || begin > close || close - begin > LONGEST_SUMMARY) break;
    nodes.push({ type: 'html', value: value.slice(at, open) });
    const words = value.slice(begin, close).replace(/<[^<>]*>/g, '');
    const children = [{ type: 'text' as const, value: words.trim().replace(/\s+/g, ' ') }];
    nodes.push({ type: 'heading', depth: 6, data: { below: true }, children });
    at = close + '</summary>'.length;
  }
  return at === 0 ? [node] : [...nodes, { type: 'html', value: value.slice(at) }];
}

const MARK = /^\[!([a-z-]{2,20})\][+-]?[ \t]*\n?/i;
/** What a callout says is meant so; others ask, or have names that say nothing to a reader. */
const SAYS =
  /^(?:note|tip|hint|important|warning|caution|danger|attention|error|bug|example|info|abstract|summary|todo|success)$/i;

function callout(quote: Blockquote): Blockquote {
  const [first, ...rest] = quote.children;
  if (first?.type !== 'paragraph') return quote;
  const [words, ...more] = first.children;
  const [mark, kind = ''] = words?.type === 'text' ? (MARK.exec(words.value) ?? []) : [];
  if (words?.type !== 'text' || mark === undefined) return quote;
  const left = { ...words, value: words.value.slice(mark.length) };
  // A title stands on the mark's line.
  const end = mark.endsWith('\n') ? -1 : left.value.indexOf('\n');
  const [title, said] =
    end < 0
      ? [[], left.value === '' ? more : [left, ...more]]
      : [
          [{ ...left, value: left.value.slice(0, end) }],
          [{ ...left, value: left.value.slice(end + 1) }, ...more],
        ];
  // The mark may stand in a paragraph of its own.
  const content = [title, said].flatMap((children) =>
    children.length === 0 ? [] : [{ ...first, children }],
  );
  const children = SAYS.test(kind)
    ? admonition(kind, [...content, ...rest])
    : [...content, ...rest];
  return { ...quote, children: children as Blockquote['children'] };
}
