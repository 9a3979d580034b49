import type { Call } from '../call.js';
import { MAX_PASSAGES, PASSAGES_PER_PAGE } from '../limits.js';
import { pageOf, withArticles } from '../pages.js';
import type { Reply } from '../replies/reply.js';
import { recordedQuestion } from './recorded.js';

/** Passages for a recorded question, without the one that the answer was quoted from. */
export async function showOthers(call: Call, recordId: string, page: number): Promise<Reply> {
  const { question, understood, articleId, answer } = await recordedQuestion(call, recordId);
  const query = understood ?? question;
  const { newsdesk, scope, askedBy, signal } = call;
  const found = await newsdesk.search(query, {
    scope,
    articleId,
    limit: MAX_PASSAGES,
    nearOnly: true,
    askedBy,
    signal,
  });
  const others = found.filter(
    (passage) =>
      answer === undefined ||
      passage.articleId !== answer.articleId ||
      passage.end <= answer.start ||
      passage.start >= answer.end,
  );
  const { items, ...place } = pageOf(others, page, PASSAGES_PER_PAGE);
  return {
    kind: 'passages',
    heading: answer === undefined ? 'nearest' : 'others',
    query,
    passages: await withArticles(call, items),
    ...place,
    turn: (to) => ({ action: 'othersPage', page: to, recordId }),
  };
}
