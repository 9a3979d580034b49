import type { Query } from '../../retrieval/query.js';
import { indexText } from '../../retrieval/text-index.js';
import { presence, type Term } from '../../retrieval/terms.js';
import type { SentenceRecord } from '../../store/store.js';
import type { Bold, WeighedSentence } from '../bold.js';
import { isWeekday } from '../../text/calendar.js';
import { stemOf } from '../../text/words.js';
import { cellsOf, labelOf } from './cells.js';
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

/** They ask when something is open at all. */
const ASKS_OPENING = new Set(['open', 'opening', 'close', 'closing', 'shut', 'hours'].map(stemOf));
const ONE_DAY = new Set(['today', 'tonight', 'tomorrow', 'now']);
const WEEKEND = ['saturday', 'sunday'].map(stemOf);

/**
 * All lines of the opening hours that stand together with the likeliest, or those of a weekend, if the
 * question names no day and nothing that one of them is of: "When are you open?"
 */
export function hoursAskedFor(
  query: Pick<Query, 'terms' | 'stems'>,
  weighed: readonly WeighedSentence[],
  { best }: Bold,
): { readonly lines: WeighedSentence[]; readonly whole: boolean } | undefined {
  const asks = [...ASKS_OPENING].some((stem) => query.stems.has(stem));
  const isOfDay = ({ text, stem }: Term): boolean => isWeekday(stem) || ONE_DAY.has(text);
  if (!asks || query.terms.some(isOfDay)) return undefined;
  const lines = linesBeside(weighed, best);
  const isWeekend = ({ text }: Term): boolean => text.startsWith('weekend');
  const terms = withoutHours(query).filter((term) => !isWeekend(term));
  const isNamed = ({ sentence }: WeighedSentence): boolean => {
    const index = indexText(sentence.text);
    return terms.some((term) => presence(term, index) > 0);
  };
  if (lines.length < 2 || lines.some(isNamed)) return undefined;
  if (!query.terms.some(isWeekend)) return { lines, whole: true };
  const ofWeekend = lines.filter(({ sentence }) => {
    const { positions, implied } = indexText(sentence.text);
    return WEEKEND.some((stem) => positions.has(stem) || implied.has(stem));
  });
  return { lines: ofWeekend.length === 0 ? lines : ofWeekend, whole: false };
}

/** The lines of hours of the likeliest's kind that follow one another around it. */
function linesBeside(
  weighed: readonly WeighedSentence[],
  best: WeighedSentence,
): WeighedSentence[] {
  const { kind } = best.sentence;
  const isLine = ({ sentence }: WeighedSentence): boolean =>
    sentence.kind === kind &&
    (kind === 'row' ? tellsHours(cellsOf(sentence)) : isHoursLine(sentence));
  const lines = new Map(weighed.filter(isLine).map((each) => [each.at, each]));
  let [first, last] = [best.at, best.at];
  while (lines.has(first - 1)) first -= 1;
  while (lines.has(last + 1)) last += 1;
  return [...lines.values()].filter(({ at }) => at >= first && at <= last);
}
