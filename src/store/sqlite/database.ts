import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { explained } from './errors.js';
import { migrate, type Migration } from './migrate.js';

/** How long a write waits for another process's transaction, which lasts milliseconds. */
const BUSY_MS = 10_000;

/** One SQLite file whose statements are prepared once. */
export interface SqliteFile {
  readonly file: string;
  readonly db: Database.Database;
  readonly prepare: Database.Database['prepare'];
  /** Runs `work`; a failure of SQLite is thrown as what it means to a person. */
  read<T>(work: () => T): T;
  /** Runs `work` in one transaction that holds the write lock from its beginning. */
  write<T>(work: () => T): T;
  close(): void;
}

export function openSqlite(file: string, migrations: readonly Migration[]): SqliteFile {
  return explained(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    const db = new Database(file, { timeout: BUSY_MS });
    try {
      // A page of 8 KB holds five vectors of 384 dimensions, one of 4 KB only two.
      db.pragma('page_size = 8192');
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = NORMAL');
      db.pragma('foreign_keys = ON');
      migrate(db, file, migrations);
      return wrap(db, file);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** A connection that sees the file as it is now, whatever others write, until it is closed. */
export function openSnapshot(file: string): SqliteFile {
  return explained(file, () => {
    const db = new Database(file, { readonly: true, timeout: BUSY_MS });
    db.pragma('temp_store = MEMORY');
    // The first read takes the snapshot: https://www.sqlite.org/isolation.html
    db.exec('BEGIN; SELECT count(*) FROM sqlite_schema;');
    return wrap(db, file);
  });
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
    prepare: prepare as Database.Database['prepare'],
    read: (work) => explained(file, work),
    write: (work) => explained(file, () => db.transaction(work).immediate()),
    close: () => {
      db.close();
    },
  };
}
