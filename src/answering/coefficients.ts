import type { LinearModel } from '../retrieval/linear.js';
import type { PassageFeature, RankingFeature } from '../retrieval/passage-features.js';
import type { SecondChoice } from './bold.js';
import type { ConfidenceFeature } from './confidence.js';
import type { HighlightModel } from './highlight.js';
import type { SentenceFeature } from './sentence-features.js';

export interface Models {
  readonly candidate: LinearModel<PassageFeature>;
  readonly passage: LinearModel<RankingFeature>;
  readonly sentence: LinearModel<SentenceFeature>;
  /** Whether a neighbour holds the answer that the best sentence lacks. */
  readonly second: SecondChoice;
  /** Whether the articles say it. */
  readonly said: LinearModel<ConfidenceFeature>;
  /** Whether, if they do, the bold sentences are the ones. */
  readonly right: LinearModel<ConfidenceFeature>;
  readonly highlight: HighlightModel;
}

// Fitted by "npm run fit"; cross-validated: R@1 0.969, answer in bold 0.884.
export const MIN_CONFIDENCE = 0.23;

export const MODELS: Models = {
  candidate: {
    intercept: 0,
    weights: {
      dense: 12.501,
      sentence: 7.19,
      coverage: 2.337,
      sentenceCoverage: 5.617,
      phrases: 1.759,
    },
  },
  passage: {
    intercept: 0,
    weights: {
      dense: 10.862,
      sentence: 3.373,
      coverage: 2.901,
      phrases: 2.739,
      alignment: 13.657,
    },
  },
  sentence: {
    intercept: 0,
    weights: {
      similarity: -0.249,
      alignment: 13.802,
      previousAlignment: 7.203,
      nextAlignment: 4.041,
      askedAlignment: 5.748,
      headAlignment: 2.107,
      titledCoverage: 1.954,
      lacksEvidence: -2.021,
      head: 0.879,
      newWords: -2.359,
      length: 2.092,
    },
  },
  second: {
    model: {
      intercept: 0.057,
      weights: {
        share: 1.019,
        bestShare: 0.011,
        after: 0.111,
        opensWithPronoun: -0.494,
        bestOpensWithPronoun: 0.008,
        evidence: 0.164,
        bestEvidence: -0.344,
        addedCoverage: 2.099,
        similarity: -0.935,
      },
    },
    least: 0.083,
  },
  said: {
    intercept: -7.621,
    weights: {
      sentence: 2.421,
      keyword: 2.146,
      coverage: 4.125,
      sentenceCoverage: 0.464,
      missingSpecifics: -1.452,
      similarity: 2.052,
      lacksEvidence: -0.765,
      phrases: 1.178,
      heaviestMissing: 0.424,
      alignment: 4.431,
      unmet: -3.043,
    },
  },
  right: {
    intercept: -1.102,
    weights: {
      boldOdds: 0.835,
      boldAlignment: 2.055,
      askedAlignment: -0.916,
      similarity: 0.6,
      lacksEvidence: -1.367,
      terms: 0.238,
    },
  },
  highlight: {
    span: {
      intercept: 0,
      weights: {
        name: 0.461,
        person: 1.603,
        place: -0.114,
        date: -0.118,
        number: 0.881,
        chunk: -0.645,
        fits: 0.581,
        personFits: 2.556,
        placeFits: 4.974,
        placeNameFits: 0.546,
        dateFits: 4.108,
        numberFits: 1.385,
        nameFits: 0.355,
        chunkFits: -0.041,
        holdsTerm: -0.645,
        holdsName: -0.38,
        askedAlignment: -1.023,
        headAlignment: 3.905,
        nearness: 0.315,
        lead: -0.185,
        alignedNearness: 0.103,
        nearNext: 1.085,
        nearLast: 0.226,
        beforeHead: 1.133,
        afterHead: 0.492,
        holdsHead: 3.405,
        afterAsked: -0.13,
        beforeAsked: 0.011,
        by: 2.087,
        where: -2.771,
        when: 0.511,
        is: 0.328,
        article: 0.125,
        of: 0.473,
        beforeOf: 0.275,
        and: 0.115,
        beforeVerb: 0.81,
        termsBefore: 0.502,
        subjectOrder: -0.158,
        endOrder: 0.951,
        questionOrder: -0.335,
        subjectBefore: 0.101,
        subjectAfter: -0.516,
        objectBefore: -0.622,
        objectAfter: -0.359,
      },
    },
    clear: {
      intercept: -0.291,
      weights: {
        fits: -0.179,
        chunk: -1.609,
        personFits: -0.054,
        placeFits: 0.965,
        placeNameFits: -0.079,
        dateFits: -0.119,
        numberFits: 1.417,
        nameFits: 0.133,
        chunkFits: 1.789,
        holdsName: 0.146,
        askedAlignment: -0.806,
        headAlignment: 0.243,
        'asks-person': 0.285,
        'asks-date': 1.453,
        'asks-number': -0.588,
        'asks-place': -0.168,
        'asks-reason': 1.425,
        'asks-name': -0.086,
        'asks-thing': -0.212,
        choiceOdds: 0.707,
        sentenceOdds: 0.315,
        confidenceOdds: -0.04,
        noQuestionWord: -5.018,
        two: 0.026,
      },
    },
    least: 0.763,
  },
};
