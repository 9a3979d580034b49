import type { AnswerText, AskResult } from '../answering/answer.js';
import type { Call } from './call.js';
import { findArticle } from './catalogue.js';
import { knownArticle } from './known-article.js';
import { checkQuestion } from './question.js';
import type { Reply } from './replies/reply.js';

export interface Asked {
  readonly question: string;
  /** What was chosen or typed for the option `article`. */
  readonly article?: string | undefined;
  /** A follow-up is asked of this article first. */
  readonly preferArticleId?: string | undefined;
  readonly showQuestion: boolean;
}

/** What is said to a question, whether it came by command, mention or direct message. */
export async function answerQuestion(call: Call, asked: Asked): Promise<Reply> {
  const { newsdesk, catalogue, scope, signal } = call;
  const question = checkQuestion(asked.question);
  const articleId =
    asked.article === undefined ? undefined : findArticle(catalogue, asked.article, scope).id;
  const { preferArticleId } = asked;
  const result = await newsdesk.ask(question, { scope, articleId, preferArticleId, signal });
  const shown = asked.showQuestion ? question : undefined;

  switch (result.kind) {
    case 'greeting':
    case 'unclear':
      return { kind: 'note', note: result.kind };
    case 'empty':
      return { kind: 'note', note: call.isManager ? 'emptyManager' : 'empty' };
    case 'answer':
    case 'gist':
    case 'unanswered':
      return result.answer === null
        ? unanswered(result, shown)
        : answered(call, result, result.answer, shown);
  }
}

async function answered(
  call: Call,
  result: AskResult,
  answer: AnswerText,
  question: string | undefined,
): Promise<Reply> {
  return {
    kind: 'answer',
    gist: result.kind === 'gist',
    question,
    answer,
    article: await knownArticle(call, answer.articleId),
    confidence: result.confidence,
    recordId: result.recordId,
  };
}

function unanswered(result: AskResult, question: string | undefined): Reply {
  return {
    kind: 'unanswered',
    question,
    lookedFor: result.lookedFor,
    recordId: result.passages.length > 0 ? result.recordId : undefined,
  };
}
