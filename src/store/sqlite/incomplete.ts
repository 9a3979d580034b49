import type { SqliteFile } from './database.js';

/**
 * Ids of articles that lack a vector of this model. What was indexed with it is known to be
 * complete; what has no blocks yet has to be split by them; of the others, those that prove to be are marked so that they are not looked at again.
 */
export function articlesWithoutVectors(sqlite: SqliteFile, model: number): string[] {
  const doubtful = sqlite
    .prepare<[number], { number: number; id: string; unsplit: 0 | 1 }>(
      'SELECT number, id, blocks IS NULL AS unsplit FROM articles WHERE model IS NOT ? ORDER BY number',
    )
    .all(model);
  if (doubtful.length === 0) return [];
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
  if (complete.length > 0 && !sqlite.isReadOnly) {
    const mark = sqlite.prepare<[number, number]>('UPDATE articles SET model = ? WHERE number = ?');
    sqlite.write(() => {
      for (const { number } of complete) mark.run(model, number);
    });
  }
  return incomplete.map(({ id }) => id);
}
