import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../articles/article.js';
import { readBytes } from '../articles/read.js';
import { plainBlocks } from '../documents/plain-blocks.js';
import { ChildEmbedder } from '../embedding/child-embedder.js';
import type { Embedder } from '../embedding/embedder.js';
import type { ModelSettings } from '../embedding/model-files.js';
import { NewsdeskError } from '../errors.js';
import { indexArticle } from '../indexing/index-article.js';
import { openStore } from '../store/open.js';
import type { Collection, Store } from '../store/store.js';
import type { Room, SetArticle } from './evaluation-set.js';
import { KeptEmbedder } from './kept-embedder.js';

/** Articles in a temporary folder, apart from the user's data. */
export interface BenchDesk {
  readonly store: Store;
  readonly embedder: Embedder;
  close(): Promise<void>;
}

export interface BenchOptions {
  readonly model: ModelSettings;
  /** None by default. */
  readonly reader?: ModelSettings | undefined;
  /** The compiled embedding process, if the caller runs from sources. */
  readonly embedderUrl?: URL | undefined;
  /** A folder that keeps what texts were embedded as for the next run. */
  readonly keep?: string | undefined;
}

export interface IndexRoomOptions {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export async function openBenchDesk(options: BenchOptions): Promise<BenchDesk> {
  const directory = await mkdtemp(join(tmpdir(), 'newsdesk-eval-'));
  const embedder = await openEmbedder(options);
  const discard = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const store = await openStore({ directory, model: await embedder.model() });
    return {
      store,
      embedder,
      close: async () => {
        await embedder.close();
        await store.close();
        await discard();
      },
    };
  } catch (error) {
    await embedder.close();
    await discard();
    throw error;
  }
}

async function openEmbedder({ model, reader, embedderUrl, keep }: BenchOptions): Promise<Embedder> {
  const embedder = new ChildEmbedder({ settings: model, reader, childUrl: embedderUrl });
  if (keep === undefined) return embedder;
  return KeptEmbedder.open(embedder, keep, reader).catch(async (error: unknown) => {
    await embedder.close();
    throw error;
  });
}

/** Collections are named by digits, as Discord's servers are. */
export function numberedCollection(index: number): Collection {
  return String(100_000_000_000_000_000n + BigInt(index));
}

/**
 * Indexes a room's articles, each under its name, which `articleNames` finds again. One without any
 * text that could answer is left out.
 */
export async function indexRoom(
  { store, embedder }: BenchDesk,
  { articles }: Pick<Room, 'articles'>,
  collection: Collection,
  { onProgress, signal }: IndexRoomOptions = {},
): Promise<void> {
  await store.exclusively(async () => {
    for (const [done, article] of articles.entries()) {
      onProgress?.(done, articles.length);
      try {
        const read = await readSetArticle(article, sourceOf(collection, article.name), signal);
        const { title } = article;
        await indexArticle(store, embedder, read, { collection, title, force: false, signal });
      } catch (error) {
        if (!(error instanceof NewsdeskError) || error.code !== 'source-no-text') throw error;
      }
    }
    await store.flush();
  });
  onProgress?.(articles.length, articles.length);
}

function sourceOf(collection: Collection, name: string): string {
  return `${collection}/${name}`;
}

/** The name in its set of what a source names. */
export function nameOfSource(source: string): string {
  return source.slice(source.indexOf('/') + 1);
}

async function readSetArticle(
  { name, text, title = name, read }: SetArticle,
  source: string,
  signal: AbortSignal | undefined,
): Promise<Article> {
  if (read === 'plain') return { source, title, text, blocks: plainBlocks(text) };
  return readBytes(Buffer.from(text), { name, source }, { signal });
}
