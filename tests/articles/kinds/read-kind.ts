import type { Article } from '../../../src/articles/article.js';
import { openDocument } from '../../../src/articles/document.js';

/** The article in a file's bytes or text. */
export async function readKind(content: string | Uint8Array, name: string): Promise<Article> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const document = await openDocument(bytes, { name, source: `/${name}` });
  if (document.kind !== 'article') throw new Error(`${name} is a ${document.kind}`);
  return document.article;
}

/** The blocks of an article, each as its kind and its words. */
export function blocksIn({ text, blocks }: Article): string[] {
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}
