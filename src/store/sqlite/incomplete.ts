import type { SqliteFile } from './database.js';

export interface LookedThrough {
  /** Ids of the articles that lack a vector of the model. */
  readonly incomplete: readonly string[];
  /** Numbers of those that have all of them, though the database does not say so yet. */
  readonly complete: readonly number[];
}

/**
 * Which articles lack a vector of this model. What was indexed with it is known to be complete, and
 * what has no blocks yet has to be split by them; of the others, each vector is looked for.
 */
export function lookForVectors(sqlite: SqliteFile, model: number): LookedThrough {
  const doubtful = sqlite
    .prepare<[number], { number: number; id: string; unsplit: 0 | 1 }>(
      'SELECT number, id, blocks IS NULL AS unsplit FROM articles WHERE model IS NOT ? ORDER BY number',
    )
    .all(model);
  if (doubtful.length === 0) return { incomplete: [], complete: [] };
  const lacking = sqlite
    .prepare<[number, number, number], number>(
      `SELECT 1 FROM (
         SELECT hash, 0 AS words FROM passages WHERE article = ?
         UNION ALL
         SELECT s.hash, 1 AS words FROM passages AS p JOIN sentences AS s ON s.passage = p.id
         WHERE p.article = ?
       ) AS used
       WHERE NOT EXISTS (
         SELECT 1 FROM vectors AS v
         WHERE v.hash = used.hash AND v.model = ? AND length(v.words) >= used.words
       )
       LIMIT 1`,
    )
    .pluck();
  const incomplete = doubtful.filter(
    ({ number, unsplit }) => unsplit === 1 || lacking.get(number, number, model) !== undefined,
  );
  const complete = doubtful.filter((article) => !incomplete.includes(article));
  return {
    incomplete: incomplete.map(({ id }) => id),
    complete: complete.map(({ number }) => number),
  };
}

/** Notes that articles have all vectors of a model, so that they are not looked through again. */
export function markComplete(sqlite: SqliteFile, model: number, articles: readonly number[]): void {
  if (articles.length === 0 || sqlite.isReadOnly) return;
  const mark = sqlite.prepare<[number, number]>('UPDATE articles SET model = ? WHERE number = ?');
  sqlite.write(() => {
    for (const number of articles) mark.run(model, number);
  });
}
