import type { Query } from '../retrieval/query.js';
import {
  measurePassages,
  RANKED,
  rankPassages,
  type MeasuredPassage,
  type RankedPassage,
} from '../retrieval/rank.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import { chooseBold, weighSentences, type Bold, type WeighedSentence } from './bold.js';
import type { Models } from './coefficients.js';
import { confidenceEvidence, confidenceOf, type ConfidenceEvidence } from './confidence.js';
import { askedFor, type AskedFor } from './question.js';
import { rerank, type Readings } from './reading.js';
import { sentenceFeatures } from './sentence-features.js';
import { asksForWhole, numbered, rowsAskedFor, wholeAnswer, withUnits } from './structure.js';
import { wantedOf } from './wanted.js';

/** What a question comes to, with each step that led there. */
export interface Judgement {
  readonly asked: AskedFor;
  /** Best first. */
  readonly ranked: readonly RankedPassage[];
  /** The best passage's sentences, best first. */
  readonly weighed: readonly WeighedSentence[];
  readonly chosen?: Chosen | undefined;
  /** Undefined if nothing was read. */
  readonly readings?: Readings | undefined;
  /** That what is chosen answers, 0 to 1; 0 if nothing is. */
  readonly confidence: number;
}

/** What would be shown in bold, and what speaks for it. */
export interface Chosen {
  readonly bold: Bold;
  readonly evidence: ConfidenceEvidence;
  /** An item of the list that is asked for as a whole. */
  readonly listOf?: SentenceRecord | undefined;
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
  return judgeRanked(query, { asked, ranked }, models, measures.sentences);
}

/** The same again with what was read in the best passages, by the models for that. */
export function judgeRead(
  query: Query,
  { asked, ranked }: Pick<Judgement, 'asked' | 'ranked'>,
  readings: Readings,
  models: JudgingModels,
  measure = sentenceFeatures,
): Judgement {
  const again = models.reread === undefined ? ranked : rerank(ranked, readings, models.reread);
  return judgeRanked(query, { asked, ranked: again, readings }, models, measure);
}

function judgeRanked(
  query: Query,
  found: Pick<Judgement, 'asked' | 'ranked' | 'readings'>,
  models: JudgingModels,
  measure: typeof sentenceFeatures,
): Judgement {
  const { asked, ranked, readings } = found;
  const first = ranked[0];
  if (first === undefined) return { ...found, weighed: [], confidence: 0 };
  const { record } = first;
  const reading = readings?.get(record);
  const weighed = weighSentences(query, asked, record, models.sentence, measure, reading);
  const likeliest = chooseBold(weighed, models.second);
  if (likeliest === undefined) return { ...found, weighed, confidence: 0 };
  const { bold, listOf } = structured(query, asked, record, weighed, likeliest);
  const evidence = confidenceEvidence(query, asked, first, bold, readings);
  const confidence = confidenceOf(evidence, models);
  return { ...found, weighed, chosen: { bold, evidence, listOf }, confidence };
}

/** What the document's structure makes of the likeliest sentences: an item, a list, a whole answer. */
function structured(
  query: Query,
  asked: AskedFor,
  passage: PassageRecord,
  weighed: readonly WeighedSentence[],
  bold: Bold,
): Pick<Chosen, 'bold' | 'listOf'> {
  const wanted = wantedOf(query.words);
  const item = numbered(wanted, weighed);
  if (item !== undefined) return { bold: { best: item, sentences: [item], share: item.share } };
  const listOf = asksForWhole(query, asked, wanted, passage, bold);
  if (listOf !== undefined) {
    const items = weighed.filter(({ sentence }) => sentence.kind === 'item');
    return { bold: withUnits(bold, items), listOf };
  }
  const rows = rowsAskedFor(query, passage, weighed, bold);
  return { bold: rows ?? wholeAnswer(query, asked, passage, weighed, bold) ?? bold };
}
