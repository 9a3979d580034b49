import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { NewsdeskError } from '../../errors.js';
import { IN_MEMORY, type SqliteFile } from './database.js';
import { meaningOf } from './errors.js';
import { syncFile } from '../sync-file.js';

/** https://www.sqlite.org/fileformat.html#the_database_header */
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Writes a copy of a database as it is at one moment, whatever others write meanwhile. An older
 * backup of the same name is replaced once the new one is whole.
 * @throws NewsdeskError `backup-exists` if something else has that name.
 */
export async function backupDatabase(source: SqliteFile, target: string): Promise<void> {
  const file = resolve(target);
  if (file === resolve(source.file) || !(await mayReplace(file))) {
    throw new NewsdeskError('backup-exists', { file: target });
  }
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    if (source.file === IN_MEMORY) copyTo(source.db, beside);
    else copyDatabase(source.file, beside);
    await syncFile(beside);
    await rename(beside, file);
  } catch (error) {
    throw meaningOf(error, target);
  } finally {
    await rm(beside, { force: true });
  }
}

export function copyDatabase(source: string, target: string): void {
  const db = new Database(source, { readonly: true, fileMustExist: true });
  try {
    copyTo(db, target);
  } finally {
    db.close();
  }
}

/** One statement, so that it copies one state of the source: https://www.sqlite.org/lang_vacuum.html */
function copyTo(db: Database.Database, target: string): void {
  db.prepare('VACUUM INTO ?').run(target);
}

async function mayReplace(file: string): Promise<boolean> {
  let handle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
  try {
    const header = Buffer.alloc(MAGIC.length);
    await handle.read(header, 0, header.length, 0);
    return header.equals(MAGIC);
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
