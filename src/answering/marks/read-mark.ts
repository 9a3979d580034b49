import type { Reading } from '../../embedding/passage-reader.js';
import type { Features, LinearModel } from '../../retrieval/linear.js';
import type { Span } from '../../text/span.js';
import { logOdds } from '../bold.js';
import type { SureBold } from './highlight.js';
import type { Asked, AskedFor } from '../asked/question.js';
import { oddsOf } from '../reading.js';

export type ReadMarkFeature =
  | `asks-${Asked}`
  | 'odds'
  | 'share'
  | 'shareOdds'
  | 'agrees'
  | 'choiceOdds'
  | 'sentenceOdds'
  | 'confidenceOdds'
  | 'length'
  | 'two';

/** Whether the words that were read are those that were asked for. */
export interface ReadMarkModel {
  readonly clear: LinearModel<ReadMarkFeature>;
  /** How likely it must be for them to be marked. */
  readonly least: number;
}

/** The words of the best sentence that reading found. */
export interface ReadMark {
  /** Position in the article. */
  readonly span: Span;
  readonly features: Features<ReadMarkFeature>;
}

/** @param choice the words that were chosen without reading, as positions in the article */
export function readMark(
  { kind }: AskedFor,
  { bold, confidence }: SureBold,
  reading: Reading | undefined,
  choice: { readonly spans: readonly Span[]; readonly share: number } | undefined,
): ReadMark | undefined {
  const { passage, at } = bold.best;
  const read = reading?.[at];
  if (read === undefined) return undefined;
  const span = { start: passage.start + read.start, end: passage.start + read.end };
  const asks = (asked: Asked): number => (kind === asked ? 1 : 0);
  const overlaps = choice?.spans.some(({ start, end }) => start < span.end && end > span.start);
  return {
    span,
    features: {
      'asks-person': asks('person'),
      'asks-date': asks('date'),
      'asks-number': asks('number'),
      'asks-place': asks('place'),
      'asks-reason': asks('reason'),
      'asks-name': asks('name'),
      'asks-thing': asks('thing'),
      odds: oddsOf(read),
      share: read.share,
      shareOdds: logOdds(read.share),
      agrees: overlaps === true ? 1 : 0,
      choiceOdds: logOdds(choice?.share ?? 0),
      sentenceOdds: logOdds(bold.best.share),
      confidenceOdds: logOdds(confidence),
      length: Math.log1p(span.end - span.start),
      two: bold.sentences.length - 1,
    },
  };
}
