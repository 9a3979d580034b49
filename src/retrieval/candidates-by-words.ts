import type { PassageRecord, Scope, Store } from '../store/store.js';

/** As many as a question brings by its words that is looked for by its meaning as well. */
const MOST = 10;

/** The passages that have most of some words, or all of an article. */
export async function candidatesByWords(
  store: Store,
  scope: Scope,
  words: readonly string[],
  articleId?: string,
): Promise<PassageRecord[]> {
  if (words.length === 0) return [];
  if (articleId !== undefined) return store.passagesOf(articleId, scope);
  const found = await store.keywordSearch(scope, words, MOST);
  return store.passages(
    found.map(({ passageId }) => passageId),
    scope,
  );
}
