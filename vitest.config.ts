import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two at a time: the end-to-end tests start processes that embed, which takes a core each.
    maxWorkers: 2,
  },
});
