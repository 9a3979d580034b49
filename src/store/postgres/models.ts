import type { EmbeddingModel } from '../../embedding/embedder.js';
import { checkedModel } from '../rows/models.js';
import type { Queries } from './database.js';
import type { Model } from './vectors.js';

/**
 * The model's row, made if there is none.
 * @throws NewsdeskError `store-dims` if its vectors had other dimensions before.
 */
export async function registerModel({ rows }: Queries, model: EmbeddingModel): Promise<Model> {
  const { key, dims } = model;
  const select = 'SELECT id, dims FROM newsdesk.models WHERE key = $1';
  let [known] = await rows<Model>(select, [key]);
  if (known === undefined) {
    await rows('INSERT INTO newsdesk.models (key, dims) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      key,
      dims,
    ]);
    [known] = await rows<Model>(select, [key]);
  }
  return checkedModel(known, model);
}
