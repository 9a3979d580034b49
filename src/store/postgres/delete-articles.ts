import { contextOf } from '../../passages/embedded-text.js';
import { passageReading } from '../../passages/reading.js';
import { storedPassages, type PassageRow, type SentenceRow } from '../rows/stored-passages.js';
import { countTerms } from '../rows/terms.js';
import type { Queries } from './database.js';
import { postingsOf } from './words.js';

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
  const { rows } = queries;
  const passages = await rows<PassageRow>(
    `SELECT id, start, stop AS end, hash, path FROM newsdesk.passages
     WHERE article = $1 ORDER BY ordinal`,
    [article.number],
  );
  const sentences = await rows<SentenceRow>(
    `SELECT s.passage, s.start, s.stop AS end, s.hash, s.kind, s.block, s.reading
     FROM newsdesk.passages AS p JOIN newsdesk.sentences AS s ON s.passage = p.id
     WHERE p.article = $1 ORDER BY s.id`,
    [article.number],
  );
  const parts = storedPassages(passages, sentences);
  await removeTerms(queries, article.collection, countTerms(article, parts));
  await removePostings(
    queries,
    article.collection,
    parts.map((passage) => ({
      id: passage.row.id,
      ...postingsOf(contextOf(article.title, passage.path), passageReading(article.text, passage)),
    })),
  );
  await rows('DELETE FROM newsdesk.articles WHERE number = $1', [article.number]);
  return [...passages, ...sentences].map(({ hash }) => hash);
}

async function removeTerms(
  { rows }: Queries,
  collection: number,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  const values = [collection, [...counts.keys()], [...counts.values()]];
  await rows(
    `UPDATE newsdesk.terms AS known SET passages = known.passages - given.passages
     FROM unnest($2::text[], $3::integer[]) AS given (term, passages)
     WHERE known.collection = $1 AND known.term = given.term`,
    values,
  );
  await rows(
    `DELETE FROM newsdesk.terms
     WHERE collection = $1 AND term = ANY ($2::text[]) AND passages <= 0`,
    values.slice(0, 2),
  );
}

async function removePostings(
  { rows }: Queries,
  collection: number,
  passages: readonly (ReturnType<typeof postingsOf> & { readonly id: number })[],
): Promise<void> {
  const all = passages.flatMap(({ id, postings }) => postings.map(({ stem }) => ({ stem, id })));
  await rows(
    `WITH gone AS (
       DELETE FROM newsdesk.postings AS known
       USING unnest($2::text[], $3::bigint[]) AS given (stem, passage), newsdesk.stems AS s
       WHERE s.stem = given.stem AND known.stem = s.number AND known.collection = $1
         AND known.passage = given.passage
       RETURNING known.stem
     ), counted AS (SELECT stem, count(*) AS passages FROM gone GROUP BY stem)
     UPDATE newsdesk.stems AS s SET passages = s.passages - counted.passages
     FROM counted WHERE s.number = counted.stem`,
    [collection, all.map(({ stem }) => stem), all.map(({ id }) => id)],
  );
  await rows('DELETE FROM newsdesk.stems WHERE stem = ANY ($1::text[]) AND passages <= 0', [
    [...new Set(all.map(({ stem }) => stem))],
  ]);
  await rows('UPDATE newsdesk.meta SET passages = passages - $1, words = words - $2', [
    passages.length,
    passages.reduce((sum, { length }) => sum + length, 0),
  ]);
}
