import { contentHash } from '../../src/articles/content-hash.js';
import { plainBlocks } from '../../src/documents/plain-blocks.js';
import { embeddedText, textHash } from '../../src/passages/embedded-text.js';
import type { NewArticle, PassageRecord, Store, StoredVector } from '../../src/store/store.js';

/** As long as hundreds of articles, so that what is written once for each does not count. */
const PASSAGES_PER_ARTICLE = 400;
/** Of a made vector: so much is from one text, so much from another, and so much by chance. */
const [ONE, OTHER, CHANCE] = [0.7, 0.4, 0.6];
/** Every so manieth word is one of a large vocabulary, by Zipf's law. */
const REPLACED = 4;
const VOCABULARY = 400_000;
/** Real words don't all begin alike, and those that do are read together. */
const LETTERS = 'abcdefghijklmnoprstuvwy';

/** Numbers from 0 to 1, the same in every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Fills a collection with made passages: sentences of real ones with other words put in, and mixed
 * vectors with noise. What an earlier run has made stays, so that it may be interrupted.
 */
export async function fill(
  store: Store,
  real: readonly PassageRecord[],
  collection: string,
  passages: number,
  onArticle: (done: number) => void,
): Promise<void> {
  for (let from = 0; from < passages; from += PASSAGES_PER_ARTICLE) {
    const id = `made-${collection}-${from}`;
    const count = Math.min(PASSAGES_PER_ARTICLE, passages - from);
    if ((await store.article(id, [collection])) === undefined) {
      const { article, vectors } = make(id, collection, real, count);
      await store.addVectors(vectors);
      await store.putArticle(article);
    }
    onArticle(from + count);
  }
}

function make(
  id: string,
  collection: string,
  real: readonly PassageRecord[],
  count: number,
): { article: NewArticle; vectors: Map<string, StoredVector> } {
  const next = chance(Buffer.from(textHash(id), 'hex').readUInt32LE());
  const pick = <T>(of: readonly T[]): T => {
    const one = of[Math.floor(next() * of.length)];
    if (one === undefined) throw new Error('There is nothing to make passages from.');
    return one;
  };
  const vectors = new Map<string, StoredVector>();
  const title = `Made ${id}`;
  const passages: NewArticle['passages'][number][] = [];
  let text = '';
  for (let number = 0; number < count; number += 1) {
    const start = text.length;
    const [one, other] = [pick(real), pick(real)];
    const sentences = one.sentences.map((sentence) => {
      const from = text.length;
      text += `${reworded(sentence.text, next)} `;
      const hash = textHash(embeddedText(title, `${id} ${from}`));
      const made = mixed(sentence.vector, pick(other.sentences).vector, next);
      vectors.set(hash, { vector: made, words: sentence.words });
      const { kind } = sentence;
      return { start: from, end: text.length - 1, kind, block: 0, hash };
    });
    const hash = textHash(embeddedText(title, `${id} passage ${number}`));
    vectors.set(hash, { vector: mixed(one.vector, other.vector, next) });
    passages.push({ start, end: text.length - 1, path: [], hash, sentences });
    text += '\n\n';
  }
  const blocks = plainBlocks(text);
  const contents = contentHash(title, { text, blocks });
  const article = { id, collection, source: id, title, text, blocks, contentHash: contents };
  return { article: { ...article, passages }, vectors };
}

function mixed(one: Float32Array, other: Float32Array, next: () => number): Float32Array {
  const noise = CHANCE * Math.sqrt(12 / one.length);
  const sum = one.map(
    (value, index) => ONE * value + OTHER * (other[index] ?? 0) + noise * (next() - 0.5),
  );
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

function reworded(sentence: string, next: () => number): string {
  return sentence.replace(/\p{L}{5,}/gu, (word) => {
    if (next() * REPLACED >= 1) return word;
    const number = Math.floor(VOCABULARY ** next());
    return `${LETTERS[number % LETTERS.length] ?? ''}${number.toString(36)}x`;
  });
}
