import type { Passage } from '../answering/answer.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Scope, Store } from '../store/store.js';

export interface SearchContext {
  readonly store: Store;
  readonly embedder: Embedder;
}

export interface PassageSearchOptions {
  readonly scope: Scope;
  readonly articleId?: string | undefined;
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/** The passages nearest to a query, best first; the same text stored twice comes once. */
export function searchPassages(
  _context: SearchContext,
  _query: string,
  _options: PassageSearchOptions,
): Promise<Passage[]> {
  return Promise.reject(new Error('searchPassages is being written'));
}
