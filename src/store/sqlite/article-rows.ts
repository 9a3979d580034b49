import { EVERYWHERE, type ArticleSummary, type Reach, type StoredArticle } from '../store.js';
import { articleOf, summaryOf, type StoredArticleRow, type SummaryRow } from '../rows/article.js';
import { byTitle } from '../../text/titles.js';
import type { SqliteFile } from './database.js';

const SUMMARY = `id, collection, source, title, titleGiven, feed, url, author, publishedAt, site, language, etag,
  lastModified, contentHash, indexedAt, passages, sentences, characters`;

export function articleById(sqlite: SqliteFile, id: string): StoredArticle | undefined {
  const row = sqlite
    .prepare<[string], StoredArticleRow>(
      `SELECT ${SUMMARY}, text, blocks FROM articles WHERE id = ?`,
    )
    .get(id);
  return row && articleOf(row);
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
