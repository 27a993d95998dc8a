import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    globalSetup: 'test/global-setup.ts',
    // On a busy machine a test that reads the whole sample takes a minute; what hangs is still ended.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'threads',
    // Nothing that is loaded holds a state that a test changes; to load it anew takes longer than most files of tests.
    isolate: false,
    // The default leaves one core to a watching person: on two cores it would run one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
