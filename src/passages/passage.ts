import type { Span } from '../text/span.js';

export type UnitKind = 'sentence' | 'item' | 'row' | 'code';

/** What can answer by itself: a sentence, an item of a list, a row of a table. */
export interface UnitSpan extends Span {
  readonly kind: UnitKind;
  /** Its block, by its place among the article's blocks. */
  readonly block: number;
  /** What it is read as, if that is more than its own words: a row with its columns' names. */
  readonly reading?: string | undefined;
}

/** Whole units of one section that are embedded, searched and shown together. */
export interface PassageSpan extends Span {
  /** The headings that it stands under, from the outermost in. */
  readonly path: readonly string[];
  /** The units inside the passage that may answer, in order. */
  readonly sentences: readonly UnitSpan[];
}
