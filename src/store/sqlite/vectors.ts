import type { StoredVector } from '../store.js';
import type { SqliteFile } from './database.js';
import { hashBytes } from './hash.js';

/** The largest deviation of a stored vector's squared length from 1 that rounding explains. */
const UNIT_TOLERANCE = 1e-3;

export function vectorBlob(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** Reads little-endian floats, in place where the bytes are aligned. */
export function vectorOf(blob: Buffer): Float32Array {
  const length = Math.floor(blob.byteLength / Float32Array.BYTES_PER_ELEMENT);
  if (blob.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0) {
    return new Float32Array(blob.buffer, blob.byteOffset, length);
  }
  return new Float32Array(Uint8Array.from(blob).buffer, 0, length);
}

export function isUnit(vector: Float32Array, dims: number): boolean {
  if (vector.length !== dims) return false;
  let square = 0;
  for (const value of vector) square += value * value;
  return Math.abs(square - 1) <= UNIT_TOLERANCE;
}

/** Undefined for what is missing or damaged, which the text's next embedding replaces. */
export function usableVector(blob: Buffer | null, dims: number): Float32Array | undefined {
  const vector = blob === null ? undefined : vectorOf(blob);
  return vector !== undefined && isUnit(vector, dims) ? vector : undefined;
}

const NO_WORDS = new Uint8Array(0);

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
    if (!isUnit(vector, model.dims)) {
      throw new RangeError(`Expected a unit vector of ${model.dims} dimensions for ${hash}.`);
    }
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
