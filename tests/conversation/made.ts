import type { AnswerText, Verdict } from '../../src/answering/answer.js';
import type { UnitKind } from '../../src/passages/passage.js';

/** An answer that is one unit, and all of its passage. */
export function answerOf(text: string, kind: UnitKind = 'sentence', start = 0): AnswerText {
  const span = { start, end: start + text.length };
  return {
    ...span,
    text,
    articleId: 'a',
    passageStart: 0,
    passageEnd: span.end,
    passage: text,
    path: [],
    sentences: [span],
    units: [{ ...span, kind }],
    highlights: [],
  };
}

/** A question that was answered so. */
export function verdictOf(answer: AnswerText): Verdict {
  return { kind: 'answer', confidence: 0.8, answer, passages: [], lookedFor: [] };
}
