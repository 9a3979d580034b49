import { hostname } from 'node:os';
import type { EmbeddingModel } from '../../embedding/embedder.js';
import { NewsdeskError } from '../../errors.js';
import { checkedCollection } from '../rows/collection.js';
import type { Store, StoreStats } from '../store.js';
import * as articles from './article-rows.js';
import { openDatabase, type Database, type Queries } from './database.js';
import { deleteArticles } from './delete-articles.js';
import { graphsOf } from './graphs.js';
import { databaseLock } from './lock.js';
import { migrate } from './migrate.js';
import { CHANNEL, noticesOf } from './notices.js';
import { registerModel } from './models.js';
import { passageRecords } from './passage-records.js';
import { nearestPassagesOf } from './nearest.js';
import { addVectors, knownVectors, pruneVectors } from './vectors.js';
import { verify } from './verify.js';
import { keywordSearchOf } from './keywords.js';
import { sizesOf } from './sizes.js';
import { vocabularyOf } from './vocabulary.js';
import { documentFrequencies } from './words.js';
import { moveArticle, putArticle } from './write-articles.js';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database?sslmode=verify-full` */
  readonly url: string;
  readonly model: EmbeddingModel;
  /** What this machine is called among those that share the database; its host's name by default. */
  readonly machine?: string | undefined;
  /** Collections with fewer vectors are searched without a graph. */
  readonly exactBelow?: number | undefined;
}

/**
 * Opens the articles of a PostgreSQL database with pgvector, or begins them in an empty one.
 * @throws NewsdeskError if the server can't be used, or a newer Newsdesk has written there
 */
export async function openPostgres({
  url,
  model,
  machine = hostname(),
  exactBelow,
}: PostgresOptions): Promise<Store> {
  const database = openDatabase(url);
  try {
    await migrate(database);
    return await storeOf(database, model, machine, exactBelow);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function storeOf(
  database: Database,
  embedding: EmbeddingModel,
  machine: string,
  exactBelow: number | undefined,
): Promise<Store> {
  const model = await registerModel(database, embedding);
  const lock = databaseLock(database);
  const graphs = graphsOf(database, model, exactBelow);
  const records = passageRecords(database, model);
  const keywordSearch = keywordSearchOf(database);
  const notices = noticesOf(database);
  const nearestPassages = nearestPassagesOf(database, model, graphs);
  let seen = await readGeneration(database);
  let refreshed = seen;
  const size = sizesOf(database, () => seen);
  const vocabulary = vocabularyOf(database, () => seen);

  /**
   * One writer at a time, each with a new generation. A holder of the lock that has lost it to
   * another, as after its connection was cut, finds that another name stands there.
   */
  const write = async <T>(
    work: (queries: Queries, generation: number) => Promise<T>,
  ): Promise<T> => {
    const token = lock.token();
    let generation = seen;
    const result = await database.transaction(async (queries) => {
      const [row] = await queries.rows<{ generation: number }>(
        `WITH counted AS (
           UPDATE newsdesk.meta SET generation = generation + 1
           WHERE $1::uuid IS NULL OR holder = $1::uuid RETURNING generation)
         SELECT generation, pg_notify($2, '') FROM counted`,
        [token ?? null, CHANNEL],
      );
      if (row === undefined)
        throw new NewsdeskError('database-lock-lost', { where: database.where });
      generation = row.generation;
      return work(queries, generation);
    });
    seen = Math.max(seen, generation);
    return result;
  };

  return {
    machine,
    article: (id, reach) => articles.articleById(database, id, reach),
    articleBySource: (collection, source) =>
      articles.articleBySource(database, collection, source, machine),
    articlesByContent: (collection, hash) => articles.articlesByContent(database, collection, hash),
    articles: (reach) => articles.listArticles(database, reach),
    original: (id, reach) => articles.originalOf(database, id, reach),

    putArticle: async (article) => {
      checkedCollection(article.collection);
      await write((queries, generation) => putArticle(queries, model, article, generation));
    },
    moveArticle: (id, to) =>
      write((queries, generation) => moveArticle(queries, id, to, generation)),
    removeArticles: (ids) =>
      write(async (queries) => {
        const deleted = await deleteArticles(queries, ids);
        await pruneVectors(queries, deleted.hashes);
        return deleted.ids;
      }),

    knownVectors: (hashes, withWords) => knownVectors(database, model.id, hashes, withWords),
    addVectors: (entries) => addVectors(database, model, entries),
    articlesWithoutVectors: () => articles.articlesWithoutVectors(database, model.id),

    exclusively: (work, options) => lock.hold(work, options),
    tryExclusively: (work) => lock.tryHold(work),
    flush: () => graphs.flush(),
    // Every search reads the database, so that it is never behind.
    catchUp: () => Promise.resolve(),
    refresh: async () => {
      seen = Math.max(seen, await readGeneration(database));
      const isNew = seen !== refreshed;
      refreshed = seen;
      return isNew;
    },
    awaitChange: (withinMs, signal) => notices.next(withinMs, signal),
    generation: () => seen,

    size,
    nearestPassages,
    keywordSearch,
    passages: (ids, scope) => records.get(ids, scope),
    passagesOf: (articleId, reach) => records.ofArticle(articleId, reach),
    documentFrequencies: (scope, words) => documentFrequencies(database, scope, words),
    vocabulary,

    stats: () => statsOf(database),
    verify: (repair) => lock.hold(() => verify(database, model, repair)).finally(records.clear),
    backup: () => Promise.reject(new NewsdeskError('database-backup', { where: database.where })),
    close: async () => {
      await notices.close();
      await database.close();
    },
  };
}

async function readGeneration({ rows }: Queries): Promise<number> {
  const [row] = await rows<{ generation: number }>('SELECT generation FROM newsdesk.meta');
  return row?.generation ?? 0;
}

async function statsOf({ rows }: Queries): Promise<StoreStats> {
  const [row] = await rows<Omit<StoreStats, 'bytes'> & { database: number; index: number }>(
    `SELECT count(*)::integer AS articles, coalesce(sum(passages), 0)::integer AS passages,
       coalesce(sum(sentences), 0)::integer AS sentences,
       coalesce(sum(characters), 0)::bigint AS characters,
       (SELECT count(*) FROM newsdesk.vectors) AS vectors,
       (SELECT generation FROM newsdesk.meta) AS generation,
       pg_database_size(current_database()) AS database,
       (SELECT coalesce(sum(pg_relation_size(c.oid)), 0)::bigint FROM pg_class AS c
        WHERE c.relnamespace = 'newsdesk'::regnamespace
          AND c.relname LIKE '%\\_graph\\_%') AS index
     FROM newsdesk.articles`,
  );
  if (row === undefined) throw new Error('The database gave no figures.');
  const { database, index, ...counts } = row;
  return { ...counts, bytes: { database: database - index, index } };
}
