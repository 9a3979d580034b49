import type { PdfCellTag } from './tags.js';

/** A table by the file's structure: lines of cells in rows. */
export interface TaggedTable {
  readonly rows: readonly (readonly (readonly string[])[])[];
  /** Rows that name the columns. */
  readonly heads: number;
}

/** A cell with its lines, and where they begin and end on the page. */
export interface TaggedCell extends PdfCellTag {
  readonly lines: readonly string[];
  readonly left: number;
  readonly right: number;
}

interface Column {
  readonly left: number;
  readonly right: number;
}

/**
 * The rows of a table. In one with fewer cells than others some are empty or lie across columns, so
 * that each cell is put where it stands; a name of columns is that of all it stands over.
 */
export function tableOfCells(cells: readonly TaggedCell[]): TaggedTable {
  const rows: TaggedCell[][] = [];
  for (const cell of cells) (rows[cell.row] ??= []).push(cell);
  const made = rows.flatMap((row) => [row]);
  const width = Math.max(...cells.map(({ of }) => of));
  const columns = columnsOf(cells, width);
  const isHead = (row: readonly TaggedCell[]) => row.every((cell) => cell.isHead);
  const end = made.findIndex((row) => !isHead(row));
  return {
    heads: Math.max(end, 0),
    rows: made.map((row) => {
      const places = placesOf(row, columns, isHead(row));
      return Array.from({ length: width }, (_, column) => places.get(column)?.lines ?? []);
    }),
  };
}

/** Where the columns stand by the rows that have a cell for each; undefined if one has none. */
function columnsOf(cells: readonly TaggedCell[], width: number): readonly Column[] | undefined {
  const columns = Array.from({ length: width }, (_, column): Column => {
    const own = cells.filter((cell) => cell.of === width && cell.column === column);
    return {
      left: Math.min(...own.map(({ left }) => left)),
      right: Math.max(...own.map(({ right }) => right)),
    };
  });
  return columns.every(({ left }) => Number.isFinite(left)) ? columns : undefined;
}

/** The cells of a row by column. */
function placesOf(
  row: readonly TaggedCell[],
  columns: readonly Column[] | undefined,
  isHead: boolean,
): ReadonlyMap<number, TaggedCell> {
  const places = new Map<number, TaggedCell>();
  let next = 0;
  for (const cell of row.toSorted((one, other) => one.column - other.column)) {
    if (columns === undefined || cell.of === columns.length) {
      places.set(cell.column, cell);
      continue;
    }
    // The cells after it need a column each.
    const last = columns.length - (cell.of - cell.column);
    const from = Math.min(Math.max(nearest(cell, columns), next), last);
    places.set(from, cell);
    next = from + 1;
    while (isHead && next <= last && isOver(cell, columns[next])) places.set(next++, cell);
  }
  return isHead && columns !== undefined ? withoutGaps(places, columns) : places;
}

/** Names of columns with those between two that neither stands over given to the nearer one. */
function withoutGaps(
  places: ReadonlyMap<number, TaggedCell>,
  columns: readonly Column[],
): ReadonlyMap<number, TaggedCell> {
  const taken = [...places.keys()];
  const filled = new Map(places);
  columns.forEach((column, at) => {
    const before = places.get(Math.max(...taken.filter((each) => each < at)));
    const after = places.get(Math.min(...taken.filter((each) => each > at)));
    if (places.has(at) || before === undefined || after === undefined) return;
    const isNearer = column.left - before.right < after.left - column.right;
    filled.set(at, isNearer ? before : after);
  });
  return filled;
}

/** The first column that a cell stands over, or else the one beside it. */
function nearest(cell: Column, columns: readonly Column[]): number {
  const over = columns.findIndex((column) => isOver(cell, column));
  if (over >= 0) return over;
  const distances = columns.map(({ left, right }) =>
    Math.max(left - cell.right, cell.left - right),
  );
  return distances.indexOf(Math.min(...distances));
}

function isOver({ left, right }: Column, column: Column | undefined): boolean {
  return column !== undefined && left < column.right && right > column.left;
}
