import type { SentenceRecord } from '../store/store.js';
import type { Query } from './query.js';
import { tells } from '../passages/telling-words.js';
import type { Term } from './terms.js';
import { indexOfSentence, type TextIndex } from './text-index.js';
import { packSigns, signDistance, signSimilarity, signWords } from '../vectors/word-signs.js';

/** A word of the question, ready to be compared with those of sentences. */
interface QueryWord {
  readonly vector: Float32Array;
  readonly signs: Int32Array;
}

const queryWords = new WeakMap<Query, Map<number, QueryWord>>();

function queryWord(query: Query, position: number): QueryWord {
  let ofQuery = queryWords.get(query);
  if (ofQuery === undefined) queryWords.set(query, (ofQuery = new Map<number, QueryWord>()));
  let word = ofQuery.get(position);
  if (word === undefined) {
    const dims = query.vector.length;
    const vector = query.wordVectors.subarray(position * dims, (position + 1) * dims);
    word = { vector, signs: signWords(packSigns(vector, dims)) };
    ofQuery.set(position, word);
  }
  return word;
}

/** A sentence's words as they are compared. */
interface SentenceWords {
  /** A row a word that tells something, the title's first. */
  readonly signs: Int32Array;
  readonly rows: readonly number[];
  /** Those of its own words, without the title's; none if the words are lost. */
  readonly own: readonly number[];
  /** The place in the sentence of each of its own. */
  readonly placeOf: ReadonlyMap<number, number>;
}

const sentenceWords = new WeakMap<SentenceRecord, SentenceWords>();

function wordsOfSentence(sentence: SentenceRecord, rowLength: number): SentenceWords {
  let known = sentenceWords.get(sentence);
  if (known === undefined) {
    const signs = signWords(sentence.words);
    const rows = Array.from({ length: signs.length / rowLength }, (_, row) => row);
    const telling = [...indexOfSentence(sentence).words.entries()].filter(([, word]) =>
      tells(word),
    );
    const titleRows = rows.length - telling.length;
    const own = titleRows < 0 ? [] : rows.slice(titleRows);
    const placeOf = new Map(own.map((row) => [row, telling[row - titleRows]?.[0] ?? 0]));
    known = { signs, rows, own, placeOf };
    sentenceWords.set(sentence, known);
  }
  return known;
}

const alignments = new WeakMap<Query, Map<SentenceRecord, Float32Array>>();

/**
 * How near each of the question's terms comes to any word of a sentence or its title, in what they
 * mean where they stand: late interaction (Khattab and Zaharia, 2020: ColBERT). The nearest is
 * found by signs alone and then measured. Far from all if the sentence's words are lost.
 */
export function alignTerms(query: Query, sentence: SentenceRecord): Float32Array {
  let ofQuery = alignments.get(query);
  if (ofQuery === undefined) {
    alignments.set(query, (ofQuery = new Map<SentenceRecord, Float32Array>()));
  }
  let aligned = ofQuery.get(sentence);
  if (aligned === undefined) {
    aligned = Float32Array.from(query.terms, ({ position }) => {
      const word = queryWord(query, position);
      const { signs, rows } = wordsOfSentence(sentence, word.signs.length);
      const row = nearestRow(word, signs, rows);
      return row === undefined ? 0 : Math.max(0, signSimilarity(word.vector, signs, row));
    });
    ofQuery.set(sentence, aligned);
  }
  return aligned;
}

function nearestRow(
  word: QueryWord,
  signs: Int32Array,
  rows: readonly number[],
): number | undefined {
  let nearest: number | undefined;
  let least = Infinity;
  for (const row of rows) {
    const distance = signDistance(word.signs, signs, row);
    if (distance >= least) continue;
    least = distance;
    nearest = row;
  }
  return nearest;
}

/** The nearest of several sentences, term by term. */
export function alignedByAny(...aligned: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...others] = aligned;
  return first.map((value, term) => Math.max(value, ...others.map((other) => other[term] ?? 0)));
}

/** How much of the question is met, its rarer words counting more: 0 to about 1. */
export function shareAligned(terms: readonly Term[], nearest: Float32Array): number {
  let met = 0;
  let asked = 0;
  terms.forEach(({ weight }, term) => {
    met += weight * (nearest[term] ?? 0);
    asked += weight;
  });
  return asked === 0 ? 0 : met / asked;
}

/**
 * How near a word of the question is to each word of a sentence that could be news to who asks, by
 * the place of that word in the sentence: what answers "who" means something like "who" there.
 */
export function newWordSimilarities(
  query: Query,
  position: number,
  sentence: SentenceRecord,
  { words }: TextIndex,
): Map<number, number> {
  const similarities = new Map<number, number>();
  const word = queryWord(query, position);
  const { signs, placeOf } = wordsOfSentence(sentence, word.signs.length);
  for (const [row, at] of placeOf) {
    const stem = words[at]?.stem;
    if (stem === undefined || query.stems.has(stem)) continue;
    similarities.set(at, signSimilarity(word.vector, signs, row));
  }
  return similarities;
}

/**
 * The same word counts for more than one that only means the same. Set by hand, and flat: from 0.15
 * to 0.45 words are marked for 0.253 to 0.257 of the questions of XQuAD's development half, 0.903 to
 * 0.898 of them rightly, and for the same questions of invented documents.
 */
const SAME_WORD = 0.3;

/**
 * The word of a sentence, without its title, that is nearest to each of the question's terms, by
 * its place there; none if the sentence's words are lost.
 */
export function nearestWords(
  query: Query,
  sentence: SentenceRecord,
  { words }: TextIndex,
): ({ readonly at: number; readonly similarity: number } | undefined)[] {
  return query.terms.map(({ position, stem }) => {
    const word = queryWord(query, position);
    const { signs, own, placeOf } = wordsOfSentence(sentence, word.signs.length);
    const same = own.filter((row) => words[placeOf.get(row) ?? -1]?.stem === stem);
    const row = nearestRow(word, signs, same.length > 0 ? same : own);
    if (row === undefined) return undefined;
    const similarity = signSimilarity(word.vector, signs, row) + (same.length > 0 ? SAME_WORD : 0);
    return { at: placeOf.get(row) ?? 0, similarity };
  });
}
