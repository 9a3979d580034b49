import type { Span } from '../text/span.js';

/** A passage as it is shown: `text` is the article's text from `start` to `end`, to the letter. */
export interface PassageText extends Span {
  readonly articleId: string;
  readonly title: string;
  readonly source: string;
  readonly url?: string | undefined;
  readonly text: string;
}

/** A passage that was searched for. */
export interface Passage extends PassageText {
  /** Best first; comparable within one result only. */
  readonly score: number;
}
