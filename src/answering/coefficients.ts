import type { LinearModel } from '../retrieval/linear.js';
import type { RankingFeature } from '../retrieval/passage-features.js';
import type { SecondChoice } from './bold.js';
import type { ConfidenceFeature } from './confidence.js';
import type { SentenceFeature } from './sentence-features.js';

export interface Models {
  readonly passage: LinearModel<RankingFeature>;
  readonly sentence: LinearModel<SentenceFeature>;
  /** Whether a neighbour holds the answer that the best sentence lacks. */
  readonly second: SecondChoice;
  /** Whether the articles say it. */
  readonly said: LinearModel<ConfidenceFeature>;
  /** Whether, if they do, the bold sentences are the ones. */
  readonly right: LinearModel<ConfidenceFeature>;
}

export const MIN_CONFIDENCE = 0.21;

export const MODELS: Models = {
  passage: {
    intercept: 0.0,
    weights: {
      dense: 12.556,
      sentence: 7.192,
      coverage: 2.343,
      sentenceCoverage: 5.547,
      phrases: 1.843,
    },
  },
  sentence: {
    intercept: 0.0,
    weights: {
      similarity: 5.066,
      previousSimilarity: 0.527,
      nextSimilarity: 0.16,
      coverage: 5.017,
      titledCoverage: 1.644,
      previousCoverage: 3.304,
      nextCoverage: 1.771,
      evidence: 0.095,
      lacksEvidence: -1.549,
      person: 0.966,
      number: 1.615,
      name: 0.225,
      head: 0.951,
      opensWithPronoun: 0.306,
      newWords: -2.036,
      length: 2.061,
    },
  },
  second: {
    model: {
      intercept: -0.429,
      weights: {
        share: 0.928,
        bestShare: -0.02,
        after: 0.348,
        opensWithPronoun: -0.287,
        bestOpensWithPronoun: 0.436,
        evidence: 0.145,
        bestEvidence: -0.059,
        addedCoverage: 1.766,
        similarity: -0.844,
      },
    },
    least: 0.104,
  },
  said: {
    intercept: -9.238,
    weights: {
      dense: 3.384,
      sentence: 2.834,
      keyword: 2.173,
      coverage: 6.044,
      sentenceCoverage: 1.623,
      missingSpecifics: -1.327,
      similarity: 0.713,
      evidence: -0.356,
      lacksEvidence: -1.421,
      phrases: 1.251,
      heaviestMissing: 0.342,
      headMissing: -0.047,
      terms: 0.051,
      boldOdds: 0.136,
    },
  },
  right: {
    intercept: -3.082,
    weights: {
      dense: 1.717,
      sentence: 0.638,
      keyword: -1.201,
      coverage: 2.222,
      sentenceCoverage: 1.13,
      missingSpecifics: -0.163,
      similarity: 1.177,
      evidence: 0.288,
      lacksEvidence: -0.878,
      phrases: -1.0,
      heaviestMissing: 0.031,
      headMissing: 0.015,
      terms: 0.263,
      boldOdds: 0.797,
    },
  },
};
