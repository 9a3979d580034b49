import { logistic, weigh, type Features } from '../retrieval/linear.js';
import type { RankedPassage } from '../retrieval/rank.js';
import type { Bold } from './bold.js';
import type { Models } from './coefficients.js';

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
  | 'boldOdds';

/** Absolute features alone: how far the next passage is behind says more the more there are. */
export function confidenceFeatures(
  passage: RankedPassage,
  { best, share }: Bold,
): Features<ConfidenceFeature> {
  const { dense, sentence, keyword, coverage, sentenceCoverage, missingSpecifics } =
    passage.features;
  return {
    dense,
    sentence,
    keyword,
    coverage,
    sentenceCoverage,
    missingSpecifics,
    similarity: best.features.similarity,
    evidence: best.features.evidence,
    lacksEvidence: best.features.lacksEvidence,
    boldOdds: Math.log((share + 0.01) / (1.01 - share)),
  };
}

/**
 * The probability that the bold sentences answer: that the articles say it at all, times that
 * these are the sentences if they do. Both are logistic regressions (Platt, 1999, for
 * calibration by the same means).
 */
export function confidenceOf(
  features: Features<ConfidenceFeature>,
  models: Pick<Models, 'said' | 'right'>,
): number {
  return logistic(weigh(models.said, features)) * logistic(weigh(models.right, features));
}
