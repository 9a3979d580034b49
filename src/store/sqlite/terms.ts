import type { Scope } from '../store.js';
import { words } from '../words.js';
import type { SqliteFile } from './database.js';

/** In how many of the passages each word occurs; the title counts with the first. */
export function countTerms(title: string, passages: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  passages.forEach((text, ordinal) => {
    for (const word of new Set(words(ordinal === 0 ? `${title}\n${text}` : text))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  });
  return counts;
}

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

export function vocabulary(
  sqlite: SqliteFile,
  scope: Scope,
  prefix: string,
  minLength: number,
  maxLength: number,
): { word: string; passages: number }[] {
  const find = sqlite.prepare<
    [string, string, string, number, number],
    { word: string; passages: number }
  >(
    `SELECT term AS word, sum(passages) AS passages FROM terms
     WHERE collection IN (SELECT value FROM json_each(?)) AND term >= ? AND term < ?
       AND length(term) BETWEEN ? AND ?
     GROUP BY term`,
  );
  return find.all(JSON.stringify(scope), prefix, `${prefix}\u{10FFFF}`, minLength, maxLength);
}
