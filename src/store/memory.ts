import { JOURNAL_MIGRATIONS } from './journal-file/migrations.js';
import { IN_MEMORY, openSqlite, type SqliteFile } from './sqlite/database.js';
import { watchChanges, type Changes } from './sqlite/generation.js';
import type { FolderLock } from './sqlite/lock.js';
import { MIGRATIONS } from './sqlite/migrations/index.js';
import { takeTurns, thisCommand } from './turns.js';

/**
 * Articles and questions that are gone when the process ends, for tests: SQLite without any file. As
 * with a folder, each store that is opened on it sees what the others have written.
 */
export interface Memory {
  readonly articles: {
    readonly sqlite: SqliteFile;
    readonly changes: Changes;
    readonly lock: FolderLock;
  };
  readonly questions: SqliteFile;
}

export function newMemory(): Memory {
  const sqlite = shared(openSqlite(IN_MEMORY, MIGRATIONS));
  return {
    articles: { sqlite, changes: watchChanges(sqlite), lock: memoryLock() },
    questions: shared(openSqlite(IN_MEMORY, JOURNAL_MIGRATIONS)),
  };
}

/** A store that closes leaves it to the others; it goes when nothing refers to it any longer. */
function shared(sqlite: SqliteFile): SqliteFile {
  return { ...sqlite, close: () => undefined };
}

/** No other process contends, and the calls of this one queue. */
function memoryLock(): FolderLock {
  return takeTurns({
    acquire: () => ({}),
    release: () => undefined,
    holder: thisCommand,
  });
}
