import type { Span } from '../text/span.js';

/** Words of a passage that may answer a question, as positions in its text. */
export interface ReadSpan extends Span {
  /** Logarithm of how many times likelier the words are than that the passage does not say. */
  readonly odds: number;
  /** Probability among all spans of the passage, and that it does not say. */
  readonly share: number;
}

/** A passage to read: positions are those of its text, in UTF-16 units. */
export interface ReadablePassage {
  readonly text: string;
  /** The stretches, such as sentences, that the best span is wanted of. */
  readonly stretches: readonly Span[];
}

/** The best span inside each stretch, in order; none in a stretch without words. */
export type Reading = readonly (ReadSpan | undefined)[];

/** Reads a question and a passage together, and finds the words that answer. */
export interface PassageReader {
  /**
   * One reading a passage, in order. Questions that are to be embedded go before each passage.
   * @throws NewsdeskError `model-missing`, `model-broken`, `embedding-failed`, `embedding-closed`
   */
  read(
    question: string,
    passages: readonly ReadablePassage[],
    signal?: AbortSignal,
  ): Promise<Reading[]>;
}
