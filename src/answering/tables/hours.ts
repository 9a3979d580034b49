import type { Query } from '../../retrieval/query.js';
import { indexText } from '../../retrieval/text-index.js';
import type { Term } from '../../retrieval/terms.js';
import type { SentenceRecord } from '../../store/store.js';
import { labelOf } from './cells.js';
import { hasClock } from '../asked/clock.js';

/** They ask for hours that a row tells without any of these words. */
const ASKS_HOURS = new Set(
  `open opens opened opening close closes closed closing shut shuts start starts begin begins end ends
  time times hours hour play plays playing perform performs leave leaves depart departs arrive arrives
  take place happen happens run runs till til`.split(/\s+/u),
);
/** What stands in place of hours. */
const NO_HOURS = /^(?:closed|shut|open|all day|24\/7|24 h)$/iu;

/** Whether a row's cells tell hours, or that there are none. */
export function tellsHours(cells: readonly string[]): boolean {
  return cells.some((cell) => NO_HOURS.test(cell.trim()) || hasClock(indexText(cell)));
}

/** The terms of a question but those that ask for hours. */
export function withoutHours({ terms }: Pick<Query, 'terms'>): Term[] {
  return terms.filter(({ text }) => !ASKS_HOURS.has(text));
}

/** So far behind its label must a line of opening hours tell them, in letters. */
const HOURS_WITHIN = 16;

const DAY =
  '(?:(?:mon|fri|sun)(?:days?)?|tue(?:s|sdays?)?|wed(?:nesdays?)?|thu(?:rs|rsdays?)?|sat(?:urdays?)?)';
/** "Mon-Fri", "Sat & Sun", "Tuesdays and Thursdays", with nothing behind them but what is told. */
const DAYS = new RegExp(
  `^${DAY}\\.?(?: ?(?:[-–—,&/+]|to|and|through) ?${DAY}\\.?){0,6}(?=\\s)`,
  'iu',
);

/** Whether an entry is a line of opening hours: "Tue–Fri: 10:00–23:00", "Sat 10am-2pm". */
export function isHoursLine(entry: Pick<SentenceRecord, 'kind' | 'text'>): boolean {
  const { kind, text } = entry;
  const label = labelOf(entry);
  const days = label === undefined && kind !== 'row' ? DAYS.exec(text)?.[0] : undefined;
  if (label === undefined && days === undefined) return false;
  const told = text.slice((label ?? days ?? '').length + (label === undefined ? 0 : 1)).trim();
  return tellsHours([told.slice(0, HOURS_WITHIN)]);
}
