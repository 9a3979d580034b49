import type { SentenceRecord } from '../store/store.js';
import type { Query } from './query.js';
import type { Term } from './terms.js';
import { isStopWord } from './stop-words.js';
import { indexOfSentence, type TextIndex } from './text-index.js';
import { signBytes, signSimilarity, signTable } from './word-signs.js';
import { isNumber } from './words.js';

const tables = new WeakMap<Query, Map<number, Int32Array>>();

/** A word of the question, by its place there, ready to be compared with those of sentences. */
export function wordTable(query: Query, position: number): Int32Array {
  let ofQuery = tables.get(query);
  if (ofQuery === undefined) tables.set(query, (ofQuery = new Map<number, Int32Array>()));
  let table = ofQuery.get(position);
  if (table === undefined) {
    const dims = query.vector.length;
    table = signTable(query.wordVectors.subarray(position * dims, (position + 1) * dims));
    ofQuery.set(position, table);
  }
  return table;
}

const alignments = new WeakMap<Query, Map<SentenceRecord, Float32Array>>();

/**
 * How near each of the question's terms comes to any word of a sentence, in what they mean where
 * they stand: late interaction (Khattab and Zaharia, 2020: ColBERT). Far from all where the
 * sentence's words are lost.
 */
export function alignTerms(query: Query, sentence: SentenceRecord): Float32Array {
  let ofQuery = alignments.get(query);
  if (ofQuery === undefined)
    alignments.set(query, (ofQuery = new Map<SentenceRecord, Float32Array>()));
  let nearest = ofQuery.get(sentence);
  if (nearest === undefined) ofQuery.set(sentence, (nearest = nearestByTerm(query, sentence)));
  return nearest;
}

function nearestByTerm(query: Query, sentence: SentenceRecord): Float32Array {
  const nearest = new Float32Array(query.terms.length);
  const rows = tellingRows(sentence, signBytes(query.vector.length));
  query.terms.forEach(({ position }, term) => {
    const table = wordTable(query, position);
    let best = 0;
    for (const row of rows) {
      const similarity = signSimilarity(table, sentence.words, row);
      if (similarity > best) best = similarity;
    }
    nearest[term] = best;
  });
  return nearest;
}

const tellingRowsOf = new WeakMap<SentenceRecord, Uint16Array>();

/** Rows of the words that tell something: a title's all, of the sentence those that are no stop words. */
function tellingRows(sentence: SentenceRecord, rowBytes: number): Uint16Array {
  let rows = tellingRowsOf.get(sentence);
  if (rows === undefined) {
    const { words } = indexOfSentence(sentence);
    const count = sentence.words.length / rowBytes;
    const titleRows = count - words.length;
    rows = Uint16Array.from(
      Array.from({ length: Math.max(0, count) }, (_, row) => row).filter((row) => {
        const word = words[row - titleRows];
        return word === undefined || !isStopWord(word.text) || isNumber(word.text);
      }),
    );
    tellingRowsOf.set(sentence, rows);
  }
  return rows;
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
  { words: signs }: SentenceRecord,
  { words }: TextIndex,
): Map<number, number> {
  const similarities = new Map<number, number>();
  const table = wordTable(query, position);
  const titleRows = signs.length / signBytes(query.vector.length) - words.length;
  if (titleRows < 0) return similarities;
  words.forEach(({ text, stem }, at) => {
    if (query.stems.has(stem) || (isStopWord(text) && !isNumber(text))) return;
    similarities.set(at, signSimilarity(table, signs, titleRows + at));
  });
  return similarities;
}

/** The same word counts for more than one that only means the same. */
const SAME_WORD = 0.3;

/**
 * The word of a sentence, without its title, that is nearest to each of the question's terms, by
 * its place there; none where the sentence's words are lost.
 */
export function nearestWords(
  query: Query,
  { words: signs }: SentenceRecord,
  { words }: TextIndex,
): ({ readonly at: number; readonly similarity: number } | undefined)[] {
  const titleRows = signs.length / signBytes(query.vector.length) - words.length;
  return query.terms.map(({ position, stem }) => {
    if (titleRows < 0) return undefined;
    const table = wordTable(query, position);
    let nearest: { at: number; similarity: number } | undefined;
    words.forEach((word, at) => {
      const same = word.stem === stem ? SAME_WORD : 0;
      const similarity = signSimilarity(table, signs, titleRows + at) + same;
      if (nearest === undefined || similarity > nearest.similarity) nearest = { at, similarity };
    });
    return nearest;
  });
}
