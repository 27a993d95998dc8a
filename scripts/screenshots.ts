/**
 * Pictures of every screen in light, dark and 150 %, in Chinese and English, with the sample's workbooks: for people to look at.
 * `npm run screenshots [-- FOLDER] [-- --only light-zh]`; on a virtual screen where there is none.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import type { ChannelArgs } from '../src/contract/channels.ts';
import type { Settings } from '../src/contract/model.ts';
import type {} from '../src/renderer/app/api.ts';
import { call } from '../test/e2e/support/call.ts';
import { launch, sampleFiles } from '../test/e2e/support/launch.ts';
import { ensureDisplay } from './display.ts';
import { buildIfStale } from './start.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const folder = positionals[0] ?? 'out/screenshots';

ensureDisplay();

const looks = (['zh', 'en'] as const)
  .flatMap((language): readonly (readonly [name: string, settings: Partial<Settings>])[] => [
    [`light-${language}`, { language, theme: 'light', fontSizePercent: 100 }],
    [`dark-${language}`, { language, theme: 'dark', fontSizePercent: 100 }],
    [`large-${language}`, { language, theme: 'light', fontSizePercent: 150 }],
  ])
  .filter(([name]) => values.only === undefined || name === values.only);

/** Starts a job and waits for its end. */
async function job<Name extends 'files.import' | 'run.start'>(
  page: Page,
  name: Name,
  args: ChannelArgs<Name>,
): Promise<void> {
  const ended = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.api.onJob(({ state }) => {
          if (state !== 'running') resolve(state);
        });
      }),
  );
  await call(page, name, args);
  if ((await ended) !== 'done') throw new Error(`${name} did not end well`);
}

/** An inspection in the middle of its review: decisions of every kind, one correction, one rule changed after the run. */
async function prepare(page: Page, path: string): Promise<void> {
  const asOf = '2026-06-30';
  const given = { name: '示例市2026年上半年检查', unit: '示例市', asOf, password: '示例密码-12345' };
  await call(page, 'inspection.create', { path, ...given });
  await job(page, 'files.import', { paths: [...sampleFiles] });
  await job(page, 'run.start', {});
  const ids = await call(page, 'findings.ids', { filter: {}, order: {} });
  const words = { comment: '', assignee: null, dueDate: null };
  const decide = (from: number, to: number, action: ChannelArgs<'findings.decide'>['action'], reason: string) =>
    call(page, 'findings.decide', { ids: ids.slice(from, to), action, reason, ...words });
  await decide(1, 6, 'propose', '');
  await decide(8, 10, 'dismiss', '原卷中有延长审批手续');
  await decide(12, 13, 'refer', '移送有管辖权的机关');
  await decide(14, 16, 'moreInfo', '');
}

const rail = ['workbench', 'source', 'checklist', 'statistics', 'rules', 'log', 'settings', 'help'] as const;
const railPlace = {
  workbench: 1,
  source: 3,
  checklist: 4,
  statistics: 5,
  rules: 6,
  log: 7,
  settings: 8,
  help: 9,
} as const;
const steps = ['import', 'map', 'validate', 'run', 'review', 'report'] as const;

mkdirSync(folder, { recursive: true });
buildIfStale();
const userData = mkdtempSync(join(tmpdir(), 'ecc-shots-'));
const app = await launch('electron', userData);
const { page } = app;

async function wear(settings: Partial<Settings>): Promise<void> {
  await call(page, 'settings.set', settings);
  // The page reads its settings when it starts.
  await page.reload();
  await page.locator('.rail-item').first().waitFor();
}

async function shoot(look: string, name: string): Promise<void> {
  await page.locator('.ant-spin-spinning, .ant-skeleton').first().waitFor({ state: 'detached' });
  // Charts and transitions come to rest.
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${look}-${name}.png`), animations: 'disabled' });
}

async function shootAll(look: string): Promise<void> {
  await page.locator('.rail-item:nth-of-type(2):not([disabled])').click();
  for (const [index, name] of steps.entries()) {
    await page.locator('.step').nth(index).click();
    await shoot(look, name);
    if (name !== 'review') continue;
    await page.keyboard.press('x');
    await shoot(look, 'review-dialog');
    await page.keyboard.press('Escape');
    await page.locator('button.chip').first().click();
    await page.locator('.source-grid, .grid-cell').first().waitFor();
    await shoot(look, 'source-cell');
    await page.locator('.rail-item:nth-of-type(2)').click();
  }
  for (const name of rail) {
    await page.locator(`.rail-item:nth-of-type(${String(railPlace[name])})`).click();
    await shoot(look, name);
    if (name !== 'statistics') continue;
    for (const [index, view] of ['indicators', 'scorecard', 'deadlines'].entries()) {
      await page
        .locator('.page-head .ant-segmented-item')
        .nth(index + 1)
        .click();
      await shoot(look, view);
    }
  }
  await page.locator('.rail-item:nth-of-type(1)').click();
}

try {
  for (const [look, settings] of looks) {
    await wear(settings);
    await shoot(look, 'empty');
  }
  await prepare(page, join(userData, '示例.inspection'));
  for (const [look, settings] of looks) {
    await wear(settings);
    await shootAll(look);
  }
} finally {
  await app.close();
  rmSync(userData, { recursive: true, force: true });
}
process.stdout.write(`${folder}\n`);
