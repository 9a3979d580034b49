import { setTimeout } from 'node:timers/promises';
import { NewsdeskError } from '../../errors.js';
import type { Database, Queries } from './database.js';
import { MIGRATIONS } from './migrations/index.js';

/** One step of the schema: SQL, or what SQL alone can't do, in the same transaction. */
export type Migration = string | ((queries: Queries) => Promise<void>);

/** First halves of the keys of advisory locks; the second tells what is locked. */
export const LOCK_KEY = 1_853_187_940;
export const LOCKS = { index: 1, migrate: 2, graphs: 3, register: 4 } as const;

const OLDEST_SERVER = 150_000;
const OLDEST_PGVECTOR = [0, 8];
const POLL_MS = 50;

/**
 * Brings the database to the newest schema, one version after the other, all or nothing. Of many
 * that start at once, one does it and the others wait: polling, since one that is blocked in an
 * advisory lock would keep graphs from being built.
 * @throws NewsdeskError if the engine, its version or its extension won't do, or the schema is newer
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const { where } = database;
  await checkEngine(database);
  if ((await schemaOf(database)) === migrations.length) return checkExtension(database, where);
  for (;;) {
    const done = await database.transaction(async (queries) => {
      const [lock] = await queries.rows<{ got: boolean }>(
        'SELECT pg_try_advisory_xact_lock($1, $2) AS got',
        [LOCK_KEY, LOCKS.migrate],
      );
      if (lock?.got !== true) return false;
      await installExtension(queries, where);
      await apply(queries, where, migrations);
      return true;
    });
    if (done) return;
    await setTimeout(POLL_MS);
  }
}

async function apply(
  queries: Queries,
  where: string,
  migrations: readonly Migration[],
): Promise<void> {
  const schema = await schemaOf(queries);
  if (schema > migrations.length) {
    throw new NewsdeskError('database-newer', { where, schema, known: migrations.length });
  }
  if (schema === 0) {
    await queries.rows('CREATE SCHEMA IF NOT EXISTS newsdesk');
    await queries.rows(`CREATE TABLE newsdesk.meta (
      one boolean PRIMARY KEY DEFAULT true CHECK (one),
      schema integer NOT NULL,
      generation bigint NOT NULL DEFAULT 0,
      passages bigint NOT NULL DEFAULT 0,
      words bigint NOT NULL DEFAULT 0,
      holder uuid,
      holder_name text
    ) WITH (fillfactor = 50)`);
    await queries.rows('INSERT INTO newsdesk.meta (schema) VALUES (0)');
  }
  for (const migration of migrations.slice(schema)) {
    const statements = typeof migration === 'string' ? migration.split(/;\s*$/m) : [];
    for (const statement of statements) {
      if (statement.trim() !== '') await queries.rows(statement);
    }
    if (typeof migration !== 'string') await migration(queries);
  }
  await queries.rows('UPDATE newsdesk.meta SET schema = $1', [migrations.length]);
}

/** 0 if nothing is there yet. */
async function schemaOf(queries: Queries): Promise<number> {
  const [there] = await queries.rows<{ meta: string | null }>(
    `SELECT to_regclass('newsdesk.meta')::text AS meta`,
  );
  if (there?.meta == null) return 0;
  const [row] = await queries.rows<{ schema: number }>('SELECT schema FROM newsdesk.meta');
  return row?.schema ?? 0;
}

/** Engines that only speak like PostgreSQL have locks that always succeed, or no such indexes. */
async function checkEngine({ rows, where }: Database): Promise<void> {
  const [server] = await rows<{ version: string; number: string }>(
    `SELECT version(), current_setting('server_version_num') AS number`,
  );
  const version = server?.version ?? '';
  if (/CockroachDB|-YB-/.test(version) || Number(server?.number) < OLDEST_SERVER) {
    throw new NewsdeskError('database-engine', { where, version: version.slice(0, 60) });
  }
}

async function versionOfExtension({ rows }: Queries): Promise<string | undefined> {
  const [row] = await rows<{ version: string }>(
    `SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'`,
  );
  return row?.version;
}

async function installExtension(queries: Queries, where: string): Promise<void> {
  if ((await versionOfExtension(queries)) === undefined) {
    const [offered] = await queries.rows(
      `SELECT 1 FROM pg_available_extensions WHERE name = 'vector'`,
    );
    const [may] = await queries.rows<{ may: boolean }>(
      `SELECT has_database_privilege(current_database(), 'CREATE') AS may`,
    );
    if (offered === undefined || may?.may !== true) throw missing(where);
    try {
      await queries.rows('CREATE EXTENSION vector');
    } catch (error) {
      throw missing(where, error);
    }
  }
  await checkExtension(queries, where);
}

async function checkExtension(queries: Queries, where: string): Promise<void> {
  const version = await versionOfExtension(queries);
  if (version === undefined) throw missing(where);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_PGVECTOR;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new NewsdeskError('database-extension-old', { where, version });
  }
}

function missing(where: string, cause?: unknown): NewsdeskError {
  return new NewsdeskError('database-extension', { where }, { cause });
}
