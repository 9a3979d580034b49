import type { LinearModel } from '../retrieval/linear.js';
import type { PassageFeature } from '../retrieval/passage-features.js';
import type { SecondChoice } from './bold.js';
import type { ConfidenceFeature } from './confidence.js';
import type { SentenceFeature } from './sentence-features.js';

export interface Models {
  readonly passage: LinearModel<PassageFeature>;
  readonly sentence: LinearModel<SentenceFeature>;
  /** Whether a neighbour holds the answer that the best sentence lacks. */
  readonly second: SecondChoice;
  /** Whether the articles say it. */
  readonly said: LinearModel<ConfidenceFeature>;
  /** Whether, if they do, the bold sentences are the ones. */
  readonly right: LinearModel<ConfidenceFeature>;
}

// Fitted by "npm run fit"; cross-validated: R@1 0.962, answer in bold 0.866.
export const MIN_CONFIDENCE = 0.23;

export const MODELS: Models = {
  passage: {
    intercept: 0,
    weights: {
      dense: 12.501,
      sentence: 7.19,
      coverage: 2.337,
      sentenceCoverage: 5.617,
      phrases: 1.759,
    },
  },
  sentence: {
    intercept: 0,
    weights: {
      similarity: 5.182,
      previousSimilarity: 0.552,
      nextSimilarity: 0.084,
      coverage: 5.101,
      titledCoverage: 1.591,
      previousCoverage: 3.367,
      nextCoverage: 1.794,
      evidence: 0.084,
      lacksEvidence: -1.557,
      person: 0.974,
      number: 1.629,
      name: 0.241,
      head: 0.951,
      opensWithPronoun: 0.303,
      newWords: -2.058,
      length: 2.094,
    },
  },
  second: {
    model: {
      intercept: -0.506,
      weights: {
        share: 0.922,
        bestShare: -0.025,
        after: 0.338,
        opensWithPronoun: -0.294,
        bestOpensWithPronoun: 0.432,
        evidence: 0.154,
        bestEvidence: -0.064,
        addedCoverage: 1.769,
        similarity: -0.686,
      },
    },
    least: 0.104,
  },
  said: {
    intercept: -9.878,
    weights: {
      dense: 3.859,
      sentence: 3.31,
      keyword: 2.708,
      coverage: 5.061,
      sentenceCoverage: 2.52,
      missingSpecifics: -1.21,
      similarity: 1.577,
      evidence: -0.268,
      lacksEvidence: -1.516,
      phrases: 1.27,
      heaviestMissing: 0.334,
      headMissing: 0.073,
      terms: 0.025,
      boldOdds: 0.114,
    },
  },
  right: {
    intercept: -3.292,
    weights: {
      dense: 1.733,
      sentence: 0.505,
      keyword: -0.87,
      coverage: 1.935,
      sentenceCoverage: 1.427,
      missingSpecifics: -0.161,
      similarity: 0.99,
      evidence: 0.23,
      lacksEvidence: -0.911,
      phrases: -1.231,
      heaviestMissing: 0.009,
      headMissing: 0.128,
      terms: 0.424,
      boldOdds: 0.798,
    },
  },
};
