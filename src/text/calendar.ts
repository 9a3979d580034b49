import { lifeStems } from './life-dates.js';
import { numberStems } from './number-words.js';
import { clockStems, joinedStems } from './other-forms.js';
import type { Word } from './words.js';
import { stemOf } from './words.js';

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
/** Longer ones are no words of their own: `Tues`, `Sept`. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ...[...WEEKDAYS, ...MONTHS].map((name): [string, string] => [name.slice(0, 3), name]),
  ['tues', 'tuesday'],
  ['thur', 'thursday'],
  ['thurs', 'thursday'],
  ['sept', 'september'],
]);
const WEEKDAY_STEMS: ReadonlySet<string> = new Set(WEEKDAYS.map(stemOf));

/** Whether a stem is a weekday's. */
export function isWeekday(stem: string): boolean {
  return WEEKDAY_STEMS.has(stem);
}

const MONTH_STEMS: ReadonlySet<string> = new Set(MONTHS.map(stemOf));

/** Whether a stem is a month's. */
export function isMonth(stem: string): boolean {
  return MONTH_STEMS.has(stem);
}

const RANGE = /^\.?\s*[-–—]\s*$/u;
const RANGE_WORDS = new Set(['to', 'until', 'till', 'through', 'thru']);

/** Days that have names of their own, by month and day. */
const NAMED_DAYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['december 24', ['christmas', 'eve']],
  ['december 25', ['christmas']],
  ['december 26', ['christmas', 'boxing']],
  ['october 31', ['halloween']],
  ['february 14', ['valentine']],
]);

interface Place {
  readonly cycle: readonly string[];
  readonly at: number;
}

/**
 * Stems of what a text means without saying it: the weekdays and months between the two of "Mon–Fri"
 * and "April to October", those of "weekend" and "every day", Christmas of "25 December"; birth and
 * death of the dates of a life; numbers and hours in their other form, and what has a hyphen without it.
 */
export function impliedStems(words: readonly Word[]): ReadonlySet<string> {
  const implied = new Set<string>();
  const add = (names: readonly string[]): void => {
    for (const name of names) implied.add(stemOf(name));
  };
  words.forEach((word, at) => {
    if (/^weekend/u.test(word.text)) add(WEEKDAYS.slice(5));
    if (/^(?:weekday|workday)s?$/u.test(word.text)) add(WEEKDAYS.slice(0, 5));
    if (isEveryDay(words, at)) add(WEEKDAYS);
    const from = placeOf(word);
    if (from === undefined) return;
    const beside = [words[at - 1], words[at + 1]].filter((near) => near !== undefined);
    // "Sat" alone may be the word; not beside a number, another day or "closed".
    const tells = (near: Word): boolean => /^(?:\d|closed$|shut$)/u.test(near.text);
    if (beside.some((near) => tells(near) || placeOf(near)?.cycle === from.cycle)) {
      add([from.cycle[from.at] ?? '']);
    }
    if (from.cycle === MONTHS) {
      for (const near of beside) {
        const day = /^\d{1,2}/u.exec(near.text)?.[0];
        add(NAMED_DAYS.get(`${MONTHS[from.at] ?? ''} ${Number(day)}`) ?? []);
      }
    }
    const to = endOfRange(words, at);
    if (to?.cycle !== from.cycle) return;
    const names = between(from, to.at);
    add(names);
    const isWorkweek = from.cycle === WEEKDAYS && from.at === 0 && to.at === 4;
    if (isWorkweek) add(['weekday', 'weekdays']);
  });
  const others = [lifeStems, numberStems, clockStems, joinedStems];
  for (const stem of others.flatMap((stemsIn) => stemsIn(words))) implied.add(stem);
  return implied;
}

const BEFORE_DAILY = new Set('open opens opened hours runs run running leaves departs'.split(' '));
const AFTER_DAILY = /^(?:from|between|until|till|at|except|but|\d.*)$/u;

/** "Every day", "seven days a week", and "open daily", but no daily paper. */
function isEveryDay(words: readonly Word[], at: number): boolean {
  const [before, word, next, third] = [at - 1, at, at + 1, at + 2].map((one) => words[one]?.text);
  if (word === 'daily') {
    return BEFORE_DAILY.has(before ?? '') || AFTER_DAILY.test(next ?? '');
  }
  if (word === 'day') return before === 'every' || before === 'each';
  const isWeek = word === 'days' && next === 'a' && third === 'week';
  return isWeek && (before === 'seven' || before === '7');
}

function placeOf({ text, capitalised }: Word): Place | undefined {
  // "May" and "Sat" are words too.
  if (!capitalised) return undefined;
  const name = ABBREVIATIONS.get(text) ?? text;
  for (const cycle of [WEEKDAYS, MONTHS]) {
    const at = cycle.indexOf(name);
    if (at >= 0) return { cycle, at };
  }
  return undefined;
}

function endOfRange(words: readonly Word[], at: number): Place | undefined {
  const next = words[at + 1];
  if (next === undefined) return undefined;
  if (RANGE.test(next.before)) return placeOf(next);
  const end = words[at + 2];
  return RANGE_WORDS.has(next.text) && end !== undefined ? placeOf(end) : undefined;
}

/** Also over the end: from November to March. */
function between({ cycle, at }: Place, to: number): string[] {
  const length = ((to - at + cycle.length) % cycle.length) + 1;
  return Array.from({ length }, (_, step) => cycle[(at + step) % cycle.length] ?? '');
}
