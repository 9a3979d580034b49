import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readBytes, type ReadBytesOptions } from '../articles/read.js';
import { plainBlocks } from '../documents/plain-blocks.js';
import { NewsdeskError } from '../errors.js';
import type { Store, StoredArticle } from '../store/store.js';

/**
 * An article with its blocks. One that was stored before there were any is read again from the
 * original that was kept, or from its file; if neither is at hand, its text is taken as plain.
 */
export async function withBlocks(
  store: Store,
  article: StoredArticle,
  options: ReadBytesOptions = {},
): Promise<StoredArticle> {
  if (article.blocks.length > 0) return article;
  const { source, url, title } = article;
  const original = await store.original(article.id, [article.collection]);
  const bytes = original?.bytes ?? (await fileBytes(source));
  if (bytes !== undefined) {
    try {
      const name = original?.name ?? path.basename(source);
      const { text, blocks } = await readBytes(bytes, { name, source, url }, options);
      return { ...article, title, text, blocks };
    } catch (error) {
      // What can no longer be read is kept as it was.
      if (!(error instanceof NewsdeskError)) throw error;
    }
  }
  return { ...article, blocks: plainBlocks(article.text) };
}

async function fileBytes(source: string): Promise<Uint8Array | undefined> {
  if (!path.isAbsolute(source)) return undefined;
  return readFile(source).catch(() => undefined);
}
