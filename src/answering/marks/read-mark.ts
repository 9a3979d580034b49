import type { Reading } from '../../embedding/passage-reader.js';
import type { Features, LinearModel } from '../../retrieval/linear.js';
import type { Span } from '../../text/span.js';
import { logOdds } from '../bold.js';
import type { SureBold } from './highlight.js';
import type { AskedFor } from '../asked/question.js';
import { asksFeatures, type AsksFeature } from './asks-features.js';
import { oddsOf } from '../reading.js';

export type ReadMarkFeature =
  | AsksFeature
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
  const overlaps = choice?.spans.some(({ start, end }) => start < span.end && end > span.start);
  return {
    span,
    features: {
      ...asksFeatures(kind),
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
