import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/package/**'],
    testTimeout: 60_000,
    // Tests that start processes of their own run side by side, no more than the machine can bear.
    maxConcurrency: 3,
    coverage: {
      include: ['src/**'],
      reporter: ['text-summary', 'html'],
      thresholds: { lines: 90 },
    },
  },
});
