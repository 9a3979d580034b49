import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import './tree.js';

/** What stands before what a term means, at the beginning of a line. */
const MEANS = /\n:[ \t]+/;

/**
 * Definition lists as many generators write them in Markdown: a line with the term, and below it what
 * it means, after a colon. Those one after the other are one list.
 */
export function definitionLists(nodes: readonly RootContent[]): RootContent[] {
  const told: RootContent[] = [];
  let open: List | undefined;
  for (const node of nodes) {
    const item = node.type === 'paragraph' ? definitionOf(node) : undefined;
    if (item === undefined) {
      open = undefined;
      told.push(node);
    } else if (open === undefined) {
      open = { type: 'list', ordered: false, data: { defines: true }, children: [item] };
      told.push(open);
    } else open.children.push(item);
  }
  return told;
}

function definitionOf({ children }: Paragraph): ListItem | undefined {
  const at = children.findIndex((child) => child.type === 'text' && child.value.includes('\n'));
  const between = children[at];
  if (between?.type !== 'text') return undefined;
  const match = MEANS.exec(between.value);
  if (match === null || between.value.indexOf('\n') !== match.index) return undefined;
  const term = [...children.slice(0, at), textOf(between.value.slice(0, match.index))].filter(
    (child) => child.type !== 'text' || child.value !== '',
  );
  if (term.length === 0) return undefined;
  const meaning = [
    textOf(between.value.slice(match.index + match[0].length)),
    ...children.slice(at + 1),
  ].map((child) =>
    child.type === 'text' ? textOf(child.value.replace(new RegExp(MEANS, 'g'), ' ')) : child,
  );
  return {
    type: 'listItem',
    data: { term: 1 },
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'strong', children: term }, textOf(': '), ...meaning],
      },
    ],
  };
}

function textOf(value: string): PhrasingContent {
  return { type: 'text', value };
}
