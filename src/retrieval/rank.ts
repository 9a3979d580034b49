import type { Passage } from '../answering/answer.js';
import type { PassageRecord } from '../store/store.js';
import { softmax, weigh, type Features, type LinearModel } from './linear.js';
import { withoutRepeats } from './near-duplicates.js';
import { passageFeatures, type PassageFeature } from './passage-features.js';
import type { Query } from './query.js';

export interface RankedPassage {
  readonly record: PassageRecord;
  readonly features: Features<PassageFeature>;
  /** Weighted sum of the features. */
  readonly strength: number;
  /** Probability among the candidates that this is the passage. */
  readonly share: number;
}

export type MeasuredPassage = Pick<RankedPassage, 'record' | 'features'>;

export function measurePassages(
  query: Query,
  records: readonly PassageRecord[],
): MeasuredPassage[] {
  return records.map((record) => ({ record, features: passageFeatures(query, record) }));
}

/** Best first, each text once. */
export function rankPassages(
  measured: readonly MeasuredPassage[],
  model: LinearModel<PassageFeature>,
): RankedPassage[] {
  const weighed = measured
    .map((passage) => ({ ...passage, strength: weigh(model, passage.features) }))
    .sort((a, b) => b.strength - a.strength || a.record.id - b.record.id);
  const distinct = withoutRepeats(weighed, ({ record }) => record);
  const shares = softmax(distinct.map(({ strength }) => strength));
  return distinct.map((passage, index) => ({ ...passage, share: shares[index] ?? 0 }));
}

export function shownPassage({ record, share }: RankedPassage): Passage {
  const { articleId, title, source, url, text, start, end } = record;
  return { articleId, title, source, url, text, start, end, score: share };
}
