import type { EmbeddingModel } from '../../embedding/embedder.js';
import { NewsdeskError } from '../../errors.js';
import type { SqliteFile } from './database.js';

export interface StoredModel {
  readonly id: number;
  readonly key: string;
  readonly dims: number;
}

/**
 * The model's row, made where there is none.
 * @throws NewsdeskError `store-dims` where its vectors had other dimensions before.
 */
export function registerModel(sqlite: SqliteFile, { key, dims }: EmbeddingModel): StoredModel {
  const find = sqlite.prepare<[string], StoredModel>(
    'SELECT id, key, dims FROM models WHERE key = ?',
  );
  const known =
    find.get(key) ??
    sqlite.write(() => {
      sqlite
        .prepare<[string, number, string]>(
          'INSERT INTO models (key, dims, openedAt) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
        )
        .run(key, dims, new Date().toISOString());
      return find.get(key);
    });
  if (known === undefined) throw new Error(`The model ${key} was not stored.`);
  if (known.dims !== dims) {
    throw new NewsdeskError('store-dims', { model: key, stored: known.dims, given: dims });
  }
  return known;
}
