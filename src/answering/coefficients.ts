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

export const MIN_CONFIDENCE = 0.23;

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
    intercept: -9.594,
    weights: {
      dense: 3.753,
      sentence: 3.574,
      keyword: 2.79,
      coverage: 5.13,
      sentenceCoverage: 2.281,
      missingSpecifics: -1.188,
      similarity: 1.401,
      evidence: -0.316,
      lacksEvidence: -1.553,
      phrases: 1.206,
      heaviestMissing: 0.294,
      headMissing: 0.116,
      terms: 0.01,
      boldOdds: 0.11,
    },
  },
  right: {
    intercept: -3.4,
    weights: {
      dense: 1.831,
      sentence: 0.632,
      keyword: -1.057,
      coverage: 2.237,
      sentenceCoverage: 1.164,
      missingSpecifics: -0.142,
      similarity: 1.083,
      evidence: 0.304,
      lacksEvidence: -0.827,
      phrases: -1.046,
      heaviestMissing: 0.043,
      headMissing: 0.019,
      terms: 0.287,
      boldOdds: 0.806,
    },
  },
};
