import type { Embedder } from '../embedding/embedder.js';
import type { Scope, Store } from '../store/store.js';
import { candidatePassages } from './candidates.js';
import type { Passage } from './passage.js';
import { readQuery } from './query.js';
import { measurePassages, RANKED, rankPassages, shownPassage, type RankingModels } from './rank.js';

export interface SearchContext {
  readonly store: Store;
  readonly embedder: Embedder;
  readonly models: RankingModels;
}

export interface PassageSearchOptions {
  readonly scope: Scope;
  readonly articleId?: string | undefined;
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/** The passages nearest to a query, best first; the same text stored twice comes once. */
export async function searchPassages(
  context: SearchContext,
  query: string,
  options: PassageSearchOptions,
): Promise<Passage[]> {
  const { scope, articleId, limit, signal } = options;
  if (query.trim() === '') return [];
  const read = await readQuery(context, query, scope, signal);
  const candidates = await candidatePassages(context.store, read, scope, articleId, limit);
  const count = Math.max(limit, RANKED);
  const ranked = rankPassages(read, measurePassages(read, candidates), context.models, count);
  return ranked.slice(0, limit).map(({ record, share }) => shownPassage(record, share));
}
