import { defineConfig } from '@playwright/test';
import type { LaunchOptions } from './test/e2e/support/launch.ts';

/** The same specs twice: in the real Electron window (under Xvfb), and in Chromium over the loopback bridge. */
export default defineConfig<object, LaunchOptions>({
  testDir: 'test/e2e',
  outputDir: 'out/e2e',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000 },
  workers: 1,
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'electron', use: { runtime: 'electron' } },
    {
      name: 'chromium',
      use: { runtime: 'chromium' },
      testIgnore: ['hardening.spec.ts', 'shell.spec.ts', 'killed.spec.ts'],
    },
  ],
});
