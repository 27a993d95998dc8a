/** 规则包: a signed pack of another version, looked at, confirmed, imported, and taken back. */
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sealPack } from '../../src/host/pack-file/pack-file.ts';
import { filesOfFolder } from '../../src/host/pack-file/pack-folder.ts';
import { seriousProblems } from './support/axe.ts';
import { openChecked } from './support/kept-inspection.ts';
import { expect, test } from './support/launch.ts';

const RULE = 'filing/handler-assign-7d.json';

test('a signed pack shows what it changes, is imported when its publisher is confirmed, and is taken back', async ({
  app,
  userData,
}) => {
  const { page } = app;
  await openChecked(app, userData);
  await page.locator('.rail-item', { hasText: '规则库' }).click();
  const bar = page.getByRole('region', { name: '规则包' });
  await expect(bar).toContainText('随程序提供');

  const shipped = filesOfFolder(resolve('rules'));
  const rule = (shipped[RULE] ?? '').replace('"version": "1.0.0"', '"version": "9.0.0"');
  const files = { ...shipped, [RULE]: rule, 'pack.json': JSON.stringify({ version: '示例2' }) };
  const bytes = sealPack(files, generateKeyPairSync('ed25519').privateKey);
  const path = join(userData, '示例.rulepack');

  writeFileSync(path, bytes.subarray(0, 1000));
  await app.answerDialog(path);
  await bar.getByRole('button', { name: '导入规则包…' }).click();
  await expect(bar.getByRole('alert')).toContainText('已损坏');

  writeFileSync(path, bytes);
  await app.answerDialog(path);
  await bar.getByRole('button', { name: '导入规则包…' }).click();
  const dialog = page.getByRole('dialog', { name: /规则包 示例2/ });
  await expect(dialog).toContainText('与现用规则包的差别：1 条规则');
  await expect(dialog.getByRole('row')).toContainText(/handler-assign-7d.*改动 1\.0\.0 → 9\.0\.0/);
  const accept = dialog.getByRole('button', { name: '导入', exact: true });
  await expect(accept).toBeDisabled();
  expect(await seriousProblems(app)).toEqual([]);
  await dialog.getByLabel('已核对指纹，相符').check();
  await accept.click();
  await expect(bar).toContainText('规则包 示例2', { timeout: 30_000 });
  await expect(bar).toContainText('导入本次检查');
  await page.locator('.rail-item', { hasText: '检查' }).first().click();
  await expect(page.locator('.step-strip')).toContainText('规则包已更换，结果已过时');

  await page.locator('.rail-item', { hasText: '规则库' }).click();
  await bar.getByRole('button', { name: '恢复' }).click();
  await expect(bar).toContainText('随程序提供');
});
