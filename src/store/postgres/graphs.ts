import type { Database } from './database.js';
import { LOCK_KEY, LOCKS } from './migrate.js';
import type { Model } from './vectors.js';

/**
 * Measured at 500,000 sentences: one by one 5,000 take 1.5 ms and 25,000 take 12.8; a graph of
 * their own takes 1.3 ms.
 */
const EXACT_BELOW = 5_000;
/** HNSW's M and efConstruction; twice the latter found .3 % more at 2.5 times the time. */
const BUILD = '(m = 16, ef_construction = 64)';
/** What other processes have built or dropped is seen this much later. */
const LOOK_MS = 5_000;

export interface Graphs {
  /** The numbers of the collections that have articles, and which are searched by a graph. */
  collections(
    names: readonly string[],
  ): Promise<{ readonly number: number; readonly hasGraph: boolean }[]>;
  /** Builds the graphs of collections that have grown large, and drops those of small ones. */
  flush(): Promise<void>;
}

export function graphPredicate(collection: number, model: number): string {
  return `collection = ${collection} AND model = ${model}`;
}

/**
 * In kB: a graph that fits into memory is built in a fraction of the time. An entry of 384 numbers
 * takes some 1.1 kB, a fifth is added, and 2 GB are what a build may take at most.
 */
function memoryFor(units: number): number {
  return Math.min(2_097_152, Math.max(65_536, Math.ceil(units * 1.1 * 1.2)));
}

function nameOf(collection: number, model: number): string {
  return `passage_units_graph_${collection}_${model}`;
}

export function graphsOf(database: Database, model: Model, exactBelow = EXACT_BELOW): Graphs {
  const numbers = new Map<string, number>();
  let built = new Set<string>();
  let looked = -Infinity;

  const look = async (): Promise<void> => {
    if (performance.now() - looked < LOOK_MS) return;
    looked = performance.now();
    const found = await database.rows<{ name: string }>(
      `SELECT c.relname AS name FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
       WHERE i.indisvalid AND c.relnamespace = 'newsdesk'::regnamespace
         AND c.relname LIKE '%\\_graph\\_%'`,
    );
    built = new Set(found.map(({ name }) => name));
  };

  return {
    collections: async (names) => {
      const unknown = names.filter((name) => !numbers.has(name));
      if (unknown.length > 0) {
        const found = await database.rows<{ name: string; number: number }>(
          'SELECT name, number FROM newsdesk.collections WHERE name = ANY ($1::text[])',
          [unknown],
        );
        for (const { name, number } of found) numbers.set(name, number);
      }
      await look();
      return [...new Set(names)].flatMap((name) => {
        const number = numbers.get(name);
        return number === undefined
          ? []
          : [{ number, hasGraph: built.has(nameOf(number, model.id)) }];
      });
    },
    flush: async () => {
      const client = await database.connect();
      try {
        const { rows: got } = await client.query<{ got: boolean }>(
          'SELECT pg_try_advisory_lock($1, $2) AS got',
          [LOCK_KEY, LOCKS.graphs],
        );
        if (got[0]?.got !== true) return;
        const { rows } = await client.query<{ collection: number; units: number }>(
          `SELECT collection, count(*)::integer AS units FROM newsdesk.passage_units
           WHERE model = $1 GROUP BY collection`,
          [model.id],
        );
        const { rows: present } = await client.query<{ name: string; valid: boolean }>(
          `SELECT c.relname AS name, i.indisvalid AS valid FROM pg_index AS i
             JOIN pg_class AS c ON c.oid = i.indexrelid
           WHERE c.relnamespace = 'newsdesk'::regnamespace AND c.relname LIKE $1`,
          [`passage\\_units\\_graph\\_%\\_${model.id}`],
        );
        const valid = new Set(present.filter((index) => index.valid).map(({ name }) => name));
        const wanted = new Set(
          rows
            .filter(({ collection, units }) => {
              // Not built and dropped again and again around the threshold.
              const has = valid.has(nameOf(collection, model.id));
              return units > (has ? exactBelow / 2 : exactBelow);
            })
            .map(({ collection }) => collection),
        );
        for (const { name, valid: isWhole } of present) {
          const collection = Number(name.split('_').at(-2));
          // What a crash or a cancelled build left is of no use.
          if (!isWhole || !wanted.has(collection)) {
            await client.query(`DROP INDEX CONCURRENTLY IF EXISTS newsdesk."${name}"`);
          }
        }
        const sizes = new Map(rows.map(({ collection, units }) => [collection, units]));
        for (const collection of wanted) {
          const name = nameOf(collection, model.id);
          if (valid.has(name)) continue;
          await client.query(`SET maintenance_work_mem = ${memoryFor(sizes.get(collection) ?? 0)}`);
          // Parallel builds overflowed before pgvector 0.8.2 (CVE-2026-3172).
          await client.query('SET max_parallel_maintenance_workers = 0');
          await client.query(
            `CREATE INDEX CONCURRENTLY "${name}" ON newsdesk.passage_units
             USING hnsw ((v::halfvec(${model.dims})) halfvec_ip_ops) WITH ${BUILD}
             WHERE ${graphPredicate(collection, model.id)}`,
          );
        }
      } finally {
        looked = -Infinity;
        await client.end();
      }
    },
  };
}
