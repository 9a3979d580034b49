import type { PassageRecord } from '../store/store.js';
import { coverage, missingSpecifics, phraseShare } from './coverage.js';
import { keywordScore } from './keyword-score.js';
import type { Features } from './linear.js';
import type { Query } from './query.js';
import { indexOfPassage, indexOfSentence, indexOfTitle } from './text-index.js';
import { dot } from './vectors.js';
import { alignTerms, shareAligned } from './align.js';

export type PassageFeature =
  | 'dense'
  | 'sentence'
  | 'keyword'
  | 'coverage'
  | 'sentenceCoverage'
  | 'phrases'
  | 'missingSpecifics';

export type RankingFeature = PassageFeature | 'alignment';

/** What speaks for a passage; none of it depends on which other passages there are. */
export function passageFeatures(query: Query, passage: PassageRecord): Features<PassageFeature> {
  const text = indexOfPassage(passage);
  const title = indexOfTitle(passage.title);
  let sentence = -1;
  let sentenceCoverage = 0;
  for (const each of passage.sentences) {
    sentence = Math.max(sentence, dot(query.vector, each.vector));
    sentenceCoverage = Math.max(
      sentenceCoverage,
      coverage(query.terms, indexOfSentence(each), title),
    );
  }
  return {
    dense: dot(query.vector, passage.vector),
    sentence,
    keyword: keywordScore(query.terms, text, title),
    coverage: coverage(query.terms, text, title),
    sentenceCoverage,
    phrases: phraseShare(query.terms, text),
    missingSpecifics: missingSpecifics(query.terms, text, title),
  };
}

/** How well the best sentence's words, with the title's, match the question's one by one. */
export function passageAlignment(query: Query, passage: PassageRecord): number {
  return passage.sentences.reduce(
    (best, sentence) => Math.max(best, shareAligned(query.terms, alignTerms(query, sentence))),
    0,
  );
}
