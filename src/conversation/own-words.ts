import type { Judgement } from '../answering/judge.js';
import { alignedByAny, alignTerms, shareAligned } from '../retrieval/align.js';
import type { Query } from '../retrieval/query.js';
import { presence } from '../retrieval/terms.js';
import { indexOfSentence } from '../retrieval/text-index.js';
import { isStopWord } from '../text/stop-words.js';

/** What was taken over weighs so much of what the question says itself. */
const CARRIED = 0.3;

/** A follow-up in which what was taken over counts less. */
export function weighed(query: Query, carried: ReadonlySet<string>): Query {
  return {
    ...query,
    terms: query.terms.map((term) =>
      carried.has(term.stem) ? { ...term, weight: term.weight * CARRIED, specific: false } : term,
    ),
  };
}

const SAYS_LITTLE = new Set('per also else exactly say says said tell'.split(' '));

/**
 * How near the answer comes to the question's own words, the rarer counting more: 0 to 1. What was
 * taken over is met by nearly every sentence beside the last answer, and says nothing of whether
 * this one answers.
 */
function shareOfOwnMet({ terms, ...query }: Query, chosen: Judgement['chosen']): number {
  if (chosen === undefined) return 0;
  if (chosen.named === true) return 1;
  // An age says itself how old somebody is.
  const own = terms.filter(
    ({ text, position }) =>
      !isStopWord(text) &&
      !SAYS_LITTLE.has(text) &&
      !(text === 'old' && query.words[position - 1]?.text === 'how'),
  );
  if (own.length === 0) return 1;
  const asked = { ...query, terms: own };
  const sentences = chosen.bold.sentences.map(({ sentence }) => sentence);
  const aligned = alignedByAny(...sentences.map((sentence) => alignTerms(asked, sentence)));
  const texts = sentences.map(indexOfSentence);
  const met = own.map((term, at) =>
    Math.max(aligned[at] ?? 0, ...texts.map((text) => presence(term, text))),
  );
  return shareAligned(own, Float32Array.from(met));
}

/** The same in whichever of the ways to ask it. */
export function shareOfAnyMet(ways: readonly Query[], chosen: Judgement['chosen']): number {
  return Math.max(...ways.map((way) => shareOfOwnMet(way, chosen)));
}

/** Below the first an answer says nothing of what is asked; from the second on it is taken as it is. */
const UNMET = 0.3;
const MET = 0.38;

/** What is left of its confidence to an answer that comes so near to the question's own words. */
export function allowance(met: number): number {
  return Math.min(1, Math.max(0, (met - UNMET) / (MET - UNMET)));
}
