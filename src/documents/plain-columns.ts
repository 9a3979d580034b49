import { countHeaders } from './table-headers.js';
import type { Line } from './plain-lines.js';
import type { Span } from '../text/span.js';

/** Cells of a table hold words, and no paragraphs beside each other. */
const LONGEST_CELL = 80;

export interface PlainRow {
  readonly line: Line;
  readonly header: boolean;
  /** Counted from the line's beginning. */
  readonly cells: readonly Span[];
}

/**
 * The rows of the table that begins at a line, and how many lines they and the rules between them
 * are; undefined if no table does. Columns are told by pipes, tabs, or by spaces that line them up.
 */
export function tableAt(
  lines: readonly Line[],
  from: number,
): { readonly rows: readonly PlainRow[]; readonly length: number } | undefined {
  for (const split of [byPipes, byTabs, bySpaces]) {
    const table = tableBy(lines, from, split);
    if (table !== undefined) return table;
  }
  return undefined;
}

function tableBy(
  lines: readonly Line[],
  from: number,
  split: (text: string) => Span[],
): ReturnType<typeof tableAt> {
  const rows: { line: Line; cells: Span[] }[] = [];
  let ruled = false;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || (line.apart && at > from)) break;
    if (line.rule !== undefined) {
      if (rows.length === 1) ruled = true;
      continue;
    }
    const found = split(line.text);
    const beside = lines[at === from ? from + 1 : from]?.text ?? '';
    const cells =
      split === byPipes
        ? withFirst(withLast(found, line.text, lines[from]?.text ?? ''), line.text, beside)
        : found;
    if (cells.length < 2 || cells.some(({ start, end }) => end - start > LONGEST_CELL)) break;
    const [first] = rows;
    if (first !== undefined && cells.length !== first.cells.length) break;
    if (first !== undefined && split === bySpaces && !linedUp(first, { line, cells })) break;
    rows.push({ line, cells });
  }
  if (rows.length < 2) return undefined;
  const grid = rows.map(({ line, cells }, row) =>
    cells.map(({ start, end }) => {
      return { text: line.text.slice(start, end), heads: ruled && row === 0, bold: false };
    }),
  );
  const headers = countHeaders(grid);
  return {
    rows: rows.map((row, index) => ({ ...row, header: index < headers })),
    length: at - from,
  };
}

/** `Ann | Tank |` ends with an empty cell, if the rows of its table have no pipes at their ends. */
function withLast(cells: Span[], row: string, first: string): Span[] {
  const end = row.trimEnd().length;
  const isEmpty = row.endsWith('|', end) && !first.trimEnd().endsWith('|');
  return isEmpty ? [...cells, { start: end, end }] : cells;
}

/** `| Gold | Silver` begins with an empty cell, if another row of its table begins with words. */
function withFirst(cells: Span[], row: string, beside: string): Span[] {
  const isEmpty = row.startsWith('|') && beside.includes('|') && !beside.startsWith('|');
  return isEmpty ? [{ start: 0, end: 0 }, ...cells] : cells;
}

function byPipes(text: string): Span[] {
  return text.includes('|') ? cellsBetween(text, /\|/g, true) : [];
}

function byTabs(text: string): Span[] {
  return cellsBetween(text, /\t/g);
}

function bySpaces(text: string): Span[] {
  return cellsBetween(text, / {2,}/g);
}

function cellsBetween(text: string, separator: RegExp, hasEdges = false): Span[] {
  const cells: Span[] = [];
  let start = 0;
  const add = (end: number): void => {
    const cell = text.slice(start, end);
    const left = start + cell.length - cell.trimStart().length;
    const right = Math.max(left, start + cell.trimEnd().length);
    cells.push({ start: Math.min(left, end), end: Math.min(right, end) });
  };
  for (const {
    index,
    0: { length },
  } of text.matchAll(separator)) {
    if (index > 0 || !hasEdges) add(index);
    start = index + length;
  }
  if (start < text.length || !hasEdges) add(text.length);
  return cells;
}

/** Each column but the first begins, or ends, where it does in the other row. */
function linedUp(
  one: { line: Line; cells: Span[] },
  other: { line: Line; cells: Span[] },
): boolean {
  const shift = other.line.indent - one.line.indent;
  return one.cells.every((cell, column) => {
    const beside = other.cells[column];
    if (beside === undefined) return false;
    return column === 0 || cell.start === beside.start + shift || cell.end === beside.end + shift;
  });
}
