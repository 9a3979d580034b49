import { plainBlocks } from '../../src/documents/plain-blocks.js';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { contentHash } from '../../src/articles/content-hash.js';
import type { EmbeddingModel } from '../../src/embedding/embedder.js';
import { embeddedText, textHash } from '../../src/passages/embedded-text.js';
import { packSigns } from '../../src/vectors/word-signs.js';
import { openStore, type StoreOptions } from '../../src/store/open.js';
import type { NewArticle, Store, StoredVector } from '../../src/store/store.js';

export const DIMS = 32;
export const MODEL: EmbeddingModel = { key: 'test:32', dims: DIMS, maxTokens: 256 };

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'newsdesk-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store that is closed when the test ends. */
export async function storeIn(
  directory: StoreOptions['directory'],
  options: Partial<StoreOptions> = {},
): Promise<Store> {
  const store = await openStore({ directory, model: MODEL, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A unit vector that depends on the text alone. */
export function vectorFor(text: string, dims = DIMS): Float32Array {
  const next = random(createHash('sha256').update(text).digest().readUInt32LE());
  const vector = Float32Array.from({ length: dims }, () => next() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

export interface ArticleOptions {
  readonly title?: string;
  readonly collection?: string;
  readonly source?: string;
}

/** An article whose every paragraph is a passage and whose every line is a sentence. */
export function articleOf(
  id: string,
  paragraphs: readonly (readonly string[])[],
  {
    title = `Title of ${id}`,
    collection = 'shared',
    source = `/articles/${id}`,
  }: ArticleOptions = {},
): NewArticle {
  const text = paragraphs.map((lines) => lines.join('\n')).join('\n\n');
  const hashOf = (part: string): string => textHash(embeddedText(title, part));
  const blocks = plainBlocks(text);
  let position = 0;
  const passages = paragraphs.map((lines) => {
    const start = position;
    const sentences = lines.map((line) => {
      const sentence = {
        start: position,
        end: position + line.length,
        hash: hashOf(line),
        kind: 'sentence' as const,
        block: 0,
      };
      position = sentence.end + 1;
      return sentence;
    });
    const end = position - 1;
    position = end + 2;
    return { start, end, path: [], hash: hashOf(text.slice(start, end)), sentences };
  });
  return {
    id,
    source,
    collection,
    title,
    text,
    blocks,
    contentHash: contentHash(title, { text, blocks }),
    passages,
  };
}

/** The vectors of all that an article embeds. */
export function vectorsOf(article: NewArticle, dims = DIMS): Map<string, StoredVector> {
  const spans = article.passages.flatMap((passage) => [passage, ...passage.sentences]);
  return new Map(
    spans.map(({ start, end, hash }) => {
      const vector = vectorFor(article.text.slice(start, end), dims);
      return [hash, { vector, words: packSigns(vector, dims) }];
    }),
  );
}

export async function add(store: Store, article: NewArticle): Promise<void> {
  await store.addVectors(vectorsOf(article));
  await store.putArticle(article);
}
