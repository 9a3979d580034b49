import { newWordSimilarities, nearestWords } from '../retrieval/align.js';
import type { Features } from '../retrieval/linear.js';
import type { Query } from '../retrieval/query.js';
import { isStopWord } from '../retrieval/stop-words.js';
import { indexOfSentence, type TextIndex } from '../retrieval/text-index.js';
import type { SentenceRecord } from '../store/store.js';
import type { Asked, AskedFor } from './question.js';
import type { SpanCandidate, SpanKind } from './span-candidates.js';

/** What speaks for words of a sentence as the ones that answer; all but a few are 0 or 1. */
export type SpanFeature =
  // What they are, and whether that is what is asked for.
  | SpanKind
  | 'fits'
  | 'personFits'
  | 'placeFits'
  | 'placeNameFits'
  | 'dateFits'
  | 'numberFits'
  | 'nameFits'
  | 'chunkFits'
  | 'holdsTerm'
  | 'holdsName'
  // How near they are to the question, in meaning and in place.
  | 'askedAlignment'
  | 'headAlignment'
  | 'nearness'
  | 'lead'
  | 'alignedNearness'
  | 'nearNext'
  | 'nearLast'
  | 'beforeHead'
  | 'afterHead'
  | 'holdsHead'
  | 'afterAsked'
  | 'beforeAsked'
  // What stands beside them.
  | 'by'
  | 'where'
  | 'when'
  | 'is'
  | 'article'
  | 'of'
  | 'beforeOf'
  | 'and'
  | 'beforeVerb'
  // Whether they stand where an answer would, before what is asked about or after it.
  | 'termsBefore'
  | 'subjectOrder'
  | 'endOrder'
  | 'questionOrder'
  | 'subjectBefore'
  | 'subjectAfter'
  | 'objectBefore'
  | 'objectAfter';

const FITS: Record<Asked, readonly SpanKind[]> = {
  person: ['person', 'name'],
  date: ['date'],
  number: ['number'],
  place: ['place', 'name'],
  name: ['person', 'place', 'name'],
  thing: ['person', 'place', 'name', 'chunk'],
  reason: ['chunk'],
};
const NAMES: readonly SpanKind[] = ['person', 'place', 'name'];
const WHERE = new Set('in at to from near'.split(' '));
const WHEN = new Set('in on since by until'.split(' '));
const IS = new Set('is was are were called named as known be been'.split(' '));
const ARTICLES = new Set('the a an'.split(' '));
const VERBS = new Set('is was are were has had have'.split(' '));
const AUXILIARIES = new Set(
  'did do does was were is are has have had can could will would should may might must'.split(' '),
);
/** A word of the question is found in the sentence where one there is this near to it. */
const FOUND = 0.35;
const HELD = 0.45;

/** One for each candidate, in order. */
export function spanFeatures(
  query: Query,
  asked: AskedFor,
  sentence: SentenceRecord,
  candidates: readonly SpanCandidate[],
): Features<SpanFeature>[] {
  const text = indexOfSentence(sentence);
  const scene = { query, asked, text, ...foundTerms(query, asked, sentence, text) };
  const nearness = candidates.map((candidate) => nearnessOf(candidate, query, text));
  return candidates.map((candidate, index) => {
    const others = nearness.filter((_, other) => other !== index);
    const own = nearness[index] ?? 0;
    return {
      ...kindFeatures(candidate, asked),
      ...nearFeatures(candidate, scene),
      ...besideFeatures(candidate, scene),
      ...orderFeatures(candidate, scene),
      nearness: own,
      lead: own - Math.max(0, ...others),
    };
  });
}

/** A term of the question where the sentence says it, or something near it. */
interface FoundTerm {
  readonly at: number;
  readonly similarity: number;
  readonly weight: number;
  /** Its place in the question. */
  readonly position: number;
}

interface Scene {
  readonly query: Query;
  readonly asked: AskedFor;
  readonly text: TextIndex;
  readonly found: readonly FoundTerm[];
  /** Of new words, by their place in the sentence, to the question word and to the head. */
  readonly toAsked: ReadonlyMap<number, number>;
  readonly toHead: ReadonlyMap<number, number>;
  /** The head's place in the question, or -1. */
  readonly headAt: number;
}

function foundTerms(
  query: Query,
  { at, head }: AskedFor,
  sentence: SentenceRecord,
  text: TextIndex,
): Pick<Scene, 'found' | 'toAsked' | 'toHead' | 'headAt'> {
  const headAt = head === undefined ? -1 : query.words.findIndex(({ stem }) => stem === head);
  const similarities = (position: number): Map<number, number> =>
    position < 0 ? new Map<number, number>() : newWordSimilarities(query, position, sentence, text);
  const nearest = nearestWords(query, sentence, text);
  return {
    found: query.terms.flatMap(({ weight, position }, term) => {
      const word = nearest[term];
      return word === undefined || word.similarity < FOUND ? [] : [{ ...word, weight, position }];
    }),
    toAsked: similarities(at ?? -1),
    toHead: similarities(headAt),
    headAt,
  };
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}

function kindFeatures({ kind }: SpanCandidate, { kind: asked }: AskedFor) {
  const isThing = asked === 'thing' || asked === 'name';
  return {
    name: flag(kind === 'name'),
    person: flag(kind === 'person'),
    place: flag(kind === 'place'),
    date: flag(kind === 'date'),
    number: flag(kind === 'number'),
    chunk: flag(kind === 'chunk'),
    fits: flag(FITS[asked].includes(kind)),
    personFits: flag(asked === 'person' && (kind === 'person' || kind === 'name')),
    placeFits: flag(asked === 'place' && kind === 'place'),
    placeNameFits: flag(asked === 'place' && kind === 'name'),
    dateFits: flag(asked === 'date' && kind === 'date'),
    numberFits: flag(asked === 'number' && kind === 'number'),
    nameFits: flag(isThing && NAMES.includes(kind)),
    chunkFits: flag(asked === 'thing' && kind === 'chunk'),
  };
}

/** From the first to the last word of a candidate, whatever stands between the names of a list. */
function extentOf({ stretches }: SpanCandidate): { first: number; last: number } {
  return { first: stretches[0]?.first ?? 0, last: stretches.at(-1)?.last ?? 0 };
}

function wordsIn({ stretches }: SpanCandidate): number[] {
  return stretches.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
}

function distance({ first, last }: { first: number; last: number }, at: number): number {
  return Math.max(first - at, at - last, 0);
}

/** Each of the question's words counts for more the nearer it stands. */
function nearnessOf({ stretches }: SpanCandidate, { terms }: Query, text: TextIndex): number {
  return terms.reduce((sum, { stem, weight }) => {
    const distances = (text.positions.get(stem) ?? []).flatMap((at) =>
      stretches.map((stretch) => Math.max(1, distance(stretch, at))),
    );
    return distances.length === 0 ? sum : sum + weight / Math.min(...distances);
  }, 0);
}

function nearFeatures(candidate: SpanCandidate, scene: Scene) {
  const { query, asked, text, found, toAsked, toHead, headAt } = scene;
  const extent = extentOf(candidate);
  const words = wordsIn(candidate);
  const heads = asked.head === undefined ? [] : (text.positions.get(asked.head) ?? []);
  const outside = found.filter(({ at }) => distance(extent, at) > 0);
  const following = found
    .filter(({ position }) => position > (asked.at ?? -1))
    .sort((a, b) => a.position - b.position);
  const closeness = (term: FoundTerm | undefined): number =>
    term === undefined ? 0 : 1 / Math.max(1, distance(extent, term.at));
  return {
    askedAlignment: Math.max(0, ...words.map((at) => toAsked.get(at) ?? 0)),
    headAlignment: Math.max(0, ...words.map((at) => toHead.get(at) ?? 0)),
    alignedNearness: outside.reduce(
      (sum, { at, similarity, weight }) => sum + (weight * similarity) / distance(extent, at),
      0,
    ),
    nearNext: closeness(following.find(({ position }) => position !== headAt)),
    nearLast: closeness(following.at(-1)),
    beforeHead: flag(heads.some((at) => at > extent.last && at - extent.last <= 2)),
    afterHead: flag(heads.some((at) => at < extent.first && extent.first - at <= 2)),
    holdsHead: flag(heads.some((at) => distance(extent, at) === 0)),
    holdsTerm: flag(
      found.some(({ at, similarity }) => similarity > HELD && distance(extent, at) === 0),
    ),
    holdsName: flag(
      words.some((at) => {
        const word = text.words[at];
        return word?.capitalised === true && query.stems.has(word.stem) && !isStopWord(word.text);
      }),
    ),
  };
}

function besideFeatures(candidate: SpanCandidate, { query, asked, text }: Scene) {
  const { first, last } = extentOf(candidate);
  const before = text.words[first - 1];
  const after = text.words[last + 1];
  const previous = before?.text ?? '';
  const isThing = asked.kind === 'thing' || asked.kind === 'name';
  return {
    afterAsked: flag(before !== undefined && query.stems.has(before.stem)),
    beforeAsked: flag(after !== undefined && query.stems.has(after.stem)),
    by: flag(asked.kind === 'person' && previous === 'by'),
    where: flag(asked.kind === 'place' && WHERE.has(previous)),
    when: flag(asked.kind === 'date' && WHEN.has(previous)),
    is: flag(isThing && IS.has(previous)),
    article: flag(ARTICLES.has(previous)),
    of: flag(previous === 'of'),
    beforeOf: flag(after?.text === 'of'),
    and: flag(previous === 'and' || previous === 'or'),
    beforeVerb: flag(VERBS.has(after?.text ?? '')),
  };
}

/** Of all that is not among the candidate's words, the part before it; half where there is none. */
function shareBefore(extent: { first: number; last: number }, found: readonly FoundTerm[]): number {
  const outside = found.filter(({ at }) => distance(extent, at) > 0);
  const total = outside.reduce((sum, { weight }) => sum + weight, 0);
  const before = outside.filter(({ at }) => at < extent.first);
  return total === 0 ? 0.5 : before.reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** "Who stripped the ball" is answered before its verb, "what did he strip" after it. */
function orderFeatures(candidate: SpanCandidate, scene: Scene) {
  const { query, asked, found, headAt } = scene;
  const extent = extentOf(candidate);
  const termsBefore = shareBefore(extent, found);
  const lean = termsBefore - 0.5;
  const at = asked.at ?? -1;
  const verbAt = (asked.kind !== 'person' && headAt >= 0 ? headAt : at) + 1;
  const isSubject = at >= 0 && !AUXILIARIES.has(query.words[verbAt]?.text ?? '');
  const length = query.words.length;
  const next = found
    .filter(({ position }) => position > at && position !== headAt)
    .sort((a, b) => a.position - b.position)[0];
  const before = next !== undefined && next.at > extent.last ? 1 / (next.at - extent.last) : 0;
  const after = next !== undefined && next.at < extent.first ? 1 / (extent.first - next.at) : 0;
  return {
    termsBefore,
    subjectOrder: at < 0 ? 0 : isSubject ? lean : -lean,
    endOrder: at >= 0 && at >= length - 3 ? lean : 0,
    questionOrder: at >= 0 && length > 1 ? (at / (length - 1) - 0.5) * lean : 0,
    subjectBefore: isSubject ? before : 0,
    subjectAfter: isSubject ? after : 0,
    objectBefore: isSubject ? 0 : before,
    objectAfter: isSubject ? 0 : after,
  };
}
