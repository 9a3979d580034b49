import { coverage } from '../../retrieval/coverage.js';
import type { Query } from '../../retrieval/query.js';
import { contentWords, presence, type Term } from '../../retrieval/terms.js';
import { indexOfSentence, indexOfTitle, indexText } from '../../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../../store/store.js';
import { wordsOf } from '../../text/words.js';
import { columnsOf } from '../tables/cells.js';
import {
  asksForbidden,
  isNegated,
  isNumbered,
  isOrdinal,
  isPermission,
  isRequest,
  saysForbidden,
  type Wanted,
} from '../asked/wanted.js';

/** What of the question a list's own heading and introduction have to have. */
const NAMED = 0.3;
/** ... and with the article's title. */
const TOPIC = 0.75;
/** ... if the question says all that the heading does: "what's planned for Q4", "Q4". */
const HALF = 0.5;
/** A longer line before a list says something of its own. */
const LONGEST_INTRODUCTION = 160;

/**
 * The first item, or row, of the list in a passage that the question names: by the heading above it
 * or the line before it, together with the title that says whose it is. Undefined if none does, or if
 * `best`, which would be the answer else, has more of the question. Of steps a heading is enough that
 * says nothing but what the question does: "How to join".
 */
export function namedList(
  query: Query,
  passage: PassageRecord,
  best: SentenceRecord,
): SentenceRecord | undefined {
  const { title, path, sentences } = passage;
  if (isOfContrary(query, passage)) return undefined;
  const terms = query.terms.filter(({ text }) => !isRequest(text));
  const whose = indexOfTitle(title);
  const metByBest = coverage(terms, whose, indexOfSentence(best));
  const lists = sentences.flatMap((first, at) => {
    const before = sentences[at - 1];
    const begins = first.kind === 'item' || first.kind === 'row';
    if (!begins || before?.kind === first.kind) return [];
    const heading = path.at(-1) ?? '';
    const names = indexText([heading, introduction(before), ...columnsOf(first)].join('\n'));
    if (forbids(query, passage, before)) return [{ first, met: 1 }];
    if (coverage(terms, names) < NAMED) return [];
    const met = coverage(terms, whose, names);
    const isBetter = met >= metByBest - 0.001;
    const fits =
      (met >= TOPIC && isBetter) ||
      (met >= HALF && isBetter && says(terms, heading)) ||
      (isStep(first) && isStep(best) && says(terms, heading) && sentences.includes(best));
    return fits ? [{ first, met }] : [];
  });
  return lists.sort((a, b) => b.met - a.met)[0]?.first;
}

/**
 * The list is of what is not to be done, as its heading or the line before it says in its own words,
 * and that is asked for: "what am I not allowed to do?" of "The tenant may not:".
 */
function forbids(
  { words, terms }: Query,
  { context, path }: PassageRecord,
  before: SentenceRecord | undefined,
): boolean {
  if (!asksForbidden(words)) return false;
  const line = introduction(before);
  if (!saysForbidden(line) && !saysForbidden(path.at(-1) ?? '')) return false;
  const topic = terms.filter(({ text }) => !isPermission(text));
  return topic.length === 0 || coverage(topic, indexText(`${context}\n${line}`)) >= HALF;
}

/** The heading has a word of the question and says that it is not so, or the question does: "Not included". */
export function isOfContrary({ words, terms }: Query, { path }: PassageRecord): boolean {
  const heading = path.at(-1) ?? '';
  const index = indexText(heading);
  const isAbout = terms.some((term) => presence(term, index) > 0);
  return isAbout && isNegated(words) !== isNegated(wordsOf(heading));
}

function introduction(before: SentenceRecord | undefined): string {
  return before?.kind === 'sentence' && before.text.length <= LONGEST_INTRODUCTION
    ? before.reading
    : '';
}

/** An item of a numbered list, whose number is read before it. */
function isStep(item: SentenceRecord): boolean {
  return numberOf(item) !== undefined;
}

/** The number that is read before an item, or that a row begins with. */
function numberOf({ kind, text, reading }: SentenceRecord): number | undefined {
  if (kind === 'row') return digitsIn(/^\(?(\d{1,3})[.):]? \|/u.exec(text));
  if (kind !== 'item' || reading === text) return undefined;
  const before = reading.slice(0, reading.length - text.length);
  return digitsIn(/(?:^| )\(?(\d{1,3})[.):]? $/u.exec(before));
}

function digitsIn(found: RegExpExecArray | null): number | undefined {
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

/** Whether a question says all that a heading does. */
function says(terms: readonly Term[], heading: string): boolean {
  return contentWords(wordsOf(heading)).every((word) => {
    const index = indexText(word.text);
    return terms.some((term) => presence(term, index) === 1);
  });
}

/** All of it, but for what a common word counts. */
const WHOLE = 0.95;
/** With a number, which tells that a list is meant: also by words of the same beginning. */
const NEARLY = 0.6;

/**
 * Whether the headings above a list, with the title and the line before it, have all words of the
 * question for it, or for one of its items by number.
 */
export function isNamedWhole(
  query: Query,
  { ordinal }: Wanted,
  passage: PassageRecord,
  best: SentenceRecord,
  listOf: SentenceRecord | undefined,
): boolean {
  const { context, sentences } = passage;
  const item = listOf ?? (ordinal !== undefined && numberOf(best) === ordinal ? best : undefined);
  if (item === undefined) return false;
  const first = sentences.findLastIndex(
    (one, at) => at < sentences.indexOf(item) && one.kind !== item.kind,
  );
  if (listOf !== undefined && forbids(query, passage, sentences[first])) return true;
  const asked = query.terms.filter(({ text }) => !isRequest(text));
  const names = indexText([context, introduction(sentences[first]), ...columnsOf(item)].join('\n'));
  if (ordinal === undefined) return asked.length > 0 && coverage(asked, names) >= WHOLE;
  const nouns = asked.filter(({ text }) => !isOrdinal(text));
  const others = nouns.filter(({ text }) => !isNumbered(text));
  const terms = others.length > 0 ? others : nouns;
  return terms.length > 0 && coverage(terms, names) >= NEARLY;
}
