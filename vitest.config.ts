import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    testTimeout: 30_000,
    pool: 'threads',
    // The default leaves one core to a watching person: on two cores it would run one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
