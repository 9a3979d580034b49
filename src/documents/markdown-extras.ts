import type { Blockquote, Html, RootContent } from 'mdast';
import './tree.js';

/** How long the words of a `summary` may be, as they are written. */
const LONGEST_SUMMARY = 1000;

/**
 * What Markdown is used for beyond its syntax: `details` under their `summary`, written in HTML, are
 * sections under headings, as in pages; the mark of a callout, `[!NOTE]`, is none of its words.
 */
export function markdownExtras(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'html') return summaries(node);
    if (node.type === 'blockquote') return [withoutMark(node)];
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

const MARK = /^\[!(?:note|tip|important|warning|caution|info|question|faq)\][+-]?[ \t]*\n?/i;

function withoutMark(quote: Blockquote): Blockquote {
  const [first, ...rest] = quote.children;
  if (first?.type !== 'paragraph') return quote;
  const [words, ...more] = first.children;
  if (words?.type !== 'text' || !MARK.test(words.value)) return quote;
  const left = { ...words, value: words.value.replace(MARK, '') };
  const children = left.value === '' ? more : [left, ...more];
  return { ...quote, children: [{ ...first, children }, ...rest] };
}
