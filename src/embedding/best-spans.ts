import type { Span } from '../text/span.js';
import type { ReadSpan } from './passage-reader.js';
import type { Pieces } from './pieces.js';

/** What a model says of a window of a passage: logits of its pieces, and of "does not say". */
export interface WindowLogits {
  /** Of the window's pieces, in order. */
  readonly starts: Float32Array;
  readonly ends: Float32Array;
  /** Start and end of the span that means that the passage does not say, each by itself. */
  readonly silent: { readonly start: number; readonly end: number };
}

/** Answers are short: of the questions of SQuAD 1.1, one in a hundred has a longer one. */
export const LONGEST_SPAN = 24;

/**
 * The best span inside each stretch of the text, of `LONGEST_SPAN` pieces at most (Devlin et al.
 * 2019, section 4.3).
 * @param window the pieces that were read
 * @param from the number of the window's first piece
 */
export function bestSpans(
  { starts: begins, ends: closes }: Pieces,
  { starts, ends, silent }: WindowLogits,
  from: number,
  stretches: readonly Span[],
): (ReadSpan | undefined)[] {
  const all = logSum([silent.start, ...starts]) + logSum([silent.end, ...ends]);
  return stretches.map((stretch) => {
    const isInside = (piece: number): boolean =>
      (begins[from + piece] ?? -1) >= stretch.start &&
      (closes[from + piece] ?? Infinity) <= stretch.end;
    let best: { first: number; last: number; score: number } | undefined;
    for (let first = 0; first < starts.length; first += 1) {
      if (!isInside(first)) continue;
      for (let last = first; last < Math.min(first + LONGEST_SPAN, ends.length); last += 1) {
        if (!isInside(last)) break;
        const score = (starts[first] ?? 0) + (ends[last] ?? 0);
        if (best === undefined || score > best.score) best = { first, last, score };
      }
    }
    const start = begins[from + (best?.first ?? 0)];
    const end = closes[from + (best?.last ?? 0)];
    if (best === undefined || start === undefined || end === undefined) return undefined;
    return {
      start,
      end,
      odds: best.score - silent.start - silent.end,
      share: Math.exp(best.score - all),
    };
  });
}

/** For each stretch the likelier span of two windows. */
export function likelier(
  a: readonly (ReadSpan | undefined)[],
  b: readonly (ReadSpan | undefined)[],
): (ReadSpan | undefined)[] {
  return a.map((span, index) => {
    const other = b[index];
    return (other?.odds ?? -Infinity) > (span?.odds ?? -Infinity) ? other : span;
  });
}

function logSum(logits: readonly number[]): number {
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  return most + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0));
}
