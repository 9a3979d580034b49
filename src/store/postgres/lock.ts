import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import type { WaitOptions } from '../store.js';
import type { Database } from './database.js';
import { LOCK_KEY, LOCKS } from './migrate.js';

const FIRST_POLL_MS = 20;
const MAX_POLL_MS = 250;

/** Lets one process at a time index a database; the server frees it when the process dies. */
export interface DatabaseLock {
  hold<T>(work: () => Promise<T>, options?: WaitOptions): Promise<T>;
  tryHold<T>(work: () => Promise<T>): Promise<T | undefined>;
  /** What the holder's writes are told by; undefined where this call holds nothing. */
  token(): string | undefined;
}

/**
 * An open transaction that has nothing but the lock: behind a pooler in transaction mode a lock of
 * the session would be had by all and freed by nobody. It keeps nothing from being vacuumed.
 */
export function databaseLock(database: Database): DatabaseLock {
  const inside = new AsyncLocalStorage<string>();
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const acquire = async (): Promise<pg.Client | undefined> => {
    const client = await database.connect();
    try {
      await client.query('BEGIN');
      await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
      await client.query(
        'SET LOCAL tcp_keepalives_idle = 5; SET LOCAL tcp_keepalives_interval = 2; SET LOCAL tcp_keepalives_count = 3',
      );
      const { rows } = await client.query<{ got: boolean }>(
        'SELECT pg_try_advisory_xact_lock($1, $2) AS got',
        [LOCK_KEY, LOCKS.index],
      );
      if (rows[0]?.got === true) return client;
      await client.end();
      return undefined;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  };

  const runHeld = async <T>(held: pg.Client, work: () => Promise<T>): Promise<T> => {
    const token = randomUUID();
    try {
      const [command = 'node', subcommand = ''] = process.argv.slice(1);
      const name = `process ${process.pid} on ${hostname()} ("${`${basename(command)} ${subcommand}`.trim()}", since ${new Date().toISOString()})`;
      await database.rows('UPDATE newsdesk.meta SET holder = $1, holder_name = $2', [token, name]);
      return await inside.run(token, work);
    } finally {
      await held.end().catch(() => undefined);
    }
  };

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    waiting += 1;
    const turn = queue.then(work).finally(() => {
      waiting -= 1;
    });
    queue = turn.catch(() => undefined);
    return turn;
  };

  const holder = async (): Promise<string> => {
    const [row] = await database.rows<{ name: string | null }>(
      'SELECT holder_name AS name FROM newsdesk.meta',
    );
    return row?.name ?? 'another process';
  };

  return {
    token: () => inside.getStore(),
    hold: (work, { onWait, signal } = {}) =>
      inside.getStore() !== undefined
        ? work()
        : inTurn(async () => {
            let told: string | undefined;
            for (let pause = FIRST_POLL_MS; ; pause = Math.min(MAX_POLL_MS, pause * 1.5)) {
              signal?.throwIfAborted();
              const held = await acquire();
              if (held !== undefined) return runHeld(held, work);
              const name = await holder();
              if (name !== told) onWait?.(name);
              told = name;
              // Looked at again when the next round begins, whose reason is the caller's own.
              await setTimeout(pause, undefined, { signal }).catch(() => undefined);
            }
          }),
    tryHold: async (work) => {
      if (waiting > 0) return undefined;
      return inTurn(async () => {
        const held = await acquire();
        return held === undefined ? undefined : runHeld(held, work);
      });
    },
  };
}
