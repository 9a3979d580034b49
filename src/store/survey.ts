import Database from 'better-sqlite3';
import { MIGRATIONS } from './sqlite/migrations/index.js';

export interface Survey {
  readonly articles: number;
  /** What SQLite finds wrong with the file; undefined if nothing. */
  readonly damage: string | undefined;
  /** Whether a later version of Newsdesk has written it. */
  readonly newer: boolean;
}

/**
 * Looks at a database without opening it as a store: writes nothing and fixes nothing.
 * @throws Error if it is no SQLite database at all
 */
export function surveyStore(file: string): Survey {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const newer = Number(sqlite.pragma('user_version', { simple: true })) > MIGRATIONS.length;
    const found = String(sqlite.pragma('quick_check(1)', { simple: true }));
    const damage = found === 'ok' ? undefined : found;
    if (newer || damage !== undefined) return { articles: 0, damage, newer };
    const articles = sqlite.prepare<[], number>('SELECT count(*) FROM articles').pluck().get() ?? 0;
    return { articles, damage, newer };
  } finally {
    sqlite.close();
  }
}
