import type { PhrasingContent } from 'mdast';

/** The lines of a paragraph as its source breaks them, which Markdown reads as one. */
export function sourceLines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type !== 'text') {
      lines.at(-1)?.push(node);
      continue;
    }
    node.value.split('\n').forEach((value, at) => {
      if (at > 0) lines.push([]);
      lines.at(-1)?.push({ type: 'text', value });
    });
  }
  return lines;
}
