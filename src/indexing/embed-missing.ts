import type { Logger } from 'pino';
import { contentHash } from '../articles/content-hash.js';
import { EVERYWHERE } from '../store/store.js';
import { embedArticle } from './embed-article.js';
import type { IndexContext } from './index-sources.js';
import { withBlocks } from './split-again.js';

/** Embeds again what was embedded with another model, or whose vectors were lost. */
export async function embedMissing(
  { store, embedder, read: { reading } }: IndexContext,
  log: Logger,
  signal?: AbortSignal,
): Promise<void> {
  const ids = await store.articlesWithoutVectors();
  if (ids.length > 0) log.info({ articles: ids.length }, 'embedding again for this model');
  for (const id of ids) {
    const stored = await store.article(id, EVERYWHERE);
    if (stored === undefined) continue;
    const article = await withBlocks(store, stored, { reading, signal });
    const { passages } = await embedArticle(store, embedder, article, { signal });
    await store.exclusively(
      async () => {
        const now = await store.article(id, EVERYWHERE);
        if (now?.contentHash !== stored.contentHash) return;
        const hash = contentHash(article.title, article);
        const original = await store.original(id, EVERYWHERE);
        await store.putArticle({ ...article, contentHash: hash, passages, original });
      },
      { signal },
    );
  }
}
