/** Languages whose names of months are known; others' dates are read if they are in figures. */
const LANGUAGES = 'en de fr es it pt nl da sv nb fi pl cs ru uk hu tr ro'.split(' ');

const MONTHS = new Map<string, number>();
for (const language of LANGUAGES) {
  for (const month of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
    for (let index = 0; index < 12; index++) {
      const parts = format.formatToParts(Date.UTC(2024, index, 3));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      const word = name.toLowerCase().replace(/\.$/, '');
      if (/^\p{L}{3,}$/u.test(word)) MONTHS.set(word, index + 1);
    }
  }
}
MONTHS.set('sept', 9).set('jänner', 1).set('feber', 2).set('setiembre', 9);

const ISO = /(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/;
/** As Chinese, Japanese and Korean write it. */
const CJK = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/;
/** As Hungarian writes it. */
const YEAR_FIRST = /(?<!\d)(\d{4})\.\s(\p{L}{3,12})\.?\s(\d{1,2})(?!\d)/iu;
const DOTTED = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/;
const SLASHED = /(?<![\d/])(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4})(?!\d)/;
const DAY_FIRST =
  /(?<!\d)(\d{1,2})(?:\.|º|er|st|nd|rd|th)?\s(?:de\s|of\s)?(\p{L}{3,12})\.?,?\s(?:de\s|del\s)?(\d{4})(?!\d)/iu;
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/iu;

/**
 * The first date that a line of text names, as an ISO 8601 calendar date. Dots are day first
 * everywhere; slashes are where one part exceeds 12, or the language of the page decides.
 */
export function writtenDate(text: string, language?: string): string | undefined {
  const line = text.slice(0, 300).replace(/\s+/g, ' ');
  const named = (match: RegExpExecArray | null, day: number, month: number) =>
    match && date(match[3], MONTHS.get((match[month] ?? '').toLowerCase()), match[day]);
  const found: (string | null | undefined)[] = [];
  const iso = ISO.exec(line);
  found.push(iso && date(iso[1], iso[2], iso[3]));
  const cjk = CJK.exec(line);
  found.push(cjk && date(cjk[1], cjk[2], cjk[3]));
  const dotted = DOTTED.exec(line);
  found.push(dotted && date(dotted[3], dotted[2], dotted[1]));
  const yearFirst = YEAR_FIRST.exec(line);
  found.push(
    yearFirst && date(yearFirst[1], MONTHS.get((yearFirst[2] ?? '').toLowerCase()), yearFirst[3]),
  );
  found.push(named(DAY_FIRST.exec(line), 1, 2));
  found.push(named(MONTH_FIRST.exec(line), 2, 1));
  const slashed = SLASHED.exec(line);
  if (slashed !== null) {
    const [, first = '', second = '', year = ''] = slashed;
    const order = dayIsFirst(Number(first), Number(second), language);
    if (order !== undefined)
      found.push(order ? date(year, second, first) : date(year, first, second));
  }
  return found.find((each) => each != null) ?? undefined;
}

function dayIsFirst(first: number, second: number, language?: string): boolean | undefined {
  if (first > 12) return true;
  if (second > 12) return false;
  if (first === second) return true;
  if (language === undefined) return undefined;
  if (/^en-US$/i.test(language)) return false;
  return /^en$/i.test(language) ? undefined : true;
}

type Part = string | number | undefined;

/** Undefined for a day that the calendar does not have. */
function date(year: Part, month: Part, day: Part): string | undefined {
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(time)) return undefined;
  const made = new Date(time);
  const same = made.getUTCMonth() + 1 === Number(month) && made.getUTCDate() === Number(day);
  return same && Number(year) > 1000 ? made.toISOString().slice(0, 10) : undefined;
}
