import { join } from 'node:path';
import { NewsdeskError } from '../errors.js';
import { JOURNAL_MIGRATIONS } from './journal-file/migrations.js';
import {
  askedQuestion,
  forgetBefore,
  journalStats,
  recordQuestion,
  unansweredQuestions,
} from './journal-file/questions.js';
import { castVote } from './journal-file/votes.js';
import type { Journal } from './journal.js';
import type { Memory } from './memory.js';
import { KEPT_DAYS } from './rows/asked.js';
import { IN_MEMORY, openSqlite, type SqliteFile } from './sqlite/database.js';
import { setAside } from './sqlite/set-aside.js';

export interface JournalOptions {
  /** Created if it is missing; or what is gone when the process ends. */
  readonly directory: string | Memory;
}

const DAY_MS = 86_400_000;

/**
 * Opens the record of questions, in a file of its own so that answering never waits for indexing.
 * One that is damaged, now or later, is set aside as `journal.sqlite.corrupt-…` and begun again.
 */
export function openJournal({ directory }: JournalOptions): Promise<Journal> {
  const isKept = typeof directory === 'string';
  const file = isKept ? join(directory, 'journal.sqlite') : IN_MEMORY;
  return new Promise((resolve) => {
    let sqlite = isKept ? openWhole(file) : directory.questions;
    const run = <T>(work: (sqlite: SqliteFile) => T): Promise<T> =>
      new Promise((settle) => {
        try {
          settle(sqlite.read(() => work(sqlite)));
        } catch (error) {
          if (!isDamage(error)) throw error;
          sqlite.close();
          sqlite = beginAnew(file);
          settle(sqlite.read(() => work(sqlite)));
        }
      });
    resolve({
      record: (question) => run((open) => recordQuestion(open, question)),
      asked: (id) => run((open) => askedQuestion(open, id)),
      vote: (id, voter, vote) => run((open) => castVote(open, id, voter, vote)),
      unanswered: (scope) => run((open) => unansweredQuestions(open, scope)),
      stats: () => run(journalStats),
      close: () => {
        sqlite.close();
        return Promise.resolve();
      },
    });
  });
}

function openWhole(file: string): SqliteFile {
  let sqlite: SqliteFile | undefined;
  try {
    sqlite = openSqlite(file, JOURNAL_MIGRATIONS);
    if (!sqlite.isReadOnly) return checked(sqlite);
    sqlite.close();
    return forThisRun();
  } catch (error) {
    sqlite?.close();
    if (isReadOnly(error)) return forThisRun();
    if (!isDamage(error)) throw error;
    return beginAnew(file);
  }
}

/** If nothing can be kept, answers still come with buttons, for as long as the program runs. */
function forThisRun(): SqliteFile {
  return openSqlite(IN_MEMORY, JOURNAL_MIGRATIONS);
}

function checked(sqlite: SqliteFile): SqliteFile {
  sqlite.read(() => {
    const state = sqlite.db.pragma('quick_check(1)', { simple: true });
    if (state !== 'ok') {
      throw new NewsdeskError('store-corrupt', { file: sqlite.file, reason: String(state) });
    }
    forgetBefore(sqlite, new Date(Date.now() - KEPT_DAYS * DAY_MS));
  });
  return sqlite;
}

function beginAnew(file: string): SqliteFile {
  try {
    setAside(file);
    return openSqlite(file, JOURNAL_MIGRATIONS);
  } catch (error) {
    if (isReadOnly(error) || isDamage(error)) return forThisRun();
    throw error;
  }
}

function isReadOnly(error: unknown): boolean {
  return error instanceof NewsdeskError && error.code === 'store-read-only';
}

function isDamage(error: unknown): boolean {
  return (
    error instanceof NewsdeskError &&
    (error.code === 'store-corrupt' || error.code === 'store-unopenable')
  );
}
