import { coverage } from '../../retrieval/coverage.js';
import type { Query } from '../../retrieval/query.js';
import { presence } from '../../retrieval/terms.js';
import { indexOfSentence, indexOfTitle, indexText } from '../../retrieval/text-index.js';
import { isAsked } from '../../passages/sections.js';
import type { PassageRecord, SentenceRecord } from '../../store/store.js';
import {
  asksForAddress,
  asksToExplain,
  isAddress,
  isLabelledAddress,
} from '../../text/addresses.js';
import type { Bold, WeighedSentence } from '../bold.js';
import { isOfContrary, namedList } from './named-list.js';
import type { AskedFor } from '../asked/question.js';
import type { Wanted } from '../asked/wanted.js';
import { wordsOf } from '../../text/words.js';

/**
 * A sentence that asks says nothing, however much of the question it repeats, nor does an address
 * alone, unless one is asked for.
 */
export function mayAnswer({ kind, text }: SentenceRecord, query?: Query): boolean {
  const words = query?.words ?? [];
  if (kind !== 'code' && !asksForAddress(words)) {
    if (isAddress(text) || (asksToExplain(words) && isLabelledAddress(text))) return false;
  }
  return kind !== 'sentence' || !isAsked(text);
}

/** So much of the asker's words must a question of the document have for its whole answer to be shown. */
const SAME_QUESTION = 0.6;
/** An answer below a question is shown whole up to this many characters. */
export const LONGEST_WHOLE = 420;

/**
 * All that stands under a question of the document that is the asker's own, if it is short: there
 * the document itself says where its answer begins and ends.
 */
export function wholeAnswer(
  query: Query,
  asked: AskedFor,
  passage: PassageRecord,
  weighed: readonly WeighedSentence[],
  bold: Bold,
): Bold | undefined {
  if (passage.end - passage.start > LONGEST_WHOLE) return undefined;
  const question = passage.path.findLast(isAsked);
  const isSame = question !== undefined && isSameQuestion(query, question, passage.title);
  return isSame || namesSection(query, asked, passage) ? withUnits(bold, weighed) : undefined;
}

/** Who asks from outside names the place, "… at Kestrel House?", which its own pages need not do. */
function isSameQuestion({ terms }: Query, question: string, title: string): boolean {
  const [own, above] = [indexOfTitle(question), indexOfTitle(title)];
  const asked = terms.filter((term) => presence(term, own) > 0 || presence(term, above) < 1);
  return coverage(asked, own) >= SAME_QUESTION;
}

/** Nearly all of the asker's words must stand in the headings for them to be taken as a topic. */
const NAMES_TOPIC = 0.8;

/** "Refunds at Cinderbox": no question, but what a heading calls its section. */
function namesSection(query: Query, { at }: AskedFor, { path, context }: PassageRecord): boolean {
  const heading = path.at(-1);
  if (at !== undefined || heading === undefined || asksYesOrNo(query)) return false;
  return (
    coverage(query.terms, indexOfTitle(heading)) > 0 &&
    coverage(query.terms, indexOfTitle(context)) >= NAMES_TOPIC
  );
}

function asksYesOrNo({ words }: Query): boolean {
  return /^(?:is|are|was|were|do|does|did|can|could|may|must|should|will|would|has|have|had)$/u.test(
    words[0]?.text ?? '',
  );
}

/** What of the question an item may add to its list's introduction for the list to be shown whole. */
const ADDED_BY_ITEM = 0.2;
/** What of it the introduction has to have, if the question does not say that it wants several. */
const INTRODUCED = 0.5;

/**
 * The number of the list that is asked for as a whole: the best unit is one of its items, or
 * introduces it, and the item itself meets no more of the question than the list's heading and
 * introduction do.
 */
export function asksForWhole(
  query: Query,
  asked: AskedFor,
  wanted: Wanted,
  passage: PassageRecord,
  { best }: Bold,
): SentenceRecord | undefined {
  if (wanted.whole && isOfContrary(query, passage)) return undefined;
  if (wanted.whole && wanted.ordinal === undefined) {
    const named = namedList(query, passage, best.sentence);
    if (named !== undefined) return named;
  }
  const mayBeSeveral = (asked.kind === 'thing' || asked.kind === 'name') && !asksYesOrNo(query);
  if (!(wanted.whole || mayBeSeveral) || wanted.ordinal !== undefined) return undefined;
  const { sentences } = passage;
  const at = best.at;
  const item = best.sentence.kind === 'item' ? best.sentence : itemAfter(sentences, at);
  if (item === undefined) return undefined;
  const introduction = introducing(sentences, item);
  const around = [passage.context, introduction?.reading ?? ''].join('\n');
  const headed = coverage(query.terms, indexText(around));
  const withItem = (one: SentenceRecord): number =>
    coverage(query.terms, indexText(around), indexOfSentence(one));
  // What most items say again, each of them, is said of the list: "Fixed …", "You may …".
  const met = Math.max(headed, median(itemsBeside(sentences, item).map(withItem)));
  const isOfLabel = best.sentence.kind === 'sentence' && isLabel(best.sentence, sentences);
  if (!wanted.whole && met < INTRODUCED && !isOfLabel) return undefined;
  if (best.sentence.kind !== 'item') return item;
  return withItem(best.sentence) - met <= ADDED_BY_ITEM ? item : undefined;
}

/** The items of the passage that stand in a row with this one. */
function itemsBeside(sentences: readonly SentenceRecord[], item: SentenceRecord): SentenceRecord[] {
  const at = sentences.indexOf(item);
  const isItem = ({ kind }: SentenceRecord): boolean => kind === 'item';
  const before = sentences.slice(0, at).findLastIndex((one) => !isItem(one));
  const after = sentences.findIndex((one, index) => index > at && !isItem(one));
  return sentences.slice(before + 1, after === -1 ? undefined : after);
}

/** The lower of the two in the middle of an even number. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

function itemAfter(sentences: readonly SentenceRecord[], at: number): SentenceRecord | undefined {
  const current = sentences[at];
  const next = sentences[at + 1];
  if (current?.kind !== 'sentence' || next?.kind !== 'item') return undefined;
  return /[:：]\s*$/u.test(current.text) || isLabel(current, sentences) ? next : undefined;
}

/** "Prizes", in a paragraph of its own, names the list below it, and says nothing by itself. */
function isLabel({ text, block }: SentenceRecord, sentences: readonly SentenceRecord[]): boolean {
  const isAlone = sentences.every((one) => one.block !== block || one.text === text);
  return isAlone && !/[.!?]["”’)]?$/u.test(text) && wordsOf(text).length <= LONGEST_LABEL;
}

/** Words of a label at most. */
const LONGEST_LABEL = 4;

/** Lines of code that are shown with what introduces them. */
const MOST_CODE = 8;

/** "Start it with:" says nothing without the code that it introduces. */
export function withCode(weighed: readonly WeighedSentence[], bold: Bold): Bold | undefined {
  const { sentence, at } = bold.best;
  if (sentence.kind !== 'sentence' || !/[:：]\s*$/u.test(sentence.text)) return undefined;
  const after = weighed.filter((unit) => unit.at > at).sort((a, b) => a.at - b.at);
  const last = after.findIndex((unit) => unit.sentence.kind !== 'code');
  const code = after.slice(0, last === -1 ? MOST_CODE : Math.min(last, MOST_CODE));
  return code.length === 0 ? undefined : withUnits(bold, [bold.best, ...code]);
}

function introducing(
  sentences: readonly SentenceRecord[],
  item: SentenceRecord,
): SentenceRecord | undefined {
  const first = sentences.indexOf(item);
  return sentences.slice(0, first).findLast(({ kind }) => kind === 'sentence');
}

/** Rows beside the best that are as much asked for: "what is on in the hall on Saturday". */
const MOST_ROWS = 6;

/** The best row, and those that meet the question as well as it does. */
export function rowsAskedFor(
  query: Query,
  passage: PassageRecord,
  weighed: readonly WeighedSentence[],
  bold: Bold,
): Bold | undefined {
  if (bold.best.sentence.kind !== 'row') return undefined;
  const metBy = ({ sentence }: WeighedSentence): number =>
    coverage(query.terms, indexOfSentence(sentence));
  const met = metBy(bold.best);
  const rows = weighed.filter((unit) => unit.sentence.kind === 'row');
  const alike = rows.filter((unit) => metBy(unit) >= met - 0.001);
  const tellsApart =
    alike.length < rows.length && met > coverage(query.terms, indexOfTitle(passage.context));
  return tellsApart && alike.length > 1 && alike.length <= MOST_ROWS
    ? withUnits(bold, alike)
    : undefined;
}

/** The item, or the row, with the number that is asked for. */
export function numbered(
  { ordinal }: Wanted,
  weighed: readonly WeighedSentence[],
): WeighedSentence | undefined {
  if (ordinal === undefined) return undefined;
  const marker = new RegExp(`^(?:.{0,80} )?\\(?${ordinal}[.):] `, 'u');
  const firstCell = new RegExp(`^\\(?${ordinal}[.):]? \\|`, 'u');
  return weighed.find(
    ({ sentence: { kind, text, reading } }) =>
      (kind === 'row' && firstCell.test(text)) ||
      (kind === 'item' &&
        reading !== text &&
        marker.test(reading.slice(0, reading.length - text.length))),
  );
}

/** What of the question an item's outer one has to add. */
const ADDED_BY_OUTER = 0.15;

/** Of items that say the same of what is asked, the one that is nested in what the question names. */
export function nestedAsAsked(
  query: Query,
  weighed: readonly WeighedSentence[],
  { best }: Bold,
): WeighedSentence | undefined {
  if (best.sentence.kind !== 'item') return undefined;
  const own = ({ text }: SentenceRecord): number => coverage(query.terms, indexText(text));
  const added = (one: SentenceRecord): number =>
    coverage(query.terms, indexOfSentence(one)) - own(one);
  const least = { own: own(best.sentence) - 0.001, added: added(best.sentence) + ADDED_BY_OUTER };
  return weighed.find(
    ({ sentence }) =>
      sentence.kind === 'item' && own(sentence) >= least.own && added(sentence) >= least.added,
  );
}

/** These units in place of the bold ones, in reading order; the best stays the best. */
export function withUnits({ best }: Bold, units: readonly WeighedSentence[]): Bold {
  const sentences = [...units].sort((a, b) => a.at - b.at);
  return {
    best: sentences.includes(best) ? best : (sentences[0] ?? best),
    sentences,
    share: Math.min(
      1,
      sentences.reduce((sum, { share }) => sum + share, 0),
    ),
  };
}
