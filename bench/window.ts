/** The window with a large inspection, in real Electron: how fast the list opens, counts and scrolls, and what memory it takes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from '@playwright/test';
import type {} from '../src/renderer/app/api.ts';
import { buildIfStale } from '../scripts/start.ts';
import { launch } from '../test/e2e/support/launch.ts';
import { makeLargeInspection, type LargeInspection } from './window/large-inspection.ts';
import { clickUntil, jumpTo, scrollSteadily } from './window/page-probe.ts';
import type { Report } from './whole-audit.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LIMITS = { listMs: 300, facetsMs: 500, longTaskMs: 50, memoryMb: 400 } as const;

const INSPECTION = '.rail-item:nth-of-type(2)';
const REVIEW_STEP = '.steps li:nth-child(5) button';
/** The step before: from the run to what it found. */
const OTHER_STEP = '.steps li:nth-child(4) button';
const OTHER_SCREEN = '.run-tree';
const LIST = '.list-scroll';
const ROW = '.list-item .finding-title';
const BLANK = '.finding-row.skeleton';
const COUNT = '.facet-row .number';
const ROWS_PER_SECOND = 200;

/** Resident memory of the window's own process in MB. */
async function windowMemoryMb(electron: ElectronApplication): Promise<number> {
  const kilobytes = await electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return kilobytes / 1024;
}

/** A fresh page, on a step of the inspection from which the list of findings is one click away. */
async function freshPage(page: Page): Promise<void> {
  await page.reload();
  await page.locator(`${INSPECTION}:not([disabled])`).click();
  await page.locator(OTHER_STEP).click();
  await page.locator(OTHER_SCREEN).waitFor();
}

async function openInspection(page: Page, path: string, password: string): Promise<number> {
  const started = performance.now();
  await page.evaluate(
    async (args) => {
      const answer = await window.api.invoke('inspection.open', args);
      if (!answer.ok) throw new Error(answer.error.code);
    },
    { path, password },
  );
  return performance.now() - started;
}

type Line = (what: string, figure: number, unit: string, limit?: number) => void;

async function measureOpening(page: Page, line: Line): Promise<void> {
  for (const words of ['first time', 'in a new page']) {
    await freshPage(page);
    const { list, facets } = await clickUntil(page, REVIEW_STEP, { list: ROW, facets: COUNT });
    line(`list opens, ${words}`, list, 'ms', LIMITS.listMs);
    line(`facets counted, ${words}`, facets, 'ms', LIMITS.facetsMs);
  }
  const row = (facet: number, value: number): string =>
    `.facet:nth-of-type(${String(facet)}) .facet-row:nth-of-type(${String(value)})`;
  const chosen = `.facets-scroll[aria-busy="false"]:has(${row(2, 2)} input:checked)`;
  const { counted } = await clickUntil(page, `${row(2, 2)} input`, { counted: chosen });
  line('facets counted anew after a choice', counted, 'ms', LIMITS.facetsMs);
  await page.locator(`${row(2, 2)} input`).click();
}

async function measureScrolling(page: Page, line: Line): Promise<void> {
  const rowPixels = await page
    .locator('.list-item')
    .nth(1)
    .evaluate((row) => row.getBoundingClientRect().height);
  const { rowsPassed, frames, framesWithBlankRows, longTasks } = await scrollSteadily(page, {
    list: LIST,
    blank: BLANK,
    rowPixels,
    rowsPerSecond: ROWS_PER_SECOND,
    seconds: 15,
  });
  line('rows passed, scrolling for 15 s', rowsPassed, 'rows');
  line('frames drawn meanwhile', frames, '');
  line('frames with a blank row in view', framesWithBlankRows, '', 0);
  line('longest task', Math.max(0, ...longTasks), 'ms', LIMITS.longTaskMs);
  let slowest = 0;
  for (const place of [0.1, 0.9, 0.5, 1, 0.3, 0]) slowest = Math.max(slowest, await jumpTo(page, LIST, BLANK, place));
  line('rows there after dragging the scroll bar', slowest, 'ms');
}

/** @param userData an empty folder for the program's own documents */
export async function measureWindow(inspection: LargeInspection, userData: string, report: Report): Promise<void> {
  const { path, password, records, findings } = inspection;
  const line: Line = (what, figure, unit, limit) => {
    const beside =
      limit === undefined ? '' : `   limit ${String(limit).padStart(3)}   ${figure <= limit ? 'kept' : 'EXCEEDED'}`;
    report(`  ${what.padEnd(42)} ${Math.round(figure).toLocaleString('en').padStart(7)} ${unit.padEnd(4)}${beside}`);
  };
  report(
    `window        ${findings.toLocaleString('en')} findings over ${records.toLocaleString('en')} records, in Electron`,
  );
  const app = await launch('electron', userData);
  try {
    const { page, electron } = app;
    if (electron === null) throw new Error('the window is measured in Electron');
    line('inspection opens (password and file)', await openInspection(page, path, password), 'ms');
    await measureOpening(page, line);
    await measureScrolling(page, line);
    line('memory of the window', await windowMemoryMb(electron), 'MB', LIMITS.memoryMb);
  } finally {
    await app.close();
  }
}

export async function benchWindow(records: number, report: Report): Promise<void> {
  buildIfStale();
  const folder = mkdtempSync(join(tmpdir(), 'ecc-bench-window-'));
  try {
    const inspection = await makeLargeInspection(folder, ROOT, records);
    await measureWindow(inspection, join(folder, 'user'), report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
