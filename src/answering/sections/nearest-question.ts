import { isAsked } from '../../passages/sections.js';
import type { RankedPassage } from '../../retrieval/rank.js';

/**
 * How much of the ranking it is, beside all else, how near an entry's own question and the beginning of
 * its answer come. Set by hand, and flat from 30 to 50: of FAQ pages asked in people's own words the
 * right entry comes first for 0.64 without, 0.67 at 10, 0.69 at 20 and 0.71 at 30, and in the pages'
 * words for 0.95 and 0.97. What is not headed by a question has no part in it.
 */
const NEARNESS = 30;

/**
 * The same passages, with those that questions head in the order in which these are near what is asked.
 * Entries of one list of questions share most of their words, and a long answer mentions what another
 * entry is about: what tells them apart is the question that each was written for.
 */
export function byNearestQuestion(ranked: readonly RankedPassage[]): readonly RankedPassage[] {
  const nearness = ({ strength, features }: RankedPassage): number =>
    strength + NEARNESS * features.dense;
  const entries = ranked.filter(isEntry).sort((a, b) => nearness(b) - nearness(a));
  let next = 0;
  return ranked.map((passage) => {
    if (!isEntry(passage)) return passage;
    const entry = entries[next] ?? passage;
    next += 1;
    return { ...entry, share: passage.share };
  });
}

/** In an interview the question is whoever's asked it, and no reader's: what is said is read with its speaker. */
function isEntry({ record: { path, sentences } }: RankedPassage): boolean {
  const heading = path.at(-1);
  const isSpoken = sentences.some(({ kind, text, reading }) => {
    return kind === 'sentence' && reading !== text;
  });
  return heading !== undefined && isAsked(heading) && !isSpoken;
}
