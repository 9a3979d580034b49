import { defineConfig } from 'vitest/config';

/** What somebody does first: index, ask, search, add, browse, on the command line and on Discord. */
const MAIN_PATHS = [
  'tests/newsdesk.test.ts',
  'tests/end-to-end/cli-{ask,seed,upkeep}.test.ts',
  'tests/end-to-end/discord-{ask,browse,mentions}.test.ts',
];

/** Kills, load, memory and sizes, and the rest of what starts the program again and again. */
const SLOW = ['tests/**/*-slow.test.ts', 'tests/end-to-end/**/*.test.ts'];

/** Of the slow ones those that only start the program and look at what it says: no deadlines. */
const SLOW_BESIDE = [
  'tests/{answering,articles,documents,evaluation}/**/*-slow.test.ts',
  'tests/end-to-end/cli-{alone,bad-input,conversation,damage,index}.test.ts',
  'tests/end-to-end/discord-{articles,conversation,desk,hostile,loopback}.test.ts',
];

/** These need a PostgreSQL server, which tests/support/postgres starts for them. */
const POSTGRES = ['tests/store/postgres/**/*.test.ts'];

/** These are run on both stores. */
const BOTH_STORES = [
  'tests/answering/seed.test.ts',
  'tests/end-to-end/cli-{ask,seed}.test.ts',
  'tests/end-to-end/discord-{ask,articles,browse,conversation,mentions}.test.ts',
];

/** These hold reading to deadlines, so nothing else may run beside them. */
const QUIET = ['tests/articles/reading-process.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: 'tests/support/build.ts',
    reporters: ['default', './tests/support/retried-reporter.ts'],
    // A deadline that a busy machine made a test miss is measured once more, and said.
    retry: 1,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      reporter: ['text-summary', 'json', 'html'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...MAIN_PATHS, ...SLOW, ...QUIET, ...POSTGRES],
          sequence: { groupOrder: 0 },
          // Of two cores both; a process that embeds takes one of its own.
          maxWorkers: 2,
          // To import everything again for each of 180 files takes longer than most of them do.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'paths',
          include: MAIN_PATHS,
          // Each starts the bot or the program several times.
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: [...SLOW, ...QUIET],
          exclude: [...MAIN_PATHS, ...SLOW_BESIDE],
          testTimeout: 60_000,
          sequence: { groupOrder: 2 },
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'slow-beside',
          include: SLOW_BESIDE,
          testTimeout: 60_000,
          sequence: { groupOrder: 3 },
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: POSTGRES,
          globalSetup: ['tests/support/build.ts', 'tests/support/postgres/setup.ts'],
          sequence: { groupOrder: 4 },
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres-paths',
          include: BOTH_STORES,
          globalSetup: ['tests/support/build.ts', 'tests/support/postgres/setup-paths.ts'],
          sequence: { groupOrder: 5 },
          maxWorkers: 1,
        },
      },
    ],
  },
});
