import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: 'test/build-first.ts',
    // Names what is skipped where no Chromium is found, and how to get one.
    reporters: ['verbose'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // One browser at a time: two cores are soon taken.
    fileParallelism: false,
  },
});
