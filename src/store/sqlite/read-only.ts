import { existsSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { NewsdeskError } from '../../errors.js';

/** Where the header says that a database is in WAL mode: https://www.sqlite.org/fileformat.html */
const WRITE_VERSION = 18;
const READ_VERSION = 19;

/**
 * SQLite can't read a WAL database in a folder where it may create no file. This takes it into
 * memory instead, so that questions are answered from a read-only folder too.
 */
export function openInMemory(file: string): Database.Database {
  const bytes = readFileSync(file);
  bytes[WRITE_VERSION] = 1;
  bytes[READ_VERSION] = 1;
  return new Database(bytes);
}

/** Whether a failure to open came of a folder that can't be written, while the file is whole. */
export function isOnlyReadable(error: unknown, file: string): boolean {
  const isRefused =
    error instanceof NewsdeskError
      ? error.code === 'store-read-only'
      : error instanceof Database.SqliteError && /^SQLITE_(READONLY|CANTOPEN)/.test(error.code);
  if (!isRefused || !existsSync(file) || !statSync(file).isFile()) return false;
  // What is still in the log would be missing.
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;
}
