import { pdfRows, type PdfBox, type PdfRow } from './cells.js';
import { isText, rowsAcross } from './columns.js';
import { joinLines } from './hyphens.js';
import type { PdfLine } from './lines.js';
import { isListItem } from './paragraphs.js';
import type { TaggedTable } from './tagged-table.js';

export interface PdfCell {
  readonly text: string;
  readonly font: string;
}

/** Lines that stand in columns. */
export interface PdfTable {
  readonly rows: readonly (readonly PdfCell[])[];
  /** Rows that name the columns, if the file's structure says so. */
  readonly heads?: number | undefined;
}

interface Column {
  left: number;
  right: number;
}

/** A row's boxes by column. */
interface Fitted {
  readonly row: PdfRow;
  readonly cells: readonly PdfBox[][];
}

const FEWEST_ROWS = 2;
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 40;
const LARGER = 1.1;
/** Rows are no further apart than this many letter sizes. */
const ROW_GAP = 3;
/** A gap between lines of a cell is smaller than this share of that between rows. */
const WITHIN_ROW = 0.8;
/** Texts that are longer in all columns are columns of a page, and no cells. */
const COLUMN_TEXT = 60;
/** Of a table's rows so many begin with a small letter. */
const GOES_ON = 0.4;

/**
 * Lines, with the runs of them that are tables as such. A table's lines have parts that stand apart,
 * under each other in columns; a line within it that has fewer goes on with the row above, or is a
 * row with empty cells. A table that goes on over the page may repeat its head there.
 */
export function withTables(
  lines: readonly PdfLine[],
  known: ReadonlySet<string>,
): (PdfLine | PdfTable)[] {
  const parts: (PdfLine | PdfTable)[] = [];
  let from = 0;
  lines.forEach(({ table }, at) => {
    if (table === undefined) return;
    parts.push(...withSeenTables(lines.slice(from, at), known), taggedTable(table, known));
    from = at + 1;
  });
  return [...parts, ...withSeenTables(lines.slice(from), known)];
}

interface OpenTable {
  readonly columns: readonly Column[];
  readonly rows: PdfCell[][];
}

/** The row that names the columns of a table above, if it is set in other letters than all rows below. */
function headOf(
  above: readonly PdfCell[][] | undefined,
  below: readonly PdfCell[][],
): PdfCell[] | undefined {
  const [head, ...rows] = above ?? [];
  const font = head?.[0]?.font;
  const isOwn = [...rows, ...below].every((row) => row.at(-1)?.font !== font);
  return font !== undefined && font !== '' && isOwn ? head : undefined;
}

function taggedTable({ rows, heads }: TaggedTable, known: ReadonlySet<string>): PdfTable {
  const textOf = (lines: readonly string[]) =>
    lines.reduce((text, next) => (text === '' ? next : joinLines(text, next, known)), '');
  const cells = rows.map((row) => row.map((lines) => ({ text: textOf(lines), font: '' })));
  return { rows: cells, heads: heads > 0 ? heads : undefined };
}

function withSeenTables(
  lines: readonly PdfLine[],
  known: ReadonlySet<string>,
): (PdfLine | PdfTable)[] {
  const rows = rowsAcross(pdfRows(lines));
  const parts: (PdfLine | PdfTable)[] = [];
  const told = new Set<PdfLine>();
  let open: OpenTable | undefined;
  let above: OpenTable | undefined;
  for (let at = 0; at < rows.length;) {
    const found = tableFrom(rows, at, known);
    if (found === undefined) {
      for (const line of rows[at]?.lines ?? []) {
        if (!told.has(line)) parts.push(line);
        told.add(line);
      }
      // A line may head what goes on below it in the same columns.
      above = rows[at]?.boxes.length === 1 ? open : undefined;
      open = undefined;
      at++;
      continue;
    }
    const { columns, rows: own, length } = found;
    if (open !== undefined && sameColumns(open.columns, columns)) {
      const head = open.rows[0];
      const isHead = own[0]?.every(({ text }, column) => head?.[column]?.text === text) === true;
      open.rows.push(...own.slice(isHead ? 1 : 0));
    } else {
      const goesOn = above !== undefined && sameColumns(above.columns, columns);
      const head = goesOn ? headOf(above?.rows, own) : undefined;
      open = { columns, rows: head === undefined ? own : [head, ...own] };
      parts.push({ rows: open.rows });
    }
    above = undefined;
    at += length;
  }
  return parts;
}

export function isTable(part: PdfLine | PdfTable): part is PdfTable {
  return 'rows' in part;
}

function tableFrom(
  rows: readonly PdfRow[],
  from: number,
  known: ReadonlySet<string>,
): { columns: Column[]; rows: PdfCell[][]; length: number } | undefined {
  const run = runFrom(rows, from);
  if (run.length < FEWEST_ROWS) return undefined;
  const columns = columnsOf(run);
  if (columns === undefined) return undefined;
  const fitted: Fitted[] = [];
  for (const row of run) {
    const cells = cellsOf(row, columns);
    if (cells === undefined) break;
    fitted.push({ row, cells });
  }
  while (fitted.length > 0 && !isRow(fitted)) fitted.pop();
  const full = fitted.filter(({ row }) => row.boxes.length > 1);
  if (full.length < FEWEST_ROWS || full[0]?.row !== rows[from] || isProse(full)) return undefined;
  return { columns, rows: joined(fitted, known), length: fitted.length };
}

/** Rows one below the other, from one with several boxes on, without items and columns of text. */
function runFrom(rows: readonly PdfRow[], from: number): PdfRow[] {
  const run: PdfRow[] = [];
  for (let at = from; at < rows.length && run.length < MOST_ROWS; at++) {
    const [row, before] = [rows[at], run.at(-1)];
    const [first] = row?.boxes ?? [];
    if (row === undefined || first === undefined) break;
    if (isListItem(first.texts[0] ?? '') && row.boxes.length < 3) break;
    if (isText(row.boxes)) break;
    if (before === undefined) {
      if (row.boxes.length < 2) break;
    } else {
      const gap = topOf(row) - bottomOf(before);
      if (first.page !== before.boxes[0]?.page || gap < -first.size) break;
      if (gap > ROW_GAP * first.size || headsAnother(row, before, rows[at + 1])) break;
    }
    run.push(row);
  }
  return run;
}

/** A larger line alone, or one in the letters of the next table's head, is that table's heading. */
function headsAnother({ boxes }: PdfRow, above: PdfRow, below: PdfRow | undefined): boolean {
  const [line, ...others] = boxes;
  const [cell] = above.boxes;
  if (line === undefined || cell === undefined || others.length > 0) return false;
  if (line.size > cell.size * LARGER) return true;
  const next = below?.boxes ?? [];
  const isHead = next.length > 1 && next.every(({ font }) => font === line.font);
  return isHead && line.font !== '' && line.font !== cell.font;
}

function topOf({ boxes }: PdfRow): number {
  return Math.min(...boxes.map(({ top }) => top));
}

function bottomOf({ boxes }: PdfRow): number {
  return Math.max(...boxes.map(({ bottom }) => bottom));
}

/** Where the boxes stand of the fullest rows; undefined if they do not stand in columns. */
function columnsOf(run: readonly PdfRow[]): Column[] | undefined {
  const most = Math.max(...run.map(({ boxes }) => boxes.length));
  if (most < 2 || most > MOST_COLUMNS) return undefined;
  const fullest = run.filter(({ boxes }) => boxes.length === most);
  const columns = Array.from({ length: most }, (_, index): Column => {
    const boxes = fullest.flatMap(({ boxes: own }) => own[index] ?? []);
    return {
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
    };
  });
  const isApart = columns.every(({ left }, index) => left > (columns[index - 1]?.right ?? -1));
  return isApart ? columns : undefined;
}

/** A row's boxes by column; undefined if one lies across two of them. */
function cellsOf({ boxes }: PdfRow, columns: readonly Column[]): PdfBox[][] | undefined {
  const cells: PdfBox[][] = columns.map(() => []);
  for (const box of boxes) {
    const over = columns.flatMap((column, index) =>
      box.left < column.right && box.right > column.left ? [index] : [],
    );
    if (over.length > 1) return undefined;
    cells[over[0] ?? nearest(box, columns)]?.push(box);
  }
  return cells;
}

function nearest({ left, right }: PdfBox, columns: readonly Column[]): number {
  const distances = columns.map((column) => Math.max(column.left - right, left - column.right));
  return distances.indexOf(Math.min(...distances));
}

/** Whether the last is a row, or a part of one, rather than text below the table. */
function isRow(rows: readonly Fitted[]): boolean {
  const [last, above] = [rows.at(-1), rows.at(-2)];
  if (last === undefined || last.row.boxes.length > 1) return true;
  if (above === undefined || last.cells[0]?.length !== 0) return false;
  return topOf(last.row) - bottomOf(above.row) < (last.row.boxes[0]?.size ?? 0);
}

/** Text that runs on from line to line, as in columns of a page or between wide spaces. */
function isProse(rows: readonly Fitted[]): boolean {
  const texts = (column: number): string[] =>
    rows.map(({ cells }) => wordsOf(cells[column] ?? [])).filter((text) => text !== '');
  const goingOn = texts(0).filter((text) => /^[\p{Ll},;]/u.test(text)).length;
  const isFlowing = texts(0).some((text) => /[.,;]$/.test(text)) && goingOn > GOES_ON * rows.length;
  if (rows.length > 2 && isFlowing) return true;
  const columns = rows[0]?.cells.length ?? 0;
  return Array.from({ length: columns }, (_, column) => texts(column)).every(
    (cells) => cells.reduce((sum, { length }) => sum + length, 0) > COLUMN_TEXT * cells.length,
  );
}

/** Rows of cells; lines that go on with the cells above them are part of those. */
function joined(rows: readonly Fitted[], known: ReadonlySet<string>): PdfCell[][] {
  const made: PdfCell[][] = [];
  const gaps = rows.map(({ row }, index) => {
    const above = rows[index - 1]?.row;
    return above === undefined ? Infinity : topOf(row) - bottomOf(above);
  });
  const between = gaps.filter((_, index) => index > 0 && rows[index]?.cells[0]?.length !== 0);
  const widest = Math.max(0, ...between);
  rows.forEach(({ cells, row }, index) => {
    const gap = gaps[index] ?? Infinity;
    const size = row.boxes[0]?.size ?? 0;
    const filled = cells.filter(({ length }) => length > 0).length;
    const isTight = gap < size * 0.6 && gap + size < WITHIN_ROW * (widest + size);
    // With an empty first cell a row is named by nothing.
    const goesOn = filled < cells.length && (isTight || (cells[0]?.length === 0 && filled === 1));
    const last = made.at(-1);
    if (last === undefined || !goesOn || gap > size) {
      made.push(
        cells.map((boxes) => ({ text: wordsOf(boxes, known), font: boxes[0]?.font ?? '' })),
      );
      return;
    }
    cells.forEach((boxes, column) => {
      const cell = last[column];
      const text = wordsOf(boxes, known);
      if (cell === undefined || text === '') return;
      last[column] = { ...cell, text: cell.text === '' ? text : joinLines(cell.text, text, known) };
    });
  });
  return made;
}

function wordsOf(boxes: readonly PdfBox[], known: ReadonlySet<string> = new Set()): string {
  const texts = boxes.flatMap((box) => box.texts);
  return texts.length === 0 ? '' : texts.reduce((text, next) => joinLines(text, next, known));
}

function sameColumns(ones: readonly Column[], others: readonly Column[]): boolean {
  return (
    ones.length === others.length &&
    ones.every(({ left, right }, index) => {
      const other = others[index];
      return other !== undefined && left < other.right && right > other.left;
    })
  );
}
