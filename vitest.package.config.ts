import { defineConfig } from 'vitest/config';

// The package as a user gets it: packed, installed into an empty folder, run.
export default defineConfig({
  test: { include: ['test/package/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000 },
});
