import type { PassageSpan, UnitKind } from '../../passages/passage.js';
import type { Span } from '../../text/span.js';
import { pathOf } from './blocks.js';

export interface PassageRow extends Span {
  readonly id: number;
  readonly hash: Buffer;
  /** JSON. */
  readonly path: string;
}

export interface SentenceRow extends Span {
  readonly passage: number;
  readonly hash: Buffer;
  readonly kind: UnitKind;
  readonly block: number;
  readonly reading: string | null;
}

/** An article's passages with their units, from their rows. */
export function storedPassages<P extends PassageRow>(
  passages: readonly P[],
  sentences: readonly SentenceRow[],
): (PassageSpan & { readonly row: P })[] {
  const units = new Map<number, SentenceRow[]>(passages.map(({ id }) => [id, []]));
  for (const sentence of sentences) units.get(sentence.passage)?.push(sentence);
  return passages.map((row) => ({
    row,
    start: row.start,
    end: row.end,
    path: pathOf(row.path),
    sentences: (units.get(row.id) ?? []).map(({ start, end, kind, block, reading }) => ({
      start,
      end,
      kind,
      block,
      reading: reading ?? undefined,
    })),
  }));
}
