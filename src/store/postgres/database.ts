import pg from 'pg';
import { isLost, isVictim, meaningOf } from './errors.js';

/** Connections of a process; twenty processes fit the hundred that a server allows by default. */
const CONNECTIONS = 4;
const CONNECT_MS = 5_000;
/** A question waits no longer for one statement; nobody would wait for its answer either. */
const STATEMENT_MS = 10_000;
/** As long as a timer can wait. */
const UNLIMITED_MS = 2 ** 31 - 1;
/** A transaction that lost against another is tried so often. */
const TRIES = 5;

export type Row = Record<string, unknown>;

/** Runs statements, each prepared once a connection under the name of its text. */
export interface Queries {
  readonly rows: <R extends object = Row>(sql: string, values?: readonly unknown[]) => Promise<R[]>;
}

export interface Database extends Queries {
  /** The server and database, with no password, as a person is told of it. */
  readonly where: string;
  /**
   * Runs `work` in one transaction; it may run again if another transaction got in its way.
   * @param patienceMs for each of its statements; unlimited by default, since a large article may
   *   take longer than a question waits
   */
  transaction<T>(work: (queries: Queries) => Promise<T>, patienceMs?: number): Promise<T>;
  /** A connection of its own; the caller ends it. */
  connect(): Promise<pg.Client>;
  close(): Promise<void>;
}

/** PostgreSQL's number for `bigint`, which identity columns and counts have, all far below 2^53. */
const BIGINT = pg.types.builtins.INT8;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === BIGINT
      ? (value: string) => Number(value)
      : (pg.types.getTypeParser(oid, format) as unknown),
};

/** Names of statements by their text: PostgreSQL keeps the plan of what has one. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = `newsdesk-${names.size}`;
    names.set(sql, name);
  }
  return name;
}

async function run<R extends object>(
  client: pg.ClientBase,
  sql: string,
  values: readonly unknown[] = [],
  timeout?: number,
): Promise<R[]> {
  // Never `binary: true`, which returns wrong bytes: https://github.com/brianc/node-postgres/issues/3495
  const { rows } = await client.query<R & pg.QueryResultRow>({
    name: nameOf(sql),
    text: sql,
    values: [...values],
    ...(timeout === undefined ? {} : { query_timeout: timeout }),
  });
  return rows;
}

/** Opens nothing yet: the first statement does. */
export function openDatabase(url: string): Database {
  const where = redacted(url);
  const settings: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'newsdesk',
    keepAlive: true,
    types,
  };
  const pool = new pg.Pool({
    ...settings,
    max: CONNECTIONS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + CONNECT_MS,
    idleTimeoutMillis: 60_000,
  });
  // A connection that dies while nobody uses it would end the process otherwise.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    // As wide as hnswlib searches here; recall at 500,000 vectors was measured at .990.
    void client
      .query("SET hnsw.ef_search = 200; SET hnsw.iterative_scan = 'relaxed_order'")
      .catch(() => undefined);
  });

  const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken = true;
    try {
      const result = await work(client);
      broken = false;
      return result;
    } catch (error) {
      broken = isLost(error);
      throw error;
    } finally {
      client.release(broken);
    }
  };

  const explained = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw meaningOf(error, where);
    }
  };

  return {
    where,
    rows: <R extends object>(sql: string, values?: readonly unknown[]) =>
      explained(async () => {
        const once = (): Promise<R[]> => withClient((client) => run<R>(client, sql, values));
        try {
          return await once();
        } catch (error) {
          // A connection that the server closed meanwhile; the next may be a good one.
          if (!isLost(error) || isTimeout(error)) throw error;
          return await once();
        }
      }),
    transaction: (work, patienceMs = UNLIMITED_MS) =>
      explained(async () => {
        for (let tries = 1; ; tries += 1) {
          try {
            return await withClient(async (client) => {
              await client.query('BEGIN');
              try {
                await client.query('SET LOCAL statement_timeout = 0');
                const result = await work({
                  rows: (sql, values) => run(client, sql, values, patienceMs),
                });
                await client.query('COMMIT');
                return result;
              } catch (error) {
                if (!isLost(error)) await client.query('ROLLBACK');
                throw error;
              }
            });
          } catch (error) {
            if (!isVictim(error) || tries === TRIES) throw error;
          }
        }
      }),
    connect: () =>
      explained(async () => {
        const client = new pg.Client(settings);
        client.on('error', () => undefined);
        await client.connect();
        return client;
      }),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014';
}

/** `host:port/database`, or as much of it as the address says. */
export function redacted(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname === '' ? 'localhost' : hostname}${port === '' ? '' : `:${port}`}${pathname}`;
  } catch {
    return 'the database';
  }
}
