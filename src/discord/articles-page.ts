import type { Call } from './call.js';
import { ARTICLES_PER_PAGE } from './limits.js';
import { pageOf } from './pages.js';
import type { Reply } from './replies/reply.js';

/** The articles that this server, or a direct message, sees. */
export function articlesPage({ catalogue, scope }: Call, page: number): Reply {
  const all = catalogue.all(scope);
  const { items, ...place } = pageOf(all, page, ARTICLES_PER_PAGE);
  return { kind: 'articles', articles: items, total: all.length, ...place };
}
