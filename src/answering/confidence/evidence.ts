import { rankOf } from '../../text/common-words.js';
import { isWeekday } from '../../text/calendar.js';
import { isStopWord } from '../../text/stop-words.js';
import type { TextIndex } from '../../retrieval/text-index.js';
import { isNumber, stemOf, type Word } from '../../text/words.js';
import { hasClock } from '../asked/clock.js';
import type { Asked, AskedFor } from '../asked/question.js';

/** A stretch of words that could be what is asked for. */
export interface Candidate {
  readonly kind: 'name' | 'person' | 'place' | 'date' | 'number';
  /** Indexes into the sentence's words: from `first` to `last`, both included. */
  readonly first: number;
  readonly last: number;
}

const MONTHS =
  'january february march april may june july august september october november december';
const MONTH = new Set(MONTHS.split(' '));
const WEEKDAY = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
const DATE_NOUN = new Set('century centuries decade decades'.split(' '));
export const CARDINAL: ReadonlySet<string> = new Set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
  hundreds thousand thousands million millions billion billions trillion dozen dozens half third
  quarter thirds quarters once twice single double`.split(/\s+/u),
);
const DEFINITE = new Set(['the', 'these', 'those', 'both']);
const JOINS_NAMES = new Set(
  'of the de la le van von der den bin ibn al el du da di and'.split(' '),
);
export const PERSON_TITLE: ReadonlySet<string> = new Set(
  `mr mrs ms dr sir lord lady king queen prince princess president minister chancellor senator
  governor general colonel captain professor pope saint st emperor spokesman spokeswoman coach
  secretary chairman director leader actor actress author quarterback`.split(/\s+/u),
);
const PLACE_PREPOSITION = new Set(
  'in at from near to into toward towards across around outside'.split(' '),
);
const YEAR = /^(?:1\d{3}|20\d{2})(?:s)?$/u;
const CENTURY = /^\d{1,2}(?:st|nd|rd|th)$/u;

const found = new WeakMap<TextIndex, readonly Candidate[]>();

/** Names, dates and numbers of a sentence, in order; small rules, no dictionary of names. */
export function candidatesOf(index: TextIndex): readonly Candidate[] {
  let candidates = found.get(index);
  if (candidates === undefined) {
    candidates = [...dates(index.words), ...numbers(index.words), ...names(index.words)];
    found.set(index, candidates);
  }
  return candidates;
}

/** Hyphens that join the parts of a code to one another. */
const JOINS = /^[-‐‑–/#]$/u;
/** What may follow the digits of a number: `2nd`, `1990s`, `5pm`, `80km`. */
const COUNTED = /^[\d.,:]+(?:st|nd|rd|th|s|am|pm|a|p|h|k|m|x|km|cm|mm|kg|g|mb|gb|tb|hz|min|bn)?$/u;

/**
 * Whether a word with digits is part of a name: "MB-7733", "240317-RSB-Tarn-88", "4x4b". What such
 * digits come to is no amount and no year.
 */
function isCode(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (!COUNTED.test(word.text)) return true;
  const joined = (one: Word | undefined, gap: string | undefined): boolean =>
    one !== undefined && gap !== undefined && JOINS.test(gap) && one.capitalised;
  const next = words[at + 1];
  return joined(words[at - 1], word.before) || joined(next, next?.before);
}

function isDateWord(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || (isNumber(word.text) && isCode(words, at))) return false;
  if (YEAR.test(word.text) || WEEKDAY.has(word.text)) return true;
  if (MONTH.has(word.text)) return word.capitalised;
  if (DATE_NOUN.has(word.text)) return true;
  const next = words[at + 1];
  const previous = words[at - 1];
  if (CENTURY.test(word.text)) {
    return next !== undefined && (DATE_NOUN.has(next.text) || MONTH.has(next.text));
  }
  return (
    /^\d{1,2}$/u.test(word.text) &&
    [next, previous].some((near) => near !== undefined && near.capitalised && MONTH.has(near.text))
  );
}

function runs(
  words: readonly Word[],
  belongs: (at: number) => boolean,
  goesOn: (at: number) => boolean = () => true,
): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!belongs(at)) continue;
    const first = at;
    while (at + 1 < words.length && belongs(at + 1) && goesOn(at + 1)) at += 1;
    spans.push({ first, last: at });
  }
  return spans;
}

function dates(words: readonly Word[]): Candidate[] {
  return runs(words, (at) => isDateWord(words, at)).map((span) => ({ kind: 'date', ...span }));
}

function numbers(words: readonly Word[]): Candidate[] {
  const counts = (at: number): boolean => {
    const word = words[at];
    if (word === undefined) return false;
    if (isNumber(word.text)) return !isDateWord(words, at) && !isCode(words, at);
    // "The two nations" were counted before; it is no answer to how many.
    return CARDINAL.has(word.text) && !DEFINITE.has(words[at - 1]?.text ?? '');
  };
  return runs(words, counts).map((span) => ({ kind: 'number', ...span }));
}

/** No name goes on over it, as over the point of an initial or the hyphen of a double name. */
const DIVIDES = /[,;:()[\]"“”—#]/u;

/** "#market": where something is said in a chat. */
function isChannel({ before, start }: Word): boolean {
  return /[\s(]#$/u.test(before) || (start === 1 && before === '#');
}

function names(words: readonly Word[]): Candidate[] {
  const isName = (at: number): boolean => {
    const word = words[at];
    if (word === undefined || isNumber(word.text)) return false;
    if (isChannel(word)) return true;
    if (!word.capitalised) return false;
    if (MONTH.has(word.text) || WEEKDAY.has(word.text)) return false;
    if (!word.opens) return !isStopWord(word.text) || word.text.length === 1;
    return (
      !isStopWord(word.text) &&
      (rankOf(word.text) === undefined || words[at + 1]?.capitalised === true)
    );
  };
  const candidates: Candidate[] = [];
  const goesOn = (at: number): boolean => !DIVIDES.test(words[at]?.before ?? '');
  for (const span of runs(words, isName, goesOn)) {
    const previous = candidates.at(-1);
    const between = previous === undefined ? [] : words.slice(previous.last + 1, span.first);
    const joined =
      previous !== undefined &&
      between.length > 0 &&
      between.length <= 2 &&
      between.every(({ text }) => JOINS_NAMES.has(text) && text !== 'and') &&
      [...between, ...words.slice(span.first, span.first + 1)].every(
        ({ before }) => !DIVIDES.test(before),
      );
    if (joined) candidates.splice(-1, 1, { ...previous, last: span.last });
    else candidates.push({ kind: nameKind(words, span.first, span.last), ...span });
  }
  return candidates;
}

function nameKind(
  words: readonly Word[],
  first: number,
  last: number,
): 'name' | 'person' | 'place' {
  const before = words[first - 1];
  const opening = words[first];
  if (opening !== undefined && isChannel(opening)) return 'place';
  if (before !== undefined && PERSON_TITLE.has(before.text)) return 'person';
  if (opening !== undefined && last > first && PERSON_TITLE.has(opening.text)) return 'person';
  if (before !== undefined && PLACE_PREPOSITION.has(before.text)) return 'place';
  return 'name';
}

export interface Evidence {
  /** Whether an answer must hold a name, a date or a number at all. */
  readonly expected: boolean;
  /** What could be the answer, leaving out what the question says itself. */
  readonly candidates: readonly Candidate[];
}

const ANSWERS: Record<Asked, ReadonlySet<Candidate['kind']>> = {
  person: new Set(['person', 'name']),
  date: new Set(['date']),
  number: new Set(['number']),
  place: new Set(['place', 'name']),
  name: new Set(['person', 'place', 'name', 'date', 'number']),
  thing: new Set(['person', 'place', 'name', 'date', 'number']),
  reason: new Set(),
};
/** They tell how many without a number: "the only church". */
const QUANTIFIERS = [
  'onli',
  'sole',
  'singl',
  'sever',
  'both',
  'major',
  'most',
  'all',
  'none',
  'few',
];

/** With a number they tell when, too: "after 90 days", and a runner's "Time: 34:05". */
const DURATIONS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'time'].map(stemOf);

/** They tell when without a date: "in the autumn", "at noon", "every evening", "until it is full". */
const TIMES =
  `spring summer autumn winter morning noon midday afternoon evening night midnight dawn dusk sunrise
  sunset today tonight tomorrow yesterday weekend weekday christmas easter daily weekly monthly yearly
  annually always whenever until immediately soon`
    .split(/\s+/u)
    .map(stemOf);

/** False if a number or a date is asked for and the sentences have none. */
export function mayTell({ kind }: AskedFor, sentences: readonly TextIndex[]): boolean {
  if (kind !== 'number' && kind !== 'date') return true;
  const has = (sentence: TextIndex, stems: readonly string[]): boolean =>
    stems.some((stem) => sentence.positions.has(stem));
  return sentences.some((sentence) => {
    const kinds = new Set(candidatesOf(sentence).map((each) => each.kind));
    if (kinds.has(kind)) return true;
    return kind === 'number'
      ? has(sentence, QUANTIFIERS)
      : has(sentence, TIMES) ||
          hasClock(sentence) ||
          [...sentence.implied].some(isWeekday) ||
          (kinds.has('number') && has(sentence, DURATIONS));
  });
}

const EXPECTED = new Set<Asked>(['person', 'date', 'number', 'place']);

export function evidenceFor(
  { kind }: AskedFor,
  sentence: TextIndex,
  questionStems: ReadonlySet<string>,
): Evidence {
  const candidates = candidatesOf(sentence).filter(
    ({ kind: found, first, last }) =>
      ANSWERS[kind].has(found) &&
      sentence.words.slice(first, last + 1).some(({ stem }) => !questionStems.has(stem)),
  );
  return { expected: EXPECTED.has(kind), candidates };
}
