import type { ArticleSource, ArticleSummary, NewArticle, StoredArticle } from '../store.js';
import { blocksOf } from './blocks.js';

/** An article's row, by the names of the summary's own fields. */
export interface SummaryRow {
  readonly id: string;
  readonly collection: string;
  readonly source: string;
  readonly title: string;
  readonly titleGiven: 0 | 1;
  readonly feed: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly site: string | null;
  readonly language: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly contentHash: string;
  /** Left out by a store that one machine alone has. */
  readonly machine?: string | null;
  readonly indexedAt: string;
  readonly passages: number;
  readonly sentences: number;
  readonly characters: number;
}

export interface StoredArticleRow extends SummaryRow {
  readonly text: string;
  /** JSON; null for what was stored before there were any. */
  readonly blocks: string | null;
}

export function summaryOf(row: SummaryRow): ArticleSummary {
  const { etag, lastModified } = row;
  return {
    id: row.id,
    collection: row.collection,
    source: row.source,
    title: row.title,
    titleGiven: row.titleGiven === 1,
    feed: row.feed ?? undefined,
    url: row.url ?? undefined,
    author: row.author ?? undefined,
    publishedAt: row.publishedAt ?? undefined,
    site: row.site ?? undefined,
    language: row.language ?? undefined,
    validators:
      etag === null && lastModified === null
        ? undefined
        : { etag: etag ?? undefined, lastModified: lastModified ?? undefined },
    passages: row.passages,
    sentences: row.sentences,
    characters: row.characters,
    indexedAt: row.indexedAt,
    contentHash: row.contentHash,
    machine: row.machine ?? undefined,
  };
}

export function articleOf(row: StoredArticleRow): StoredArticle {
  return { ...summaryOf(row), text: row.text, blocks: blocksOf(row.blocks) };
}

/** Where an article is from, as columns. */
export function sourceColumns({
  source,
  feed,
  url,
  validators,
}: ArticleSource): Pick<SummaryRow, 'source' | 'feed' | 'url' | 'etag' | 'lastModified'> {
  return {
    source,
    feed: feed ?? null,
    url: url ?? null,
    etag: validators?.etag ?? null,
    lastModified: validators?.lastModified ?? null,
  };
}

/** What an article is stored as, but for the time, the generation and the model. */
export function articleColumns(article: NewArticle): Omit<StoredArticleRow, 'indexedAt'> {
  return {
    ...sourceColumns(article),
    id: article.id,
    collection: article.collection,
    title: article.title,
    titleGiven: article.titleGiven === true ? 1 : 0,
    author: article.author ?? null,
    publishedAt: article.publishedAt ?? null,
    site: article.site ?? null,
    language: article.language ?? null,
    contentHash: article.contentHash,
    passages: article.passages.length,
    sentences: article.passages.reduce((sum, passage) => sum + passage.sentences.length, 0),
    characters: article.text.length,
    text: article.text,
    blocks: JSON.stringify(article.blocks),
  };
}
