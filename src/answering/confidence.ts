import { logistic, weigh, type Features } from '../retrieval/linear.js';
import type { Query } from '../retrieval/query.js';
import type { RankedPassage } from '../retrieval/rank.js';
import { logOdds, type Bold } from './bold.js';
import { presence } from '../retrieval/terms.js';
import { indexOfPassage, indexOfSentence, indexOfTitle } from '../retrieval/text-index.js';
import type { Models } from './coefficients.js';
import { mayTell } from './evidence.js';
import type { AskedFor } from './question.js';

export type ConfidenceFeature =
  | 'dense'
  | 'sentence'
  | 'keyword'
  | 'coverage'
  | 'sentenceCoverage'
  | 'missingSpecifics'
  | 'similarity'
  | 'evidence'
  | 'lacksEvidence'
  | 'phrases'
  | 'heaviestMissing'
  | 'headMissing'
  | 'terms'
  | 'boldOdds';

/** How sure an answer may be whose passage lacks the number or the date asked for: of 25 such, 3 were right. */
const UNABLE = 0.1;

export interface ConfidenceEvidence {
  readonly features: Features<ConfidenceFeature>;
  /** False where a number or a date is asked for and the passage has none. */
  readonly able: boolean;
}

/** Absolute features alone: how far the next passage is behind says more the more there are. */
export function confidenceEvidence(
  query: Query,
  asked: AskedFor,
  passage: RankedPassage,
  { best, share }: Bold,
): ConfidenceEvidence {
  const { dense, sentence, keyword, coverage, sentenceCoverage, missingSpecifics, phrases } =
    passage.features;
  const features = {
    dense,
    sentence,
    keyword,
    coverage,
    sentenceCoverage,
    missingSpecifics,
    similarity: best.features.similarity,
    evidence: best.features.evidence,
    lacksEvidence: best.features.lacksEvidence,
    phrases,
    heaviestMissing: heaviestMissing(query, passage),
    headMissing: asked.head === undefined || hasHead(asked.head, passage) ? 0 : 1,
    terms: Math.log1p(query.terms.length),
    boldOdds: logOdds(share),
  };
  return { features, able: mayTell(asked, passage.record.sentences.map(indexOfSentence)) };
}

/** The weight of the weightiest word asked about that the passage lacks. */
function heaviestMissing({ terms }: Query, { record }: RankedPassage): number {
  const text = indexOfPassage(record);
  const title = indexOfTitle(record.title);
  return terms.reduce((heaviest, term) => {
    const missing = 1 - Math.max(presence(term, text), presence(term, title));
    return Math.max(heaviest, term.weight * missing);
  }, 0);
}

function hasHead(head: string, { record }: RankedPassage): boolean {
  return (
    indexOfPassage(record).positions.has(head) || indexOfTitle(record.title).positions.has(head)
  );
}

/**
 * The probability that the bold sentences answer: that the articles say it at all, times that
 * these are the sentences if they do. Both are logistic regressions (Platt, 1999, for
 * calibration by the same means).
 */
export function confidenceOf(
  { features, able }: ConfidenceEvidence,
  models: Pick<Models, 'said' | 'right'>,
): number {
  const confidence =
    logistic(weigh(models.said, features)) * logistic(weigh(models.right, features));
  return able ? confidence : Math.min(confidence, UNABLE);
}
