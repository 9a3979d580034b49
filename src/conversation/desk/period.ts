/** Days of the calendar, as ISO 8601 dates, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** The same every year: it is the latest one from which there is an article. */
  readonly recurs?: boolean | undefined;
}

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const DAY_MS = 86_400_000;
const LONGEST = 5;

/**
 * The period that a message ends with, "this week", "in November", "on Friday", and the words before
 * it; undefined if it ends with none. Words are in lower case; days are those of UTC.
 */
export function periodAtEnd(
  words: readonly string[],
  now: Date,
): { readonly before: readonly string[]; readonly period: Period } | undefined {
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1) {
    const period = periodOf(words.slice(-length), now);
    if (period !== undefined) return { before: words.slice(0, -length), period };
  }
  return undefined;
}

function periodOf(words: readonly string[], now: Date): Period | undefined {
  const text = words.join(' ');
  const ago = (days: number): string => dayOf(new Date(now.getTime() - days * DAY_MS));
  const today = ago(0);
  switch (text) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: ago(1), to: ago(1) };
    case 'this week':
      return { from: ago(sinceMonday(now)), to: today };
    case 'last week':
      return { from: ago(sinceMonday(now) + 7), to: ago(sinceMonday(now) + 1) };
    case 'this month':
      return monthOf(now.getUTCFullYear(), now.getUTCMonth());
    case 'last month':
      return monthOf(now.getUTCFullYear(), now.getUTCMonth() - 1);
    case 'this year':
      return yearOf(now.getUTCFullYear());
    case 'last year':
      return yearOf(now.getUTCFullYear() - 1);
    case 'recently':
    case 'lately':
    case 'these days':
      return { from: ago(30), to: today };
  }
  return inMonth(words, now) ?? onWeekday(words, now) ?? onDay(words, now) ?? lastDays(words, ago);
}

/** "In November", "in November 2025", "in 2025". */
function inMonth([lead, name = '', year, ...rest]: readonly string[], now: Date) {
  if ((lead !== 'in' && lead !== 'from') || rest.length > 0) return undefined;
  if (year === undefined && isYear(name)) return yearOf(Number(name));
  const month = MONTHS.indexOf(name);
  if (month < 0 || (year !== undefined && !isYear(year))) return undefined;
  if (year !== undefined) return monthOf(Number(year), month);
  const back = month > now.getUTCMonth() ? 1 : 0;
  return { ...monthOf(now.getUTCFullYear() - back, month), recurs: true };
}

/** "On Friday", "last Friday": the latest that there was. */
function onWeekday([lead, name = '', ...rest]: readonly string[], now: Date): Period | undefined {
  const day = WEEKDAYS.indexOf(name);
  if (day < 0 || rest.length > 0 || !['on', 'last', 'this', 'from'].includes(lead ?? '')) {
    return undefined;
  }
  const back = (now.getUTCDay() - day + 7) % 7;
  const date = dayOf(new Date(now.getTime() - back * DAY_MS));
  return { from: date, to: date };
}

/** "On 3 November", "on November 3rd 2025". */
function onDay([lead, ...words]: readonly string[], now: Date): Period | undefined {
  if (lead !== 'on' && lead !== 'from') return undefined;
  const [first = '', second = '', year] = words.filter((word) => word !== 'the' && word !== 'of');
  const [name, number] = MONTHS.includes(first) ? [first, second] : [second, first];
  const month = MONTHS.indexOf(name);
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(number)?.[1] ?? 0);
  if (month < 0 || day < 1 || day > 31 || (year !== undefined && !isYear(year))) return undefined;
  const of = (wanted: number): Date => new Date(Date.UTC(wanted, month, day));
  const thisYear = of(now.getUTCFullYear());
  const past = thisYear > now ? of(now.getUTCFullYear() - 1) : thisYear;
  const date = dayOf(year === undefined ? past : of(Number(year)));
  return { from: date, to: date, recurs: year === undefined };
}

/** "In the last 3 days", "over the past two weeks". */
function lastDays(words: readonly string[], ago: (days: number) => string): Period | undefined {
  const [lead, the, last, count = '', unit = '', ...rest] = words;
  if (rest.length > 0 || the !== 'the' || !['in', 'over', 'during'].includes(lead ?? '')) {
    return undefined;
  }
  if (last !== 'last' && last !== 'past') return undefined;
  const number = /^\d{1,3}$/u.test(count) ? Number(count) : NUMBERS.indexOf(count);
  const days = { day: 1, days: 1, week: 7, weeks: 7, month: 30, months: 30 }[unit];
  if (number < 1 || days === undefined) return undefined;
  return { from: ago(number * days), to: ago(0) };
}

const NUMBERS = 'zero one two three four five six seven eight nine ten'.split(' ');

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/u.test(text);
}

function monthOf(year: number, month: number): Period {
  return {
    from: dayOf(new Date(Date.UTC(year, month, 1))),
    to: dayOf(new Date(Date.UTC(year, month + 1, 0))),
  };
}

function yearOf(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function sinceMonday(now: Date): number {
  return (now.getUTCDay() + 6) % 7;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Whether all of a date, which may be a month or a year alone, lies in a period. */
export function isIn({ from, to, recurs }: Period, date: string): boolean {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/u.exec(date) ?? [];
  if (year === '') return false;
  const { from: first, to: last } =
    month === undefined
      ? yearOf(Number(year))
      : day === undefined
        ? monthOf(Number(year), Number(month) - 1)
        : { from: `${year}-${month}-${day}`, to: `${year}-${month}-${day}` };
  if (first >= from && last <= to) return true;
  return (
    recurs === true &&
    year < from.slice(0, 4) &&
    first >= year + from.slice(4) &&
    last <= year + to.slice(4)
  );
}
