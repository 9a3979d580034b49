import type { Paragraph, PhrasingContent } from 'mdast';
import { inlineOf } from './inline.js';

const FEWEST = 3;

/**
 * A paragraph whose source has lines that count themselves in bold, `**1. Be kind.** …`, as chats show
 * it: each line stays one. Markdown takes them for one paragraph, since no list begins with stars.
 */
export function countedLines(paragraph: Paragraph): Paragraph {
  const lines = sourceLines(paragraph.children);
  const numbers = lines.map((line) => /^\(?(\d{1,2})[.)]/u.exec(inlineOf(line).text)?.[1]);
  const counts = numbers.every((number, at) => Number(number) === at + 1);
  if (lines.length < FEWEST || !counts) return paragraph;
  const children = lines.flatMap((line, at) =>
    at > 0 ? [{ type: 'break' as const }, ...line] : line,
  );
  return { ...paragraph, children };
}

function sourceLines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
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
