import type { Span } from '../text/span.js';
import type { Block, DocumentText } from './block.js';

const BETWEEN = '\n\n';

/** Documents one after the other as one; those without words are left out. */
export function joinDocuments(documents: readonly DocumentText[]): DocumentText {
  const texts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let lists = 0;
  let tables = 0;
  for (const document of documents) {
    if (document.text === '') continue;
    if (length > 0) length += BETWEEN.length;
    const place = { at: length, lists, tables, blocks: blocks.length };
    for (const block of document.blocks) {
      const moved = movedBlock(block, place);
      if (moved.kind === 'item') lists = Math.max(lists, moved.list + 1);
      if (moved.kind === 'row') tables = Math.max(tables, moved.table + 1);
      blocks.push(moved);
    }
    texts.push(document.text);
    length += document.text.length;
  }
  return { text: texts.join(BETWEEN), blocks };
}

/** What comes before a document: characters, and numbers that are taken. */
interface Before {
  readonly at: number;
  readonly lists: number;
  readonly tables: number;
  readonly blocks: number;
}

function movedBlock(block: Block, before: Before): Block {
  const moved = ({ start, end }: Span): Span => ({
    start: before.at + start,
    end: before.at + end,
  });
  const span = moved(block);
  switch (block.kind) {
    case 'heading':
    case 'question':
    case 'code':
    case 'quote':
      return { ...block, ...span };
    case 'paragraph':
      return block.within === undefined
        ? { ...block, ...span }
        : { ...block, ...span, within: before.blocks + block.within };
    case 'item': {
      const list = before.lists + block.list;
      return block.term === undefined
        ? { ...block, ...span, list }
        : { ...block, ...span, list, term: moved(block.term) };
    }
    case 'row':
      return {
        ...block,
        ...span,
        table: before.tables + block.table,
        cells: block.cells.map(moved),
      };
    case 'turn':
      return { ...block, ...span, speaker: moved(block.speaker) };
  }
}
