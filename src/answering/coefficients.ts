import type { LinearModel } from '../retrieval/linear.js';
import type { PassageFeature } from '../retrieval/passage-features.js';
import type { ConfidenceFeature } from './confidence.js';
import type { SentenceFeature } from './sentence-features.js';

export interface Models {
  readonly passage: LinearModel<PassageFeature>;
  readonly sentence: LinearModel<SentenceFeature>;
  /** Whether the articles say it. */
  readonly said: LinearModel<ConfidenceFeature>;
  /** Whether, if they do, the bold sentences are the ones. */
  readonly right: LinearModel<ConfidenceFeature>;
}

export const MIN_CONFIDENCE = 0.19;

export const MODELS: Models = {
  passage: {
    intercept: 0,
    weights: {
      dense: 12.585,
      sentence: 7.304,
      keyword: -0.463,
      coverage: 2.487,
      sentenceCoverage: 5.617,
      phrases: 1.87,
      missingSpecifics: -0.503,
    },
  },
  sentence: {
    intercept: 0,
    weights: {
      passage: 0.481,
      similarity: 6.181,
      previousSimilarity: 1.405,
      nextSimilarity: 0.727,
      coverage: 4.425,
      titledCoverage: 1.618,
      previousCoverage: 2.656,
      nextCoverage: 1.303,
      phrases: 0.588,
      missingSpecifics: 0.619,
      evidence: 0.078,
      lacksEvidence: -1.802,
      person: 1.424,
      date: -0.46,
      number: 1.467,
      place: -0.783,
      name: 0.294,
      head: 0.701,
      newWords: -1.851,
      length: 2.043,
    },
  },
  said: {
    intercept: -6.871,
    weights: {
      dense: 3.752,
      sentence: 3.667,
      keyword: 2.367,
      coverage: 3.944,
      sentenceCoverage: 1.822,
      missingSpecifics: -1.384,
      similarity: 0.956,
      evidence: -0.236,
      lacksEvidence: -0.895,
      boldOdds: 0.396,
    },
  },
  right: {
    intercept: -2.024,
    weights: {
      dense: 1.656,
      sentence: 0.724,
      keyword: -1.898,
      coverage: 1.118,
      sentenceCoverage: 1.37,
      missingSpecifics: -0.615,
      similarity: 1.562,
      evidence: 0.491,
      lacksEvidence: -0.586,
      boldOdds: 0.815,
    },
  },
};
