import { coverage } from '../retrieval/coverage.js';
import type { Query } from '../retrieval/query.js';
import { indexOfSentence, indexOfTitle, indexText } from '../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import type { Bold, WeighedSentence } from './bold.js';
import { asksPrice, hasPrice } from './price.js';

/** What of the question the cells of another row have to have more. */
const ADDED_BY_ROW = 0.15;

/** Of the rows of a table the one whose cells have more of the question: "Wednesday", not "Tuesday". */
export function rowAsAsked(
  query: Query,
  weighed: readonly WeighedSentence[],
  { best }: Bold,
): WeighedSentence | undefined {
  if (best.sentence.kind !== 'row') return undefined;
  const met = ({ text }: SentenceRecord): number => coverage(query.terms, indexText(text));
  const least = met(best.sentence) + ADDED_BY_ROW;
  const rows = weighed.filter(({ sentence }) => sentence.kind === 'row');
  const most = Math.max(...rows.map(({ sentence }) => met(sentence)));
  return most < least ? undefined : rows.find(({ sentence }) => met(sentence) === most);
}

/** All of the question, but for what a common word counts. */
const WHOLE = 0.95;

/** They ask for what a row tells of a price, or of what its first cell names. */
const ASKS_PRICE = new Set('much cost costs price pay paid charge'.split(' '));
const ASKS_MEANING = new Set('mean means meaning stand stands'.split(' '));

/**
 * Whether rows, or an item with a label such as "E2: no contact", have with the names of the columns
 * and the headings above all words of the question, and themselves some that the headings lack.
 */
export function isNamedEntry(
  query: Query,
  { context }: PassageRecord,
  { sentences }: Bold,
): boolean {
  const units = sentences.map(({ sentence }) => sentence);
  const [first] = units;
  if (first === undefined || units.some(({ kind }) => kind !== first.kind)) return false;
  const own =
    first.kind === 'row'
      ? units.map(indexOfSentence)
      : [labelOf(first)].flatMap((label) => label ?? []);
  if (own.length < units.length) return false;
  const priced = asksPrice(query) && units.every(({ reading }) => hasPrice(reading));
  const terms = query.terms.filter(
    ({ text }) =>
      !(priced && ASKS_PRICE.has(text)) && !(first.kind === 'item' && ASKS_MEANING.has(text)),
  );
  const headings = indexOfTitle(context);
  return own.every(
    (each) =>
      coverage(terms, headings) < WHOLE &&
      coverage(terms, each) > 0 &&
      coverage(terms, each, headings) >= WHOLE,
  );
}

/** "E2: the base has no contact", "`!timer MINUTES` – reminds you": the words before the mark. */
const LABEL = /^(.{1,48}?)(?::|\s[–—-])\s/u;

function labelOf({ kind, text }: SentenceRecord): ReturnType<typeof indexText> | undefined {
  const label = kind === 'item' ? LABEL.exec(text)?.[1] : undefined;
  return label === undefined ? undefined : indexText(label);
}
