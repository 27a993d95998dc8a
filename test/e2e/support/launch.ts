/** Starts the app for a spec: in Electron, or in Chromium over the bridge; the specs see the same page either way. */
import { test as base, chromium, _electron, type ElectronApplication, type Page } from '@playwright/test';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findElectron } from '../../../scripts/electron/runtime.ts';
import { startBridge } from './bridge.ts';

export interface LaunchOptions {
  readonly runtime: 'electron' | 'chromium';
}

export interface RunningApp {
  readonly page: Page;
  /** `null` in Chromium. */
  readonly electron: ElectronApplication | null;
  /** What the next native dialog answers; `null` is a cancel. */
  answerDialog(answer: string | readonly string[] | null): Promise<void>;
  close(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../../..');
const sampleFolder = join(root, 'samples/inspection');

/** The sample's workbooks, without its own description. */
export const sampleFiles: readonly string[] = readdirSync(sampleFolder)
  .filter((name) => !name.endsWith('.json'))
  .map((name) => join(sampleFolder, name));

/** @throws when the app was not built, or there is no Electron: a missing runtime fails a spec, it never skips it */
export async function launch(runtime: LaunchOptions['runtime'], userData: string): Promise<RunningApp> {
  if (!existsSync(join(root, 'out/main/index.js')))
    throw new Error('the app is not built: run electron-vite build first');
  return runtime === 'electron' ? launchElectron(userData) : launchChromium(userData);
}

async function launchElectron(userData: string): Promise<RunningApp> {
  const { executable } = findElectron();
  const asRoot = process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath: executable,
    args: [...(asRoot ? ['--no-sandbox'] : []), root],
    env: { ...process.env, ECC_USER_DATA: userData },
  });
  const page = await electron.firstWindow();
  await page.setViewportSize({ width: 1366, height: 768 });
  return {
    page,
    electron,
    answerDialog: async (answer) => {
      await electron.evaluate(({ dialog }, given) => {
        const filePaths = given === null ? [] : typeof given === 'string' ? [given] : [...given];
        dialog.showOpenDialog = () => Promise.resolve({ canceled: given === null, filePaths });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: given === null, filePath: filePaths[0] ?? '' });
      }, answer);
    },
    close: () => electron.close(),
  };
}

async function launchChromium(userData: string): Promise<RunningApp> {
  const bridge = await startBridge({ userData, resources: root, pages: join(root, 'out/renderer') });
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(bridge.url);
  return {
    page,
    electron: null,
    answerDialog: (answer) => {
      bridge.dialogAnswers.push(answer === null || typeof answer === 'string' ? answer : [...answer]);
      return Promise.resolve();
    },
    close: async () => {
      await browser.close();
      await bridge.close();
    },
  };
}

interface Fixtures {
  /** A profile folder of its own; removed afterwards. */
  readonly userData: string;
  readonly app: RunningApp;
}

export const test = base.extend<Fixtures & LaunchOptions>({
  runtime: ['electron', { option: true }],
  // Playwright wants the pattern of fixtures, also where none is used.
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'ecc-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  app: async ({ runtime, userData }, use) => {
    const app = await launch(runtime, userData);
    await use(app);
    await app.close();
  },
});
export { expect } from '@playwright/test';
