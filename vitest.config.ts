import { defineConfig } from 'vitest/config';

/** Slow by nature (kills, load, memory, sizes), and the last to run. */
const SLOW = ['tests/**/*-slow.test.ts'];

/** These hold reading and the bot to deadlines, so nothing else may run beside them. */
const QUIET = [
  'tests/articles/reading-process.test.ts',
  'tests/end-to-end/cli-damage.test.ts',
  'tests/end-to-end/discord-failures.test.ts',
  'tests/end-to-end/discord-hostile.test.ts',
];

const END_TO_END = ['tests/end-to-end/**/*.test.ts', 'tests/newsdesk.test.ts'];

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
          exclude: [...END_TO_END, ...SLOW, ...QUIET],
          sequence: { groupOrder: 0 },
          // Of two cores both; a process that embeds takes one of its own.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'paths',
          include: END_TO_END,
          exclude: [...SLOW, ...QUIET],
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: [...SLOW, ...QUIET],
          sequence: { groupOrder: 2 },
          maxWorkers: 1,
        },
      },
    ],
  },
});
