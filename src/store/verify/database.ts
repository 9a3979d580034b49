import type { SqliteFile } from '../sqlite/database.js';
import { finding, type Finding } from './finding.js';

/** SQLite's own check, and rows that point nowhere. Nothing but a backup helps against these. */
export function checkDatabase(sqlite: SqliteFile): Finding[] {
  const state = String(sqlite.db.pragma('integrity_check(1)', { simple: true }));
  const dangling = sqlite.db.pragma('foreign_key_check');
  const damaged = (reason: string): Finding =>
    finding(
      'database-damaged',
      `${sqlite.file} is damaged (${reason}). Bring back a copy with "newsdesk restore FILE".`,
    );
  if (state !== 'ok') return [damaged(state)];
  if (Array.isArray(dangling) && dangling.length > 0) {
    return [damaged(`${dangling.length} rows point to what is not there`)];
  }
  return [];
}
