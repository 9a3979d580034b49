import type { ServerCall } from './call.js';
import { QUESTIONS_PER_PAGE } from './limits.js';
import { pageOf } from './pages.js';
import type { Reply } from './replies/reply.js';

/** The questions of this server alone that found no answer. */
export async function unansweredPage(call: ServerCall, page: number): Promise<Reply> {
  const questions = await call.newsdesk.unanswered([call.guildId]);
  const { items, ...place } = pageOf(questions, page, QUESTIONS_PER_PAGE);
  return { kind: 'open', questions: items, ...place };
}
