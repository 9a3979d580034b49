import { Best } from '../best.js';
import type { Hit } from '../store.js';

/**
 * A word of the title says more about a passage than one of its text. Set by hand, and flat: from 1
 * to 2 no figure of XQuAD's development half or of invented documents changes, since what is found
 * so is ranked by other means.
 */
export const TITLE_WEIGHT = 1.5;
/** The passages with one word, by ascending id, and what it adds to the BM25 of each. */
export interface Postings {
  readonly ids: Int32Array | Float64Array;
  readonly scores: Float64Array;
  /** The greatest of the scores. */
  readonly most: number;
}

/** Sums that differ by less may be one sum, made in another order. */
const ROUNDING = 1e-12;

/** How far a list has been read. */
class Cursor {
  readonly #ids: Int32Array | Float64Array;
  readonly #scores: Float64Array;
  readonly most: number;
  #at = 0;
  /** At the passage that is looked at, 0 if the list has not got it. */
  score = 0;

  constructor({ ids, scores, most }: Postings) {
    this.#ids = ids;
    this.#scores = scores;
    this.most = most;
  }

  /** The next passage, infinity after the last. */
  get next(): number {
    return this.#ids[this.#at] ?? Infinity;
  }

  /** Reads on to a passage or, if the list has not got it, to the one after. */
  read(id: number): number {
    this.#skipTo(id);
    const isThere = this.next === id;
    this.score = isThere ? (this.#scores[this.#at] ?? 0) : 0;
    if (isThere) this.#at += 1;
    return this.score;
  }

  #skipTo(id: number): void {
    if (this.next >= id) return;
    let [before, step] = [this.#at, 1];
    while ((this.#ids[before + step] ?? Infinity) < id) {
      before += step;
      step *= 2;
    }
    let after = before + step;
    while (after - before > 1) {
      const middle = (before + after) >>> 1;
      if ((this.#ids[middle] ?? Infinity) < id) before = middle;
      else after = middle;
    }
    this.#at = after;
  }
}

/**
 * The passages whose sum over all words is greatest, of equal ones the first: BM25 is a sum over the
 * words of the question, so that each word's part can be kept. Once so many are found, words that
 * even together can't bring another among them are looked up only in passages that have a rarer word
 * (MaxScore: Turtle and Flood, 1995, https://doi.org/10.1016/0306-4573(95)00020-H).
 */
export function bestSums(lists: readonly Postings[], limit: number): Hit[] {
  const best = new Best<number>(limit);
  const cursors = lists.map((list) => new Cursor(list));
  const byMost = [...cursors].sort((a, b) => a.most - b.most);
  /** What the first so many of `byMost` can add together. */
  const bounds = [0];
  for (const { most } of byMost) bounds.push((bounds.at(-1) ?? 0) + most);
  const isBelow = (bound: number): boolean => bound < best.floor * (1 - ROUNDING);

  /** The sum in the order of the words, or 0 if it is too small. */
  const sumAt = (id: number, minor: number): number => {
    let known = 0;
    for (let at = minor; at < byMost.length; at += 1) known += byMost[at]?.read(id) ?? 0;
    for (let at = minor - 1; at >= 0; at -= 1) {
      if (isBelow(known + (bounds[at + 1] ?? 0))) return 0;
      known += byMost[at]?.read(id) ?? 0;
    }
    let sum = 0;
    for (const { score } of cursors) sum += score;
    return sum;
  };

  for (let minor = 0; ;) {
    while (minor < byMost.length && isBelow(bounds[minor + 1] ?? 0)) minor += 1;
    let id = Infinity;
    for (let at = minor; at < byMost.length; at += 1)
      id = Math.min(id, byMost[at]?.next ?? Infinity);
    if (id === Infinity) break;
    const score = sumAt(id, minor);
    if (score > best.floor) best.add(id, score);
  }
  return best.map((passageId, score) => ({ passageId, score }));
}
