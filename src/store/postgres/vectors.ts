import { hashBytes } from '../rows/hash.js';
import { checkVector, NO_WORDS, usableVector, vectorBlob } from '../rows/vectors.js';
import type { StoredVector } from '../store.js';
import type { Queries } from './database.js';

export interface Model {
  readonly id: number;
  readonly dims: number;
}

export async function knownVectors(
  { rows }: Queries,
  model: number,
  hashes: readonly string[],
  withWords: boolean,
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const known = await rows<{ hash: string }>(
    `SELECT encode(hash, 'hex') AS hash FROM newsdesk.vectors
     WHERE hash = ANY ($1::bytea[]) AND model = $2 AND length(words) >= $3`,
    [hashes.map(hashBytes), model, withWords ? 1 : 0],
  );
  return new Set(known.map(({ hash }) => hash));
}

/**
 * Sorted by their hash, so that two writers can't wait for each other.
 * @throws RangeError for a vector that is not of unit length or has other dimensions.
 */
export async function addVectors(
  { rows }: Queries,
  { id, dims }: Model,
  entries: ReadonlyMap<string, StoredVector>,
): Promise<void> {
  for (const [hash, { vector }] of entries) checkVector(hash, vector, dims);
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length === 0) return;
  await rows(
    `INSERT INTO newsdesk.vectors AS known (hash, model, vector, words)
     SELECT hash, $1, vector, words FROM unnest($2::bytea[], $3::bytea[], $4::bytea[])
       AS given (hash, vector, words)
     ON CONFLICT (hash, model) DO UPDATE SET words = excluded.words WHERE length(known.words) = 0`,
    [
      id,
      sorted.map(([hash]) => hashBytes(hash)),
      sorted.map(([, { vector }]) => vectorBlob(vector)),
      sorted.map(([, { words = NO_WORDS }]) => Buffer.from(words)),
    ],
  );
}

/** Removes the vectors of these texts, of any model, that no passage or sentence uses. */
export async function pruneVectors({ rows }: Queries, hashes: readonly Buffer[]): Promise<void> {
  await rows(
    `DELETE FROM newsdesk.vectors WHERE hash = ANY ($1::bytea[])
       AND NOT EXISTS (SELECT FROM newsdesk.passages AS p WHERE p.hash = vectors.hash)
       AND NOT EXISTS (SELECT FROM newsdesk.sentences AS s WHERE s.hash = vectors.hash)`,
    [[...hashes].sort((a, b) => a.compare(b))],
  );
}

/** The searchable form of an article's passages, beside their collection; without unusable ones. */
export async function insertSearchable(
  queries: Queries,
  { id: model, dims }: Model,
  article: number,
): Promise<void> {
  const found = await queries.rows<{ id: number; collection: number; vector: Buffer }>(
    `SELECT p.id, a.collection, v.vector
     FROM newsdesk.articles AS a JOIN newsdesk.passages AS p ON p.article = a.number
       JOIN newsdesk.vectors AS v ON v.hash = p.hash
     WHERE a.number = $1 AND v.model = $2`,
    [article, model],
  );
  const usable = found.flatMap(({ vector: blob, ...passage }) => {
    const vector = usableVector(blob, dims);
    return vector === undefined ? [] : [{ ...passage, vector: textOf(vector) }];
  });
  await queries.rows(
    `INSERT INTO newsdesk.passage_units (id, model, passage, collection, v)
     SELECT id, $1, id, collection, v::halfvec
     FROM unnest($2::bigint[], $3::integer[], $4::text[]) AS given (id, collection, v)
     ON CONFLICT DO NOTHING`,
    [
      model,
      usable.map(({ id }) => id),
      usable.map(({ collection }) => collection),
      usable.map(({ vector }) => vector),
    ],
  );
}

/** As pgvector reads a vector. */
export function textOf(vector: Float32Array): string {
  return `[${vector.join()}]`;
}
