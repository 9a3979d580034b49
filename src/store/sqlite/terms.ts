import { LRUCache } from 'lru-cache';
import type { KnownWord, Scope } from '../store.js';
import { ofLength } from '../rows/terms.js';
import type { SqliteFile } from './database.js';

/** Words of all beginnings that are kept, some 100 bytes each. */
const MAX_KEPT_WORDS = 100_000;

export function addTerms(
  sqlite: SqliteFile,
  collection: string,
  counts: ReadonlyMap<string, number>,
): void {
  const add = sqlite.prepare<[string, string, number]>(
    `INSERT INTO terms (collection, term, passages) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET passages = passages + excluded.passages`,
  );
  for (const [term, count] of counts) add.run(collection, term, count);
}

export function removeTerms(
  sqlite: SqliteFile,
  collection: string,
  counts: ReadonlyMap<string, number>,
): void {
  const lower = sqlite.prepare<[number, string, string]>(
    'UPDATE terms SET passages = passages - ? WHERE collection = ? AND term = ?',
  );
  const drop = sqlite.prepare<[string, string]>(
    'DELETE FROM terms WHERE collection = ? AND term = ? AND passages <= 0',
  );
  for (const [term, count] of counts) {
    lower.run(count, collection, term);
    drop.run(collection, term);
  }
}

/** Words that occur nowhere are left out. */
export function documentFrequencies(
  sqlite: SqliteFile,
  scope: Scope,
  wanted: readonly string[],
): Map<string, number> {
  const find = sqlite
    .prepare<[string, string], number>(
      'SELECT passages FROM terms WHERE collection = ? AND term = ?',
    )
    .pluck();
  const frequencies = new Map<string, number>();
  for (const word of new Set(wanted)) {
    let passages = 0;
    for (const collection of new Set(scope)) passages += find.get(collection, word) ?? 0;
    if (passages > 0) frequencies.set(word, passages);
  }
  return frequencies;
}

export interface Vocabulary {
  /** The words of a scope that begin so and are so long, with the passages that have them. */
  words(
    scope: Scope,
    prefix: string,
    minLength: number,
    maxLength: number,
    generation: number,
  ): KnownWord[];
}

/** Kept by beginning: to read all words with a letter takes longer than to go through them. */
export function vocabularyOf(sqlite: SqliteFile): Vocabulary {
  const cache = new LRUCache<string, readonly KnownWord[]>({
    maxSize: MAX_KEPT_WORDS,
    sizeCalculation: (known) => known.length + 1,
  });
  let cachedGeneration = -1;
  const find = sqlite.prepare<[string, string, string], KnownWord>(
    `SELECT term AS word, sum(passages) AS passages FROM terms
     WHERE collection IN (SELECT value FROM json_each(?)) AND term >= ? AND term < ?
     GROUP BY term`,
  );
  return {
    words: (scope, prefix, minLength, maxLength, generation) => {
      if (generation !== cachedGeneration) cache.clear();
      cachedGeneration = generation;
      const collections = JSON.stringify(scope);
      const key = `${collections}${prefix}`;
      const known = cache.get(key) ?? find.all(collections, prefix, `${prefix}\u{10FFFF}`);
      cache.set(key, known);
      return ofLength(known, minLength, maxLength);
    },
  };
}
