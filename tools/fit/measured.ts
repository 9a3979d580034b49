import { measureSpans, type MeasuredSpan } from '../../src/answering/marks/highlight.js';
import type { Bold } from '../../src/answering/bold.js';
import {
  judge,
  judgeRead,
  type JudgingModels,
  type Judgement,
  type Measures,
} from '../../src/answering/judge.js';
import type { AskedFor } from '../../src/answering/asked/question.js';
import { readSentence } from '../../src/answering/reading.js';
import { sentenceFeatures, type SentenceFeature } from '../../src/answering/sentence-features.js';
import type { Features } from '../../src/retrieval/linear.js';
import type { Query } from '../../src/retrieval/query.js';
import { measurePassages, type MeasuredPassage } from '../../src/retrieval/rank.js';
import type { PassageRecord, SentenceRecord } from '../../src/store/store.js';
import type { Observation } from './observation.js';

// All here is the same as for a question that is asked, but measured once for all folds.
const ofRecords = new WeakMap<readonly PassageRecord[], readonly MeasuredPassage[]>();
const ofSentences = new WeakMap<Query, Map<PassageRecord, Features<SentenceFeature>[]>>();

export const MEASURED_ONCE: Measures = {
  passages: (query, records) => {
    let known = ofRecords.get(records);
    if (known === undefined) ofRecords.set(records, (known = measurePassages(query, records)));
    return known;
  },
  sentences: (query, asked, passage, reading) => {
    let ofQuery = ofSentences.get(query);
    if (ofQuery === undefined) {
      ofSentences.set(query, (ofQuery = new Map<PassageRecord, Features<SentenceFeature>[]>()));
    }
    let known = ofQuery.get(passage);
    if (known === undefined) {
      ofQuery.set(passage, (known = sentenceFeatures(query, asked, passage)));
    }
    return known.map((features, at) => ({ ...features, ...readSentence(reading, at) }));
  },
};

/** As a question is judged when it is asked; with what was read, if the models are made for that. */
export function judged(observation: Observation, models: JudgingModels): Judgement {
  const { query, records, readings } = observation;
  const judgement = judge(query, records, models, MEASURED_ONCE);
  if (readings === undefined || models.reread === undefined) return judgement;
  return judgeRead(query, judgement, readings, models, MEASURED_ONCE.sentences);
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
