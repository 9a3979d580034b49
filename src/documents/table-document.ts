import type { DocumentText } from './block.js';
import { layOut } from './lay-out.js';
import { rowOf } from './leaves-of-tree.js';
import type { Leaf } from './leaf.js';

/** Wider rows are cut: nobody reads them. */
const MOST_COLUMNS = 500;

/** A table as a document, a row a line; its first rows may name the columns. */
export function tableDocument(rows: readonly (readonly string[])[], headers: number): DocumentText {
  const leaves = rows.flatMap((cells, index): Leaf[] => {
    const { text, spans } = rowOf(
      cells.slice(0, MOST_COLUMNS).map((cell) => cell.replace(/\s+/g, ' ').trim()),
    );
    const row = { table: 0, header: index < headers, cells: spans };
    return /[\p{L}\p{N}]/u.test(text) ? [{ kind: 'row', text, row, follows: true }] : [];
  });
  return layOut(leaves);
}
