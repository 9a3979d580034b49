import { coverage } from '../../retrieval/coverage.js';
import type { Query } from '../../retrieval/query.js';
import { presence, type Term } from '../../retrieval/terms.js';
import { indexOfSentence, indexOfTitle, indexText } from '../../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../../store/store.js';
import type { Bold, WeighedSentence } from '../bold.js';
import { askedFor } from '../asked/question.js';
import { isHoursLine, tellsHours, withoutHours } from './hours.js';
import { cellsOf, labelOf } from './cells.js';
import { isNumberedAs } from './keyed-row.js';
import { isWeekday } from '../../text/calendar.js';
import { isNumber } from '../../text/words.js';
import { asksPrice, tellsPrice } from '../asked/price.js';
import { ordinalWord } from '../asked/wanted.js';

/** All of the question, but for what a common word counts. */
const WHOLE = 0.95;

/** What of the question another entry has to have more. */
const ADDED_BY_ENTRY = 0.15;

/** "How much sugar goes in?" asks for the item of the sugar. */
const GOES_IN = new Set(
  'go goes went need needs needed use used uses put puts add added take takes contain contains'.split(
    ' ',
  ),
);

/**
 * Of the rows of a table the one whose cells have more of the question: "Wednesday", not "Tuesday".
 * Of the items of a list one that has all that the likeliest has of it, and more: "3 tins of beans",
 * not "2 tins of tomatoes". If the likeliest has nothing of it, one that has all. Lines of opening
 * hours are as good as rows: "Sun closed", not "Sat 10am-2pm".
 */
export function entryAsAsked(
  query: Query,
  weighed: readonly WeighedSentence[],
  { best }: Bold,
): WeighedSentence | undefined {
  const { kind } = best.sentence;
  const isLine = kind === 'sentence' && isHoursLine(best.sentence);
  if (kind !== 'row' && kind !== 'item' && !isLine) return undefined;
  const own = indexText(best.sentence.text);
  const shared = query.terms.filter((term) => presence(term, own) > 0);
  const hasShared = ({ text }: SentenceRecord): boolean => {
    const index = indexText(text);
    return shared.every((term) => presence(term, index) > 0);
  };
  const entries = weighed.filter(
    ({ sentence }) => sentence.kind === kind && (!isLine || isHoursLine(sentence)),
  );
  const withShared = entries.filter(({ sentence }) => hasShared(sentence));
  const isItem = kind === 'item';
  // What the title and the headings say mostly tells no entry from another.
  const headings = indexOfTitle(best.passage.context);
  const telling = query.terms.filter(
    (term) => presence(term, headings) === 0 && !(isItem && GOES_IN.has(term.text)),
  );
  if (isItem && shared.length === 0) {
    const found = withMore(telling, entries, best);
    return found !== undefined && coverage(telling, indexText(found.sentence.text)) >= WHOLE
      ? found
      : undefined;
  }
  return (
    withMore(query.terms, isItem ? withShared : entries, best) ??
    withMore(telling, withShared, best) ??
    (isLine ? lineOfDay(query, entries, best) : undefined)
  );
}

/** The likeliest line alone if it is of each day that is asked about. */
function lineOfDay(
  { terms }: Query,
  entries: readonly WeighedSentence[],
  { sentence }: WeighedSentence,
): WeighedSentence | undefined {
  const days = terms.filter(({ stem }) => isWeekday(stem));
  const index = indexText(sentence.text);
  const isOfDay = days.length > 0 && days.every((day) => presence(day, index) > 0);
  return isOfDay ? entries.find((entry) => entry.sentence === sentence) : undefined;
}

function withMore(
  terms: readonly Term[],
  entries: readonly WeighedSentence[],
  best: WeighedSentence,
): WeighedSentence | undefined {
  const met = ({ text }: SentenceRecord): number => coverage(terms, indexText(text));
  const most = Math.max(...entries.map(({ sentence }) => met(sentence)));
  if (most < met(best.sentence) + ADDED_BY_ENTRY) return undefined;
  return entries.find(({ sentence }) => met(sentence) === most);
}

/** They ask for what a row tells of a price, or for what is said of what an entry names. */
const ASKS_PRICE = new Set('much cost costs price pay paid charge'.split(' '));
const SAYS_HAVING = new Set('many get gets got have has give gives'.split(' '));
const ASKS_OF_ENTRY = new Set(
  'mean means meaning stand stands happen happens happened get gets getting'.split(' '),
);

const MOST_WORDS = 7;

/** "90 g sugar", "3 tins of beans": an item of a few words that begins with how much of it there is. */
function isAmountOf({ kind, text }: SentenceRecord): boolean {
  const length = text.split(' ').length;
  const isShort = length > 1 && length <= MOST_WORDS && !/[.;:]\s/u.test(text);
  return kind === 'item' && isShort && /^[\d½¼¾]/u.test(text);
}

/**
 * Whether rows, or an item with a label such as "E2: no contact", have with the names of the columns
 * and the headings above, and the sentence that the article opens with, all words of the question, and
 * themselves some that those lack.
 */
export function isNamedEntry(
  query: Query,
  { context }: PassageRecord,
  { sentences }: Bold,
  opening = '',
): boolean {
  const units = sentences.map(({ sentence }) => sentence);
  const [first] = units;
  if (first === undefined || units.some(({ kind }) => kind !== first.kind)) return false;
  // "Tue–Fri: 10:00–23:00" is as good as a row.
  const isLine = units.every(isHoursLine);
  // Who runs it, the hours of a thing do not tell.
  const asksHours = askedFor(query.words).kind !== 'person';
  const timed =
    asksHours &&
    (isLine || (first.kind === 'row' && units.every((unit) => tellsHours(cellsOf(unit)))));
  const isAmount = askedFor(query.words).kind === 'number' && units.every(isAmountOf);
  const own =
    first.kind === 'row' || isLine || isAmount
      ? units.map(indexOfSentence)
      : [labelOf(first)].flatMap((label) => (label === undefined ? [] : indexText(label)));
  if (own.length < units.length) return false;
  const priced = asksPrice(query) && units.every((unit) => tellsPrice(unit, context));
  const counted = units.every((unit) => isNumberedAs(query, unit));
  const terms = (
    timed && (first.kind === 'row' || isLine) ? withoutHours(query) : query.terms
  ).filter(
    ({ text }) =>
      !(priced && ASKS_PRICE.has(text)) &&
      !(counted && ordinalWord(text) !== undefined) &&
      !(isAmount && GOES_IN.has(text)) &&
      !(first.kind === 'row' ? SAYS_HAVING : ASKS_OF_ENTRY).has(text),
  );
  // The name of a column alone is of no row more than of the others.
  const ofCells = units.map(({ text }) => indexText(text));
  if (first.kind === 'row' && !counted && ofCells.some((each) => coverage(terms, each) === 0)) {
    return false;
  }
  const headings = indexOfTitle(context);
  // "From Friday to Sunday" at the beginning makes no row one of Sunday's.
  const isOfTime = ({ text, stem }: Term): boolean => isNumber(text) || isWeekday(stem);
  const about = indexOfTitle(`${context}\n${opening}`);
  return own.every(
    (each) =>
      coverage(terms, about) < WHOLE &&
      coverage(terms, each) > 0 &&
      coverage(terms, each, about) >= WHOLE &&
      terms.filter(isOfTime).every((term) => coverage([term], each, headings) > 0),
  );
}
