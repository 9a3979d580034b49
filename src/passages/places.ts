import type { Block, RowBlock } from '../documents/block.js';

/** Where blocks belong, found for all of a document at once: one by one took time as their square. */
interface Places {
  /** For a row, the one that names its columns. */
  readonly headers: readonly (RowBlock | undefined)[];
  /** For an item in an item, the outer one. */
  readonly parents: readonly (Block | undefined)[];
}

const known = new WeakMap<readonly Block[], Places>();

/** The row that names the columns of a table, above one of its rows. */
export function headerOf(blocks: readonly Block[], at: number): RowBlock | undefined {
  return placesOf(blocks).headers[at];
}

/** The item that an item is nested in. */
export function parentOf(blocks: readonly Block[], at: number): Block | undefined {
  return placesOf(blocks).parents[at];
}

function placesOf(blocks: readonly Block[]): Places {
  const places = known.get(blocks) ?? { headers: headersOf(blocks), parents: parentsOf(blocks) };
  known.set(blocks, places);
  return places;
}

function headersOf(blocks: readonly Block[]): (RowBlock | undefined)[] {
  let table: number | undefined;
  let header: RowBlock | undefined;
  return blocks.map((block) => {
    if (block.kind !== 'row' || block.table !== table) header = undefined;
    table = block.kind === 'row' ? block.table : undefined;
    const above = header;
    if (block.kind === 'row' && block.header) header = block;
    return above;
  });
}

function parentsOf(blocks: readonly Block[]): (Block | undefined)[] {
  /** Items that later ones may be in, each deeper than the one before. */
  let open: { readonly depth: number; readonly block: Block }[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'item') {
      open = [];
      return undefined;
    }
    while ((open.at(-1)?.depth ?? -1) >= block.depth) open.pop();
    const parent = open.at(-1)?.block;
    open.push({ depth: block.depth, block });
    return parent;
  });
}
