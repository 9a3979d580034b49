import type { LinearModel } from '../retrieval/linear.js';
import type { RankingModels } from '../retrieval/rank.js';
import type { SecondChoice } from './bold.js';
import type { ConfidenceModels } from './confidence/confidence.js';
import type { HighlightModel } from './marks/highlight.js';
import type { RereadFeature } from './reading.js';
import type { SentenceFeature } from './sentence-features.js';

export interface Models extends RankingModels, ConfidenceModels {
  readonly sentence: LinearModel<SentenceFeature>;
  /** Whether a neighbour holds the answer that the best sentence lacks. */
  readonly second: SecondChoice;
  readonly highlight: HighlightModel;
  /** Which of the passages that were read answers; of models for what is not read there is none. */
  readonly reread?: LinearModel<RereadFeature> | undefined;
}

// Fitted by "npm run fit", whose figures are in docs/evaluation.md.
/** Ties these numbers to the features' code, which a test recomputes, and to the data. */
export const FITTED_TO = {
  fingerprint: '00b5fda7c9156b36',
  data: ['xquad 20a11d900dc4d332'],
};

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
        name: 0.261,
        person: 1.467,
        place: -0.447,
        date: -0.099,
        number: 0.958,
        chunk: -0.479,
        fits: 0.558,
        personFits: 2.778,
        placeFits: 5.486,
        placeNameFits: 0.967,
        dateFits: 4.145,
        numberFits: 1.111,
        nameFits: 0.619,
        chunkFits: -0.109,
        holdsTerm: -0.398,
        holdsName: -0.254,
        askedAlignment: -0.768,
        headAlignment: 3.744,
        nearness: 0.274,
        lead: -0.157,
        alignedNearness: 0.127,
        nearNext: 0.718,
        nearLast: 0.092,
        beforeHead: 1.144,
        afterHead: 0.534,
        holdsHead: 3.254,
        afterAsked: -0.21,
        beforeAsked: 0.046,
        by: 1.837,
        where: -2.748,
        when: 0.464,
        is: 0.354,
        article: 0.191,
        of: 0.537,
        beforeOf: 0.235,
        and: 0.059,
        beforeVerb: 0.769,
        termsBefore: 0.564,
        subjectOrder: -0.141,
        endOrder: 0.931,
        questionOrder: -0.124,
        subjectBefore: 0.184,
        subjectAfter: -0.347,
        objectBefore: -0.458,
        objectAfter: -0.024,
      },
    },
    clear: {
      intercept: 0.151,
      weights: {
        fits: -0.161,
        chunk: -1.825,
        personFits: -0.503,
        placeFits: 0.258,
        placeNameFits: -0.682,
        dateFits: 0.013,
        numberFits: 1.576,
        nameFits: -0.342,
        chunkFits: 1.691,
        holdsName: 0.247,
        askedAlignment: -1.828,
        headAlignment: 0.064,
        'asks-person': 0.243,
        'asks-date': 1.319,
        'asks-number': -0.739,
        'asks-place': 0.162,
        'asks-reason': 0.718,
        'asks-name': -0.269,
        'asks-thing': -0.146,
        choiceOdds: 0.885,
        sentenceOdds: 0.39,
        confidenceOdds: -0.101,
        noQuestionWord: -1.679,
        two: 0.415,
      },
    },
    least: 0.756,
  },
};
