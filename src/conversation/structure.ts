import type { AnswerText } from '../answering/answer.js';
import { isNumbered, isOrdinal, wantedOf } from '../answering/asked/wanted.js';
import { indexText } from '../retrieval/text-index.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { isStopWord } from '../text/stop-words.js';
import { wordsOf } from '../text/words.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';

/** What stands between the cells of a row. */
export const CELL = ' | ';
export const FIRST = new Set('first earliest'.split(' '));
export const LAST = new Set('last latest final'.split(' '));
/** Words for whatever a row is of. */
export const ANYTHING = new Set('thing things event item comes happens starts going'.split(' '));

export interface Row {
  readonly passage: PassageRecord;
  readonly row: SentenceRecord;
}

/** A row of a table, what it is about, and what is asked of it. */
export interface RowAsked extends Row {
  readonly about: string;
  readonly understood: string;
}

/**
 * "What's first on Sunday?" after an answer from a table: the first of its rows that have all else
 * that is said. Undefined after any other answer, and if no row has it.
 */
export function orderedRow({ words, content }: Reading, topic: Topic): RowAsked | undefined {
  const answer = topic.last.answer;
  const [unit] = answer?.units ?? [];
  if (answer === null || unit?.kind !== 'row') return undefined;
  const isFirst = words.some(({ text }) => FIRST.has(text));
  if (!isFirst && !words.some(({ text }) => LAST.has(text))) return undefined;
  const wanted = content.filter(
    ({ text }) => !FIRST.has(text) && !LAST.has(text) && !ANYTHING.has(text),
  );
  const rows = besideOneAnother(topic.passages, unit.start, 'row');
  const met = rows.filter(({ row }) => {
    const { positions } = indexText(row.text);
    return wanted.every(({ stem }) => positions.has(stem));
  });
  const found = isFirst ? met[0] : met.at(-1);
  if (found === undefined || met.length === rows.length) return undefined;
  const about = cellLike(found.row, answer, topic, wanted);
  return { ...found, about, understood: `What is the ${about}?` };
}

/** They ask for what a row has, whatever that is. */
const HAVING = new Set(
  `get gets have has need needs something anything own much many option options choice version
  one`.split(/\s+/u),
);

/**
 * After an answer from one row of a table, what is said being all of a column's name or of another
 * row's first cell: the same row for "and the pudding?", the other for "and Wednesday?". Undefined if
 * more is said, and if several rows are called so.
 */
export function rowBeside({ form, words, content }: Reading, topic: Topic): RowAsked | undefined {
  const answer = form === 'instead' ? latestRow(topic) : topic.last.answer;
  const [unit, ...others] = answer?.units ?? [];
  if (answer === null || unit?.kind !== 'row' || others.length > 0) return undefined;
  const [label, ...cells] = unit.cells ?? [];
  const asked = new Set(content.filter(({ text }) => !HAVING.has(text)).map(({ stem }) => stem));
  if (label === undefined || asked.size === 0) return undefined;
  const rows = besideOneAnother(topic.passages, unit.start, 'row');
  const exactly = rows.filter(({ row }) => isSame(labelOf(row), asked));
  // "The electric one" is whatever of the sort is called so, among other words.
  const isOne = words.some(({ text }) => text === 'one' || text === 'ones');
  const partly = isOne
    ? rows.filter(({ row }) => [...asked].every((stem) => labelOf(row).has(stem)))
    : [];
  const called = exactly.length > 0 ? exactly : partly;
  const before = cells.find(({ start, end }) =>
    answer.highlights.some((each) => each.start >= start && each.end <= end),
  );
  if (called.length > 0) {
    const [other, another] = called;
    const isOther = another === undefined && other?.row.start !== unit.start;
    return isOther && other !== undefined ? askedOf(other, before?.column) : undefined;
  }
  if (answer !== topic.last.answer) return undefined;
  // "The pudding that day" says of which row, in the name of its first column.
  for (const stem of stemsOf(label.column ?? '')) asked.delete(stem);
  const named = cells.filter(({ column = '' }) => {
    const stems = stemsOf(column);
    return asked.size > 0 && [...asked].every((stem) => stems.has(stem));
  });
  const own = rows.find(({ row }) => row.start === unit.start);
  const [only, second] = named;
  return own === undefined || only === undefined || second !== undefined
    ? undefined
    : askedOf(own, only.column);
}

/** The last answer that was a row: "and the red one?" names another of its table, whatever was asked since. */
export function latestRow({ articleId, exchanges, last }: Topic): AnswerText | null {
  const latest = exchanges.findLast(
    ({ answer }) => answer?.articleId === articleId && answer.units[0]?.kind === 'row',
  );
  return latest?.answer ?? last.answer;
}

function labelOf({ text }: SentenceRecord): ReadonlySet<string> {
  return stemsOf(text.split(CELL)[0] ?? '');
}

function askedOf(found: Row, column: string | undefined): RowAsked {
  const about = found.row.text.split(CELL)[0] ?? found.row.text;
  const understood = column === undefined ? `${about}?` : `What is the ${column} of ${about}?`;
  return { ...found, about, understood };
}

export function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

/**
 * "And the second one?" after an item of a list, or after all of it: the item in that place. Undefined
 * if more is asked of it, or the list has fewer.
 */
export function itemInPlace(
  { text, pronoun }: Reading,
  { passages, last: { answer } }: Topic,
): { readonly passage: PassageRecord; readonly item: SentenceRecord } | undefined {
  const [unit] = answer?.units ?? [];
  if (unit?.kind !== 'item' || pronoun?.ordinal === undefined) return undefined;
  const rest = text.slice(0, pronoun.start) + text.slice(pronoun.end);
  if (wordsOf(rest).some((word) => !isStopWord(word.text))) return undefined;
  const items = besideOneAnother(passages, unit.start, 'item');
  const found = items.at(pronoun.ordinal > 0 ? pronoun.ordinal - 1 : pronoun.ordinal);
  return found === undefined ? undefined : { passage: found.passage, item: found.row };
}

/** So many other items of a list at most are shown at once. */
const MOST_OTHERS = 12;

/**
 * "What else?" after an item of a list: the others of it. Undefined if more is asked than was before,
 * or the list goes on in another passage.
 */
export function otherItems(
  { words, content }: Reading,
  { passages, last }: Topic,
): { readonly passage: PassageRecord; readonly items: readonly SentenceRecord[] } | undefined {
  const [unit, ...more] = last.answer?.units ?? [];
  if (unit?.kind !== 'item' || more.length > 0) return undefined;
  if (words[0]?.text !== 'what' || !words.some(({ text }) => text === 'else')) return undefined;
  const asked = stemsOf(last.understood);
  if (content.some(({ stem }) => !asked.has(stem))) return undefined;
  const others = besideOneAnother(passages, unit.start, 'item').filter(
    ({ row }) => row.start !== unit.start,
  );
  const [first] = others;
  const isOne = others.every(({ passage }) => passage === first?.passage);
  if (first === undefined || !isOne || others.length > MOST_OTHERS) return undefined;
  return { passage: first.passage, items: others.map(({ row }) => row) };
}

/**
 * "What's step 3?" of the article spoken of: its only item that has that number. Undefined if more is
 * said, and if several lists have one.
 */
export function itemByNumber(
  { words, content }: Reading,
  { passages }: Topic,
): { readonly passage: PassageRecord; readonly item: SentenceRecord } | undefined {
  const { ordinal } = wantedOf(words);
  const saysMore = content.some(({ text }) => !isNumbered(text) && !isOrdinal(text));
  if (ordinal === undefined || saysMore) return undefined;
  const number = new RegExp(`^\\(?${ordinal}[.):]? `, 'u');
  const [only, another] = passages.flatMap((passage) =>
    passage.sentences
      .filter(
        ({ kind, reading, text }) => kind === 'item' && reading !== text && number.test(reading),
      )
      .map((item) => ({ passage, item })),
  );
  return another === undefined ? only : undefined;
}

/** All rows or items beside the one that starts there: those in blocks beside one another. */
export function besideOneAnother(
  passages: readonly PassageRecord[],
  start: number,
  kind: 'row' | 'item',
): Row[] {
  const tables: Row[][] = [];
  for (const passage of passages) {
    for (const row of passage.sentences) {
      if (row.kind !== kind) continue;
      const before = tables.at(-1)?.at(-1)?.row;
      if (before !== undefined && row.block - before.block === 1) {
        tables.at(-1)?.push({ passage, row });
      } else {
        tables.push([{ passage, row }]);
      }
    }
  }
  return tables.find((rows) => rows.some(({ row }) => row.start === start)) ?? [];
}

/**
 * The cell of the column that the question before was about, leaving out those that only say which
 * row is meant; the first of the others by default.
 */
function cellLike(
  { text }: SentenceRecord,
  answer: AnswerText,
  { last }: Topic,
  wanted: Reading['content'],
): string {
  const asked = stemsOf(last.understood);
  const before = answer.text.split(CELL);
  const shareOf = (at: number): number =>
    [...stemsOf(before[at] ?? '')].filter((stem) => asked.has(stem)).length;
  const cells = text.split(CELL).map((cell, at) => ({ cell, share: shareOf(at) }));
  const others = cells.filter(({ cell }) => {
    const stems = stemsOf(cell);
    return /\p{L}/u.test(cell) && !wanted.some(({ stem }) => stems.has(stem));
  });
  const cell = others.toSorted((a, b) => b.share - a.share)[0]?.cell ?? text;
  // A cell begins like a sentence: "Pancake breakfast" is no name.
  return /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(cell)
    ? `${cell.charAt(0).toLowerCase()}${cell.slice(1)}`
    : cell;
}

export function stemsOf(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !isStopWord(word.text))
      .map(({ stem }) => stem),
  );
}
