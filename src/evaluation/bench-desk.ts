import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainBlocks } from '../documents/plain-blocks.js';
import { ChildEmbedder } from '../embedding/child-embedder.js';
import type { Embedder } from '../embedding/embedder.js';
import type { ModelSettings } from '../embedding/model-files.js';
import { indexArticle } from '../indexing/index-article.js';
import { openStore } from '../store/open.js';
import { SHARED, type Store } from '../store/store.js';
import type { SquadParagraph } from './squad.js';

/** Articles in a temporary folder, apart from the user's data. */
export interface BenchDesk {
  readonly store: Store;
  readonly embedder: Embedder;
  close(): Promise<void>;
}

export interface BenchOptions {
  readonly model: ModelSettings;
  /** The compiled embedding process, where the caller runs from sources. */
  readonly embedderUrl?: URL | undefined;
}

export interface IndexParagraphsOptions {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export async function openBenchDesk({ model, embedderUrl }: BenchOptions): Promise<BenchDesk> {
  const directory = await mkdtemp(join(tmpdir(), 'newsdesk-eval-'));
  const embedder = new ChildEmbedder({ settings: model, childUrl: embedderUrl });
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

/** Each paragraph becomes an article of its own, under its file's title. */
export async function indexParagraphs(
  { store, embedder }: BenchDesk,
  paragraphs: readonly SquadParagraph[],
  { onProgress, signal }: IndexParagraphsOptions,
  collection = SHARED,
): Promise<void> {
  await store.exclusively(async () => {
    for (const [done, { source, title, text }] of paragraphs.entries()) {
      onProgress?.(done, paragraphs.length);
      await indexArticle(
        store,
        embedder,
        { source: `${collection}/${source}`, title, text, blocks: plainBlocks(text) },
        { collection, force: false, signal },
      );
    }
    await store.flush();
  });
  onProgress?.(paragraphs.length, paragraphs.length);
}
