import { weighSentences, type Bold, type WeighedSentence } from '../answering/bold.js';
import type { Models } from '../answering/coefficients.js';
import { measureSpans, type MeasuredSpan } from '../answering/highlight.js';
import type { AskedFor } from '../answering/question.js';
import { sentenceFeatures, type SentenceFeature } from '../answering/sentence-features.js';
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
): Features<SentenceFeature>[] {
  let ofQuery = sentencesMeasured.get(query);
  if (ofQuery === undefined) {
    ofQuery = new Map<PassageRecord, Features<SentenceFeature>[]>();
    sentencesMeasured.set(query, ofQuery);
  }
  let known = ofQuery.get(passage);
  if (known === undefined) ofQuery.set(passage, (known = sentenceFeatures(query, asked, passage)));
  return known;
}

export function rankedPassages(observation: Observation, models: RankingModels): RankedPassage[] {
  return rankPassages(observation.query, measured(observation), models, RANKED);
}

export function weighedSentences(
  observation: Observation,
  models: RankingModels & Pick<Models, 'sentence'>,
): WeighedSentence[] {
  const ranked = rankedPassages(observation, models);
  const first = ranked[0];
  if (first === undefined) return [];
  const { query, asked } = observation;
  return weighSentences(query, asked, first.record, models.sentence, measuredSentences);
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
