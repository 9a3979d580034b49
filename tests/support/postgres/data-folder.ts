import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { inject } from 'vitest';
import { PACKAGE_DIR } from '../../../src/version.js';
import './setup-paths.js';

const made = new Set<string>();

/**
 * The settings that keep what belongs in this folder in a database, made if it is missing, if
 * the tests are run so; none otherwise.
 */
export function databaseSettings(dataDir: string): { NEWSDESK_DATABASE_URL?: string } {
  if (inject('keepsInDatabases') !== true) return {};
  const name = nameOf(dataDir);
  if (!made.has(name)) run(`CREATE DATABASE ${name}`);
  made.add(name);
  return { NEWSDESK_DATABASE_URL: urlOf(name) };
}

/** Copies the folder's database, if it has one; a bot that runs on it must connect again. */
export function copyDatabase(dataDir: string, copy: string): void {
  const from = nameOf(dataDir);
  if (!made.has(from)) return;
  const to = nameOf(copy);
  run(
    `ALTER DATABASE ${from} ALLOW_CONNECTIONS false`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${from}'`,
    `CREATE DATABASE ${to} TEMPLATE ${from}`,
    `ALTER DATABASE ${from} ALLOW_CONNECTIONS true`,
  );
  made.add(to);
}

export function dropDatabase(dataDir: string): void {
  const name = nameOf(dataDir);
  if (made.delete(name)) run(`DROP DATABASE ${name} WITH (FORCE)`);
}

function nameOf(dataDir: string): string {
  return `folder_${createHash('md5').update(dataDir).digest('hex')}`;
}

function urlOf(name: string): string {
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

const SCRIPT = `
  import pg from 'pg';
  const [url, ...statements] = process.argv.slice(1);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const sql of statements) await client.query(sql);
  await client.end();`;

/** In another process, since the tests that use folders don't wait for it. */
function run(...statements: readonly string[]): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', SCRIPT, urlOf('postgres'), ...statements],
    { cwd: PACKAGE_DIR, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${statements.join('; ')}: ${stderr}`);
}
