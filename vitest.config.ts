import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.js';

/** What somebody does first: index, ask, search, add, browse, on the command line and on Discord. */
const MAIN_PATHS = [
  'tests/newsdesk.test.ts',
  'tests/end-to-end/cli-{ask,seed,upkeep}.test.ts',
  'tests/end-to-end/discord-{ask,browse,mentions}.test.ts',
];

/** Kills, load, memory and sizes, and the rest of what starts the program again and again. */
const SLOW = [
  'tests/**/*-slow.test.ts',
  'tests/end-to-end/**/*.test.ts',
  'tests/articles/reading-process.test.ts',
];

/** Of the slow ones those that hold the program to short deadlines: nothing else runs beside them. */
const QUIET = [
  'tests/articles/reading-process.test.ts',
  'tests/end-to-end/cli-{kills-slow,waiting}.test.ts',
  'tests/end-to-end/discord-{bounds,failures,indexing-slow,load-slow,overload}.test.ts',
];

/** These need a PostgreSQL server, which tests/support/postgres starts for them. */
const POSTGRES = ['tests/store/postgres/**/*.test.ts'];

/** These are run on both stores. */
const BOTH_STORES = [
  'tests/answering/seed.test.ts',
  'tests/end-to-end/cli-{ask,seed}.test.ts',
  'tests/end-to-end/discord-{ask,articles,browse,conversation,mentions}.test.ts',
];

/** What waits for machines to be lost, or for others, runs while something else computes. */
const BESIDE = { groupOrder: 3 };

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: 'tests/support/build.ts',
    setupFiles: 'tests/support/coverage-of-children.ts',
    reporters: ['default', './tests/support/retried-reporter.ts'],
    // A deadline that a busy machine made a test miss is measured once more, and said.
    retry: 1,
    sequence: { sequencer: LongestFirst },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      // tools/covered adds what ran in other processes, and lists the lines that nothing reaches.
      reporter: ['json'],
      reportOnFailure: true,
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...MAIN_PATHS, ...SLOW, ...POSTGRES],
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
          include: QUIET,
          testTimeout: 60_000,
          sequence: { groupOrder: 2 },
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'slow-beside',
          include: SLOW,
          exclude: [...MAIN_PATHS, ...QUIET],
          testTimeout: 60_000,
          sequence: BESIDE,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: POSTGRES,
          globalSetup: ['tests/support/build.ts', 'tests/support/postgres/setup.ts'],
          sequence: BESIDE,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres-paths',
          include: BOTH_STORES,
          globalSetup: ['tests/support/build.ts', 'tests/support/postgres/setup-paths.ts'],
          testTimeout: 60_000,
          sequence: BESIDE,
          maxWorkers: 2,
        },
      },
    ],
  },
});
