/** Settings that touch the inspection: the table of holidays, and the backup. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seriousProblems } from './support/axe.ts';
import { openChecked } from './support/kept-inspection.ts';
import { expect, test } from './support/launch.ts';

test('the holidays of a new year are imported, a wrong table is refused in words, and the result is old', async ({
  app,
  userData,
}) => {
  const { page } = app;
  await openChecked(app, userData);
  await page.locator('.rail-item', { hasText: '设置' }).click();
  const calendar = page.getByRole('region', { name: '数据表' });
  const table = join(userData, '示例2027.csv');
  const days = Array.from({ length: 12 }, (_, month) => `2027-${String(month + 1).padStart(2, '0')}-01`);
  const write = (kind: string): void => {
    writeFileSync(table, ['日期,类型,名称', ...days.map((day) => `${day},${kind},示例节`)].join('\n'));
  };

  write('串休');
  await app.answerDialog(table);
  await calendar.getByRole('button', { name: '导入节假日表' }).click();
  await expect(calendar.getByRole('alert')).toContainText('节假日表无法使用');
  write('放假');
  await app.answerDialog(table);
  await calendar.getByRole('button', { name: '导入节假日表' }).click();
  await expect(calendar).toContainText('— 2027-12-31');
  await expect(calendar.getByRole('alert')).toHaveCount(0);
  // The pointer rests where a button has just come up.
  await page.mouse.move(0, 0);
  expect(await seriousProblems(app)).toEqual([]);

  await page.locator('.rail-item', { hasText: '检查' }).first().click();
  await expect(page.locator('.step-strip')).toContainText('工作日历已更换，结果已过时');
  await page.locator('.rail-item', { hasText: '设置' }).click();
  await calendar.getByRole('button', { name: '恢复随程序提供的节假日表' }).click();
  await expect(calendar).toContainText('— 2026-12-31');
});

test('the open inspection is backed up beside it', async ({ app, userData }) => {
  const { page } = app;
  await openChecked(app, userData);
  await page.locator('.rail-item', { hasText: '设置' }).click();
  const backup = page.getByRole('region', { name: '备份' });
  const copy = join(userData, '备份.inspection');
  await app.answerDialog(copy);
  await backup.getByRole('button', { name: '备份到…' }).click();
  await expect(backup.getByRole('status')).toContainText('已备份并核对');
  expect(existsSync(copy)).toBe(true);
});
