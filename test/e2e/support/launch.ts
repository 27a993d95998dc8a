/** Starts the app for a spec: in Electron, or in Chromium over the bridge; the specs see the same page either way. */
import {
  test as base,
  chromium,
  expect,
  _electron,
  type Browser,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findElectron } from '../../../scripts/electron/runtime.ts';
import { startBridge } from './bridge.ts';
import { ensureOwnScreen } from './own-screen.ts';

export interface LaunchOptions {
  readonly runtime: 'electron' | 'chromium';
}

export interface RunningApp {
  readonly page: Page;
  /** `null` in Chromium. */
  readonly electron: ElectronApplication | null;
  /** Errors that the page wrote to its console, threw, or that the host did not foresee; complete once the app is closed. */
  readonly problems: readonly string[];
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

/** Verifying the local copy reads all of it: once is enough for a run of specs. */
let executable: string | undefined;

function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  return problems;
}

async function launchElectron(userData: string): Promise<RunningApp> {
  executable ??= findElectron().executable;
  await ensureOwnScreen();
  const asRoot = process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath: executable,
    args: [...(asRoot ? ['--no-sandbox'] : []), root],
    env: { ...process.env, ECC_USER_DATA: userData },
  });
  const page = await electron.firstWindow();
  const problems = problemsOf(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  return {
    page,
    electron,
    problems,
    answerDialog: async (answer) => {
      await electron.evaluate(({ dialog }, given) => {
        const filePaths = given === null ? [] : typeof given === 'string' ? [given] : [...given];
        dialog.showOpenDialog = () => Promise.resolve({ canceled: given === null, filePaths });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: given === null, filePath: filePaths[0] ?? '' });
      }, answer);
    },
    close: async () => {
      await electron.close();
      const log = join(userData, 'log.txt');
      if (existsSync(log)) problems.push(`main: ${readFileSync(log, 'utf8')}`);
    },
  };
}

/** One browser for all specs, each in a context of its own; it ends with the process that drives it. */
let browser: Promise<Browser> | undefined;

function startBrowser(): Promise<Browser> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox'],
  });
}

async function launchChromium(userData: string): Promise<RunningApp> {
  const bridge = await startBridge({ userData, resources: root, pages: join(root, 'out/renderer') });
  browser ??= startBrowser();
  const context = await (await browser).newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const problems = problemsOf(page);
  await page.goto(bridge.url);
  return {
    page,
    electron: null,
    problems,
    answerDialog: (answer) => {
      bridge.dialogAnswers.push(answer === null || typeof answer === 'string' ? answer : [...answer]);
      return Promise.resolve();
    },
    close: async () => {
      await context.close();
      await bridge.close();
      problems.push(...bridge.unexpected.map((error) => `host: ${String(error)}`));
    },
  };
}

interface Fixtures {
  /** A profile folder of its own; removed afterwards. */
  readonly userData: string;
  readonly app: RunningApp;
}

export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'ecc-e2e-'));
}

export function removeProfile(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export const test = base.extend<Fixtures, LaunchOptions>({
  runtime: ['electron', { option: true, scope: 'worker' }],
  // Playwright wants the pattern of fixtures, also where none is used.
  userData: async ({}, use) => {
    const folder = newProfile();
    await use(folder);
    removeProfile(folder);
  },
  app: async ({ runtime, userData }, use) => {
    const app = await launch(runtime, userData);
    await use(app);
    await app.close();
    expect(app.problems).toEqual([]);
  },
});
export { expect };
