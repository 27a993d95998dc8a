/** The inspections of the machine by where they stand; rules by law, and off with a reason. */
import { createInspection, step } from './support/inspection.ts';
import { KEPT_NAME, openChecked } from './support/kept-inspection.ts';
import { expect, test } from './support/launch.ts';

test('an inspection shows how far it is, goes into the archive and comes back', async ({ app, userData }) => {
  const { page } = app;
  await openChecked(app, userData);
  await page.locator('.rail-item', { hasText: '工作台' }).click();
  const list = page.getByRole('region', { name: '检查', exact: true });
  const row = list.getByRole('row').filter({ hasText: KEPT_NAME });
  await expect(row).toContainText(/核查线索|运行检查/);
  await expect(row.locator('.segment')).toHaveCount(6);
  await list.getByRole('button', { name: `归档 ${KEPT_NAME}` }).click();
  await expect(list).toContainText('没有进行中的检查');
  await list.getByText('已归档 1').click();
  await expect(row).toBeVisible();
  await list.getByRole('button', { name: `移出归档 ${KEPT_NAME}` }).click();
  await list.getByText('进行中 1').click();
  await expect(row).toBeVisible();
});

test('rules stand under the laws they rest on, and one is switched off with a reason and on again', async ({
  app,
  userData,
}) => {
  const { page } = app;
  await createInspection(app, userData);
  await page.locator('.rail-item', { hasText: '规则库' }).click();
  await page.getByText('按法律', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: /民事诉讼法/ }).first()).toBeVisible();
  await page.getByRole('textbox', { name: '名称、编号、条文' }).fill('petition-handling');
  await page.locator('.rule-item').first().click();
  await page.getByRole('button', { name: '停用…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('本次检查不含信访（示例）');
  await dialog.getByRole('button', { name: '确定' }).click();
  const article = page.getByRole('article');
  await expect(article).toContainText('停用理由：本次检查不含信访（示例）');
  await expect(page.locator('.rule-item').first()).toContainText('已停用');
  await article.getByRole('button', { name: '恢复启用' }).click();
  await expect(article).not.toContainText('停用理由');
  await page.locator('.rail-item', { hasText: '检查' }).first().click();
  await expect(step(app, '运行检查')).toBeVisible();
});
