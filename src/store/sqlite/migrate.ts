import type Database from 'better-sqlite3';
import { NewsdeskError } from '../../errors.js';

/**
 * One step of the schema: SQL, or what SQL alone can't do. The first makes version 1, the next
 * version 2, and so on.
 */
export type Migration = string | ((db: Database.Database) => void);

/**
 * Brings a database to the newest schema, one version after the other, all or nothing.
 * @returns whether there was an older one
 * @throws NewsdeskError `store-newer` if the file is ahead of this program.
 */
export function migrate(
  db: Database.Database,
  file: string,
  migrations: readonly Migration[],
): boolean {
  if (schemaOf(db) === migrations.length) return false;
  const migrateFrom = db.transaction((): number => {
    // Read again: another process may have migrated while this one waited for the write lock.
    const schema = schemaOf(db);
    if (schema > migrations.length) {
      throw new NewsdeskError('store-newer', { file, schema, known: migrations.length });
    }
    for (const migration of migrations.slice(schema)) {
      if (typeof migration === 'string') db.exec(migration);
      else migration(db);
    }
    db.pragma(`user_version = ${migrations.length}`);
    return schema;
  });
  return migrateFrom.immediate() > 0;
}

export function schemaOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
