import type { TextIndex } from './text-index.js';
import type { Term } from './terms.js';

const K1 = 1.2;
const B = 0.75;
/** A passage of usual length; a constant, so that the score means the same in every collection. */
const USUAL_WORDS = 120;

/**
 * BM25 (Robertson and Zaragoza, 2009) of a passage whose title counts as said once more, divided
 * by the weight of the whole question: comparable between questions and collections.
 */
export function keywordScore(terms: readonly Term[], text: TextIndex, title: TextIndex): number {
  const length = 1 - B + (B * text.words.length) / USUAL_WORDS;
  let score = 0;
  let asked = 0;
  for (const { stem, weight } of terms) {
    const count = (text.positions.get(stem)?.length ?? 0) + (title.positions.has(stem) ? 1 : 0);
    score += (weight * count * (K1 + 1)) / (count + K1 * length);
    asked += weight;
  }
  return asked === 0 ? 0 : score / asked;
}
