import { contextOf } from '../../passages/embedded-text.js';
import type { UnitKind } from '../../passages/passage.js';
import type { Span } from '../../text/span.js';
import type { PassageRecord } from '../store.js';
import { pathOf } from './blocks.js';
import { NO_WORDS, usableVector } from './vectors.js';

/** Records that a store keeps; each takes some 100 kB once its words have been compared. */
export const MAX_RECORDS = 300;

export interface PassageRecordRow extends Span {
  readonly id: number;
  readonly articleId: string;
  readonly collection: string;
  readonly title: string;
  readonly source: string;
  readonly url: string | null;
  readonly ordinal: number;
  /** JSON. */
  readonly path: string;
  readonly vector: Buffer | null;
}

export interface SentenceRecordRow extends Span {
  readonly kind: UnitKind;
  readonly block: number;
  readonly reading: string | null;
  readonly vector: Buffer | null | undefined;
  readonly words: Buffer | null | undefined;
}

export interface CachedRecord {
  readonly record: PassageRecord;
  /** Of the article, when it was read. */
  readonly generation: number;
}

/**
 * Makes passages ready for ranking from their rows.
 * @param dims of the vectors; one that is missing or damaged becomes zeros, so that its passage is
 *   shown and found by its words only
 */
export function recordMaker(
  dims: number,
): (row: PassageRecordRow, text: string, sentences: readonly SentenceRecordRow[]) => PassageRecord {
  const noVector = new Float32Array(dims);
  return (row, text, sentences) => {
    const path = pathOf(row.path);
    // All in one piece of memory: to free one by one takes longer than to read them.
    const all = new Float32Array((sentences.length + 1) * dims);
    let used = 0;
    const vectorOf = (blob: Buffer | null | undefined): Float32Array =>
      usableVector(blob ?? null, dims, all.subarray(used, (used += dims))) ?? noVector;
    return {
      id: row.id,
      articleId: row.articleId,
      collection: row.collection,
      title: row.title,
      path,
      context: contextOf(row.title, path),
      source: row.source,
      url: row.url ?? undefined,
      ordinal: row.ordinal,
      start: row.start,
      end: row.end,
      text,
      vector: vectorOf(row.vector),
      sentences: sentences.map(({ start, end, kind, block, reading, vector, words }) => {
        const own = text.slice(start - row.start, end - row.start);
        return {
          start,
          end,
          kind,
          block,
          text: own,
          reading: reading ?? own,
          vector: vectorOf(vector),
          words: words ?? NO_WORDS,
        };
      }),
    };
  };
}
