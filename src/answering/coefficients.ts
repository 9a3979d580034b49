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
export const MIN_CONFIDENCE = 0.236;

export const MODELS: Models = {
  candidate: {
    intercept: 0,
    weights: {
      dense: 12.031,
      sentence: 7.068,
      coverage: 2.437,
      sentenceCoverage: 5.385,
      phrases: 1.796,
    },
  },
  passage: {
    intercept: 0,
    weights: {
      dense: 10.776,
      sentence: 3.615,
      coverage: 2.962,
      phrases: 2.642,
      alignment: 12.681,
    },
  },
  sentence: {
    intercept: 0,
    weights: {
      similarity: 0.389,
      alignment: 11.93,
      previousAlignment: 6.91,
      nextAlignment: 3.897,
      askedAlignment: 5.688,
      headAlignment: 2.244,
      titledCoverage: 2.329,
      lacksEvidence: -2.003,
      head: 0.868,
      newWords: -2.417,
      length: 2.195,
    },
  },
  second: {
    model: {
      intercept: 0.307,
      weights: {
        share: 1.018,
        bestShare: -0.071,
        after: 0.085,
        opensWithPronoun: -0.204,
        bestOpensWithPronoun: 0.114,
        evidence: 0.17,
        bestEvidence: -0.346,
        addedCoverage: 1.873,
        similarity: -1.134,
      },
    },
    least: 0.088,
  },
  said: {
    intercept: -7.319,
    weights: {
      sentence: 2.317,
      keyword: 2.118,
      coverage: 3.984,
      sentenceCoverage: 0.466,
      missingSpecifics: -1.47,
      similarity: 2.326,
      lacksEvidence: -0.79,
      phrases: 1.223,
      heaviestMissing: 0.422,
      alignment: 4.104,
      unmet: -3.24,
    },
  },
  right: {
    intercept: -1.569,
    weights: {
      boldOdds: 0.824,
      boldAlignment: 2.484,
      askedAlignment: -0.398,
      similarity: 0.593,
      lacksEvidence: -1.535,
      terms: 0.316,
    },
  },
  highlight: {
    span: {
      intercept: 0,
      weights: {
        name: 0.43,
        person: 1.536,
        place: -0.325,
        date: -0.071,
        number: 0.906,
        chunk: -0.621,
        fits: 0.569,
        personFits: 2.603,
        placeFits: 5.093,
        placeNameFits: 0.567,
        dateFits: 4.024,
        numberFits: 1.447,
        nameFits: 0.402,
        chunkFits: -0.041,
        holdsTerm: -0.461,
        holdsName: -0.231,
        askedAlignment: -0.654,
        headAlignment: 3.764,
        nearness: 0.311,
        lead: -0.186,
        alignedNearness: 0.125,
        nearNext: 0.73,
        nearLast: 0.083,
        beforeHead: 1.131,
        afterHead: 0.501,
        holdsHead: 3.192,
        afterAsked: -0.163,
        beforeAsked: 0.025,
        by: 1.934,
        where: -2.742,
        when: 0.433,
        is: 0.335,
        article: 0.134,
        of: 0.49,
        beforeOf: 0.251,
        and: 0.133,
        beforeVerb: 0.79,
        termsBefore: 0.54,
        subjectOrder: -0.167,
        endOrder: 0.975,
        questionOrder: -0.213,
        subjectBefore: 0.239,
        subjectAfter: -0.325,
        objectBefore: -0.527,
        objectAfter: -0.049,
      },
    },
    clear: {
      intercept: -0.167,
      weights: {
        fits: -0.118,
        chunk: -1.527,
        personFits: -0.209,
        placeFits: 0.995,
        placeNameFits: -0.082,
        dateFits: 0.228,
        numberFits: 1.441,
        nameFits: -0.206,
        chunkFits: 1.471,
        holdsName: 0.221,
        askedAlignment: -1.303,
        headAlignment: 0.252,
        'asks-person': 0.153,
        'asks-date': 1.294,
        'asks-number': -0.638,
        'asks-place': -0.343,
        'asks-reason': 0.711,
        'asks-name': -0.227,
        'asks-thing': -0.058,
        choiceOdds: 0.837,
        sentenceOdds: 0.335,
        confidenceOdds: -0.077,
        noQuestionWord: -4.957,
        two: 0.395,
      },
    },
    least: 0.749,
  },
};
