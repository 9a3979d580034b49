import { byTitle } from '../../text/titles.js';
import { articleOf, summaryOf, type StoredArticleRow, type SummaryRow } from '../rows/article.js';
import { EVERYWHERE, type ArticleSummary, type Reach, type StoredArticle } from '../store.js';
import type { Queries } from './database.js';

const SUMMARY = `a.id, c.name AS collection, a.source, a.title, a.title_given::integer AS "titleGiven",
  a.feed, a.url, a.author, a.published_at AS "publishedAt", a.site, a.language, a.etag,
  a.last_modified AS "lastModified", a.content_hash AS "contentHash",
  to_char(a.indexed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "indexedAt",
  a.passages, a.sentences, a.characters, a.machine`;

const ARTICLES = 'newsdesk.articles AS a JOIN newsdesk.collections AS c ON c.number = a.collection';

/** As a parameter: null for everything. */
export function seen(reach: Reach): readonly string[] | null {
  return reach === EVERYWHERE ? null : reach;
}

export async function articleById(
  { rows }: Queries,
  id: string,
  reach: Reach,
): Promise<StoredArticle | undefined> {
  const [row] = await rows<StoredArticleRow>(
    `SELECT ${SUMMARY}, a.text, a.blocks FROM ${ARTICLES}
     WHERE a.id = $1 AND ($2::text[] IS NULL OR c.name = ANY ($2::text[]))`,
    [id, seen(reach)],
  );
  return row && articleOf(row);
}

export async function articleBySource(
  { rows }: Queries,
  collection: string,
  source: string,
  machine: string,
): Promise<ArticleSummary | undefined> {
  const [row] = await rows<SummaryRow>(
    `SELECT ${SUMMARY} FROM ${ARTICLES}
     WHERE c.name = $1 AND md5(a.source) = md5($2) AND a.source = $2
       AND (a.machine IS NULL OR a.machine = $3)
     ORDER BY a.machine NULLS LAST, a.number LIMIT 1`,
    [collection, source, machine],
  );
  return row && summaryOf(row);
}

export async function articlesByContent(
  { rows }: Queries,
  collection: string,
  contentHash: string,
): Promise<ArticleSummary[]> {
  const found = await rows<SummaryRow>(
    `SELECT ${SUMMARY} FROM ${ARTICLES} WHERE c.name = $1 AND a.content_hash = $2
     ORDER BY a.number`,
    [collection, contentHash],
  );
  return found.map(summaryOf);
}

/** By title, as a reader would order them. */
export async function listArticles({ rows }: Queries, reach: Reach): Promise<ArticleSummary[]> {
  const found = await rows<SummaryRow>(
    `SELECT ${SUMMARY} FROM ${ARTICLES} WHERE $1::text[] IS NULL OR c.name = ANY ($1::text[])`,
    [seen(reach)],
  );
  return found.map(summaryOf).sort(byTitle);
}

export async function originalOf(
  { rows }: Queries,
  id: string,
  reach: Reach,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const [row] = await rows<{ name: string; bytes: Buffer }>(
    `SELECT o.name, o.bytes FROM ${ARTICLES} JOIN newsdesk.originals AS o ON o.article = a.number
     WHERE a.id = $1 AND ($2::text[] IS NULL OR c.name = ANY ($2::text[]))`,
    [id, seen(reach)],
  );
  return row;
}

/**
 * Ids of articles that lack a vector of this model, or its searchable form, as where another model
 * indexed them.
 */
export async function articlesWithoutVectors({ rows }: Queries, model: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    `SELECT a.id FROM newsdesk.articles AS a WHERE a.model IS DISTINCT FROM $1 ORDER BY a.number`,
    [model],
  );
  return found.map(({ id }) => id);
}
