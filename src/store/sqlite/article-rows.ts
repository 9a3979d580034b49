import { EVERYWHERE, type ArticleSummary, type Reach, type StoredArticle } from '../store.js';
import { blocksOf } from './blocks.js';
import { byTitle } from '../../text/titles.js';
import type { SqliteFile } from './database.js';

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
  readonly indexedAt: string;
  readonly passages: number;
  readonly sentences: number;
  readonly characters: number;
}

const SUMMARY = `id, collection, source, title, titleGiven, feed, url, author, publishedAt, site, language, etag,
  lastModified, contentHash, indexedAt, passages, sentences, characters`;

export function articleById(sqlite: SqliteFile, id: string): StoredArticle | undefined {
  const row = sqlite
    .prepare<[string], SummaryRow & { text: string; blocks: string | null }>(
      `SELECT ${SUMMARY}, text, blocks FROM articles WHERE id = ?`,
    )
    .get(id);
  return row && { ...summaryOf(row), text: row.text, blocks: blocksOf(row.blocks) };
}

export function articleBySource(
  sqlite: SqliteFile,
  collection: string,
  source: string,
): ArticleSummary | undefined {
  const row = sqlite
    .prepare<[string, string], SummaryRow>(
      `SELECT ${SUMMARY} FROM articles WHERE collection = ? AND source = ? ORDER BY number LIMIT 1`,
    )
    .get(collection, source);
  return row && summaryOf(row);
}

export function articlesByContent(
  sqlite: SqliteFile,
  collection: string,
  contentHash: string,
): ArticleSummary[] {
  return sqlite
    .prepare<[string, string], SummaryRow>(
      `SELECT ${SUMMARY} FROM articles WHERE collection = ? AND contentHash = ? ORDER BY number`,
    )
    .all(collection, contentHash)
    .map(summaryOf);
}

/** By title, as a reader would order them. */
export function listArticles(sqlite: SqliteFile, reach: Reach): ArticleSummary[] {
  const rows =
    reach === EVERYWHERE
      ? sqlite.prepare<[], SummaryRow>(`SELECT ${SUMMARY} FROM articles`).all()
      : sqlite
          .prepare<[string], SummaryRow>(
            `SELECT ${SUMMARY} FROM articles
             WHERE collection IN (SELECT value FROM json_each(?))`,
          )
          .all(JSON.stringify(reach));
  return rows.map(summaryOf).sort(byTitle);
}

export function originalOf(
  sqlite: SqliteFile,
  id: string,
  reach: Reach,
): { name: string; bytes: Uint8Array } | undefined {
  const isSeen = reach === EVERYWHERE ? null : JSON.stringify(reach);
  return sqlite
    .prepare<[string, string | null, string | null], { name: string; bytes: Buffer }>(
      `SELECT name, bytes FROM originals
       WHERE article = (SELECT number FROM articles WHERE id = ?
         AND (? IS NULL OR collection IN (SELECT value FROM json_each(?))))`,
    )
    .get(id, isSeen, isSeen);
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
  };
}
