import type { Logger } from 'pino';
import type { AskResult, Verdict } from '../answering/answer.js';
import type { AskContext } from '../answering/ask.js';
import type { EmbeddingModel } from '../embedding/embedder.js';
import type { Journal } from '../store/journal.js';
import { SHARED } from '../store/store.js';
import { answerInConversation, type ConversationOptions } from './answer.js';

/** Models that were trained on English alone, by the names that the hub has for them. */
const ENGLISH_ONLY = /all-MiniLM|all-mpnet|multi-qa|-en\b/u;

export interface AskAndRecordContext extends AskContext {
  readonly model: EmbeddingModel;
  readonly journal: Journal;
  readonly log: Logger;
}

/** Answers a question and notes it down in the journal, which it can be found in by `recordId`. */
export async function askAndRecord(
  context: AskAndRecordContext,
  question: string,
  options: ConversationOptions,
): Promise<AskResult> {
  const started = performance.now();
  const verdict = await answerInConversation(context, question, {
    ...options,
    readsEnglishOnly: ENGLISH_ONLY.test(context.model.key),
  });
  const answered = verdict.answer !== null;
  const recordId = await record(context, question, verdict, options);
  const ms = Math.round((performance.now() - started) * 100) / 100;
  return { question, answered, ...verdict, ms, recordId };
}

/** What is no question is not noted down; what can't be is answered all the same. */
async function record(
  { journal, log }: AskAndRecordContext,
  question: string,
  { kind, answer, confidence, context }: Verdict,
  { scope, articleId }: ConversationOptions,
): Promise<string | undefined> {
  if (kind !== 'answer' && kind !== 'unanswered' && kind !== 'gist') return undefined;
  try {
    return await journal.record({
      question,
      understood: context?.understood === question ? undefined : context?.understood,
      collection: scope.at(-1) ?? SHARED,
      articleId: (context?.guessed === true ? undefined : context?.articleId) ?? articleId,
      answered: answer !== null,
      confidence,
      answer: answer ?? undefined,
    });
  } catch (error) {
    log.warn({ error }, 'the journal could not be written');
    return undefined;
  }
}
