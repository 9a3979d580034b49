import type { EmbeddingModel } from '../../embedding/embedder.js';
import { NewsdeskError } from '../../errors.js';

/**
 * The stored row of a model, if it is there and fits.
 * @throws NewsdeskError `store-dims` if its vectors had other dimensions before
 */
export function checkedModel<M extends { readonly dims: number }>(
  known: M | undefined,
  { key, dims }: EmbeddingModel,
): M {
  if (known === undefined) throw new Error(`The model ${key} was not stored.`);
  if (known.dims !== dims) {
    throw new NewsdeskError('store-dims', { model: key, stored: known.dims, given: dims });
  }
  return known;
}
