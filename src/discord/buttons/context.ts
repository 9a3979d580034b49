import { NewsdeskError } from '../../errors.js';
import type { Call } from '../call.js';
import { VERSION_LENGTH, type ButtonAction } from '../custom-id.js';
import { knownArticle } from '../catalogue.js';
import type { Reply } from '../replies/reply.js';

/** The answer among its neighbours, if the article is still as it was. */
export async function showContext(
  call: Call,
  { articleId, start, end, version }: Extract<ButtonAction, { action: 'context' }>,
): Promise<Reply> {
  const { newsdesk, scope } = call;
  const article = await knownArticle(call, articleId);
  const stored = await newsdesk.show(articleId, scope);
  if (stored.contentHash.slice(0, VERSION_LENGTH) !== version || end > stored.text.length) {
    throw new NewsdeskError('discord-article-changed', { title: article.title });
  }
  const around = await newsdesk.context(articleId, start, end, scope);
  const from = Math.min(start, ...around.map((passage) => passage.start));
  const to = Math.max(end, ...around.map((passage) => passage.end));
  return {
    kind: 'context',
    article,
    text: stored.text.slice(from, to),
    start: from,
    answer: { start, end },
  };
}
