export interface HeaderCell {
  readonly text: string;
  /** The source says that it heads its column or row. */
  readonly heads: boolean;
  readonly bold: boolean;
}

/** Rows of which a guess at the columns' kinds is made. */
const SAMPLE = 50;

/**
 * How many of the first rows name the columns: those marked as such, else one in bold, else one of
 * words above columns of numbers or of kinds.
 */
export function countHeaders(rows: readonly (readonly HeaderCell[])[]): number {
  const filled = rows.map((row) => row.filter(({ text }) => text !== ''));
  const marked = filled.findIndex((row) => row.length < 2 || !row.every(({ heads }) => heads));
  if (marked !== 0) return marked === -1 ? 0 : marked;
  const [first = [], ...rest] = filled;
  if (rest.length === 0 || first.length < 2) return 0;
  // Row heads in the first column alone name the rows.
  if (first.every(({ heads, bold }) => heads || bold)) {
    return rest.some((row) => row.some(({ heads, bold }) => !heads && !bold)) ? 1 : 0;
  }
  return first.some(({ heads }) => heads)
    ? headed(rows)
    : isCornered(rows) || overNumbers(rows) || overKinds(rows) || inCapitals(rows)
      ? 1
      : 0;
}

/** Heads in all columns but the first, which may be empty or not marked. */
function headed([first = []]: readonly (readonly HeaderCell[])[]): number {
  return first.slice(1).every(({ heads, text }) => heads || text === '') ? 1 : 0;
}

const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Words or years above, and below them a column that is mostly numbers, and other ones than years. */
function overNumbers(rows: readonly (readonly HeaderCell[])[]): boolean {
  const [first = [], ...rest] = rows.slice(0, SAMPLE);
  if (rest.length < 2 || first.some(({ text }) => /\d/.test(text) && !YEAR.test(text)))
    return false;
  const below = (column: number): string[] =>
    rest.map((row) => row[column]?.text ?? '').filter((cell) => cell !== '');
  const areYears = (column: number): boolean => below(column).every((cell) => YEAR.test(cell));
  if (first.some(({ text }, column) => YEAR.test(text) && areYears(column))) return false;
  return first.some(({ text }, column) => {
    const cells = below(column);
    const numbers = cells.filter((cell) => /\d/.test(cell)).length;
    return column > 0 && text !== '' && cells.length > 1 && numbers >= cells.length * 0.8;
  });
}

/** Nothing in the corner alone, between names of columns and names of rows. */
function isCornered([first = [], ...rest]: readonly (readonly HeaderCell[])[]): boolean {
  const [corner, ...names] = first;
  return (
    corner?.text === '' &&
    rest.length > 1 &&
    names.every(({ text }) => /\p{L}/u.test(text)) &&
    rest.slice(0, SAMPLE).every(([head]) => head !== undefined && head.text !== '')
  );
}

/** Capitals above, and below them other letters in every row: `BOAT  1 HOUR`. */
function inCapitals(rows: readonly (readonly HeaderCell[])[]): boolean {
  const [first = [], ...rest] = rows.slice(0, SAMPLE);
  const letters = (row: readonly HeaderCell[]): string =>
    row.map(({ text }) => text.replace(/\P{L}/gu, '')).join('');
  const isUpper = first.every(({ text }) => text === '' || /\p{Lu}{2}/u.test(text));
  return (
    rest.length > 1 &&
    isUpper &&
    !/\p{Ll}/u.test(letters(first)) &&
    rest.every((row) => /\p{Ll}/u.test(letters(row)))
  );
}

/** Cells that say the same as another of their column, in all columns together. */
const LEAST_ALIKE = 5;

/** Words above columns whose cells come again and again, such as ranks or roles, but are none of them. */
function overKinds(rows: readonly (readonly HeaderCell[])[]): boolean {
  const [first = [], ...rest] = rows.slice(0, SAMPLE);
  const isOfWords = first.every(({ text }) => /\p{L}/u.test(text) && !/\d/.test(text));
  if (first.length < 3 || rest.length < 3 || !isOfWords) return false;
  let alike = 0;
  for (const [column, { text }] of first.entries()) {
    const below = rest.map((row) => row[column]?.text ?? '').filter((cell) => cell !== '');
    if (below.includes(text)) return false;
    const counts = new Map<string, number>();
    for (const cell of below) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    for (const count of counts.values()) if (count > 1) alike += count;
  }
  return alike >= LEAST_ALIKE;
}
