import type { Call } from './call.js';
import { knownArticle } from './known-article.js';
import { MAX_PASSAGES, PASSAGES_PER_PAGE } from './limits.js';
import { pageOf } from './pages.js';
import type { PassagesReply, ShownPassage } from './replies/reply.js';
import type { Passage } from '../retrieval/passage.js';

export interface Search {
  readonly query: string;
  readonly articleId?: string | undefined;
  readonly page: number;
}

/** A page of the passages that are nearest to a query. */
export async function searchPage(call: Call, search: Search): Promise<PassagesReply> {
  const { query, articleId } = search;
  const { scope, signal } = call;
  const found = await call.newsdesk.search(query, {
    scope,
    articleId,
    limit: MAX_PASSAGES,
    signal,
  });
  const { items, ...place } = pageOf(found, search.page, PASSAGES_PER_PAGE);
  return {
    kind: 'passages',
    heading: 'search',
    query,
    passages: await withArticles(call, items),
    ...place,
    turn: (page) => ({ action: 'searchPage', page, articleId }),
  };
}

export async function withArticles(
  call: Call,
  passages: readonly Passage[],
): Promise<ShownPassage[]> {
  return Promise.all(
    passages.map(async (passage) => ({
      passage,
      article: await knownArticle(call, passage.articleId),
    })),
  );
}
