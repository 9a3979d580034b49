import { accessSync, constants, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { holderName, takeTurns, thisCommand, type Turns } from '../turns.js';
import { meaningOf } from './errors.js';

const holderSchema = z.object({
  pid: z.number(),
  host: z.string(),
  since: z.string(),
  command: z.string(),
});

/** Lets one process at a time index a folder; the kernel frees it when the process dies. */
export type FolderLock = Pick<Turns<Database.Database>, 'hold' | 'tryHold'>;

export function folderLock(directory: string): FolderLock {
  const file = join(directory, 'lock.sqlite');
  const holderFile = join(directory, 'lock.json');
  return takeTurns({
    acquire: () => {
      const held = acquire(file);
      if (held !== undefined) writeHolder(holderFile);
      return held;
    },
    release: (held) => {
      rmSync(holderFile, { force: true, recursive: true });
      held.close();
    },
    holder: () => readHolder(holderFile),
  });
}

/** A transaction that takes the write lock and writes nothing, or undefined if another has it. */
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
  const holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    command: thisCommand(),
  };
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
    const holder = holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return holderName({ ...holder, host: holder.host === hostname() ? undefined : holder.host });
  } catch {
    return 'another process';
  }
}
