import type { AskResult } from '../answering/answer.js';

/** The answer object of `--json`. */
export function askResultJson(result: AskResult): object {
  const { question, answered, confidence, answer, passages, ms, kind, lookedFor } = result;
  const { also, desk } = result;
  return {
    question,
    answered,
    confidence,
    answer,
    passages,
    ms,
    kind,
    lookedFor,
    ...(also !== undefined && { also: { answer: also.answer, confidence: also.confidence } }),
    ...(desk !== undefined && { desk }),
  };
}

/** The same, of a conversation: with what was taken over from it. */
export function conversationJson(result: AskResult): object {
  const { context } = result;
  return {
    ...askResultJson(result),
    context:
      context === undefined || context.guessed === true
        ? null
        : { articleId: context.articleId, about: context.about },
  };
}
