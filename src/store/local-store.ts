import { setTimeout as sleep } from 'node:timers/promises';
import type { VectorIndexes } from './hnsw/vector-indexes.js';
import * as articles from './sqlite/article-rows.js';
import { backupDatabase } from './sqlite/backup.js';
import type { SqliteFile } from './sqlite/database.js';
import type { Changes } from './sqlite/generation.js';
import { lookForVectors, markComplete } from './sqlite/incomplete.js';
import { keywordIndex } from './sqlite/keywords.js';
import type { FolderLock } from './sqlite/lock.js';
import type { StoredModel } from './sqlite/models.js';
import { passageRecords } from './sqlite/passage-records.js';
import { databaseBytes, sizeOf, totals } from './sqlite/sizes.js';
import { documentFrequencies, vocabularyOf } from './sqlite/terms.js';
import { addVectors, knownVectors } from './sqlite/vectors.js';
import { moveArticle, putArticle, removeArticles } from './sqlite/write-articles.js';
import {
  reaches,
  type Hit,
  type PassageRecord,
  type Problem,
  type Reach,
  type Scope,
  type ScopeSize,
  type Store,
} from './store.js';
import type { Finding } from './verify/finding.js';
import { findProblems, mendDatabase } from './verify/verify.js';

export interface LocalStoreParts {
  readonly sqlite: SqliteFile;
  readonly model: StoredModel;
  readonly changes: Changes;
  readonly indexes: VectorIndexes;
  readonly lock: FolderLock;
}

/** SQLite holds the truth; the vector indexes and what is cached here follow it. */
export function localStore(parts: LocalStoreParts): Store {
  const { sqlite, model, changes, indexes, lock } = parts;
  const records = passageRecords(sqlite, model);
  const keywords = keywordIndex(sqlite);
  const vocabulary = vocabularyOf(sqlite);
  const sizes = new Map<string, ScopeSize>();
  let sizesOf = -1;
  let refreshed = changes.generation();

  const read = <T>(work: () => T): Promise<T> => attempt(() => sqlite.read(work));
  const write = <T>(work: () => T): Promise<T> =>
    attempt(() => {
      try {
        return sqlite.read(work);
      } finally {
        changes.wrote();
      }
    });

  /** Drops the hits that an index which is not up to date still has for passages that are gone. */
  const existing = (hits: Hit[]): Hit[] => {
    const present = new Set(
      sqlite
        .prepare<[string], number>(
          'SELECT id FROM passages WHERE id IN (SELECT value FROM json_each(?))',
        )
        .pluck()
        .all(JSON.stringify(hits.map((hit) => hit.passageId))),
    );
    return hits.filter((hit) => present.has(hit.passageId));
  };

  const nearestPassages = async (
    scope: Scope,
    vector: Float32Array,
    limit: number,
  ): Promise<Hit[]> => {
    const nearest = await indexes.search(scope, vector, limit);
    const hits = nearest.map(({ label, score }) => ({ passageId: label, score }));
    return indexes.isBehind(scope, changes.generation()) ? existing(hits) : hits;
  };

  const size = (scope: Scope): ScopeSize => {
    const generation = changes.generation();
    if (generation !== sizesOf) sizes.clear();
    sizesOf = generation;
    const key = scope.join();
    const known = sizes.get(key) ?? sizeOf(sqlite, scope);
    sizes.set(key, known);
    return known;
  };

  return {
    // A folder is on one machine.
    machine: undefined,
    article: (id, reach) =>
      read(() => {
        const article = articles.articleById(sqlite, id);
        return article !== undefined && reaches(reach, article.collection) ? article : undefined;
      }),
    articleBySource: (collection, source) =>
      read(() => articles.articleBySource(sqlite, collection, source)),
    articlesByContent: (collection, contentHash) =>
      read(() => articles.articlesByContent(sqlite, collection, contentHash)),
    articles: (reach) => read(() => articles.listArticles(sqlite, reach)),
    original: (id, reach) => read(() => articles.originalOf(sqlite, id, reach)),

    putArticle: (article) =>
      write(() => {
        putArticle(sqlite, model.id, article);
      }),
    moveArticle: (id, to) =>
      write(() => {
        moveArticle(sqlite, id, to);
      }),
    removeArticles: (ids) => write(() => removeArticles(sqlite, ids)),

    knownVectors: (hashes, withWords) =>
      read(() => knownVectors(sqlite, model.id, hashes, withWords)),
    addVectors: (entries) =>
      write(() => {
        sqlite.write(() => {
          addVectors(sqlite, model, entries);
        });
      }),
    articlesWithoutVectors: () =>
      write(() => {
        const { incomplete, complete } = lookForVectors(sqlite, model.id);
        markComplete(sqlite, model.id, complete);
        return [...incomplete];
      }),

    exclusively: (work, options) => lock.hold(work, options),
    tryExclusively: (work) => lock.tryHold(work),
    flush: (signal) => indexes.flush(signal),
    catchUp: () => indexes.catchUp(),
    refresh: async () => {
      const generation = await read(() => changes.generation());
      const isNew = generation !== refreshed;
      refreshed = generation;
      await indexes.catchUp();
      return isNew;
    },
    // Looking is cheap, and nothing tells.
    awaitChange: (withinMs, signal) =>
      sleep(withinMs, undefined, { signal }).catch(() => undefined),
    generation: () => changes.generation(),

    size: (scope) => read(() => size(scope)),
    nearestPassages,
    keywordSearch: (scope, words, limit) =>
      read(() => keywords.search(scope, words, limit, changes.generation())),
    passages: (ids, scope) => read(() => within(scope, records.get(ids, changes.generation()))),
    passagesOf: (articleId, reach) =>
      read(() => within(reach, records.ofArticle(articleId, changes.generation()))),
    documentFrequencies: (scope, words) => read(() => documentFrequencies(sqlite, scope, words)),
    vocabulary: (scope, prefix, minLength, maxLength) =>
      read(() => vocabulary.words(scope, prefix, minLength, maxLength, changes.generation())),

    stats: async () => ({
      ...(await read(() => totals(sqlite))),
      bytes: { database: databaseBytes(sqlite), index: await indexes.bytes() },
      generation: changes.generation(),
    }),
    verify: (repair) =>
      verify(parts, repair, () => {
        records.clear();
      }),
    backup: (file) => backupDatabase(sqlite, file),
    close: async () => {
      await indexes.close();
      sqlite.close();
    },
  };
}

async function verify(
  parts: LocalStoreParts,
  repair: boolean,
  forget: () => void,
): Promise<Problem[]> {
  const { sqlite, model, changes, indexes, lock } = parts;
  const { directory } = indexes;
  const place =
    directory === undefined ? undefined : { directory, identity: indexes.identity.bind(indexes) };
  const look = (): Promise<Finding[]> => findProblems(sqlite, model, place);
  const plain = (findings: readonly Finding[]): Problem[] =>
    findings.map(({ code, message }) => ({ code, message }));
  if (!repair) return plain(await look());
  return lock.hold(async () => {
    const findings = await look();
    const remedies = new Set(findings.flatMap((found) => found.remedies));
    const isSound = !findings.some(({ code }) => code === 'database-damaged');
    if (isSound) {
      await mendDatabase(sqlite, model, remedies);
      changes.wrote();
      forget();
      await (remedies.has('rebuild-graphs') ? indexes.rebuild() : indexes.flush());
    }
    return plain(remedies.size > 0 ? await look() : findings);
  });
}

function within(reach: Reach, records: PassageRecord[]): PassageRecord[] {
  return records.filter(({ collection }) => reaches(reach, collection));
}

/** Failures reach the caller as rejections, also those of synchronous work. */
function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
