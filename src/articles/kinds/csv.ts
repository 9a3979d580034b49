import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { tableDocument } from '../../documents/table-document.js';
import type { Extract } from '../extract.js';
import { plainText } from '../plain-text.js';

const Rows = z.array(z.array(z.string()));

/** Of two that part lines alike, the first: commas stand in words as well. */
const DELIMITERS = ['\t', ';', '|', ','] as const;
/** Lines of which the delimiter is guessed. */
const SAMPLE = 20;

/**
 * A table in CSV (RFC 4180) or with tabs, semicolons or bars between its cells: a row a line, and the
 * first row as names of the columns if it can be that. What has one column is a plain text.
 */
export function readCsv(text: string): Extract {
  const rows = rowsOf(text);
  if (rows === undefined || rows.every((row) => row.length < 2)) return plainText(text);
  return tableDocument(rows, namesColumns(rows) ? 1 : 0);
}

/** The rows of a table with commas in it, as other markup holds one; none if it can't be read. */
export function readCsvRows(text: string): string[][] {
  return rowsOf(text, ',') ?? [];
}

function rowsOf(text: string, delimiter = delimiterOf(text)): string[][] | undefined {
  try {
    return Rows.parse(
      parse(text, {
        delimiter,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        trim: true,
      }),
    );
  } catch {
    return undefined;
  }
}

/** The delimiter that most lines have as often as the first. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 64_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE)
    .map((line) => line.replace(/"[^"\n]*"/g, ''));
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const [first = 0] = counts;
    const same = counts.filter((count) => count === first).length;
    return first === 0 ? 0 : (same / lines.length) * 100 + Math.min(first, 99) / 100;
  });
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ',';
}

/** Names are words, all there, and none comes twice. */
function namesColumns([first = [], ...rest]: readonly (readonly string[])[]): boolean {
  return (
    rest.length > 0 &&
    new Set(first).size === first.length &&
    first.every((cell) => /\p{L}/u.test(cell) && !/^\d/.test(cell) && cell.length <= 100)
  );
}
