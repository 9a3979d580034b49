import { contextOf } from '../../passages/embedded-text.js';
import type { PassageSpan } from '../../passages/passage.js';
import { passageReading } from '../../passages/reading.js';
import { countTerms } from '../rows/terms.js';
import type { Queries } from './database.js';
import { postingsOf } from './postings.js';

/** What an article's words are, and whose. */
export interface WordedArticle {
  /** The number of its collection. */
  readonly collection: number;
  readonly title: string;
  readonly text: string;
  /** In order. */
  readonly passages: readonly (PassageSpan & { readonly id: number })[];
}

/** Has an article found by its words, inside the caller's transaction. */
export async function addWords({ rows }: Queries, article: WordedArticle): Promise<void> {
  const counts = countTerms(article, article.passages);
  await addPostings({ rows }, article);
  await rows(
    `INSERT INTO newsdesk.terms AS known (collection, term, passages)
     SELECT $1, term, passages FROM unnest($2::text[], $3::integer[]) AS given (term, passages)
     ON CONFLICT (collection, term) DO UPDATE SET passages = known.passages + excluded.passages`,
    [article.collection, [...counts.keys()], [...counts.values()]],
  );
}

/** Undoes `addWords`, before the passages are removed. */
export async function removeWords({ rows }: Queries, article: WordedArticle): Promise<void> {
  const counts = countTerms(article, article.passages);
  const values = [article.collection, [...counts.keys()], [...counts.values()]];
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
  await removePostings({ rows }, article);
}

/** By what each passage is found. */
export function indexedPassages({
  title,
  text,
  passages,
}: WordedArticle): (ReturnType<typeof postingsOf> & { readonly id: number })[] {
  return passages.map((passage) => ({
    id: passage.id,
    ...postingsOf(contextOf(title, passage.path), passageReading(text, passage)),
  }));
}

async function addPostings({ rows }: Queries, article: WordedArticle): Promise<void> {
  const passages = indexedPassages(article);
  const counts = new Map<string, number>();
  for (const { postings } of passages)
    for (const { stem } of postings) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const stems = await rows<{ stem: string; number: number }>(
    `INSERT INTO newsdesk.stems AS known (stem, passages)
     SELECT stem, passages FROM unnest($1::text[], $2::integer[]) AS given (stem, passages)
     ON CONFLICT (stem) DO UPDATE SET passages = known.passages + excluded.passages
     RETURNING stem, number`,
    [[...counts.keys()], [...counts.values()]],
  );
  const numbers = new Map(stems.map(({ stem, number }) => [stem, number]));
  const all = passages.flatMap(({ id, postings, length }) =>
    postings.map(({ stem, said }) => ({ stem: numbers.get(stem) ?? 0, id, said, length })),
  );
  await rows(
    `INSERT INTO newsdesk.postings (stem, collection, passage, said, length)
     SELECT stem, $1, passage, said, length
     FROM unnest($2::integer[], $3::bigint[], $4::real[], $5::integer[])
       AS given (stem, passage, said, length)`,
    [
      article.collection,
      all.map(({ stem }) => stem),
      all.map(({ id }) => id),
      all.map(({ said }) => said),
      all.map(({ length }) => length),
    ],
  );
  await rows('UPDATE newsdesk.meta SET passages = passages + $1, words = words + $2', [
    passages.length,
    passages.reduce((sum, { length }) => sum + length, 0),
  ]);
}

async function removePostings({ rows }: Queries, article: WordedArticle): Promise<void> {
  const passages = indexedPassages(article);
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
    [article.collection, all.map(({ stem }) => stem), all.map(({ id }) => id)],
  );
  await rows('DELETE FROM newsdesk.stems WHERE stem = ANY ($1::text[]) AND passages <= 0', [
    [...new Set(all.map(({ stem }) => stem))],
  ]);
  await rows('UPDATE newsdesk.meta SET passages = passages - $1, words = words - $2', [
    passages.length,
    passages.reduce((sum, { length }) => sum + length, 0),
  ]);
}
