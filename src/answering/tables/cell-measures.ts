import { hasPrice } from '../asked/price.js';

/** What the cells of a column can be compared by. */
export type Measure = 'price' | 'duration' | 'clock';

const PRICE_NAME = /\b(?:price|cost|fee|fare|rate|rent)s?\b|[$€£]/iu;
const DURATION_NAME = /\b(?:min|mins|minutes?|hours?|h|days?|weeks?|duration|length|takes)\b/iu;
const DURATION =
  /^(?:about |ca\.? )?\d+(?:[.,]\d+)? ?(?:min|mins|minutes?|h|hours?|days?|weeks?|months?)?\b/iu;
const CLOCK = /\b([01]?\d|2[0-3]):([0-5]\d)\b/u;
/** In minutes; a number alone counts what the column's name says. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:h|hour)/iu, 60],
  [/^day/iu, 1440],
  [/^week/iu, 10_080],
  [/^month/iu, 43_200],
];

/**
 * The number that a cell tells of a measure, or of any if none is given: the first of several, as of
 * "€12, children €6". Undefined if it tells none, as a dash does.
 */
export function measureOf(
  cell: string,
  column: string,
  of: Measure | undefined,
): number | undefined {
  const text = cell.trim();
  if (of === 'clock') return clockOf(text);
  if (of === 'price') {
    if (/^(?:free|none)\b/iu.test(text)) return 0;
    return hasPrice(text) || PRICE_NAME.test(column) ? numberOf(text) : undefined;
  }
  if (of === 'duration') {
    if (hasPrice(text) || clockOf(text) !== undefined) return undefined;
    const unit = /\d ?(\p{L}+)/u.exec(text)?.[1];
    const isOfTime = unit === undefined ? DURATION_NAME.test(column) : DURATION.test(text);
    const value = isOfTime ? numberOf(text) : undefined;
    const factor = UNITS.find(([pattern]) => pattern.test(unit ?? ''))?.[1] ?? 1;
    return value === undefined ? undefined : value * factor;
  }
  return clockOf(text) ?? numberOf(text);
}

function clockOf(text: string): number | undefined {
  const [, hours, minutes] = CLOCK.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** "1,200" is a thousand and more, "2,5" two and a half. */
function numberOf(text: string): number | undefined {
  const digits = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?/u.exec(text)?.[0];
  if (digits === undefined) return undefined;
  return Number(
    /,\d{3}(?!\d)/u.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.'),
  );
}

/** Those of the rows that have the most, or the least, of what is measured in them. */
export function extremesOf<Row>(
  rows: readonly Row[],
  most: boolean,
  valueOf: (row: Row) => number | undefined,
): Row[] {
  const valued = rows.flatMap((row) => {
    const value = valueOf(row);
    return value === undefined ? [] : [{ row, value }];
  });
  const values = valued.map(({ value }) => value);
  const extreme = most ? Math.max(...values) : Math.min(...values);
  return valued.filter(({ value }) => value === extreme).map(({ row }) => row);
}
