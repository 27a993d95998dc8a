/** Steps that many specs begin with. */
import { expect, sampleFiles, type RunningApp } from './launch.ts';
import { join } from 'node:path';

export const PASSWORD = 'example-password-1';
export const NAME = '示例市2026年上半年检查';

/** Creates an inspection through the dialog and goes to the import step. */
export async function createInspection({ page }: RunningApp, folder: string): Promise<string> {
  const path = join(folder, 'inspection.ecc');
  await page.getByRole('button', { name: '新建检查' }).click();
  await page.getByLabel('检查名称').fill(NAME);
  await page.getByLabel('单位', { exact: true }).fill('示例市');
  const asOf = page.getByLabel('检查基准日');
  await asOf.fill('2026-06-30');
  await asOf.press('Enter');
  await page.locator('#path').fill(path);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再次输入密码').fill(PASSWORD);
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await expect(page.locator('.step-strip')).toContainText(NAME);
  return path;
}

export async function goToStep({ page }: RunningApp, name: string): Promise<void> {
  await page.locator('.step', { hasText: name }).click();
}

/** Imports the sample's workbooks through the button and the native dialog. */
export async function importSample(app: RunningApp): Promise<void> {
  await goToStep(app, '导入表格');
  await app.answerDialog(sampleFiles);
  await app.page.getByRole('button', { name: '选择文件' }).click();
  await expect(app.page.locator('.step', { hasText: '导入表格' })).toContainText(String(sampleFiles.length), {
    timeout: 60_000,
  });
}

export async function runCheck(app: RunningApp): Promise<void> {
  await goToStep(app, '运行检查');
  await app.page.locator('.run-bar .ant-btn-primary').click();
  await expect(app.page.locator('.run-results')).toBeVisible({ timeout: 60_000 });
}
