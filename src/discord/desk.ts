import type { DeskReply } from '../answering/answer.js';
import type { Call } from './call.js';
import { knownArticle } from './catalogue.js';
import type { Reply } from './replies/reply.js';

/** What the desk says of its articles, with what is known of each. */
export async function deskReply(call: Call, desk: DeskReply): Promise<Reply> {
  switch (desk.of) {
    case 'articles':
      return {
        kind: 'articles',
        which: desk.about === undefined && desk.period !== true ? 'newest' : 'found',
        articles: await Promise.all(desk.articles.map(({ id }) => knownArticle(call, id))),
        total: desk.total,
        page: 0,
        pages: 1,
      };
    case 'choice':
      return { kind: 'choice', asks: desk.asks, articles: desk.articles };
    default:
      return { kind: 'fact', article: await knownArticle(call, desk.article.id), fact: desk };
  }
}
