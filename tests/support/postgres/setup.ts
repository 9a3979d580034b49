import type { TestProject } from 'vitest/node';
import { startServer } from './server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a superuser, on a server that tests may make databases on. */
    databaseUrl: string;
  }
}

/** One server for all tests of the project, or the one that the environment names. */
export default async function setup(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['NEWSDESK_TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') {
    project.provide('databaseUrl', given);
    return undefined;
  }
  const server = await startServer();
  project.provide('databaseUrl', server.url);
  return () => server.end();
}
