/** From `npm start` on a built checkout to a window that answers: as a person starts it, with npm and the checks of the launcher. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../scripts/start.ts';
import { freePort, openPage } from './start/page-link.ts';
import type { Report } from './whole-audit.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const WARM_STARTS = 5;

/** Milliseconds since `npm start` was called. */
interface Start {
  /** The page of the window begins to load. */
  readonly page: number;
  /** The workbench stands, and its filled button can be hit. */
  readonly shown: number;
  /** That button was pressed, and its dialog came. */
  readonly answered: number;
}

/** Runs in the page: presses 新建检查 as soon as it can be hit. @returns moments in milliseconds since 1970 */
async function pressCreate(): Promise<Omit<Start, 'page'>> {
  const now = (): number => performance.timeOrigin + performance.now();
  const nextFrame = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  const until = async <Found>(look: () => Found | undefined): Promise<Found> => {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await nextFrame();
    }
  };
  const create = await until(() => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent.includes('新建检查'));
    if (button === undefined || button.disabled) return undefined;
    const box = button.getBoundingClientRect();
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return button.contains(hit) ? button : undefined;
  });
  // The frame in which it was found is painted before the next one begins.
  await nextFrame();
  const shown = now();
  create.click();
  await until(() => document.querySelector('[role="dialog"] input') ?? undefined);
  await nextFrame();
  return { shown, answered: now() };
}

/** One start and one end. @param userData folder of the program's own documents */
async function measureStart(userData: string): Promise<Start> {
  const port = await freePort();
  const now = (): number => performance.timeOrigin + performance.now();
  const started = now();
  const program = spawn('npm', ['start', '--silent', '--', `--remote-debugging-port=${String(port)}`], {
    cwd: ROOT,
    stdio: 'ignore',
    shell: process.platform === 'win32',
    // The launcher refuses root but for tests: this is one.
    env: { ...process.env, ECC_USER_DATA: userData, ECC_ALLOW_ROOT: '1' },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    program.once('error', reject);
    program.once('exit', resolve);
  });
  const tooEarly = ended.then((status) => {
    throw new Error(`npm start ended with status ${String(status)} before its window was there`);
  });
  const page = await Promise.race([openPage(port, 'app://window/'), tooEarly]);
  const begun = now() - started;
  const { shown, answered } = await Promise.race([page.run(pressCreate), tooEarly]);
  await page.closeProgram();
  tooEarly.catch(() => undefined);
  await ended;
  return { page: begun, shown: shown - started, answered: answered - started };
}

const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;

export async function benchStart(report: Report): Promise<void> {
  buildIfStale();
  const ms = (figure: number): string => `${Math.round(figure).toLocaleString('en').padStart(6)} ms`;
  const folder = mkdtempSync(join(tmpdir(), 'ecc-bench-start-'));
  try {
    const userData = join(folder, 'user');
    report('start         from npm start (built) to a window that answers');
    const first = await measureStart(userData);
    report(
      `  first start    page begins ${ms(first.page)}   workbench shown ${ms(first.shown)}   first press answered ${ms(first.answered)}`,
    );
    const warm: Start[] = [];
    for (let count = 0; count < WARM_STARTS; count += 1) warm.push(await measureStart(userData));
    const stages = { 'page begins': 'page', 'workbench shown': 'shown', 'first press answered': 'answered' } as const;
    report(`  ${String(WARM_STARTS)} warm starts            min     median        max`);
    for (const [words, stage] of Object.entries(stages)) {
      const sorted = warm.map((start) => start[stage]).sort((a, b) => a - b);
      report(`  ${words.padEnd(20)} ${[sorted[0] ?? 0, middle(sorted), sorted.at(-1) ?? 0].map(ms).join('  ')}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
