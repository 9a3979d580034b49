import { describe, expect, it } from 'vitest';
import { bestSpans, likelier, LONGEST_SPAN } from '../../src/embedding/best-spans.js';

const pieces = { ids: [1, 2, 3, 4], starts: [0, 4, 8, 12], ends: [3, 7, 11, 15] };
const all = [{ start: 0, end: 15 }];

function logits(starts: number[], ends: number[], silent = { start: 0, end: 0 }) {
  return { starts: Float32Array.from(starts), ends: Float32Array.from(ends), silent };
}

describe('the best span', () => {
  it('goes from the likeliest start to the likeliest end after it', () => {
    const [span] = bestSpans(pieces, logits([0, 5, 0, 0], [9, 0, 4, 0]), 0, all);
    expect(span).toMatchObject({ start: 0, end: 3, odds: 9 });
    const [other] = bestSpans(pieces, logits([0, 9, 0, 0], [5, 0, 4, 0]), 0, all);
    expect(other).toMatchObject({ start: 4, end: 11, odds: 13 });
  });

  it('stays inside each stretch', () => {
    const stretches = [
      { start: 0, end: 7 },
      { start: 8, end: 15 },
      { start: 16, end: 20 },
    ];
    const spans = bestSpans(pieces, logits([0, 5, 0, 0], [0, 0, 0, 5]), 0, stretches);
    expect(spans.map((span) => span && [span.start, span.end])).toEqual([
      [4, 7],
      [8, 15],
      undefined,
    ]);
  });

  it('has odds against what means that the text does not say, and a share of all spans', () => {
    const [span] = bestSpans(
      pieces,
      logits([0, 0, 0, 0], [0, 0, 0, 0], { start: 3, end: 4 }),
      0,
      all,
    );
    expect(span?.odds).toBe(-7);
    const [sure] = bestSpans(pieces, logits([30, 0, 0, 0], [30, 0, 0, 0]), 0, all);
    expect(sure?.share).toBeCloseTo(1);
  });

  it('is not longer than answers are', () => {
    const count = 2 * LONGEST_SPAN;
    const at = Array.from({ length: count }, (_, index) => index);
    const long = { ids: at, starts: at, ends: at.map((start) => start + 1) };
    const high = at.map((index) => (index === 0 ? 9 : 0));
    const [span] = bestSpans(long, logits(high, high.toReversed()), 0, [{ start: 0, end: count }]);
    expect((span?.end ?? Infinity) - (span?.start ?? 0)).toBeLessThanOrEqual(LONGEST_SPAN);
  });

  it('counts a later window’s pieces on from where that begins', () => {
    const [span] = bestSpans(pieces, logits([9, 0], [9, 0]), 2, all);
    expect(span).toMatchObject({ start: 8, end: 11 });
  });
});

describe('of two windows', () => {
  it('each stretch keeps the likelier span', () => {
    const at = (odds: number) => ({ start: 0, end: 1, odds, share: 0.5 });
    expect(likelier([at(1), undefined, at(3)], [at(2), at(-4), undefined])).toEqual([
      at(2),
      at(-4),
      at(3),
    ]);
  });
});
