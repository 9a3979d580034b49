import { pacer } from '../hnsw/pace.js';
import type { SqliteFile } from '../sqlite/database.js';
import { usableVector } from '../rows/vectors.js';
import { signBytes } from '../../vectors/word-signs.js';
import { finding, type Finding } from './finding.js';

const BATCH = 500;
/** Younger vectors that nothing uses may be the work of a run that goes on later. */
const ORPHAN_DAYS = 7;

interface VectorRow {
  readonly id: number;
  readonly dims: number;
  readonly vector: Buffer;
  /** In bytes. */
  readonly words: number;
}

export async function checkVectors(sqlite: SqliteFile, model: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  const bad = await badVectors(sqlite);
  if (bad.length > 0) {
    findings.push(
      finding(
        'vector-bad',
        `${bad.length} vectors are damaged.`,
        'drop-bad-vectors',
        'rebuild-graphs',
      ),
    );
  }
  for (const { id, missing } of lackingArticles(sqlite, model)) {
    findings.push(
      finding('vector-missing', `Article ${id} lacks ${missing} vectors; index it again.`),
    );
  }
  const orphans = sqlite
    .prepare<[], number>(`SELECT count(*) FROM vectors WHERE ${IS_ORPHAN}`)
    .pluck()
    .get();
  if (orphans !== undefined && orphans > 0) {
    findings.push(
      finding('vector-orphan', `${orphans} vectors belong to no text.`, 'drop-orphan-vectors'),
    );
  }
  return findings;
}

const IS_ORPHAN = `addedAt < unixepoch() - ${ORPHAN_DAYS * 86_400}
  AND NOT EXISTS (SELECT 1 FROM passages WHERE passages.hash = vectors.hash)
  AND NOT EXISTS (SELECT 1 FROM sentences WHERE sentences.hash = vectors.hash)`;

export function dropOrphanVectors(sqlite: SqliteFile): void {
  sqlite.prepare(`DELETE FROM vectors WHERE ${IS_ORPHAN}`).run();
}

export function dropVectors(sqlite: SqliteFile, ids: readonly number[]): void {
  const drop = sqlite.prepare<[number]>('DELETE FROM vectors WHERE id = ?');
  for (const id of ids) drop.run(id);
}

/**
 * Ids of vectors, of any model, that are damaged or of other dimensions, or whose words are cut off.
 */
export async function badVectors(sqlite: SqliteFile): Promise<number[]> {
  const select = sqlite.prepare<[number, number], VectorRow>(
    `SELECT v.id, m.dims, v.vector, length(v.words) AS words FROM vectors AS v JOIN models AS m ON m.id = v.model
     WHERE v.id > ? ORDER BY v.id LIMIT ?`,
  );
  const bad: number[] = [];
  const pace = pacer();
  for (let last: number | undefined = 0; last !== undefined;) {
    const rows = select.all(last, BATCH);
    for (const { id, dims, vector, words } of rows) {
      const hasWholeWords = words % signBytes(dims) === 0;
      if (!hasWholeWords || usableVector(vector, dims) === undefined) bad.push(id);
    }
    last = rows.at(-1)?.id;
    await pace();
  }
  return bad;
}

/** Articles some of whose texts have no vector of this model. */
export function lackingArticles(
  sqlite: SqliteFile,
  model: number,
): { id: string; missing: number }[] {
  return sqlite
    .prepare<[number], { id: string; missing: number }>(
      `SELECT a.id, count(*) AS missing
       FROM (
         SELECT article, hash, 0 AS words FROM passages
         UNION ALL
         SELECT p.article, s.hash, 1 AS words FROM passages AS p JOIN sentences AS s ON s.passage = p.id
       ) AS used JOIN articles AS a ON a.number = used.article
       WHERE NOT EXISTS (
         SELECT 1 FROM vectors AS v
         WHERE v.hash = used.hash AND v.model = ? AND length(v.words) >= used.words
       )
       GROUP BY a.id ORDER BY a.number`,
    )
    .all(model);
}
