import { coverage } from '../../retrieval/coverage.js';
import type { Query } from '../../retrieval/query.js';
import { contentWords, presence, type Term } from '../../retrieval/terms.js';
import { indexText } from '../../retrieval/text-index.js';
import type { StoredArticle } from '../../store/store.js';
import type { Span } from '../../text/span.js';
import { wordsOf, type Word } from '../../text/words.js';
import type { AnswerText } from '../answer.js';
import { comparable, type Entry, type Table } from './comparable.js';
import { extremesOf, measureOf, type Measure } from './cell-measures.js';
import { shownAs, type HeadedSection } from '../sections/headed-sections.js';

export interface Superlative {
  readonly most: boolean;
  /** What is compared, if the word says it. */
  readonly of?: Measure | undefined;
  /** Its words, which are in no cell. */
  readonly words: ReadonlySet<string>;
}

const WORDS: ReadonlyMap<string, Omit<Superlative, 'words'>> = new Map([
  ['cheapest', { most: false, of: 'price' }],
  ['dearest', { most: true, of: 'price' }],
  ['priciest', { most: true, of: 'price' }],
  ['longest', { most: true, of: 'duration' }],
  ['shortest', { most: false, of: 'duration' }],
  ['quickest', { most: false, of: 'duration' }],
  ['earliest', { most: false, of: 'clock' }],
  ['highest', { most: true }],
  ['lowest', { most: false }],
  ['biggest', { most: true }],
  ['largest', { most: true }],
  ['smallest', { most: false }],
  ['most', { most: true }],
  ['least', { most: false }],
  ['fewest', { most: false }],
]);

/** "The cheapest", "the most expensive", "costs the least", "the most homes". */
export function superlativeOf(words: readonly Word[]): Superlative | undefined {
  for (const [at, { text }] of words.entries()) {
    const found = WORDS.get(text);
    if (found === undefined) continue;
    const [before, next] = [words[at - 1]?.text ?? '', words[at + 1]?.text ?? ''];
    if (text === 'most' || text === 'least') {
      // "At most five", "most of them".
      if (before === 'at' || next === 'of') continue;
      if (/^(?:expensive|costly)$/u.test(next)) {
        return { most: text === 'most', of: 'price', words: new Set([text, next]) };
      }
      const costs = words.find((word) => /^costs?$/u.test(word.text))?.text;
      if (costs !== undefined) {
        return { most: text === 'most', of: 'price', words: new Set([text, costs]) };
      }
    }
    return { ...found, words: new Set([text]) };
  }
  return undefined;
}

/** What of the rest of a question the title, headings and columns' names have to have. */
const TOPIC = 0.75;
const MOST_ROWS = 3;
/** They say what is compared, as the superlative does. */
const COMPARES = /^(?:costs?|prices?|takes?|lasts?|starts?|begins?)$/u;
/** They stand for whatever the rows are of. */
const OF_ANY_KIND =
  /^(?:things?|items?|ones?|products?|options?|sections?|categor(?:y|ies)|lists?|tables?)$/u;

/**
 * The row of a table with the most or the least of what a question compares: "Which is the cheapest
 * room?" Only the cells of one column are compared, the one that the question names or the only one
 * of the kind. Undefined if it is not clear which, or the table is of something else.
 */
export function superlativeRow(
  query: Query,
  article: Pick<StoredArticle, 'id' | 'title' | 'text' | 'blocks'>,
  sections: readonly HeadedSection[],
): AnswerText | undefined {
  const asked = superlativeOf(query.words);
  if (asked === undefined) return undefined;
  const { text, blocks, title } = article;
  const words = ({ start, end }: Span): string => text.slice(start, end);
  for (const table of comparable(text, blocks, sections)) {
    const [first] = table.rows;
    if (first === undefined) continue;
    const above = sections.filter(({ at, to }) => at < first.at && first.at < to);
    const names = (table.header?.cells ?? []).map(words);
    const topic = [title, ...above.map((section) => section.words), ...names].join('\n');
    const terms = query.terms.filter(
      ({ text: term, position }) =>
        !asked.words.has(term) &&
        query.words[position - 1]?.text !== 'how' &&
        !COMPARES.test(term) &&
        !OF_ANY_KIND.test(term),
    );
    const rows = rowsMeant(terms, table, topic, words);
    const column = rows && columnCompared(query, asked, names, rows, words);
    const found =
      column === undefined
        ? []
        : extremesOf(rows ?? [], asked.most, (row) => valueIn(row, column, asked.of, names, words));
    const units = found.flatMap((entry) => entry.units);
    const [start, end] = [units[0]?.start, units.at(-1)?.end];
    if (start === undefined || end === undefined || found.length > MOST_ROWS) continue;
    const isHow = query.words.some((word) => word.text === 'how');
    const highlights = found.flatMap(({ cells }) => cells[isHow ? (column ?? 0) : 0] ?? []);
    const shown = shownAs(article, units, { start, end, path: above.map((one) => one.words) });
    return {
      ...shown,
      highlights: highlights.map((cell) => ({ start: cell.start, end: cell.end })),
    };
  }
  return undefined;
}

/** All rows, or those that have the words that tell them apart; none if the table is of something else. */
function rowsMeant(
  terms: readonly Term[],
  { rows }: Table,
  topic: string,
  words: (span: Span) => string,
): Table['rows'] | undefined {
  const about = indexText(topic);
  const others = terms.filter((term) => presence(term, about) === 0);
  const meant = rows.filter(({ cells }) => {
    const index = indexText(cells.map(words).join(' | '));
    return others.some((term) => presence(term, index) > 0);
  });
  const inRows = indexText(meant.map(({ cells }) => cells.map(words).join(' ')).join('\n'));
  if (terms.some((term) => term.specific && presence(term, about) + presence(term, inRows) === 0)) {
    return undefined;
  }
  if (terms.length > 0 && coverage(terms, about, inRows) < TOPIC) return undefined;
  return meant.length > 1 ? meant : rows;
}

function columnCompared(
  query: Query,
  { of }: Superlative,
  names: readonly string[],
  rows: Table['rows'],
  words: (span: Span) => string,
): number | undefined {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const fitting = Array.from({ length: width }, (_, column) => column).filter((column) => {
    const values = rows.map((entry) => valueIn(entry, column, of, names, words));
    return values.filter((value) => value !== undefined).length > rows.length / 2;
  });
  const named = (column: number): number =>
    column === 0 ? 0 : coverageOfName(query, names[column] ?? '');
  const [best, next] = fitting.toSorted((a, b) => named(b) - named(a));
  if (best === undefined) return undefined;
  if (named(best) > 0) return next !== undefined && named(next) === named(best) ? undefined : best;
  // What is compared has to be said by a word, or by the column's name.
  return of !== undefined && next === undefined ? best : undefined;
}

/** How much of a column's name a question says. */
function coverageOfName({ terms }: Query, name: string): number {
  const words = contentWords(wordsOf(name));
  const said = words.filter(({ text }) => {
    const index = indexText(text);
    return terms.some((term) => presence(term, index) >= 0.9);
  });
  return words.length === 0 ? 0 : said.length / words.length;
}

function valueIn(
  { cells }: Entry,
  column: number,
  of: Measure | undefined,
  names: readonly string[],
  words: (span: Span) => string,
): number | undefined {
  const cell = cells[column];
  return cell === undefined ? undefined : measureOf(words(cell), names[column] ?? '', of);
}
