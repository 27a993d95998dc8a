/** Steps that many specs begin with. */
import type { Locator } from '@playwright/test';
import { join } from 'node:path';
import { expect, sampleFiles, type RunningApp } from './launch.ts';

export const PASSWORD = 'example-password-1';
export const NAME = '示例市2026年上半年检查';

/** The steps of an inspection, as the strip names them. */
export const steps = ['导入表格', '核对表头', '数据校验', '运行检查', '核查线索', '出具报告'] as const;
export type StepName = (typeof steps)[number];

export const step = ({ page }: RunningApp, name: StepName): Locator => page.locator('.step', { hasText: name });

export async function goToStep(app: RunningApp, name: StepName): Promise<void> {
  await step(app, name).click();
  await expect(step(app, name)).toHaveAttribute('aria-current', 'step');
}

/** Creates an inspection through the dialog, which leads to the import step. */
export async function createInspection({ page }: RunningApp, folder: string): Promise<string> {
  const path = join(folder, '示例.inspection');
  await page.getByRole('button', { name: '新建检查' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('检查名称').fill(NAME);
  await dialog.getByLabel('单位', { exact: true }).fill('示例市');
  const asOf = dialog.getByLabel('检查基准日');
  await asOf.fill('2026-06-30');
  await asOf.press('Enter');
  await dialog.getByLabel('保存位置').fill(path);
  await dialog.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await dialog.getByLabel('再次输入密码').fill(PASSWORD);
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(page.locator('.step-strip')).toContainText(NAME);
  await expect(page.getByText('把台账文件或文件夹拖到这里')).toBeVisible();
  return path;
}

/** Imports workbooks through the button and the native dialog. */
export async function importFiles(app: RunningApp, files: readonly string[] = sampleFiles): Promise<void> {
  await goToStep(app, '导入表格');
  await app.answerDialog(files);
  await app.page.getByRole('button', { name: '选择文件' }).click();
  await expect(step(app, '导入表格')).toContainText(String(files.length), { timeout: 60_000 });
}

/** Presses the one filled button of the run, and waits for its results. */
export async function runCheck(app: RunningApp): Promise<void> {
  await goToStep(app, '运行检查');
  await app.page.getByRole('button', { name: /^(运行检查|重新运行)$/ }).click();
  await expect(app.page.locator('.run-results')).toBeVisible({ timeout: 60_000 });
  await expect(app.page.getByRole('button', { name: '重新运行' })).toBeVisible();
  await expect(step(app, '运行检查')).toHaveClass(/step-done/);
}

/** Presses Tab until the element has the focus: what cannot be reached by keyboard fails. */
export async function tabTo({ page }: RunningApp, target: Locator, most = 150): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${String(target)}`);
}
