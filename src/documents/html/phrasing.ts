import type { PhrasingContent, RootContent, Text } from 'mdast';

const BLOCKS: ReadonlySet<string> = new Set(
  'blockquote code heading html list listItem paragraph table tableCell tableRow thematicBreak'.split(
    ' ',
  ),
);

export function isBlock({ type }: RootContent): boolean {
  return BLOCKS.has(type);
}

/** Always a node of its own, for texts side by side are joined in place. */
function text(value: string): Text {
  return { type: 'text', value };
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '';
}

/** Content as one line's: blocks are their words, a list's items stand between commas. */
export function phrasingOf(nodes: readonly RootContent[]): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  for (const node of nodes) {
    if (!isBlock(node)) {
      line.push(node as PhrasingContent);
      continue;
    }
    if (line.length > 0) line.push(text(' '));
    if (node.type === 'list') {
      node.children.forEach((item, index) => {
        if (index > 0) line.push(text(', '));
        const words = phrasingOf(item.children);
        while (isBlank(words.at(-1))) words.pop();
        line.push(...words);
      });
    } else if (node.type === 'code') line.push(text(node.value));
    else if ('children' in node) line.push(...phrasingOf(node.children));
    line.push(text(' '));
  }
  return line;
}

/** The words of content, on one line. */
export function wordsOf(nodes: readonly RootContent[]): string {
  return textOf(phrasingOf(nodes)).replace(/\s+/g, ' ').trim();
}

function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return ' ';
      if ('children' in node) return textOf(node.children);
      return 'value' in node ? node.value : '';
    })
    .join('');
}
