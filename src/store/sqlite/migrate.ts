import type Database from 'better-sqlite3';
import { NewsdeskError } from '../../errors.js';

/** One step of the schema, as SQL. The first makes version 1, the next version 2, and so on. */
export type Migration = string;

/**
 * Brings a database to the newest schema, one version after the other, all or nothing.
 * @throws NewsdeskError `store-newer` if the file is ahead of this program.
 */
export function migrate(
  db: Database.Database,
  file: string,
  migrations: readonly Migration[],
): void {
  if (schemaOf(db) === migrations.length) return;
  db.transaction(() => {
    // Read again: another process may have migrated while this one waited for the write lock.
    const schema = schemaOf(db);
    if (schema > migrations.length) {
      throw new NewsdeskError('store-newer', { file, schema, known: migrations.length });
    }
    for (const sql of migrations.slice(schema)) db.exec(sql);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

export function schemaOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
