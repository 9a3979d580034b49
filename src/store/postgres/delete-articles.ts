import type { PassageSpan } from '../../passages/passage.js';
import { storedPassages, type PassageRow, type SentenceRow } from '../rows/stored-passages.js';
import { removeWords } from './article-words.js';
import type { Queries } from './database.js';

interface Deleted {
  /** The ids that were there. */
  readonly ids: string[];
  /** Of the texts whose vectors nobody may need any longer. */
  readonly hashes: Buffer[];
}

interface ArticleRow {
  readonly number: number;
  readonly id: string;
  readonly collection: number;
  readonly title: string;
  readonly text: string;
}

/** Removes articles with all that they are found by, inside the caller's transaction. */
export async function deleteArticles(queries: Queries, ids: readonly string[]): Promise<Deleted> {
  const { rows } = queries;
  const hashes: Buffer[] = [];
  const removed: string[] = [];
  for (const id of new Set(ids)) {
    const [article] = await rows<ArticleRow>(
      'SELECT number, id, collection, title, text FROM newsdesk.articles WHERE id = $1',
      [id],
    );
    if (article === undefined) continue;
    hashes.push(...(await deleteArticle(queries, article)));
    removed.push(id);
  }
  return { ids: removed, hashes };
}

async function deleteArticle(queries: Queries, article: ArticleRow): Promise<Buffer[]> {
  const { passages, hashes } = await partsOf(queries, article.number);
  await removeWords(queries, { ...article, passages });
  await queries.rows('DELETE FROM newsdesk.articles WHERE number = $1', [article.number]);
  return hashes;
}

interface Parts {
  readonly passages: (PassageSpan & { readonly id: number })[];
  /** Of the passages and their sentences. */
  readonly hashes: Buffer[];
}

/** What an article consists of, by its number. */
export async function partsOf({ rows }: Queries, article: number): Promise<Parts> {
  const passages = await rows<PassageRow>(
    `SELECT id, start, stop AS end, hash, path FROM newsdesk.passages
     WHERE article = $1 ORDER BY ordinal`,
    [article],
  );
  const sentences = await rows<SentenceRow>(
    `SELECT s.passage, s.start, s.stop AS end, s.hash, s.kind, s.block, s.reading
     FROM newsdesk.passages AS p JOIN newsdesk.sentences AS s ON s.passage = p.id
     WHERE p.article = $1 ORDER BY s.id`,
    [article],
  );
  const parts = storedPassages(passages, sentences);
  return {
    passages: parts.map(({ row, ...passage }) => ({ ...passage, id: row.id })),
    hashes: [...passages, ...sentences].map(({ hash }) => hash),
  };
}
