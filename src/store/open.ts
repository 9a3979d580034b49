import type { EmbeddingModel } from '../embedding/embedder.js';
import type { Store } from './store.js';

export interface StoreOptions {
  /** Created where it is missing. */
  readonly directory: string;
  /** Whose vectors are searched; it need not be loaded. */
  readonly model: EmbeddingModel;
  /** Told of what mended itself or could not be written, such as a damaged index file. */
  readonly onProblem?: ((code: string, details: object) => void) | undefined;
  /** Collections with fewer vectors are searched without a graph. */
  readonly exactBelow?: number | undefined;
}

/**
 * Opens the articles of a data folder, or begins an empty one.
 * @throws NewsdeskError where the folder can't be used or was written by a newer Newsdesk.
 */
export function openStore(options: StoreOptions): Promise<Store> {
  return Promise.reject(new Error(`not yet: ${options.directory}`));
}
