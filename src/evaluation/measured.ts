import { weighSentences, type Bold, type WeighedSentence } from '../answering/bold.js';
import type { Models } from '../answering/coefficients.js';
import { measureSpans, type MeasuredSpan } from '../answering/highlight.js';
import type { AskedFor } from '../answering/question.js';
import { sentenceFeatures, type SentenceFeature } from '../answering/sentence-features.js';
import { readSentence, rerank } from '../answering/reading.js';
import type { Reading } from '../embedding/passage-reader.js';
import type { Features } from '../retrieval/linear.js';
import type { Query } from '../retrieval/query.js';
import {
  measurePassages,
  RANKED,
  rankPassages,
  type MeasuredPassage,
  type RankedPassage,
  type RankingModels,
} from '../retrieval/rank.js';
import type { PassageRecord, SentenceRecord } from '../store/store.js';
import type { Observation } from './observe.js';

// All here is the same as for a question that is asked, but measured once for all folds.
const passagesMeasured = new WeakMap<Observation, readonly MeasuredPassage[]>();

export function measured(observation: Observation): readonly MeasuredPassage[] {
  let known = passagesMeasured.get(observation);
  if (known === undefined) {
    known = measurePassages(observation.query, observation.records);
    passagesMeasured.set(observation, known);
  }
  return known;
}

const sentencesMeasured = new WeakMap<Query, Map<PassageRecord, Features<SentenceFeature>[]>>();

export function measuredSentences(
  query: Query,
  asked: AskedFor,
  passage: PassageRecord,
  reading?: Reading,
): Features<SentenceFeature>[] {
  let ofQuery = sentencesMeasured.get(query);
  if (ofQuery === undefined) {
    ofQuery = new Map<PassageRecord, Features<SentenceFeature>[]>();
    sentencesMeasured.set(query, ofQuery);
  }
  let known = ofQuery.get(passage);
  if (known === undefined) ofQuery.set(passage, (known = sentenceFeatures(query, asked, passage)));
  return known.map((features, at) => ({ ...features, ...readSentence(reading, at) }));
}

export function rankedPassages(
  observation: Observation,
  models: RankingModels & Pick<Models, 'reread'>,
): RankedPassage[] {
  const ranked = rankPassages(observation.query, measured(observation), models, RANKED);
  const { readings } = observation;
  if (models.reread === undefined || readings === undefined) return ranked;
  return rerank(ranked, readings, models.reread);
}

export function weighedSentences(
  observation: Observation,
  models: RankingModels & Pick<Models, 'sentence' | 'reread'>,
): WeighedSentence[] {
  const ranked = rankedPassages(observation, models);
  const first = ranked[0];
  if (first === undefined) return [];
  const { query, asked, readings } = observation;
  const { record } = first;
  const reading = readings?.get(record);
  return weighSentences(query, asked, record, models.sentence, measuredSentences, reading);
}

const spansMeasured = new WeakMap<Query, Map<SentenceRecord, MeasuredSpan[]>>();

export function measuredSpans(query: Query, asked: AskedFor, bold: Bold): MeasuredSpan[] {
  const { sentence } = bold.best;
  const ofQuery = spansMeasured.get(query) ?? new Map<SentenceRecord, MeasuredSpan[]>();
  spansMeasured.set(query, ofQuery);
  const known = ofQuery.get(sentence) ?? measureSpans(query, asked, bold);
  ofQuery.set(sentence, known);
  return known;
}
