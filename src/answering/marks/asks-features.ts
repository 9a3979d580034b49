import type { Asked } from '../asked/question.js';

export type AsksFeature = `asks-${Asked}`;

/** 1 for what is asked for, 0 for all else. */
export function asksFeatures(kind: Asked): Record<AsksFeature, number> {
  const asks = (asked: Asked): number => (kind === asked ? 1 : 0);
  return {
    'asks-person': asks('person'),
    'asks-date': asks('date'),
    'asks-number': asks('number'),
    'asks-place': asks('place'),
    'asks-reason': asks('reason'),
    'asks-name': asks('name'),
    'asks-thing': asks('thing'),
  };
}
