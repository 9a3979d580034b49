import type { Query } from '../../src/retrieval/query.js';
import { termsOf } from '../../src/retrieval/terms.js';
import type { PassageRecord, SentenceRecord } from '../../src/store/store.js';
import { wordsOf } from '../../src/text/words.js';

const DIMS = 32;

/** A question of which only the words count: its vectors are all the same. */
export function queryOf(text: string): Query {
  const words = wordsOf(text);
  return {
    text,
    vector: unit(),
    passages: 1,
    wordVectors: Float32Array.from(words.flatMap(() => [...unit()])),
    words,
    terms: termsOf(words, new Map(), 3),
    stems: new Set(words.map(({ stem }) => stem)),
  };
}

/** A passage of which only the words count. */
export function passageOf(title: string, texts: readonly string[]): PassageRecord {
  let at = 0;
  const sentences = texts.map((text): SentenceRecord => {
    const start = at;
    at += text.length + 1;
    const words = new Uint8Array((DIMS / 8) * wordsOf(`${title}. ${text}`).length);
    return {
      kind: 'sentence',
      block: 0,
      text,
      reading: text,
      start,
      end: start + text.length,
      vector: unit(),
      words,
    };
  });
  const text = texts.join(' ');
  return {
    id: 1,
    articleId: 'a',
    collection: 'shared',
    title,
    context: title,
    path: [],
    source: 'shared/a',
    ordinal: 0,
    text,
    start: 0,
    end: text.length,
    vector: unit(),
    sentences,
  };
}

function unit(): Float32Array {
  return new Float32Array(DIMS).fill(1 / Math.sqrt(DIMS));
}
