import type { Journal } from '../../../src/store/journal.js';
import type { StoreOptions } from '../../../src/store/open.js';
import type { Store } from '../../../src/store/store.js';

/** Where a store keeps its articles: each opening sees what the others have written there. */
export interface Place {
  /** Closed when the test ends. */
  store(options?: Pick<StoreOptions, 'exactBelow' | 'onProblem'>): Promise<Store>;
  /** Closed when the test ends. */
  journal(): Promise<Journal>;
}

/** An empty place of the test's own. */
export type NewPlace = () => Promise<Place>;
