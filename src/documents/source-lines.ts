import type { PhrasingContent } from 'mdast';

/** The lines of a paragraph as its source breaks them, which Markdown reads as one. */
export function sourceLines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  return partsBetween(nodes, '\n');
}

/** What stands between separators in the words themselves, not in code or the like. */
export function partsBetween(
  nodes: readonly PhrasingContent[],
  separator: string,
): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type !== 'text') {
      parts.at(-1)?.push(node);
      continue;
    }
    node.value.split(separator).forEach((value, at) => {
      if (at > 0) parts.push([]);
      parts.at(-1)?.push({ type: 'text', value });
    });
  }
  return parts;
}
