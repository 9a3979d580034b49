import Database from 'better-sqlite3';
import { NewsdeskError } from '../../errors.js';

/**
 * What a failure of SQLite, or of the file system under it, means to a person; anything else comes
 * back as it is. Codes: https://www.sqlite.org/rescode.html
 */
export function meaningOf(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (!(error instanceof Error) || error instanceof NewsdeskError) return error;
  const cause = { cause: error };
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new NewsdeskError('store-corrupt', { file, reason: error.message }, cause);
  }
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) {
    return new NewsdeskError('store-full', { file }, cause);
  }
  if (/^(SQLITE_READONLY|EROFS|EACCES|EPERM)/.test(code)) {
    return new NewsdeskError('store-read-only', { file }, cause);
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new NewsdeskError('store-locked', { file }, cause);
  }
  if (/^(SQLITE_(CANTOPEN|IOERR|PERM|AUTH)|ENOTDIR|EEXIST|EISDIR|ENOENT|EIO)/.test(code)) {
    return new NewsdeskError('store-unopenable', { file, reason: error.message }, cause);
  }
  return error;
}

function codeOf(error: unknown): string {
  if (error instanceof Database.SqliteError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  return '';
}

/** Runs `work`, and throws what its failure means to a person. */
export function explained<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw meaningOf(error, file);
  }
}
