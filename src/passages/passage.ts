/** Positions in an article's stored text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whole sentences that are embedded, searched and shown together. */
export interface PassageSpan extends Span {
  /** The sentences inside the passage that may answer, in order. */
  readonly sentences: readonly Span[];
}
