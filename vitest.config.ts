import { defineConfig } from 'vitest/config';

/** These hold the bot, the command line and reading to deadlines, so nothing else may run beside them. */
const ALONE = [
  'tests/end-to-end/discord-*.test.ts',
  'tests/end-to-end/*-slow.test.ts',
  'tests/articles/reading-process.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: ALONE,
          // The end-to-end tests start processes that embed, which takes a core each.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ALONE,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          // A deadline that a busy machine made it miss once is measured once more.
          retry: 1,
        },
      },
    ],
  },
});
