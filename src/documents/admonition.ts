import type { RootContent } from 'mdast';

/**
 * What a callout says, with what it is before its words: "Warning: Never saw without a guard."
 * @param kind as the markup names it, in any case
 */
export function admonition(kind: string, content: readonly RootContent[]): RootContent[] {
  const lower = kind.toLowerCase();
  const name = lower === 'seealso' ? 'see also' : lower;
  const value = `${name.charAt(0).toUpperCase()}${name.slice(1)}: `;
  const [first, ...rest] = content;
  if (first?.type !== 'paragraph') {
    const label: RootContent = { type: 'paragraph', children: [{ type: 'text', value }] };
    return content.length === 0 ? [] : [label, ...content];
  }
  return [{ ...first, children: [{ type: 'text', value }, ...first.children] }, ...rest];
}
