import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { NewsdeskError } from '../../errors.js';
import { explained } from './errors.js';
import { migrate, type Migration } from './migrate.js';
import { isOnlyReadable, openInMemory } from './read-only.js';

/** The articles: the one file that a backup must hold. */
export const DATABASE_NAME = 'newsdesk.sqlite';

/** How long a write waits for another process's transaction, which lasts milliseconds. */
const BUSY_MS = 10_000;
const CACHE_KB = 16_384;
/** A log that a large index run has swollen shrinks to this once it is taken into the database. */
const MAX_IDLE_LOG_BYTES = 16_777_216;

/** One SQLite file whose statements are prepared once. */
export interface SqliteFile {
  readonly file: string;
  readonly db: Database.Database;
  /** Read from a folder that can't be written. */
  readonly isReadOnly: boolean;
  readonly prepare: Database.Database['prepare'];
  /** Runs `work`; a failure of SQLite is thrown as what it means to a person. */
  read<T>(work: () => T): T;
  /** Runs `work` in one transaction that holds the write lock from its beginning. */
  write<T>(work: () => T): T;
  close(): void;
}

/** In a folder that can't be written, what is there can be read, and `write` says why it fails. */
export function openSqlite(file: string, migrations: readonly Migration[]): SqliteFile {
  return explained(file, () => {
    try {
      return openWritable(file, migrations);
    } catch (error) {
      if (!isOnlyReadable(error, file)) throw error;
      const db = openInMemory(file);
      migrate(db, file, migrations);
      return { ...wrap(db, file), isReadOnly: true, write: () => refuse(file) };
    }
  });
}

/** A database that ends with the process. */
export const IN_MEMORY = ':memory:';

/** A connection that sees a database as it is now, whatever others write, until it is closed. */
export function openSnapshot({ file, db: live }: SqliteFile): SqliteFile {
  return explained(file, () => {
    if (file === IN_MEMORY) return wrap(new Database(live.serialize(), { readonly: true }), file);
    let db = new Database(file, { readonly: true, timeout: BUSY_MS });
    try {
      beginSnapshot(db);
    } catch (error) {
      db.close();
      if (!isOnlyReadable(error, file)) throw error;
      db = openInMemory(file);
      beginSnapshot(db);
    }
    return wrap(db, file);
  });
}

function openWritable(file: string, migrations: readonly Migration[]): SqliteFile {
  if (file !== IN_MEMORY) mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file, { timeout: BUSY_MS });
  try {
    // A page of 8 KB leaves less room unused than one of 4 KB, beside the words of sentences.
    db.pragma('page_size = 8192');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    db.pragma(`cache_size = -${CACHE_KB}`);
    db.pragma(`journal_size_limit = ${MAX_IDLE_LOG_BYTES}`);
    if (migrate(db, file, migrations)) shrink(db);
    return wrap(db, file);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Gives back the room that a migration has freed; where it can't, the next writes fill it. */
function shrink(db: Database.Database): void {
  try {
    db.exec('VACUUM');
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}

/** The first read takes the snapshot: https://www.sqlite.org/isolation.html */
function beginSnapshot(db: Database.Database): void {
  db.pragma('temp_store = MEMORY');
  db.exec('BEGIN; SELECT count(*) FROM sqlite_schema;');
}

function refuse(file: string): never {
  throw new NewsdeskError('store-read-only', { file });
}

function wrap(db: Database.Database, file: string): SqliteFile {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = db.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  return {
    file,
    db,
    isReadOnly: false,
    prepare: prepare as Database.Database['prepare'],
    read: (work) => explained(file, work),
    write: (work) => explained(file, () => db.transaction(work).immediate()),
    close: () => {
      db.close();
    },
  };
}
