import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobEvent } from '../../../src/contract/model.ts';
import { openInspection } from '../../../src/host/inspection/inspection-file.ts';
import { newInspection, password, samples, TestDesktop } from './desktop.ts';

let desktop: TestDesktop;
beforeEach(() => {
  desktop = new TestDesktop();
});
afterEach(() => {
  desktop.remove();
});

describe('an inspection', () => {
  test('is created, closed, found in the list after a restart, and opened with its password only', async () => {
    const path = await newInspection(desktop);
    expect((await desktop.call('inspection.overview', {}))?.steps.map(({ state }) => state)).toEqual([
      'current',
      'todo',
      'todo',
      'todo',
      'todo',
      'todo',
    ]);
    desktop.restart();
    expect(await desktop.call('inspection.overview', {})).toBeNull();
    expect(await desktop.call('recent.list', {})).toMatchObject([
      { path, name: '测试检查', unit: '示例市', exists: true },
    ]);
    await expect(desktop.call('inspection.open', { path, password: 'wrong-password' })).rejects.toThrow(
      'E_WRONG_PASSWORD',
    );
    expect(await desktop.call('inspection.open', { path, password })).toMatchObject({
      name: '测试检查',
      asOf: '2026-06-30',
    });
    await expect(
      desktop.call('inspection.create', { path, name: '另一项', unit: '', asOf: '2026-06-30', password }),
    ).rejects.toThrow('E_FILE_EXISTS');
    await desktop.call('recent.forget', { path });
    expect(await desktop.call('recent.list', {})).toEqual([]);
  });

  test('is read page by page when it is opened, with counts; a cancel leaves nothing half open', async () => {
    const path = await newInspection(desktop);
    await desktop.call('inspection.close', {});
    const large = await openInspection(path, password);
    large.database.exec("INSERT INTO meta (key, value) VALUES ('filler', hex(randomblob(12000000)))");
    large.close();
    const other = await newInspection(desktop, '另一项检查');

    const reading = (): JobEvent | undefined => desktop.events.find(({ kind }) => kind === 'verify');
    const opening = desktop.call('inspection.open', { path, password });
    const refused = expect(opening).rejects.toThrow('E_CANCELLED');
    while (reading() === undefined) await setImmediate();
    await desktop.call('job.cancel', { job: reading()?.job ?? '' });
    await refused;
    expect(await desktop.call('inspection.overview', {})).toMatchObject({ path: other });
    expect(readdirSync(desktop.folder).filter((name) => name.startsWith('测试检查'))).toEqual(['测试检查.inspection']);

    expect(await desktop.call('inspection.open', { path, password })).toMatchObject({ path });
    const counted = desktop.events.filter(({ kind, state }) => kind === 'verify' && state === 'running');
    const { done, total, words } = counted.at(-1) ?? {};
    expect(total).toBeGreaterThan(24_000_000 / 4096);
    expect(done).toBe(total);
    expect(words?.zh).toContain(`${(total ?? 0).toLocaleString('en')} 页`);
  });

  test('needs a password of eight characters', async () => {
    const args = {
      path: join(desktop.folder, 'x.inspection'),
      name: '甲',
      unit: '',
      asOf: '2026-06-30',
      password: '1234567',
    };
    await expect(desktop.call('inspection.create', args)).rejects.toThrow('E_BAD_ARGUMENT');
  });

  test('without one open, what needs one says so', async () => {
    await expect(desktop.call('files.list', {})).rejects.toThrow('E_NO_INSPECTION');
  });
});

test('settings and the place of the window outlive a restart', async () => {
  await desktop.call('settings.set', { theme: 'dark', fontSizePercent: 120 });
  desktop.rememberWindow({ bounds: { x: 10, y: 20, width: 1200, height: 700 }, maximised: false });
  desktop.restart();
  expect(await desktop.call('settings.get', {})).toEqual({
    language: 'zh',
    theme: 'dark',
    fontSizePercent: 120,
    masked: true,
  });
  expect(desktop.windowState).toEqual({ bounds: { x: 10, y: 20, width: 1200, height: 700 }, maximised: false });
});

test('the sample is imported and judged as of its own day, and leaves nothing behind', async () => {
  const overview = await desktop.call('inspection.openSample', {});
  // Nobody knows its password, so a copy would be of no use.
  await expect(desktop.call('inspection.backup', {})).rejects.toThrow('E_SAMPLE');
  expect(overview.asOf).toBe('2026-06-30');
  const steps = Object.fromEntries(overview.steps.map((step) => [step.id, step]));
  expect(steps['import']).toMatchObject({
    count: readdirSync(samples).filter((name) => !name.endsWith('.json')).length,
  });
  expect(steps['run']).toMatchObject({ state: 'done' });
  expect(steps['review']?.of).toBeGreaterThan(50);
  const files = await desktop.call('files.list', {});
  expect(files.every(({ error }) => error === null)).toBe(true);
  expect((await desktop.call('recent.list', {})).length).toBe(0);
  const coverage = await desktop.call('run.coverage', {});
  for (const rule of coverage.rules) {
    expect(rule.applicable).toBeGreaterThanOrEqual(rule.complies + rule.excused + rule.pending + rule.indeterminate);
  }
  expect((await desktop.call('inspection.upcoming', {})).length).toBeGreaterThan(0);
  expect(desktop.unexpected).toEqual([]);
  await desktop.call('inspection.close', {});
  expect(existsSync(overview.path)).toBe(false);
});

test('one job at a time, and a cancelled import leaves no half of a file', async () => {
  await newInspection(desktop);
  const job = await desktop.call('files.import', { paths: [samples] });
  await expect(desktop.call('run.start', {})).rejects.toThrow('E_BUSY');
  await desktop.call('job.cancel', job);
  expect((await desktop.finished(job)).state).toBe('cancelled');
  for (const file of await desktop.call('files.list', {})) expect(file.sha256).not.toBe('');
  const again = await desktop.call('files.import', { paths: [join(samples, '执行案件台账（示例）.xlsx')] });
  expect((await desktop.finished(again)).state).toBe('done');
});
