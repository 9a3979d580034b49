import { AsyncLocalStorage } from 'node:async_hooks';
import { accessSync, constants, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { WaitOptions } from '../store.js';
import { meaningOf } from './errors.js';

const FIRST_POLL_MS = 20;
const MAX_POLL_MS = 250;

const holderSchema = z.object({
  pid: z.number(),
  host: z.string(),
  since: z.string(),
  command: z.string(),
});

/** Lets one process at a time index a folder; the kernel frees it when the process dies. */
export interface FolderLock {
  /**
   * Waits for its turn, after the other calls of this process. A call inside `work` runs at once.
   * @throws the signal's reason where that is aborted before the turn has come
   */
  hold<T>(work: () => Promise<T>, options?: WaitOptions): Promise<T>;
  /** Runs `work` where nobody holds the lock; undefined otherwise. */
  tryHold<T>(work: () => Promise<T>): Promise<T | undefined>;
}

export function folderLock(directory: string): FolderLock {
  const file = join(directory, 'lock.sqlite');
  const holderFile = join(directory, 'lock.json');
  const inside = new AsyncLocalStorage<true>();
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const runHeld = async <T>(held: Database.Database, work: () => Promise<T>): Promise<T> => {
    try {
      writeHolder(holderFile);
      return await inside.run(true, work);
    } finally {
      rmSync(holderFile, { force: true, recursive: true });
      held.close();
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

  return {
    hold: (work, { onWait, signal } = {}) =>
      inside.getStore() === true
        ? work()
        : inTurn(async () => {
            let told: string | undefined;
            for (let pause = FIRST_POLL_MS; ; pause = Math.min(MAX_POLL_MS, pause * 1.5)) {
              signal?.throwIfAborted();
              const held = acquire(file);
              if (held !== undefined) return runHeld(held, work);
              const holder = readHolder(holderFile);
              if (holder !== told) onWait?.(holder);
              told = holder;
              // Looked at again when the next round begins, whose reason is the caller's own.
              await setTimeout(pause, undefined, { signal }).catch(() => undefined);
            }
          }),
    tryHold: async (work) => {
      if (waiting > 0) return undefined;
      return inTurn(async () => {
        const held = acquire(file);
        return held === undefined ? undefined : runHeld(held, work);
      });
    },
  };
}

/** A transaction that takes the write lock and writes nothing, or undefined where another has it. */
function acquire(file: string, mayReplace = true): Database.Database | undefined {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { timeout: 0 });
    db.exec('BEGIN IMMEDIATE');
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) {
      return undefined;
    }
    try {
      // A folder that can't be written is what it fails on before all else.
      accessSync(dirname(file), constants.W_OK);
      if (!mayReplace || !isDamaged(error)) throw error;
      // Nothing is kept in it, so that whatever has come to stand there can go.
      rmSync(file, { recursive: true, force: true });
    } catch (refusal) {
      throw meaningOf(refusal, file);
    }
    return acquire(file, false);
  }
}

function isDamaged(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT|CANTOPEN)/.test(error.code)
  );
}

function writeHolder(file: string): void {
  const command = [basename(process.argv[1] ?? 'node'), process.argv[2] ?? ''].join(' ').trim();
  const holder = { pid: process.pid, host: hostname(), since: new Date().toISOString(), command };
  try {
    writeFileSync(file, JSON.stringify(holder));
  } catch {
    // It only tells others whom they wait for.
    return;
  }
}

/** Whoever holds the lock, as a person would say it. */
function readHolder(file: string): string {
  try {
    const { pid, host, since, command } = holderSchema.parse(
      JSON.parse(readFileSync(file, 'utf8')),
    );
    const where = host === hostname() ? '' : ` on ${host}`;
    return `process ${pid}${where} ("${command}", since ${since})`;
  } catch {
    return 'another process';
  }
}
