import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/package/**'],
    testTimeout: 20_000,
    coverage: {
      include: ['src/**'],
      // The command line is run as a process of its own by its tests, which
      // coverage does not see into.
      exclude: [],
      reporter: ['text-summary', 'html'],
      thresholds: { lines: 90 },
    },
  },
});
