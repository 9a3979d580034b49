import { randomBytes } from 'node:crypto';
import type { AskedQuestion, JournalStats, UnansweredQuestion } from '../journal.js';
import type { SqliteFile } from '../sqlite/database.js';
import type { Scope } from '../store.js';
import { topicOf } from './topic.js';
import { countVotes } from './votes.js';

interface AskedRow {
  readonly question: string;
  readonly understood: string | null;
  readonly collection: string;
  readonly articleId: string | null;
  readonly answered: number;
  readonly confidence: number;
  readonly answerArticle: string | null;
  readonly answerStart: number | null;
  readonly answerEnd: number | null;
  readonly askedAt: string;
}

/** Returns the question's id. */
export function recordQuestion(sqlite: SqliteFile, asked: AskedQuestion): string {
  const id = randomBytes(6).readUIntBE(0, 6).toString(36);
  sqlite
    .prepare<(string | number | null)[]>(
      `INSERT INTO asked (id, question, topic, collection, articleId, answered, confidence,
         answerArticle, answerStart, answerEnd, askedAt, understood)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      asked.question,
      topicOf(asked.understood ?? asked.question),
      asked.collection,
      asked.articleId ?? null,
      asked.answered ? 1 : 0,
      asked.confidence,
      asked.answer?.articleId ?? null,
      asked.answer?.start ?? null,
      asked.answer?.end ?? null,
      new Date().toISOString(),
      asked.understood ?? null,
    );
  return id;
}

export function askedQuestion(
  sqlite: SqliteFile,
  id: string,
): (AskedQuestion & { readonly askedAt: string }) | undefined {
  const row = sqlite.prepare<[string], AskedRow>('SELECT * FROM asked WHERE id = ?').get(id);
  if (row === undefined) return undefined;
  const { answerArticle: articleId, answerStart: start, answerEnd: end } = row;
  return {
    question: row.question,
    understood: row.understood ?? undefined,
    collection: row.collection,
    articleId: row.articleId ?? undefined,
    answered: row.answered === 1,
    confidence: row.confidence,
    answer:
      articleId === null || start === null || end === null ? undefined : { articleId, start, end },
    askedAt: row.askedAt,
  };
}

/** Most asked first, each in its latest wording; what was answered when last asked is left out. */
export function unansweredQuestions(sqlite: SqliteFile, scope?: Scope): UnansweredQuestion[] {
  const grouped = sqlite.prepare<[string | null, string | null], UnansweredQuestion>(
    `WITH topics AS (
       SELECT collection, topic, count(*) AS count, max(confidence) AS bestConfidence,
         min(number) AS first, max(number) AS last
       FROM asked
       WHERE answered = 0 AND (? IS NULL OR collection IN (SELECT value FROM json_each(?)))
       GROUP BY collection, topic
     )
     SELECT coalesce(latest.understood, latest.question) AS question, topics.collection, count, bestConfidence,
       earliest.askedAt AS firstAskedAt, latest.askedAt AS lastAskedAt
     FROM topics
       JOIN asked AS earliest ON earliest.number = topics.first
       JOIN asked AS latest ON latest.number = topics.last
     WHERE NOT EXISTS (
       SELECT 1 FROM asked AS later
       WHERE later.collection = topics.collection AND later.topic = topics.topic
         AND later.answered = 1 AND later.number > topics.last
     )
     ORDER BY count DESC, topics.last DESC`,
  );
  const wanted = scope === undefined ? null : JSON.stringify(scope);
  return grouped.all(wanted, wanted);
}

export function journalStats(sqlite: SqliteFile): JournalStats {
  const counts = sqlite
    .prepare<[], { asked: number; answered: number }>(
      'SELECT count(*) AS asked, coalesce(sum(answered), 0) AS answered FROM asked',
    )
    .get() ?? { asked: 0, answered: 0 };
  return {
    ...counts,
    unanswered: counts.asked - counts.answered,
    feedback: countVotes(sqlite),
  };
}

export function forgetBefore(sqlite: SqliteFile, time: Date): void {
  sqlite.prepare<[string]>('DELETE FROM asked WHERE askedAt < ?').run(time.toISOString());
}
