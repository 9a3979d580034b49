import type { PassageRecord } from '../store/store.js';
import { phraseShare } from './coverage.js';
import { keywordScore } from './keyword-score.js';
import type { Features } from './linear.js';
import type { Query } from './query.js';
import { isAsked } from '../passages/sections.js';
import { presence, type Term } from './terms.js';
import { indexOfPassage, indexOfSentence, indexOfTitle, type TextIndex } from './text-index.js';
import { dot } from '../vectors/dot.js';
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

/**
 * So far below its likeliest sentence what a question heads may be: it is found by that question, which
 * in an interview, "All by yourself?", tells little. Set by hand: without, the sentence that answers
 * counts for nothing there; at 0.05 FAQ pages lose.
 */
const BELOW_SENTENCE = 0.15;

/** What speaks for a passage; none of it depends on which other passages there are. */
export function passageFeatures(query: Query, passage: PassageRecord): Features<PassageFeature> {
  const text = indexOfPassage(passage);
  const title = indexOfTitle(passage.context);
  const words = wordFeatures(query.terms, passage, text, title);
  let sentence = -1;
  for (const { vector } of passage.sentences) {
    sentence = Math.max(sentence, dot(query.vector, vector));
  }
  const dense = dot(query.vector, passage.vector);
  const heading = passage.path.at(-1);
  const isHeaded = heading !== undefined && isAsked(heading);
  return {
    dense: isHeaded ? Math.max(dense, sentence - BELOW_SENTENCE) : dense,
    sentence,
    keyword: keywordScore(query.terms, text, title),
    phrases: phraseShare(query.terms, text),
    ...words,
  };
}

/** Each word of the question is looked for in the sentences only if the passage has it. */
function wordFeatures(
  terms: readonly Term[],
  { sentences }: PassageRecord,
  passage: TextIndex,
  title: TextIndex,
): Pick<Features<PassageFeature>, 'coverage' | 'sentenceCoverage' | 'missingSpecifics'> {
  const inTitle = terms.map((term) => presence(term, title));
  const inPassage = terms.map((term) => presence(term, passage));
  const anywhere = terms.map((_, index) => Math.max(inTitle[index] ?? 0, inPassage[index] ?? 0));
  const asked = terms.reduce((sum, { weight }) => sum + weight, 0);
  let best = 0;
  for (const sentence of sentences) {
    const text = indexOfSentence(sentence);
    let had = 0;
    terms.forEach((term, index) => {
      const titled = inTitle[index] ?? 0;
      const canBeHere = titled < 1 && (inPassage[index] ?? 0) > titled;
      had += term.weight * (canBeHere ? Math.max(titled, presence(term, text)) : titled);
    });
    best = Math.max(best, had);
  }
  const met = terms.reduce((sum, { weight }, index) => sum + weight * (anywhere[index] ?? 0), 0);
  const specifics = terms.filter(({ specific }) => specific).length;
  const missing = terms.filter(({ specific }, index) => specific && anywhere[index] === 0).length;
  return {
    coverage: asked === 0 ? 0 : met / asked,
    sentenceCoverage: asked === 0 ? 0 : best / asked,
    missingSpecifics: specifics === 0 ? 0 : missing / specifics,
  };
}

/** How well the best sentence's words, with the title's, match the question's one by one. */
export function passageAlignment(query: Query, passage: PassageRecord): number {
  return passage.sentences.reduce(
    (best, sentence) => Math.max(best, shareAligned(query.terms, alignTerms(query, sentence))),
    0,
  );
}
