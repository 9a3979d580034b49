import { checkedCollection } from '../rows/collection.js';
import { articleColumns, sourceColumns } from '../rows/article.js';
import { hashBytes } from '../rows/hash.js';
import type { ArticleSource, NewArticle } from '../store.js';
import { addWords } from './article-words.js';
import type { Queries } from './database.js';
import { deleteArticles } from './delete-articles.js';
import { insertSearchable, pruneVectors, type Model } from './vectors.js';

/** Adds or replaces an article, by its id, inside the caller's transaction. */
export async function putArticle(
  queries: Queries,
  model: Model,
  article: NewArticle,
  generation: number,
): Promise<void> {
  const freed = await deleteArticles(queries, [article.id]);
  const collection = await numberOf(queries, article.collection);
  const number = await insertArticle(queries, model, article, collection, generation);
  await insertPassages(queries, number, collection, article);
  await insertSearchable(queries, model, number);
  await pruneVectors(queries, freed.hashes);
}

export async function moveArticle(
  { rows }: Queries,
  id: string,
  to: ArticleSource,
  generation: number,
): Promise<void> {
  const { source, feed, url, etag, lastModified } = sourceColumns(to);
  await rows(
    `UPDATE newsdesk.articles SET source = $2, feed = $3, url = $4, etag = $5, last_modified = $6,
       generation = $7, machine = $8
     WHERE id = $1`,
    [id, source, feed, url, etag, lastModified, generation, to.machine ?? null],
  );
}

async function numberOf({ rows }: Queries, collection: string): Promise<number> {
  checkedCollection(collection);
  const [made] = await rows<{ number: number }>(
    `INSERT INTO newsdesk.collections (name) VALUES ($1)
     ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING number`,
    [collection],
  );
  if (made === undefined) throw new Error(`The collection ${collection} was not stored.`);
  return made.number;
}

async function insertArticle(
  { rows }: Queries,
  model: Model,
  article: NewArticle,
  collection: number,
  generation: number,
): Promise<number> {
  const columns = articleColumns(article);
  const [made] = await rows<{ number: number }>(
    `INSERT INTO newsdesk.articles (id, collection, source, title, title_given, feed, url, author,
       published_at, site, language, etag, last_modified, content_hash, generation, model, passages,
       sentences, characters, text, blocks, machine)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       $20, $21, $22)
     RETURNING number`,
    [
      columns.id,
      collection,
      columns.source,
      columns.title,
      columns.titleGiven === 1,
      columns.feed,
      columns.url,
      columns.author,
      columns.publishedAt,
      columns.site,
      columns.language,
      columns.etag,
      columns.lastModified,
      columns.contentHash,
      generation,
      model.id,
      columns.passages,
      columns.sentences,
      columns.characters,
      columns.text,
      columns.blocks,
      article.machine ?? null,
    ],
  );
  if (made === undefined) throw new Error(`The article ${article.id} was not stored.`);
  if (article.original !== undefined) {
    await rows('INSERT INTO newsdesk.originals VALUES ($1, $2, $3)', [
      made.number,
      article.original.name,
      Buffer.from(article.original.bytes),
    ]);
  }
  return made.number;
}

async function insertPassages(
  { rows }: Queries,
  number: number,
  collection: number,
  article: NewArticle,
): Promise<void> {
  const { passages, text, title } = article;
  // In order, so that their numbers ascend as they do.
  const made = await rows<{ id: number; ordinal: number }>(
    `INSERT INTO newsdesk.passages (article, ordinal, start, stop, hash, path, text)
     SELECT $1, ordinal, start, stop, hash, path, text
     FROM unnest($2::integer[], $3::integer[], $4::integer[], $5::bytea[], $6::text[], $7::text[])
       AS given (ordinal, start, stop, hash, path, text)
     ORDER BY ordinal RETURNING id, ordinal`,
    [
      number,
      passages.map((_, ordinal) => ordinal),
      passages.map(({ start }) => start),
      passages.map(({ end }) => end),
      passages.map(({ hash }) => hashBytes(hash)),
      passages.map(({ path }) => JSON.stringify(path)),
      passages.map(({ start, end }) => text.slice(start, end)),
    ],
  );
  const ids = new Map(made.map(({ id, ordinal }) => [ordinal, id]));
  const idOf = (ordinal: number): number => ids.get(ordinal) ?? 0;
  const units = passages.flatMap(({ sentences }, ordinal) =>
    sentences.map((unit) => ({ ...unit, passage: idOf(ordinal) })),
  );
  await rows(
    `INSERT INTO newsdesk.sentences (passage, start, stop, hash, kind, block, reading)
     SELECT passage, start, stop, hash, kind, block, reading
     FROM unnest($1::bigint[], $2::integer[], $3::integer[], $4::bytea[], $5::text[],
       $6::integer[], $7::text[]) WITH ORDINALITY
       AS given (passage, start, stop, hash, kind, block, reading, place)
     ORDER BY place`,
    [
      units.map(({ passage }) => passage),
      units.map(({ start }) => start),
      units.map(({ end }) => end),
      units.map(({ hash }) => hashBytes(hash)),
      units.map(({ kind }) => kind),
      units.map(({ block }) => block),
      units.map(({ reading }) => reading ?? null),
    ],
  );
  await addWords(
    { rows },
    {
      collection,
      title,
      text,
      passages: passages.map((passage, ordinal) => ({ ...passage, id: idOf(ordinal) })),
    },
  );
}
