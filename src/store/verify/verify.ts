import { pacer } from '../hnsw/pace.js';
import { openSnapshot, type SqliteFile } from '../sqlite/database.js';
import { nextGeneration } from '../sqlite/generation.js';
import type { StoredModel } from '../sqlite/models.js';
import { articlesWithParts, checkArticle } from './articles.js';
import { checkDatabase } from './database.js';
import type { Finding, Remedy } from './finding.js';
import { checkGraphs, type GraphPlace } from './graphs.js';
import { checkKeywords, reindexKeywords } from './keywords.js';
import { recount } from './recount.js';
import {
  badVectors,
  checkVectors,
  dropOrphanVectors,
  dropVectors,
  lackingArticles,
} from './vectors.js';

/**
 * All that is wrong, in one state of the database, however long the look takes.
 * @param place of the graphs' files, if they have any
 */
export async function findProblems(
  live: SqliteFile,
  model: StoredModel,
  place: GraphPlace | undefined,
): Promise<Finding[]> {
  const sqlite = openSnapshot(live);
  try {
    const damage = checkDatabase(sqlite);
    if (damage.length > 0) return damage;
    return [
      ...(await checkArticles(sqlite)),
      ...(await checkVectors(sqlite, model.id)),
      ...(await checkKeywords(sqlite)),
      ...(place === undefined ? [] : await checkGraphs(sqlite, model, place)),
    ];
  } finally {
    sqlite.close();
  }
}

/** Mends in the database what follows from the texts; the caller sees to files and memory. */
export async function mendDatabase(
  sqlite: SqliteFile,
  model: StoredModel,
  remedies: ReadonlySet<Remedy>,
): Promise<void> {
  const bad = remedies.has('drop-bad-vectors') ? await badVectors(sqlite) : [];
  sqlite.write(() => {
    if (remedies.has('recount')) recount(sqlite);
    if (remedies.has('reindex-keywords')) reindexKeywords(sqlite);
    if (remedies.has('drop-orphan-vectors')) dropOrphanVectors(sqlite);
    dropVectors(sqlite, bad);
    const doubt = sqlite.prepare<[string]>('UPDATE articles SET model = NULL WHERE id = ?');
    for (const { id } of lackingArticles(sqlite, model.id)) doubt.run(id);
    if (remedies.size > 0) nextGeneration(sqlite);
  });
}

async function checkArticles(sqlite: SqliteFile): Promise<Finding[]> {
  const findings: Finding[] = [];
  const pace = pacer();
  for (const { article, passages, sentences } of articlesWithParts(sqlite)) {
    findings.push(...checkArticle(article, passages, sentences));
    await pace();
  }
  return findings;
}
