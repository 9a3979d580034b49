import type { Span } from '../text/span.js';

/** Whole sentences that are embedded, searched and shown together. */
export interface PassageSpan extends Span {
  /** The sentences inside the passage that may answer, in order. */
  readonly sentences: readonly Span[];
}
