import { createHmac, randomBytes } from 'node:crypto';
import type { AskedQuestion } from '../journal.js';
import { topicOf } from './topic.js';

/** So long a question is kept, which is long enough to see what people miss. */
export const KEPT_DAYS = 90;

/** A question's row, by the names of its own fields. */
export interface AskedRow {
  readonly question: string;
  readonly understood: string | null;
  readonly collection: string;
  readonly articleId: string | null;
  readonly answered: boolean | number;
  readonly confidence: number;
  readonly answerArticle: string | null;
  readonly answerStart: number | null;
  readonly answerEnd: number | null;
  readonly askedAt: string;
}

export function askedOf(row: AskedRow): AskedQuestion & { readonly askedAt: string } {
  const { answerArticle: articleId, answerStart: start, answerEnd: end } = row;
  return {
    question: row.question,
    understood: row.understood ?? undefined,
    collection: row.collection,
    articleId: row.articleId ?? undefined,
    answered: Boolean(row.answered),
    confidence: row.confidence,
    answer:
      articleId === null || start === null || end === null ? undefined : { articleId, start, end },
    askedAt: row.askedAt,
  };
}

/** What a question is stored as, under a new id, but for the time. */
export function askedColumns(asked: AskedQuestion): Omit<AskedRow, 'askedAt' | 'answered'> & {
  readonly id: string;
  readonly topic: string;
  readonly answered: boolean;
} {
  return {
    // Short, since the buttons under a reply carry it.
    id: randomBytes(6).readUIntBE(0, 6).toString(36),
    question: asked.question,
    understood: asked.understood ?? null,
    topic: topicOf(asked.understood ?? asked.question),
    collection: asked.collection,
    articleId: asked.articleId ?? null,
    answered: asked.answered,
    confidence: asked.confidence,
    answerArticle: asked.answer?.articleId ?? null,
    answerStart: asked.answer?.start ?? null,
    answerEnd: asked.answer?.end ?? null,
  };
}

/**
 * What a voter is kept as: a keyed hash that differs from answer to answer, so that nobody's votes
 * can be told from the record.
 */
export function voterKey(secret: Buffer, asked: string, voter: string): Buffer {
  return createHmac('sha256', secret).update(`${asked}\n${voter}`).digest();
}
