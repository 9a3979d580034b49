import type { EmbeddingModel } from '../../embedding/embedder.js';
import { checkedModel } from '../rows/models.js';
import type { SqliteFile } from './database.js';

export interface StoredModel {
  readonly id: number;
  readonly key: string;
  readonly dims: number;
}

/**
 * The model's row, made if there is none.
 * @throws NewsdeskError `store-dims` if its vectors had other dimensions before.
 */
export function registerModel(sqlite: SqliteFile, model: EmbeddingModel): StoredModel {
  const { key, dims } = model;
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
  return checkedModel(known, model);
}
