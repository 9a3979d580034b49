import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { NewsdeskError } from '../errors.js';
import { copyDatabase } from './sqlite/backup.js';
import { meaningOf } from './sqlite/errors.js';
import { folderLock } from './sqlite/lock.js';
import { schemaOf } from './sqlite/migrate.js';
import { MIGRATIONS } from './sqlite/migrations/index.js';
import { DATABASE_NAME } from './sqlite/database.js';
import { setAside } from './sqlite/set-aside.js';

/**
 * Brings back the articles of a backup, all or nothing; a bot that is running sees them at its next
 * refresh. A damaged database is set aside as `newsdesk.sqlite.corrupt-…`, never deleted.
 * @throws NewsdeskError `backup-not-found` or `backup-invalid`
 */
export async function restoreBackup(file: string, directory: string): Promise<void> {
  checkBackup(file);
  const target = join(directory, DATABASE_NAME);
  const beside = `${target}.${randomUUID()}.tmp`;
  try {
    mkdirSync(directory, { recursive: true });
    await folderLock(directory).hold(async () => {
      copyDatabase(file, beside);
      const state = stateOf(target);
      prepare(beside, state);
      if (state === undefined) {
        setAside(target);
        renameSync(beside, target);
        return;
      }
      // Into the file itself: whoever has it open would go on with the old one after a rename.
      const db = new Database(beside);
      try {
        await db.backup(target);
      } finally {
        db.close();
      }
    });
  } catch (error) {
    throw meaningOf(error, target);
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(beside + suffix, { force: true });
  }
}

function checkBackup(file: string): void {
  if (!existsSync(file)) throw new NewsdeskError('backup-not-found', { file });
  const invalid = (reason: string, cause?: unknown): NewsdeskError =>
    new NewsdeskError('backup-invalid', { file, reason }, { cause });
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const schema = schemaOf(db);
    if (schema > MIGRATIONS.length) {
      throw new NewsdeskError('store-newer', { file, schema, known: MIGRATIONS.length });
    }
    const isOurs = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'articles'`).get();
    if (schema < 1 || isOurs === undefined) throw invalid('it holds no articles');
    const check = String(db.pragma('quick_check(1)', { simple: true }));
    if (check !== 'ok') throw invalid(`it is damaged (${check})`);
  } catch (error) {
    if (error instanceof NewsdeskError) throw error;
    throw invalid(error instanceof Error ? error.message : String(error), error);
  } finally {
    db?.close();
  }
}

interface State {
  readonly generation: number;
  readonly sequences: readonly { readonly name: string; readonly seq: number }[];
}

/** What the new content must go on from, or undefined if there is no whole database. */
function stateOf(file: string): State | undefined {
  if (!existsSync(file)) return undefined;
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return undefined;
    const generation = db
      .prepare<[], number>(`SELECT value FROM meta WHERE name = 'generation'`)
      .pluck()
      .get();
    const sequences = db
      .prepare<[], { name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence')
      .all();
    return { generation: generation ?? 0, sequences };
  } catch {
    return undefined;
  } finally {
    db?.close();
  }
}

/**
 * The generation goes on growing and ids stay unused for anything else, so that nothing that is
 * held in memory is taken for something that it is not; files of vectors are made again.
 */
function prepare(file: string, state: State | undefined): void {
  const db = new Database(file);
  try {
    db.transaction(() => {
      db.prepare(`UPDATE meta SET value = max(value, ?) + 1 WHERE name = 'generation'`).run(
        state?.generation ?? 0,
      );
      db.exec(`UPDATE meta SET value = lower(hex(randomblob(16))) WHERE name = 'lineage'`);
      const raise = db.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?');
      for (const { name, seq } of state?.sequences ?? []) raise.run(seq, name);
    })();
  } finally {
    db.close();
  }
}
