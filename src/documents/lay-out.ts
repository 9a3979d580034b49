import type { Block, DocumentText } from './block.js';
import type { ItemPlace, Leaf } from './leaf.js';
import type { Span } from '../text/span.js';

/** Nested items are indented by this much a level. */
const INDENT = '  ';

/** Writes leaves one under the other, and notes where each stands. */
export function layOut(leaves: readonly Leaf[]): DocumentText {
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  const write = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  for (const leaf of leaves) {
    if (length > 0) write(leaf.follows === true ? '\n' : '\n\n');
    write(margin(leaf));
    starts.push(length);
    write(leaf.text);
  }
  const text = parts.join('');
  return { text, blocks: blocksOf(leaves, starts) };
}

function margin({ item, inside, kind, label }: Leaf): string {
  if (item !== undefined) {
    const marker = item.marker === '' || label !== undefined ? '' : `${item.marker} `;
    return INDENT.repeat(item.depth) + marker;
  }
  // Code is as it is: its own indentation means something.
  return inside === undefined || kind === 'code' ? '' : INDENT.repeat(inside.depth + 1);
}

/** The blocks of leaves whose texts begin at these positions of the stored text. */
export function blocksOf(leaves: readonly Leaf[], starts: readonly number[]): Block[] {
  const blocks: Block[] = [];
  let speaker: Span | undefined;
  const items = new Map<ItemPlace, number>();
  leaves.forEach((leaf, index) => {
    const start = starts[index] ?? 0;
    if (leaf.isAside === true || leaf.text.length <= (leaf.label ?? 0)) return;
    if (leaf.item !== undefined) items.set(leaf.item, blocks.length);
    const block = blockOf(leaf, start, items, speaker);
    if (block.kind === 'turn') ({ speaker } = block);
    blocks.push(block);
  });
  return blocks;
}

function blockOf(
  leaf: Leaf,
  at: number,
  items: ReadonlyMap<ItemPlace, number>,
  speaking: Span | undefined,
): Block {
  const moved = ({ start, end }: Span): Span => ({ start: at + start, end: at + end });
  const span = { start: at + (leaf.label ?? 0), end: at + leaf.text.length };
  const { kind, item, row, speaker, inside, level = 2 } = leaf;
  switch (kind) {
    case 'heading':
    case 'question':
      return { kind, ...span, level };
    case 'item': {
      const { list = 0, depth = 0, marker = '', ordered = false, term } = item ?? {};
      const place = { list, depth, marker, ordered };
      return term === undefined
        ? { kind, ...span, ...place }
        : { kind, ...span, ...place, term: moved({ start: leaf.label ?? 0, end: term }) };
    }
    case 'row': {
      const { table = 0, header = false, cells = [] } = row ?? {};
      return { kind, ...span, table, header, cells: cells.map(moved) };
    }
    case 'turn':
      return {
        kind,
        ...span,
        speaker: speaker === undefined ? (speaking ?? { start: at, end: at }) : moved(speaker),
      };
    case 'paragraph': {
      const within = inside === undefined ? undefined : items.get(inside);
      return within === undefined ? { kind, ...span } : { kind, ...span, within };
    }
    case 'code':
    case 'quote':
      return { kind, ...span };
  }
}
