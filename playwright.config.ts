import { defineConfig } from '@playwright/test';
import { hasNoDisplay } from './scripts/display.ts';
import type { LaunchOptions } from './test/e2e/support/launch.ts';

/** What only the real window has. */
const ownWindow = ['hardening.spec.ts', 'shell.spec.ts', 'killed.spec.ts'];
/** The road of an inspection and what every screen owes: both runtimes go it in each run of CI. */
const road = ['journey.spec.ts', 'accessibility.spec.ts', 'import-side.spec.ts', 'drop.spec.ts', 'loading.spec.ts'];

/**
 * The same specs twice: in the real Electron window, and in Chromium over the loopback bridge. Two at a time, each window on a
 * virtual screen of its own; where there is a real screen, one window, for two would take the focus from each other.
 */
export default defineConfig<object, LaunchOptions>({
  testDir: 'test/e2e',
  outputDir: 'out/e2e',
  globalSetup: './test/e2e/support/global-setup.ts',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000 },
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'electron', workers: hasNoDisplay() ? 2 : 1, use: { runtime: 'electron' } },
    { name: 'chromium', use: { runtime: 'chromium' }, testMatch: road },
    { name: 'chromium-rest', use: { runtime: 'chromium' }, testIgnore: [...ownWindow, ...road] },
  ],
});
