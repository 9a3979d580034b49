import { describe, expect, it } from 'vitest';
import { bestSums, type Postings } from '../../../src/store/rows/postings.js';
import { random } from '../support.js';

function listOf(scores: ReadonlyMap<number, number>): Postings {
  return {
    ids: Float64Array.from(scores.keys()),
    scores: Float64Array.from(scores.values()),
    most: Math.max(0, ...scores.values()),
  };
}

/** What `bestSums` is to find, with every passage looked at. */
function allSums(lists: readonly ReadonlyMap<number, number>[], limit: number): unknown {
  const ids = [...new Set(lists.flatMap((list) => [...list.keys()]))].sort((a, b) => a - b);
  return ids
    .map((passageId) => ({
      passageId,
      score: lists.reduce((sum, list) => sum + (list.get(passageId) ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score || a.passageId - b.passageId)
    .slice(0, limit);
}

describe('the best sums over words', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'are those that all passages would give (%i)',
    (seed) => {
      const next = random(seed);
      const lists = Array.from({ length: 1 + Math.floor(next() * 6) }, () => {
        const share = next() ** 3;
        const weight = (1 - share) * 5;
        const list = new Map<number, number>();
        for (let id = 1; id <= 2_000; id += 1) {
          // Few different scores, so that many sums are equal.
          if (next() < share) list.set(id, weight * (1 + Math.floor(next() * 3) / 7));
        }
        return list;
      });
      expect(bestSums(lists.map(listOf), 10)).toEqual(allSums(lists, 10));
    },
  );

  it('are the first of those that are equal', () => {
    const all = new Map(Array.from({ length: 100 }, (_, n) => [n + 1, 0.3]));
    const rare = new Map([
      [50, 2],
      [90, 2],
    ]);
    expect(bestSums([all, rare].map(listOf), 4).map(({ passageId }) => passageId)).toEqual([
      50, 90, 1, 2,
    ]);
  });

  it('count a word twice that is asked for twice', () => {
    const word = listOf(new Map([[7, 1.5]]));
    expect(bestSums([word, word], 5)).toEqual([{ passageId: 7, score: 3 }]);
  });

  it('are none of no words', () => {
    expect(bestSums([], 5)).toEqual([]);
    expect(bestSums([listOf(new Map())], 5)).toEqual([]);
  });
});
