import type { Block, ItemBlock, RowBlock } from '../documents/block.js';
import type { UnitSpan } from './passage.js';
import { splitSentences } from '../text/sentences.js';

/** An item longer than this is read sentence by sentence. */
const LONGEST_ITEM = 320;
/** What an item stands in is read before it if it is no longer than this. */
const LONGEST_PARENT = 80;

/** What can answer in a block; headings, questions and the names of columns never do. */
export function unitsOf(
  text: string,
  blocks: readonly Block[],
  at: number,
  language?: string,
): UnitSpan[] {
  const block = blocks[at];
  if (block === undefined) return [];
  const { start, end } = block;
  switch (block.kind) {
    case 'heading':
    case 'question':
      return [];
    case 'code':
      return [{ start, end, kind: 'code', block: at }];
    case 'row':
      return block.header ? [] : [rowUnit(text, blocks, block, at)];
    case 'item':
      return itemUnits(text, blocks, block, at, language);
    case 'turn': {
      const speaker = text.slice(block.speaker.start, block.speaker.end);
      return sentenceUnits(text, block, at, language).map((unit) => ({
        ...unit,
        reading: `${speaker}: ${text.slice(unit.start, unit.end)}`,
      }));
    }
    case 'paragraph':
    case 'quote':
      return sentenceUnits(text, block, at, language);
  }
}

function sentenceUnits(
  text: string,
  { start, end }: Block,
  at: number,
  language: string | undefined,
): UnitSpan[] {
  return splitSentences(text, { start, end }, language).map((span) => ({
    ...span,
    kind: 'sentence' as const,
    block: at,
  }));
}

function itemUnits(
  text: string,
  blocks: readonly Block[],
  item: ItemBlock,
  at: number,
  language: string | undefined,
): UnitSpan[] {
  if (item.end - item.start > LONGEST_ITEM) return sentenceUnits(text, item, at, language);
  const { start, end } = item;
  const before = [parentOf(text, blocks, item, at), item.ordered ? item.marker : '']
    .filter((part) => part !== '')
    .join(' ');
  const unit = { start, end, kind: 'item' as const, block: at };
  return [before === '' ? unit : { ...unit, reading: `${before} ${text.slice(start, end)}` }];
}

/** The words of the item that this one is nested in. */
function parentOf(
  text: string,
  blocks: readonly Block[],
  { depth }: ItemBlock,
  at: number,
): string {
  if (depth === 0) return '';
  for (let before = at - 1; before >= 0; before -= 1) {
    const block = blocks[before];
    if (block?.kind !== 'item') return '';
    if (block.depth >= depth) continue;
    const words = text.slice(block.start, block.end);
    return words.length <= LONGEST_PARENT ? words : '';
  }
  return '';
}

/** Read with the names of its columns: "Station: Kelby, Opened: 1990". */
function rowUnit(
  text: string,
  blocks: readonly Block[],
  { start, end, table, cells }: RowBlock,
  at: number,
): UnitSpan {
  const header = headerOf(blocks, table, at);
  const parts = cells.flatMap((cell, column) => {
    const words = text.slice(cell.start, cell.end).trim();
    if (words === '') return [];
    const head = header?.cells[column];
    const name = head === undefined ? '' : text.slice(head.start, head.end).trim();
    return [name === '' ? words : `${name}: ${words}`];
  });
  return { start, end, kind: 'row', block: at, reading: parts.join(', ') };
}

/** The row that names the columns of a table, sought upwards from one of its rows. */
export function headerOf(
  blocks: readonly Block[],
  table: number,
  at: number,
): RowBlock | undefined {
  for (let before = at - 1; before >= 0; before -= 1) {
    const block = blocks[before];
    if (block?.kind !== 'row' || block.table !== table) return undefined;
    if (block.header) return block;
  }
  return undefined;
}
