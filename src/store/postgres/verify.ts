import { usableVector } from '../rows/vectors.js';
import type { PassageRow, SentenceRow } from '../verify/articles.js';
import { checkArticle, type ArticleRow } from '../verify/articles.js';
import type { Problem } from '../store.js';
import type { Database, Queries } from './database.js';
import { insertSearchable, type Model } from './vectors.js';
import { wordProblems } from './verify-words.js';

/** Vectors that are read and looked at together. */
const STEP = 500;

/**
 * Checks every article against its text, every vector, the searchable form of the vectors, and the
 * words. Repair drops vectors that are damaged, so that their texts are embedded again, and makes
 * the rest again; what is said then is what is wrong still.
 */
export async function verify(
  database: Database,
  model: Model,
  repair: boolean,
): Promise<Problem[]> {
  const problems = [
    ...(await articleProblems(database)),
    ...(await vectorProblems(database, model, repair)),
    ...(await unitProblems(database, model, repair)),
    ...(await wordProblems(database, repair)),
  ];
  return repair && problems.length > 0 ? verify(database, model, false) : problems;
}

async function articleProblems({ rows }: Queries): Promise<Problem[]> {
  const numbers = await rows<{ number: number }>(
    'SELECT number FROM newsdesk.articles ORDER BY number',
  );
  const problems: Problem[] = [];
  for (const { number } of numbers) {
    const [article] = await rows<ArticleRow>(
      `SELECT a.number, a.id, c.name AS collection, a.title, a.text, a.blocks,
         a.content_hash AS "contentHash", a.passages, a.sentences, a.characters
       FROM newsdesk.articles AS a JOIN newsdesk.collections AS c ON c.number = a.collection
       WHERE a.number = $1`,
      [number],
    );
    if (article === undefined) continue;
    const passages = await rows<PassageRow>(
      `SELECT id, ordinal, start, stop AS end, hash, path FROM newsdesk.passages
       WHERE article = $1 ORDER BY ordinal`,
      [number],
    );
    const sentences = await rows<SentenceRow>(
      `SELECT s.id, s.passage, s.start, s.stop AS end, s.hash, s.kind, s.block, s.reading
       FROM newsdesk.passages AS p JOIN newsdesk.sentences AS s ON s.passage = p.id
       WHERE p.article = $1 ORDER BY p.ordinal, s.id`,
      [number],
    );
    problems.push(
      ...checkArticle(article, passages, sentences).map(({ code, message }) => ({ code, message })),
    );
  }
  return problems;
}

async function vectorProblems(
  { rows }: Queries,
  { id, dims }: Model,
  repair: boolean,
): Promise<Problem[]> {
  let after: Buffer = Buffer.alloc(0);
  const damaged: Buffer[] = [];
  for (;;) {
    const batch = await rows<{ hash: Buffer; vector: Buffer }>(
      `SELECT hash, vector FROM newsdesk.vectors WHERE model = $1 AND hash > $2
       ORDER BY hash LIMIT $3`,
      [id, after, STEP],
    );
    for (const { hash, vector } of batch)
      if (usableVector(vector, dims) === undefined) damaged.push(hash);
    const last = batch.at(-1);
    if (last === undefined) break;
    after = last.hash;
  }
  if (damaged.length === 0) return [];
  if (repair) {
    await rows(
      `UPDATE newsdesk.articles SET model = NULL WHERE number IN (
         SELECT article FROM newsdesk.passages WHERE hash = ANY ($1::bytea[])
         UNION SELECT p.article FROM newsdesk.sentences AS s
           JOIN newsdesk.passages AS p ON p.id = s.passage WHERE s.hash = ANY ($1::bytea[]))`,
      [damaged],
    );
    await rows('DELETE FROM newsdesk.vectors WHERE model = $1 AND hash = ANY ($2::bytea[])', [
      id,
      damaged,
    ]);
  }
  return [{ code: 'vector-damaged', message: `${damaged.length} vectors are damaged.` }];
}

async function unitProblems(database: Database, model: Model, repair: boolean): Promise<Problem[]> {
  const lacking = await database.rows<{ number: number; id: string }>(
    `SELECT number, id FROM newsdesk.articles AS a WHERE a.model = $1
       AND a.passages <> (SELECT count(*) FROM newsdesk.passages AS p
         JOIN newsdesk.passage_units AS u ON u.id = p.id AND u.model = $1 WHERE p.article = a.number)
     ORDER BY number`,
    [model.id],
  );
  if (repair) {
    for (const { number } of lacking)
      await database.transaction((queries) => insertSearchable(queries, model, number));
  }
  return lacking.map(({ id }) => ({
    code: 'units-missing',
    message: `Article ${id} has passages that no search by meaning finds.`,
  }));
}
