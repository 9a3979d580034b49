import type { Query } from '../retrieval/query.js';
import {
  measurePassages,
  RANKED,
  rankPassages,
  type MeasuredPassage,
  type RankedPassage,
} from '../retrieval/rank.js';
import type { PassageRecord } from '../store/store.js';
import { chooseBold, weighSentences, type Bold, type WeighedSentence } from './bold.js';
import type { Models } from './coefficients.js';
import { confidenceEvidence, confidenceOf, type ConfidenceEvidence } from './confidence.js';
import { askedFor, type AskedFor } from './question.js';
import { sentenceFeatures } from './sentence-features.js';

/** What a question comes to, with each step that led there. */
export interface Judgement {
  readonly asked: AskedFor;
  /** Best first. */
  readonly ranked: readonly RankedPassage[];
  /** The best passage's sentences, best first. */
  readonly weighed: readonly WeighedSentence[];
  readonly chosen?: Chosen | undefined;
  /** That what is chosen answers, 0 to 1; 0 if nothing is. */
  readonly confidence: number;
}

/** What would be shown in bold, and what speaks for it. */
export interface Chosen {
  readonly bold: Bold;
  readonly evidence: ConfidenceEvidence;
}

/** How features are measured: a fit measures what it judges again and again only once. */
export interface Measures {
  readonly passages: (
    query: Query,
    records: readonly PassageRecord[],
  ) => readonly MeasuredPassage[];
  readonly sentences: typeof sentenceFeatures;
}

const MEASURES: Measures = { passages: measurePassages, sentences: sentenceFeatures };

/** The models that a judgement needs: all but the one that marks words. */
export type JudgingModels = Omit<Models, 'highlight'>;

/**
 * From the passages found to what would be shown and how sure that is: the one path that answering,
 * its evaluation and its fit go. Nothing but the arguments decides.
 */
export function judge(
  query: Query,
  records: readonly PassageRecord[],
  models: JudgingModels,
  measures = MEASURES,
): Judgement {
  const asked = askedFor(query.words);
  const ranked = rankPassages(query, measures.passages(query, records), models, RANKED);
  const first = ranked[0];
  if (first === undefined) return { asked, ranked, weighed: [], confidence: 0 };
  const weighed = weighSentences(query, asked, first.record, models.sentence, measures.sentences);
  const bold = chooseBold(weighed, models.second);
  if (bold === undefined) return { asked, ranked, weighed, confidence: 0 };
  const evidence = confidenceEvidence(query, asked, first, bold);
  const confidence = confidenceOf(evidence, models);
  return { asked, ranked, weighed, chosen: { bold, evidence }, confidence };
}
