import type { AskedQuestion, Journal, UnansweredQuestion } from '../journal.js';
import { askedColumns, askedOf, KEPT_DAYS, voterKey, type AskedRow } from '../rows/asked.js';
import { openDatabase, type Database, type Queries } from './database.js';
import { migrate } from './migrate.js';
import { withoutNul } from './words.js';

/** The record of questions in the same database, on connections of its own. */
export async function openPostgresJournal(url: string): Promise<Journal> {
  const database = openDatabase(url);
  try {
    await migrate(database);
    await database.rows(
      "DELETE FROM newsdesk.asked WHERE asked_at < now() - $1 * interval '1 day'",
      [KEPT_DAYS],
    );
    return journalOf(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function journalOf(database: Database): Journal {
  return {
    record: (question) => record(database, question),
    asked: (id) => asked(database, id),
    vote: (id, voter, vote) =>
      database.transaction((queries) => castVote(queries, id, voter, vote)),
    unanswered: (scope) => unanswered(database, scope),
    stats: async () => {
      const [counts] = await database.rows<{ asked: number; answered: number }>(
        `SELECT count(*) AS asked, count(*) FILTER (WHERE answered) AS answered FROM newsdesk.asked`,
      );
      const { asked: all, answered } = counts ?? { asked: 0, answered: 0 };
      const feedback = (await votes(database)) ?? { up: 0, down: 0 };
      return { asked: all, answered, unanswered: all - answered, feedback };
    },
    close: () => database.close(),
  };
}

async function record({ rows }: Queries, question: AskedQuestion): Promise<string> {
  const columns = askedColumns(question);
  await rows(
    `INSERT INTO newsdesk.asked (id, question, understood, topic, collection, article_id, answered,
       confidence, answer_article, answer_start, answer_end)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      columns.id,
      withoutNul(columns.question),
      columns.understood === null ? null : withoutNul(columns.understood),
      columns.topic,
      columns.collection,
      columns.articleId,
      columns.answered,
      columns.confidence,
      columns.answerArticle,
      columns.answerStart,
      columns.answerEnd,
    ],
  );
  return columns.id;
}

const TIME = `AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

async function asked(
  { rows }: Queries,
  id: string,
): Promise<(AskedQuestion & { readonly askedAt: string }) | undefined> {
  const [row] = await rows<AskedRow>(
    `SELECT question, understood, collection, article_id AS "articleId", answered, confidence,
       answer_article AS "answerArticle", answer_start AS "answerStart", answer_end AS "answerEnd",
       to_char(asked_at ${TIME}) AS "askedAt"
     FROM newsdesk.asked WHERE id = $1`,
    [id],
  );
  return row && askedOf(row);
}

/** Most asked first, each in its latest wording; what was answered when last asked is left out. */
function unanswered({ rows }: Queries, scope?: readonly string[]): Promise<UnansweredQuestion[]> {
  return rows<UnansweredQuestion>(
    `WITH topics AS (
       SELECT collection, topic, count(*) AS count, max(confidence) AS best,
         min(number) AS first, max(number) AS last
       FROM newsdesk.asked
       WHERE NOT answered AND ($1::text[] IS NULL OR collection = ANY ($1::text[]))
       GROUP BY collection, topic
     )
     SELECT coalesce(latest.understood, latest.question) AS question, topics.collection,
       topics.count, topics.best AS "bestConfidence",
       to_char(earliest.asked_at ${TIME}) AS "firstAskedAt",
       to_char(latest.asked_at ${TIME}) AS "lastAskedAt"
     FROM topics
       JOIN newsdesk.asked AS earliest ON earliest.number = topics.first
       JOIN newsdesk.asked AS latest ON latest.number = topics.last
     WHERE NOT EXISTS (
       SELECT FROM newsdesk.asked AS later
       WHERE later.collection = topics.collection AND md5(later.topic) = md5(topics.topic)
         AND later.topic = topics.topic AND later.answered AND later.number > topics.last
     )
     ORDER BY topics.count DESC, topics.last DESC`,
    [scope ?? null],
  );
}

async function castVote(
  queries: Queries,
  id: string,
  voter: string,
  vote: 'up' | 'down',
): Promise<{ up: number; down: number } | undefined> {
  const { rows } = queries;
  const [answer] = await rows('SELECT 1 FROM newsdesk.asked WHERE id = $1 FOR UPDATE', [id]);
  if (answer === undefined) return undefined;
  const [secret] = await rows<{ value: Buffer }>('SELECT value FROM newsdesk.secret');
  if (secret === undefined) throw new Error('The journal has lost its secret.');
  const key = voterKey(secret.value, id, voter);
  const withdrawn = await rows(
    'DELETE FROM newsdesk.votes WHERE asked = $1 AND voter = $2 AND vote = $3 RETURNING 1',
    [id, key, vote],
  );
  if (withdrawn.length === 0) {
    await rows(
      `INSERT INTO newsdesk.votes (asked, voter, vote) VALUES ($1, $2, $3)
       ON CONFLICT (asked, voter) DO UPDATE SET vote = excluded.vote`,
      [id, key, vote],
    );
  }
  return votes(queries, id);
}

async function votes(
  { rows }: Queries,
  id?: string,
): Promise<{ up: number; down: number } | undefined> {
  const [counts] = await rows<{ up: number; down: number }>(
    `SELECT count(*) FILTER (WHERE vote = 'up') AS up, count(*) FILTER (WHERE vote = 'down') AS down
     FROM newsdesk.votes WHERE $1::text IS NULL OR asked = $1`,
    [id ?? null],
  );
  return counts;
}
