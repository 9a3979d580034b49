import type { Block } from '../documents/block.js';
import { headerOf } from '../passages/places.js';
import type { PassageRecord, SentenceRecord, StoredArticle } from '../store/store.js';
import type { Span } from '../text/span.js';
import type { AnswerText, AnswerUnit } from './answer.js';
import { wholeList } from './sections/whole-list.js';

/** The article's words from the first to the last of some units of a passage, in order. */
export function answerTextOf(
  passage: PassageRecord,
  units: readonly SentenceRecord[],
  highlights: readonly Span[] = [],
): AnswerText {
  const start = units[0]?.start ?? passage.start;
  const end = units.at(-1)?.end ?? passage.end;
  return {
    text: passage.text.slice(start - passage.start, end - passage.start),
    start,
    end,
    articleId: passage.articleId,
    passageStart: passage.start,
    passageEnd: passage.end,
    passage: passage.text,
    path: passage.path,
    sentences: units.map(spanOf),
    units: units.map((unit) => ({ ...spanOf(unit), kind: unit.kind })),
    highlights,
  };
}

/**
 * The same answer with what its article knows of its units: markers, cells with their columns'
 * names, and all the other items of a list that is asked for as a whole, also those of other
 * passages.
 */
export function withStructure(
  answer: AnswerText,
  { text, blocks }: Pick<StoredArticle, 'text' | 'blocks'>,
  units: readonly SentenceRecord[],
  listOf: SentenceRecord | undefined,
): AnswerText {
  const list = listOf === undefined ? undefined : wholeList(blocks, listOf.block);
  if (list !== undefined) return ofList(answer, text, blocks, list);
  return { ...answer, units: units.map((unit) => unitOf(text, blocks, unit)) };
}

function ofList(
  answer: AnswerText,
  text: string,
  blocks: readonly Block[],
  list: { readonly items: readonly number[]; readonly introduction?: number | undefined },
): AnswerText {
  const units = list.items.flatMap((at): AnswerUnit[] => {
    const block = blocks[at];
    if (block === undefined) return [];
    const kind = block.kind === 'row' ? 'row' : 'item';
    return [unitOf(text, blocks, { ...spanOf(block), kind, block: at })];
  });
  const start = units[0]?.start ?? answer.start;
  const end = units.at(-1)?.end ?? answer.end;
  const introduction = list.introduction === undefined ? undefined : blocks[list.introduction];
  const passageStart = introduction?.start ?? text.lastIndexOf('\n', start - 1) + 1;
  return {
    ...answer,
    text: text.slice(start, end),
    start,
    end,
    passageStart,
    passageEnd: end,
    passage: text.slice(passageStart, end),
    sentences: units.map(spanOf),
    units,
    highlights: [],
  };
}

/** A unit with what its block says of it: marker, depth, cells with their columns' names. */
export function unitOf(
  text: string,
  blocks: readonly Block[],
  { start, end, kind, block: at }: Pick<SentenceRecord, 'start' | 'end' | 'kind' | 'block'>,
): AnswerUnit {
  const block = blocks[at];
  if (kind === 'item' && block?.kind === 'item') {
    return { start, end, kind, marker: block.marker, depth: block.depth };
  }
  if (kind === 'row' && block?.kind === 'row') {
    const header = headerOf(blocks, at);
    const cells = block.cells.map((cell, column) => {
      const head = header?.cells[column];
      const name = head === undefined ? '' : text.slice(head.start, head.end).trim();
      return name === '' ? spanOf(cell) : { ...spanOf(cell), column: name };
    });
    return { start, end, kind, cells };
  }
  return { start, end, kind };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** The other rows of the table that a block is a row of, but for those that name its columns. */
export function rowsBeside(
  { text, blocks }: Pick<StoredArticle, 'text' | 'blocks'>,
  at: number | undefined,
): AnswerUnit[] {
  const row = blocks[at ?? -1];
  if (row?.kind !== 'row') return [];
  return blocks.flatMap((block, place) =>
    block.kind === 'row' && block.table === row.table && !block.header && place !== at
      ? [unitOf(text, blocks, { start: block.start, end: block.end, kind: 'row', block: place })]
      : [],
  );
}
