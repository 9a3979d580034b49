import type { Embedder } from '../embedding/embedder.js';
import type { Scope, Store } from '../store/store.js';
import type { Verdict } from './answer.js';

export interface AskContext {
  readonly store: Store;
  readonly embedder: Embedder;
  /** Answers that are less sure than this are not given, 0 to 1; the fitted threshold where undefined. */
  readonly minConfidence: number | undefined;
}

export interface QuestionOptions {
  readonly scope: Scope;
  readonly articleId?: string | undefined;
  /** Asked first; the other articles where this one does not say. */
  readonly preferArticleId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Answers a question from the articles of a scope, or says that they do not answer it. */
export function answerQuestion(
  _context: AskContext,
  _question: string,
  _options: QuestionOptions,
): Promise<Verdict> {
  return Promise.reject(new Error('answerQuestion is being written'));
}
