import { softmax, weigh, type LinearModel } from '../retrieval/linear.js';
import type { Query } from '../retrieval/query.js';
import type { RankedPassage } from '../retrieval/rank.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import type { AskedFor } from './question.js';
import { sentenceFeatures, type SentenceFeature } from './sentence-features.js';

/** The answer is looked for in the best so many passages. */
const PASSAGES = 3;
/** A passage far behind the best is as good as out; without a floor it would drown all else. */
const LOWEST_PASSAGE = -8;
/** How likely a neighbour must be the answer to be shown in bold too. */
const SECOND_SHARE = 0.13;

export interface WeighedSentence {
  readonly passage: PassageRecord;
  /** Position in the passage's sentences. */
  readonly at: number;
  readonly sentence: SentenceRecord;
  readonly features: Readonly<Record<SentenceFeature, number>>;
  readonly strength: number;
  /** Probability among the sentences that this one answers. */
  readonly share: number;
}

export interface Bold {
  /** The sentence that answers best. */
  readonly best: WeighedSentence;
  /** One or two, side by side, in reading order. */
  readonly sentences: readonly WeighedSentence[];
  /** Probability that one of them answers. */
  readonly share: number;
}

/** The sentences of the best passages, with how likely each is the one that answers; best first. */
export function weighSentences(
  query: Query,
  asked: AskedFor,
  ranked: readonly RankedPassage[],
  model: LinearModel<SentenceFeature>,
  measure = sentenceFeatures,
): WeighedSentence[] {
  const strongest = ranked[0]?.strength ?? 0;
  const weighed = ranked.slice(0, PASSAGES).flatMap(({ record, strength }) =>
    measure(query, asked, record).flatMap((measured, at) => {
      const sentence = record.sentences[at];
      if (sentence === undefined) return [];
      const features = { ...measured, passage: Math.max(LOWEST_PASSAGE, strength - strongest) };
      return [{ passage: record, at, sentence, features, strength: weigh(model, features) }];
    }),
  );
  const shares = softmax(weighed.map(({ strength }) => strength));
  return weighed
    .map((sentence, index) => ({ ...sentence, share: shares[index] ?? 0 }))
    .sort((a, b) => b.strength - a.strength);
}

/**
 * The best sentence, and the one before or after it where that may well be the answer: a pronoun's
 * antecedent, a list that goes on.
 */
export function chooseBold(weighed: readonly WeighedSentence[]): Bold | undefined {
  const best = weighed[0];
  if (best === undefined) return undefined;
  const second = weighed.find(
    ({ passage, at, share }) =>
      passage === best.passage && Math.abs(at - best.at) === 1 && share >= SECOND_SHARE,
  );
  const sentences = second === undefined ? [best] : [best, second].sort((a, b) => a.at - b.at);
  return { best, sentences, share: sentences.reduce((sum, { share }) => sum + share, 0) };
}
