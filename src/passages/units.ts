import type { Block, ItemBlock, RowBlock } from '../documents/block.js';
import { keyLead, numberOfSign } from '../documents/signs.js';
import { labelledParts } from './labelled-parts.js';
import type { UnitSpan } from './passage.js';
import { headerOf, parentOf } from './places.js';
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
  return splitSentences(text, { start, end }, language)
    .flatMap((span) => labelledParts(text, span))
    .map((span) => ({ ...span, kind: 'sentence' as const, block: at }));
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
  const before = [wordsAbove(text, blocks, at), item.ordered ? numberOf(item.marker) : '']
    .filter((part) => part !== '')
    .join(' ');
  const unit = { start, end, kind: 'item' as const, block: at };
  return [before === '' ? unit : { ...unit, reading: `${before} ${text.slice(start, end)}` }];
}

/** Keys with digits on them are read as the number that they draw: `3️⃣` as `3.` */
function numberOf(marker: string): string {
  return keyLead(marker) > 0 ? `${numberOfSign(marker)}.` : marker;
}

/** The words of the item that this one is nested in. */
function wordsAbove(text: string, blocks: readonly Block[], at: number): string {
  const parent = parentOf(blocks, at);
  const words = parent === undefined ? '' : text.slice(parent.start, parent.end);
  return words.length <= LONGEST_PARENT ? words : '';
}

/** Read with the names of its columns: "Station: Kelby, Opened: 1990". */
function rowUnit(
  text: string,
  blocks: readonly Block[],
  { start, end, cells }: RowBlock,
  at: number,
): UnitSpan {
  const header = headerOf(blocks, at);
  const parts = cells.flatMap((cell, column) => {
    const words = text.slice(cell.start, cell.end).trim();
    if (words === '') return [];
    const head = header?.cells[column];
    const name = head === undefined ? '' : text.slice(head.start, head.end).trim();
    return [name === '' ? words : `${name}: ${words}`];
  });
  return { start, end, kind: 'row', block: at, reading: parts.join(', ') };
}
