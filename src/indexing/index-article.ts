import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../articles/article.js';
import { contentHash } from '../articles/content-hash.js';
import type { Embedder } from '../embedding/embedder.js';
import { NewsdeskError } from '../errors.js';
import type { IndexedArticle } from './report.js';
import type { ArticleSummary, Collection, NewArticle, Store } from '../store/store.js';
import { articleId } from './article-id.js';
import { embedArticle, type EmbedArticleOptions } from './embed-article.js';

export interface IndexArticleOptions extends EmbedArticleOptions {
  readonly collection: Collection;
  /** A person's title for it, which is kept until another is given. */
  readonly title?: string | undefined;
  readonly force: boolean;
  readonly original?: NewArticle['original'];
}

export interface IndexArticleResult {
  readonly entry: IndexedArticle;
  readonly embedded: number;
}

/**
 * Adds an article, or brings the one from the same source up to date. An unchanged one costs a
 * hash; an edited one costs the texts that are new; a moved file keeps its id.
 */
export async function indexArticle(
  store: Store,
  embedder: Embedder,
  read: Article,
  options: IndexArticleOptions,
): Promise<IndexArticleResult> {
  const { collection } = options;
  const sameSource = await store.articleBySource(collection, read.source);
  const article = titled(read, options.title, sameSource);
  const hash = contentHash(article.title, article);
  const known = sameSource ?? (await movedArticle(store, collection, hash));
  const moved = known !== undefined && known.source !== article.source;
  if (known?.contentHash === hash && !options.force) {
    await noteSource(store, known, article);
    return {
      entry: entryOf(known.id, article, moved ? 'updated' : 'unchanged', known.passages),
      embedded: 0,
    };
  }
  const { passages, embedded } = await embedArticle(store, embedder, article, options);
  if (passages.length === 0) throw new NewsdeskError('source-no-text', { source: article.source });
  if (known !== undefined && replacesGood(known, article, passages.length)) {
    const reason = 'a page with little text under another title';
    throw new NewsdeskError('page-no-article', { source: article.source, reason });
  }
  const id = known?.id ?? (await articleId(store, collection, article.source));
  await store.putArticle({
    ...article,
    id,
    collection,
    contentHash: hash,
    passages,
    original: options.original,
  });
  const status =
    known === undefined ? 'added' : known.contentHash === hash ? 'unchanged' : 'updated';
  return { entry: entryOf(id, article, status, passages.length), embedded };
}

/** Of an article's passages, under another title: what is left when a page no longer shows it. */
const SMALL_FRACTION = 0.2;

/** Whether a page seems to be no longer the article that it was. */
function replacesGood(known: ArticleSummary, article: Article, passages: number): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const before = new Set(words(known.title));
  return (
    /^https?:/.test(article.source) &&
    passages <= SMALL_FRACTION * known.passages &&
    !words(article.title).some((word) => before.has(word))
  );
}

function titled(
  article: Article,
  title: string | undefined,
  known: ArticleSummary | undefined,
): Article {
  if (title !== undefined) return { ...article, title, titleGiven: true };
  if (known?.titleGiven === true) return { ...article, title: known.title, titleGiven: true };
  return article;
}

function entryOf(
  id: string,
  { title, source }: Article,
  status: IndexedArticle['status'],
  passages: number,
): IndexedArticle {
  return { id, title, source, status, passages };
}

/** An article with the same text whose file is no longer where it was. */
async function movedArticle(
  store: Store,
  collection: Collection,
  hash: string,
): Promise<ArticleSummary | undefined> {
  for (const candidate of await store.articlesByContent(collection, hash)) {
    if (!path.isAbsolute(candidate.source)) continue;
    const there = await stat(candidate.source).then(
      () => true,
      () => false,
    );
    if (!there) return candidate;
  }
  return undefined;
}

/** Writes only where something differs: an unchanged run must not touch the database. */
export async function noteSource(
  store: Store,
  known: ArticleSummary,
  article: Pick<Article, 'source' | 'feed' | 'url' | 'validators'>,
): Promise<void> {
  const same =
    known.source === article.source &&
    known.feed === article.feed &&
    known.url === article.url &&
    known.validators?.etag === article.validators?.etag &&
    known.validators?.lastModified === article.validators?.lastModified;
  if (!same) await store.moveArticle(known.id, article);
}
