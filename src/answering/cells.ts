import type { SentenceRecord } from '../store/store.js';

/** Between the cells of a row, as any kind of document has it. */
const BETWEEN_CELLS = /\s\|\s|\t| {2,}/u;

/** The cells of a row that are not empty. */
export function cellsOf({ text }: Pick<SentenceRecord, 'text'>): string[] {
  return text.split(BETWEEN_CELLS).filter((cell) => cell.trim() !== '');
}

/** The names of a row's columns, which are read before its cells. */
export function columnsOf({ kind, text, reading }: SentenceRecord): string[] {
  if (kind !== 'row' || reading === text) return [];
  return reading.split(', ').flatMap((part) => /^(.{1,40}?): /u.exec(part)?.[1] ?? []);
}
