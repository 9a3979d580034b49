import type { SentenceRecord } from '../../store/store.js';

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

/** "E2: the base has no contact", "`!timer MINUTES` – reminds you": the words before the mark. */
const LABEL = /^(.{1,48}?)(?::|\s[–—-])\s/u;
/** A longer sentence with a colon is prose. */
const LONGEST_LABELLED = 100;

/** The label of an item, or of a short sentence, "Saturday: £35."; undefined if it has none. */
export function labelOf({ kind, text }: Pick<SentenceRecord, 'kind' | 'text'>): string | undefined {
  if (kind !== 'item' && (kind !== 'sentence' || text.length > LONGEST_LABELLED)) return undefined;
  return LABEL.exec(text)?.[1];
}

/** A cell and the name of its column, which the first cell of a row may lack. */
export interface NamedCell {
  readonly column?: string | undefined;
  readonly value: string;
}

/** The cells of a row as it is read, "Rank: Oak, Price: 9 €": a comma in a cell begins no other. */
export function namedCellsOf({ kind, text, reading }: SentenceRecord): NamedCell[] {
  if (kind !== 'row' || reading === text) return [];
  const cells: NamedCell[] = [];
  for (const part of reading.split(', ')) {
    const [, column, value = ''] = /^(.{1,40}?): (.*)$/su.exec(part) ?? [];
    const last = cells.at(-1);
    if (column !== undefined) cells.push({ column, value });
    else if (last === undefined) cells.push({ value: part });
    else cells[cells.length - 1] = { ...last, value: `${last.value}, ${part}` };
  }
  return cells;
}

/** A cell that says nothing. */
export function isBlank(value: string): boolean {
  return /^(?:[-–—.]|n\/?a|)$/iu.test(value.trim());
}
