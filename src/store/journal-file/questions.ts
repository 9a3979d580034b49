import type { AskedQuestion, JournalStats, UnansweredQuestion } from '../journal.js';
import { askedColumns, askedOf, type AskedRow } from '../rows/asked.js';
import type { SqliteFile } from '../sqlite/database.js';
import type { Scope } from '../store.js';
import { countVotes } from './votes.js';

/** Returns the question's id. */
export function recordQuestion(sqlite: SqliteFile, asked: AskedQuestion): string {
  const columns = askedColumns(asked);
  sqlite
    .prepare<[object]>(
      `INSERT INTO asked (id, question, topic, collection, articleId, answered, confidence,
         answerArticle, answerStart, answerEnd, askedAt, understood)
       VALUES (@id, @question, @topic, @collection, @articleId, @answered, @confidence,
         @answerArticle, @answerStart, @answerEnd, @askedAt, @understood)`,
    )
    .run({
      ...columns,
      answered: columns.answered ? 1 : 0,
      askedAt: new Date().toISOString(),
    });
  return columns.id;
}

export function askedQuestion(
  sqlite: SqliteFile,
  id: string,
): (AskedQuestion & { readonly askedAt: string }) | undefined {
  const row = sqlite.prepare<[string], AskedRow>('SELECT * FROM asked WHERE id = ?').get(id);
  return row && askedOf(row);
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
