import type { SecondFeature } from '../../src/answering/bold.js';
import type { ConfidenceFeature } from '../../src/answering/confidence/confidence.js';
import { CARRIED, type ClearFeature } from '../../src/answering/marks/highlight.js';
import type { ReadMarkFeature } from '../../src/answering/marks/read-mark.js';
import type { RereadFeature } from '../../src/answering/reading.js';
import type { SentenceFeature } from '../../src/answering/sentence-features.js';
import { SPAN_FEATURES, type SpanFeature } from '../../src/answering/marks/span-feature-names.js';
import type { PassageFeature, RankingFeature } from '../../src/retrieval/passage-features.js';

export interface FeatureNames {
  readonly candidate: readonly PassageFeature[];
  readonly passage: readonly RankingFeature[];
  readonly sentence: readonly SentenceFeature[];
  readonly second: readonly SecondFeature[];
  readonly said: readonly ConfidenceFeature[];
  readonly right: readonly ConfidenceFeature[];
  readonly span: readonly SpanFeature[];
  readonly clear: readonly ClearFeature[];
  /** Of what was read; none without a reader. */
  readonly reread: readonly RereadFeature[];
  readonly readMark: readonly ReadMarkFeature[];
}

/** What each model is made of: what more there is to measure did not help in cross-validation. */
export const FEATURES: FeatureNames = {
  candidate: ['dense', 'sentence', 'coverage', 'sentenceCoverage', 'phrases'],
  passage: ['dense', 'sentence', 'coverage', 'phrases', 'alignment'],
  sentence: [
    'similarity',
    'alignment',
    'previousAlignment',
    'nextAlignment',
    'askedAlignment',
    'headAlignment',
    'titledCoverage',
    'lacksEvidence',
    'head',
    'newWords',
    'length',
  ],
  second: [
    'share',
    'bestShare',
    'after',
    'opensWithPronoun',
    'bestOpensWithPronoun',
    'evidence',
    'bestEvidence',
    'addedCoverage',
    'similarity',
  ],
  said: [
    'sentence',
    'keyword',
    'coverage',
    'sentenceCoverage',
    'missingSpecifics',
    'similarity',
    'lacksEvidence',
    'phrases',
    'heaviestMissing',
    'alignment',
    'unmet',
  ],
  right: ['boldOdds', 'boldAlignment', 'askedAlignment', 'similarity', 'lacksEvidence', 'terms'],
  span: SPAN_FEATURES,
  clear: [
    ...CARRIED,
    'asks-person',
    'asks-date',
    'asks-number',
    'asks-place',
    'asks-reason',
    'asks-name',
    'asks-thing',
    'choiceOdds',
    'sentenceOdds',
    'confidenceOdds',
    'noQuestionWord',
    'two',
  ],
  reread: [],
  readMark: [],
};

/** The same with what reading adds. */
export const READING_FEATURES: FeatureNames = {
  ...FEATURES,
  sentence: [...FEATURES.sentence, 'readOdds', 'readShare', 'readBest'],
  second: [...FEATURES.second, 'readOdds', 'bestReadOdds'],
  said: [...FEATURES.said, 'readSaid', 'readElsewhere', 'readBoldShare'],
  right: [...FEATURES.right, 'readBold', 'readBoldShare', 'readAhead'],
  reread: ['strength', 'odds', 'share'],
  readMark: [
    'asks-person',
    'asks-date',
    'asks-number',
    'asks-place',
    'asks-reason',
    'asks-name',
    'asks-thing',
    'odds',
    'share',
    'shareOdds',
    'agrees',
    'choiceOdds',
    'sentenceOdds',
    'confidenceOdds',
    'length',
    'two',
  ],
};
