import type { Block } from '../../documents/block.js';

/**
 * The items of the list that a block is an item of, with what is nested in them, or the rows of the
 * table that it is a row of, by their places among the blocks, and the paragraph that introduces them.
 */
export function wholeList(
  blocks: readonly Block[],
  at: number,
): { readonly items: readonly number[]; readonly introduction?: number | undefined } | undefined {
  const item = blocks[at];
  if (item?.kind === 'row') return wholeTable(blocks, at, item.table);
  if (item?.kind !== 'item') return undefined;
  const { list, depth } = item;
  const belongs = (block: Block | undefined): boolean =>
    block?.kind === 'item'
      ? block.list === list || block.depth > depth
      : block?.kind === 'paragraph' && block.within !== undefined;
  let first = at;
  while (belongs(blocks[first - 1])) first -= 1;
  let last = at;
  while (belongs(blocks[last + 1])) last += 1;
  const items = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const introduces = blocks[first - 1]?.kind === 'paragraph';
  return { items, introduction: introduces ? first - 1 : undefined };
}

/** The rows of a table but those that name its columns, and the paragraph above it. */
function wholeTable(
  blocks: readonly Block[],
  at: number,
  table: number,
): ReturnType<typeof wholeList> {
  const belongs = (block: Block | undefined): boolean =>
    block?.kind === 'row' && block.table === table;
  let first = at;
  while (belongs(blocks[first - 1])) first -= 1;
  let last = at;
  while (belongs(blocks[last + 1])) last += 1;
  const items = Array.from({ length: last - first + 1 }, (_, offset) => first + offset).filter(
    (row) => {
      const block = blocks[row];
      return block?.kind === 'row' && !block.header;
    },
  );
  const introduces = blocks[first - 1]?.kind === 'paragraph';
  return { items, introduction: introduces ? first - 1 : undefined };
}
