import type { Passage } from '../retrieval/passage.js';
import type { Span } from '../text/span.js';

/** The words of an article that answer: `text` is its text from `start` to `end`, to the letter. */
export interface AnswerText extends Span {
  readonly text: string;
  readonly articleId: string;
  /** The passage around it, as positions in the article. */
  readonly passageStart: number;
  readonly passageEnd: number;
  /** The one or two answering sentences, inside `start` to `end`, in order. */
  readonly sentences: readonly Span[];
  /** The words that answer (the names, the date, the number), where that is clear. */
  readonly highlights: readonly Span[];
}

/** Why a reply is what it is, where it is not simply an answer or a refusal. */
export type AskKind = 'answer' | 'unanswered' | 'gist' | 'greeting' | 'unclear' | 'empty';

/** Before it is timed and journalled. */
export interface Verdict {
  readonly kind: AskKind;
  /** Calibrated: of the answers given at 0.8, eight in ten are right. */
  readonly confidence: number;
  readonly answer: AnswerText | null;
  readonly passages: readonly Passage[];
  /** The words of the question that were looked for, after typing errors were mended. */
  readonly lookedFor: readonly string[];
}

export interface AskResult extends Verdict {
  readonly question: string;
  readonly answered: boolean;
  /** Wall time in milliseconds. */
  readonly ms: number;
  /** The journal's id, for the buttons under a reply. */
  readonly recordId?: string | undefined;
}
