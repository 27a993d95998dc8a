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
import type { Settings } from '../../../src/contract/model.ts';
import { startBridge } from './bridge.ts';
import { call } from './call.ts';
import { openScreen } from './own-screen.ts';
import { verifiedElectron } from './verified-electron.ts';

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

function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  return problems;
}

async function launchElectron(userData: string): Promise<RunningApp> {
  const screen = await openScreen();
  const asRoot = process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath: verifiedElectron(),
    args: [...(asRoot ? ['--no-sandbox'] : []), root],
    env: { ...screen.environment, ECC_USER_DATA: userData },
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
      screen.close();
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
      // One answer stands, as in the window: what nobody asked for is not kept for the next spec.
      const next = answer === null || typeof answer === 'string' ? answer : [...answer];
      bridge.dialogAnswers.splice(0, bridge.dialogAnswers.length, next);
      return Promise.resolve();
    },
    close: async () => {
      await context.close();
      await bridge.close();
      problems.push(...bridge.unexpected.map((error) => `host: ${String(error)}`));
    },
  };
}

export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'ecc-e2e-'));
}

export function removeProfile(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** One program for the specs of a process, one after another: to start it takes longer than most of them. */
export interface Program {
  readonly app: RunningApp;
  /** For its own documents; there until it has ended. */
  readonly profile: string;
  /** As they were when it first started. */
  readonly settings: Settings;
}

/** Leaves of the specs before what a fresh page does not forget. */
export async function takeBackSettings({ app: { page }, settings }: Program): Promise<void> {
  // What waits to be remembered is written now, not over what comes.
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  await call(page, 'settings.set', settings);
}

/** As after its first start: no inspection is open or known. */
async function startAnew(program: Program): Promise<void> {
  const { page } = program.app;
  await takeBackSettings(program);
  await call(page, 'inspection.close', {});
  for (const { path } of await call(page, 'recent.list', {})) await call(page, 'recent.forget', { path });
  for (const { id } of await call(page, 'templates.list', {})) await call(page, 'templates.remove', { id });
  await page.reload();
}

interface Fixtures {
  /** A folder of its own for the files of the spec; removed afterwards. */
  readonly userData: string;
  /** The program as after its first start. */
  readonly app: RunningApp;
}

export const test = base.extend<Fixtures, LaunchOptions & { readonly program: Program }>({
  runtime: ['electron', { option: true, scope: 'worker' }],
  program: [
    async ({ runtime }, use) => {
      const profile = newProfile();
      const app = await launch(runtime, profile);
      await app.page.locator('.rail').waitFor();
      await use({ app, profile, settings: await call(app.page, 'settings.get', {}) });
      await app.close();
      removeProfile(profile);
      expect(app.problems).toEqual([]);
    },
    { scope: 'worker' },
  ],
  // Playwright wants the pattern of fixtures, also where none is used.
  userData: async ({}, use) => {
    const folder = newProfile();
    await use(folder);
    removeProfile(folder);
  },
  // The folder is there before, so that it outlives the inspection in it.
  app: async ({ program, userData: _folder }, use) => {
    await startAnew(program);
    await use(program.app);
    await call(program.app.page, 'inspection.close', {});
    expect(program.app.problems).toEqual([]);
  },
});
export { expect };
