import type { Reading } from '../embedding/passage-reader.js';
import { logistic, softmax, weigh, type Features, type LinearModel } from '../retrieval/linear.js';
import type { Query } from '../retrieval/query.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import type { AskedFor } from './asked/question.js';
import { mayAnswer } from './sections/structure.js';
import { sentenceFeatures, type SentenceFeature } from './sentence-features.js';

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

/**
 * The sentences of a passage, with how likely each is the one that answers; best first. It is the
 * best passage's alone: sentences of the next ones made more answers wrong than right.
 */
export function weighSentences(
  query: Query,
  asked: AskedFor,
  passage: PassageRecord,
  model: LinearModel<SentenceFeature>,
  measure = sentenceFeatures,
  reading?: Reading,
): WeighedSentence[] {
  const weighed = measure(query, asked, passage, reading).flatMap((features, at) => {
    const sentence = passage.sentences[at];
    if (sentence === undefined || !mayAnswer(sentence, query)) return [];
    return [{ passage, at, sentence, features, strength: weigh(model, features) }];
  });
  const shares = softmax(weighed.map(({ strength }) => strength));
  return weighed
    .map((sentence, index) => ({ ...sentence, share: shares[index] ?? 0 }))
    .sort((a, b) => b.strength - a.strength);
}

export type SecondFeature =
  | 'share'
  | 'bestShare'
  | 'after'
  | 'opensWithPronoun'
  | 'bestOpensWithPronoun'
  | 'evidence'
  | 'bestEvidence'
  | 'addedCoverage'
  | 'similarity'
  | 'readOdds'
  | 'bestReadOdds';

export interface SecondChoice {
  readonly model: LinearModel<SecondFeature>;
  /** How likely a neighbour must be the answer that the best sentence is not. */
  readonly least: number;
}

/**
 * The best sentence, and the one before or after it if that may well be the answer: a pronoun's
 * antecedent, a list that goes on.
 */
export function chooseBold(
  weighed: readonly WeighedSentence[],
  { model, least }: SecondChoice,
): Bold | undefined {
  const best = weighed[0];
  if (best === undefined) return undefined;
  const [second] = neighboursOf(best, weighed)
    .map((sentence) => ({
      sentence,
      likely: logistic(weigh(model, secondFeatures(best, sentence))),
    }))
    .filter(({ sentence, likely }) => likely >= least || isSaidBy(sentence, best))
    .sort((a, b) => b.likely - a.likely);
  const sentences =
    second === undefined ? [best] : [best, second.sentence].sort((a, b) => a.at - b.at);
  return { best, sentences, share: sentences.reduce((sum, { share }) => sum + share, 0) };
}

const BARE =
  /^(?:yes|no|yep|yeah|nope|sure|of course|not yet|maybe|perhaps|sometimes|always|never|absolutely|certainly|it depends|that depends)[\s.!…]*$/iu;

/** "Yes." says nothing without what comes after it. */
function isSaidBy(other: WeighedSentence, { at, sentence }: WeighedSentence): boolean {
  return other.at === at + 1 && BARE.test(sentence.text);
}

export function neighboursOf(
  best: WeighedSentence,
  weighed: readonly WeighedSentence[],
): WeighedSentence[] {
  // An item or a row is whole by itself.
  if (best.sentence.kind !== 'sentence') return [];
  return weighed.filter(
    ({ at, sentence }) => Math.abs(at - best.at) === 1 && sentence.kind === 'sentence',
  );
}

export function secondFeatures(
  best: WeighedSentence,
  other: WeighedSentence,
): Features<SecondFeature> {
  const after = other.at > best.at;
  return {
    share: logOdds(other.share),
    bestShare: logOdds(best.share),
    after: after ? 1 : 0,
    opensWithPronoun: after ? other.features.opensWithPronoun : 0,
    bestOpensWithPronoun: after ? 0 : best.features.opensWithPronoun,
    evidence: other.features.evidence,
    bestEvidence: best.features.evidence,
    addedCoverage: after ? best.features.nextCoverage : best.features.previousCoverage,
    similarity: other.features.similarity,
    readOdds: other.features.readOdds,
    bestReadOdds: best.features.readOdds,
  };
}

/** Kept from the infinities of 0 and 1. */
export function logOdds(share: number): number {
  return Math.log((share + 0.01) / (1.01 - share));
}
