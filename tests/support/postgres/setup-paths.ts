import type { TestProject } from 'vitest/node';
import setupServer from './setup.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether data folders stand for databases of the server. */
    keepsInDatabases?: boolean;
  }
}

/** As setup.ts, for tests that know nothing of it: each data folder is a database there. */
export default async function setup(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  project.provide('keepsInDatabases', true);
  return setupServer(project);
}
