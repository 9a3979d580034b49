import { isBlank, runLength } from '../nodes.js';

/** Rows of cells, and how many of the first name the columns. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly headers: number;
  /** Lines that it takes. */
  readonly length: number;
}

const GRID_RULE = /^\+(?:[-=]+\+)+\s*$/;
/** Wider ones are drawings. */
const MOST_COLUMNS = 100;
const SIMPLE_RULE = /^=+(?: +=+)+\s*$/;

/** The table that begins at a line: drawn as a grid, or between rules of `=`. */
export function rstTableAt(lines: readonly string[], at: number): Grid | undefined {
  const line = lines[at] ?? '';
  if (GRID_RULE.test(line)) return gridAt(lines, at);
  return SIMPLE_RULE.test(line) ? simpleAt(lines, at) : undefined;
}

function gridAt(lines: readonly string[], from: number): Grid | undefined {
  const length = runLength(lines, from, (line) => /^[+|]/.test(line));
  const body = lines.slice(from, from + length);
  const columns = [...(body[0] ?? '').matchAll(/\+/g)].map(({ index }) => index);
  if (columns.length > MOST_COLUMNS) return undefined;
  const rows: string[][] = [];
  let headers = 0;
  let row: string[] | undefined;
  for (const line of body) {
    if (GRID_RULE.test(line)) {
      if (row !== undefined) rows.push(row);
      row = undefined;
      if (line.includes('=') && headers === 0) headers = rows.length;
      continue;
    }
    const cells = columns.slice(1).map((end, index) => line.slice((columns[index] ?? 0) + 1, end));
    row = joined(
      row,
      cells.map((cell) => cell.replace(/^[|+]?[-=]*[+|]/, '').replace(/\|/g, ' ')),
    );
  }
  if (row !== undefined) rows.push(row);
  return { rows, headers, length: body.length };
}

function simpleAt(lines: readonly string[], from: number): Grid | undefined {
  const rule = lines[from] ?? '';
  const columns = [...rule.matchAll(/=+/g)].map(({ index }) => index);
  if (columns.length > MOST_COLUMNS) return undefined;
  const rows: string[][] = [];
  let headers = 0;
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (SIMPLE_RULE.test(line)) {
      const isLast = isBlank(lines[at + 1]);
      if (isLast && rows.length > 0) return { rows, headers, length: at - from + 1 };
      headers = rows.length;
      continue;
    }
    if (isBlank(line) || /^-+(?: +-+)*\s*$/.test(line)) continue;
    const cells = columns.map((start, index) => line.slice(start, columns[index + 1]));
    // A row without a first cell goes on with the one before.
    if (isBlank(cells[0]) && rows.length > headers) rows.push(joined(rows.pop(), cells));
    else rows.push(cells.map((cell) => cell.trim()));
  }
  return undefined;
}

function joined(row: readonly string[] | undefined, cells: readonly string[]): string[] {
  return cells.map((cell, index) => `${row?.[index] ?? ''} ${cell.trim()}`.trim());
}
