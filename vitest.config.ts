import { defineConfig } from 'vitest/config';

/** Tests that run the built program, in a process of its own, as a user does. */
const commands = [
  'test/cli.test.ts',
  'test/concepts-command.test.ts',
  'test/live/crashes.test.ts',
  'test/live/serve.test.ts',
  'test/readme.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // The default leaves a core free, which on two cores is half of them.
    maxWorkers: '100%',
    // Processes run side by side, no more than a small machine can bear.
    maxConcurrency: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          // The rooms keep no state between tests, so each is loaded once and not for every file.
          isolate: false,
          setupFiles: 'test/load-detector.ts',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/package/**', ...commands],
        },
      },
      {
        extends: true,
        test: { name: 'commands', include: commands, globalSetup: 'test/build-first.ts' },
      },
    ],
    coverage: {
      include: ['src/**'],
      // Covered by processes of their own, which this does not see into.
      exclude: ['src/cli.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: { lines: 90 },
    },
  },
});
