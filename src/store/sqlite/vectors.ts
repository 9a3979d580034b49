import type { StoredVector } from '../store.js';
import type { SqliteFile } from './database.js';
import { hashBytes } from '../rows/hash.js';
import { checkVector, NO_WORDS, vectorBlob } from '../rows/vectors.js';

export function knownVectors(
  sqlite: SqliteFile,
  model: number,
  hashes: readonly string[],
  withWords: boolean,
): Set<string> {
  const find = sqlite
    .prepare<[Buffer, number, number], number>(
      'SELECT 1 FROM vectors WHERE hash = ? AND model = ? AND length(words) >= ?',
    )
    .pluck();
  const least = withWords ? 1 : 0;
  return new Set(hashes.filter((hash) => find.get(hashBytes(hash), model, least) !== undefined));
}

/** @throws RangeError for a vector that is not of unit length or has other dimensions. */
export function addVectors(
  sqlite: SqliteFile,
  model: { readonly id: number; readonly dims: number },
  entries: ReadonlyMap<string, StoredVector>,
): void {
  const insert = sqlite.prepare<[number, Buffer, Buffer, Uint8Array]>(
    `INSERT INTO vectors (model, hash, vector, words) VALUES (?, ?, ?, ?)
     ON CONFLICT (hash, model) DO UPDATE SET words = excluded.words WHERE length(words) = 0`,
  );
  for (const [hash, { vector, words = NO_WORDS }] of entries) {
    checkVector(hash, vector, model.dims);
    insert.run(model.id, hashBytes(hash), vectorBlob(vector), words);
  }
}

/** Removes the vectors of these texts, of any model, that no passage or sentence uses. */
export function pruneVectors(sqlite: SqliteFile, hashes: Iterable<Buffer>): void {
  const prune = sqlite.prepare<[Buffer]>(
    `DELETE FROM vectors WHERE hash = ?
       AND NOT EXISTS (SELECT 1 FROM passages WHERE passages.hash = vectors.hash)
       AND NOT EXISTS (SELECT 1 FROM sentences WHERE sentences.hash = vectors.hash)`,
  );
  for (const hash of hashes) prune.run(hash);
}
