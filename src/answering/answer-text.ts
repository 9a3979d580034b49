import type { PassageRecord } from '../store/store.js';
import type { AnswerText } from './answer.js';
import type { Span } from '../text/span.js';

/** The article's words from the first to the last of some sentences of a passage, in order. */
export function answerTextOf(
  passage: PassageRecord,
  sentences: readonly Span[],
  highlights: readonly Span[] = [],
): AnswerText {
  const start = sentences[0]?.start ?? passage.start;
  const end = sentences.at(-1)?.end ?? passage.end;
  return {
    text: passage.text.slice(start - passage.start, end - passage.start),
    start,
    end,
    articleId: passage.articleId,
    passageStart: passage.start,
    passageEnd: passage.end,
    sentences: sentences.map((sentence) => ({ start: sentence.start, end: sentence.end })),
    highlights,
  };
}
