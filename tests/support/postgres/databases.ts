import { inject, onTestFinished } from 'vitest';
import pg from 'pg';
import { openDatabase } from '../../../src/store/postgres/database.js';
import { migrate } from '../../../src/store/postgres/migrate.js';
import './setup.js';

/** Runs one statement as a superuser, on the database of that name. */
export async function asSuperuser(sql: string, name = 'postgres'): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

export function urlOf(name: string): string {
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

let made = 0;
let template: Promise<string> | undefined;

/** An empty database of the test's own, gone with it; with `bare` not even the extension is there. */
export async function newDatabase(bare = false): Promise<string> {
  template ??= prepare();
  const name = `test_${process.pid}_${(made += 1)}`;
  const from = bare ? '' : ` TEMPLATE ${await template}`;
  await asSuperuser(`CREATE DATABASE ${name}${from}`);
  onTestFinished(async () => {
    await asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return urlOf(name);
}

/** Migrated once, and copied for each test. */
async function prepare(): Promise<string> {
  const name = `template_${process.pid}`;
  await asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await asSuperuser(`CREATE DATABASE ${name}`);
  const database = openDatabase(urlOf(name));
  await migrate(database);
  await database.close();
  return name;
}
