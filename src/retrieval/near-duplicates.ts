import type { PassageRecord } from '../store/store.js';
import { indexOfPassage } from './text-index.js';
import { dot } from '../vectors/dot.js';

/**
 * Below this cosine similarity the words need not be compared. Set by hand, like the next: no figure
 * of XQuAD's development half or of invented documents changes at 0.8, nor with words from 0.7 to
 * 0.95, since there nothing is told twice.
 */
const ALIKE_VECTORS = 0.9;
/** Share of common words (Jaccard) from which two passages say the same. */
const ALIKE_WORDS = 0.85;

/**
 * The first `count` of passages that do not say the same as one before: the same report in two
 * papers comes once.
 */
export function withoutRepeats<T>(
  items: readonly T[],
  passageOf: (item: T) => PassageRecord,
  count: number,
): T[] {
  const kept: T[] = [];
  for (const item of items) {
    if (kept.length === count) break;
    if (!kept.some((other) => saysTheSame(passageOf(other), passageOf(item)))) kept.push(item);
  }
  return kept;
}

export function saysTheSame(a: PassageRecord, b: PassageRecord): boolean {
  if (a.text === b.text) return true;
  if (dot(a.vector, b.vector) < ALIKE_VECTORS) return false;
  const ours = indexOfPassage(a).positions;
  const theirs = indexOfPassage(b).positions;
  let common = 0;
  for (const stem of ours.keys()) if (theirs.has(stem)) common += 1;
  return common / (ours.size + theirs.size - common) >= ALIKE_WORDS;
}
