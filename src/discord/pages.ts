import type { Passage } from '../retrieval/passage.js';
import type { Call, ServerCall } from './call.js';
import { knownArticle } from './catalogue.js';
import {
  ARTICLES_PER_PAGE,
  MAX_PASSAGES,
  PASSAGES_PER_PAGE,
  QUESTIONS_PER_PAGE,
} from './limits.js';
import type { PassagesReply, Reply, ShownPassage } from './replies/reply.js';

export interface PageOf<T> {
  readonly items: readonly T[];
  /** From 0. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
}

/** A page, or the last one if there are no longer so many. */
export function pageOf<T>(all: readonly T[], page: number, perPage: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const shown = Math.min(page, pages - 1);
  return { items: all.slice(shown * perPage, (shown + 1) * perPage), page: shown, pages };
}

/** The articles that this server, or a direct message, sees. */
export function articlesPage({ catalogue, scope }: Call, page: number): Reply {
  const all = catalogue.all(scope);
  const { items, ...place } = pageOf(all, page, ARTICLES_PER_PAGE);
  return { kind: 'articles', articles: items, total: all.length, ...place };
}

/** The questions of this server alone that found no answer. */
export async function unansweredPage(call: ServerCall, page: number): Promise<Reply> {
  const questions = await call.newsdesk.unanswered([call.guildId]);
  const { items, ...place } = pageOf(questions, page, QUESTIONS_PER_PAGE);
  return { kind: 'open', questions: items, ...place };
}

export interface Search {
  readonly query: string;
  readonly articleId?: string | undefined;
  readonly page: number;
}

/** A page of the passages that are nearest to a query. */
export async function searchPage(call: Call, search: Search): Promise<PassagesReply> {
  const { query, articleId } = search;
  const { scope, askedBy, signal } = call;
  const found = await call.newsdesk.search(query, {
    scope,
    articleId,
    limit: MAX_PASSAGES,
    nearOnly: true,
    askedBy,
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
