import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type pg from 'pg';
import type { WaitOptions } from '../store.js';
import { holderName, takeTurns, thisCommand } from '../turns.js';
import type { Database } from './database.js';
import { LOCK_KEY, LOCKS } from './migrate.js';

/** Lets one process at a time index a database; the server frees it when the process dies. */
export interface DatabaseLock {
  hold<T>(work: () => Promise<T>, options?: WaitOptions): Promise<T>;
  tryHold<T>(work: () => Promise<T>): Promise<T | undefined>;
  /** What the holder's writes are told by; undefined if this call holds nothing. */
  token(): string | undefined;
}

interface Held {
  readonly client: pg.Client;
  readonly token: string;
}

/**
 * Takes one of the locks, if nobody has it: a connection with an open transaction that has nothing
 * but the lock, and whose end frees it. Behind a pooler in transaction mode a lock of the session
 * would be had by all and freed by nobody. It keeps nothing from being vacuumed.
 */
export async function tryLock(
  database: Database,
  lock: keyof typeof LOCKS,
): Promise<pg.Client | undefined> {
  const client = await database.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await client.query(
      'SET LOCAL tcp_keepalives_idle = 5; SET LOCAL tcp_keepalives_interval = 2; SET LOCAL tcp_keepalives_count = 3',
    );
    // Without parameters: the portal of a statement that has some keeps its snapshot for as long as
    // the transaction is open, and the building of a graph waits for all older snapshots.
    const { rows } = await client.query<{ got: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${LOCK_KEY}, ${LOCKS[lock]}) AS got`,
    );
    if (rows[0]?.got === true) return client;
    await client.end();
    return undefined;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

export function databaseLock(database: Database): DatabaseLock {
  const acquire = async (): Promise<Held | undefined> => {
    const client = await tryLock(database, 'index');
    try {
      return client && (await named(client));
    } catch (error) {
      await client?.end().catch(() => undefined);
      throw error;
    }
  };

  /** Seen by others at once, so not in the transaction that has the lock. */
  const named = async (client: pg.Client): Promise<Held> => {
    const token = randomUUID();
    const name = holderName({
      pid: process.pid,
      host: hostname(),
      command: thisCommand(),
      since: new Date().toISOString(),
    });
    await database.rows('UPDATE newsdesk.meta SET holder = $1, holder_name = $2', [token, name]);
    return { client, token };
  };

  const turns = takeTurns<Held>({
    acquire,
    release: ({ client }) => client.end().catch(() => undefined),
    holder: async () => {
      const [row] = await database.rows<{ name: string | null }>(
        'SELECT holder_name AS name FROM newsdesk.meta',
      );
      return row?.name ?? 'another process';
    },
  });
  return {
    hold: (work, options) => turns.hold(work, options),
    tryHold: (work) => turns.tryHold(work),
    token: () => turns.held()?.token,
  };
}
