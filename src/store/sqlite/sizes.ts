import { statSync } from 'node:fs';
import type { Scope, ScopeSize, StoreStats } from '../store.js';
import { IN_MEMORY, type SqliteFile } from './database.js';

export function sizeOf(sqlite: SqliteFile, scope: Scope): ScopeSize {
  return (
    sqlite
      .prepare<[string], ScopeSize>(
        `SELECT count(*) AS articles, coalesce(sum(passages), 0) AS passages FROM articles
         WHERE collection IN (SELECT value FROM json_each(?))`,
      )
      .get(JSON.stringify(scope)) ?? { articles: 0, passages: 0 }
  );
}

export function totals(
  sqlite: SqliteFile,
): Pick<StoreStats, 'articles' | 'passages' | 'sentences' | 'characters' | 'vectors'> {
  const row = sqlite
    .prepare<
      [],
      Pick<StoreStats, 'articles' | 'passages' | 'sentences' | 'characters' | 'vectors'>
    >(
      `SELECT count(*) AS articles, coalesce(sum(passages), 0) AS passages,
         coalesce(sum(sentences), 0) AS sentences, coalesce(sum(characters), 0) AS characters,
         (SELECT count(*) FROM vectors) AS vectors
       FROM articles`,
    )
    .get();
  return row ?? { articles: 0, passages: 0, sentences: 0, characters: 0, vectors: 0 };
}

/** Of the database and the log that has not been taken into it yet. */
export function databaseBytes({ file, db }: SqliteFile): number {
  if (file === IN_MEMORY) return db.serialize().length;
  return [file, `${file}-wal`].reduce(
    (bytes, path) => bytes + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
