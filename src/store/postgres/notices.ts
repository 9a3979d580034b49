import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Database } from './database.js';

/** What writers notify, and readers listen to. */
export const CHANNEL = 'newsdesk_articles';

/** Word that articles have changed, as it comes from the server; it may not come at all. */
export interface Notices {
  /** Resolves with the next notice, at once if one came since the last call, or after `withinMs`. */
  next(withinMs: number, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/**
 * Listens on a connection of its own from the first call on, and again whenever that has broken.
 * Behind a pooler in transaction mode nothing comes, nor does what was said while the connection was
 * gone: who waits looks for himself after a while all the same.
 */
export function noticesOf(database: Pick<Database, 'connect'>): Notices {
  let listening: Promise<pg.Client | undefined> | undefined;
  let isClosed = false;
  let isPending = false;
  let wake = new AbortController();

  const notice = (): void => {
    isPending = true;
    wake.abort();
  };
  const listen = async (): Promise<pg.Client | undefined> => {
    try {
      const client = await database.connect();
      client.on('notification', notice);
      client.on('end', () => {
        listening = undefined;
      });
      await client.query(`LISTEN ${CHANNEL}`);
      return client;
    } catch {
      listening = undefined;
      return undefined;
    }
  };

  return {
    next: async (withinMs, signal) => {
      if (!isClosed) listening ??= listen();
      if (!isPending) {
        const signals = signal === undefined ? [wake.signal] : [wake.signal, signal];
        await sleep(withinMs, undefined, { signal: AbortSignal.any(signals) }).catch(
          () => undefined,
        );
      }
      isPending = false;
      wake = new AbortController();
    },
    close: async () => {
      isClosed = true;
      await (await listening)?.end().catch(() => undefined);
    },
  };
}
