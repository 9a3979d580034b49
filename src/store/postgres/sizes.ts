import { LRUCache } from 'lru-cache';
import type { Scope, ScopeSize } from '../store.js';
import type { Queries } from './database.js';

/** A question asks more than once how much there is; what others write is seen so much later. */
const FRESH_MS = 1_000;
const MAX_SCOPES = 1_000;

interface Kept {
  readonly size: ScopeSize;
  readonly generation: number;
}

/** @param seen the generation of the articles, as far as this process knows */
export function sizesOf(
  { rows }: Queries,
  seen: () => number,
): (scope: Scope) => Promise<ScopeSize> {
  const cache = new LRUCache<string, Kept>({ max: MAX_SCOPES, ttl: FRESH_MS });
  return async (scope) => {
    const key = scope.join();
    const generation = seen();
    const kept = cache.get(key);
    if (kept?.generation === generation) return kept.size;
    const [size] = await rows<{ articles: number; passages: number }>(
      `SELECT count(*)::integer AS articles, coalesce(sum(passages), 0)::integer AS passages
       FROM newsdesk.articles WHERE collection = ANY (
         SELECT number FROM newsdesk.collections WHERE name = ANY ($1::text[]))`,
      [scope],
    );
    if (size === undefined || size.articles === 0) return { articles: 0, passages: 0 };
    cache.set(key, { size, generation });
    return size;
  };
}
