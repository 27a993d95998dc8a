import { goToStep } from './support/inspection.ts';
import { openChecked, test } from './support/kept-inspection.ts';
import { expect, sampleFiles } from './support/launch.ts';

test('sample workbooks are imported, each file with its sheets', async ({ checked: app }) => {
  const table = app.page.getByRole('table', { name: '已导入的表格' });
  await expect(table).toContainText('不动产查封与权属变更（示例）.ods');
  await expect(table).toContainText('权属变更');
  await expect(app.page.locator('.screen-head')).toContainText(`${String(sampleFiles.length)} 个文件`);
});

test('a problem opens its cell in the original, framed and named', async ({ checked: app }) => {
  const { page } = app;
  await goToStep(app, '数据校验');
  await page.getByRole('option').first().click();
  const cell = await page.locator('.problem-row.current strong').textContent();
  await page.getByRole('button', { name: /^在原表中查看/ }).click();
  await expect(page.locator('.grid-cell.target')).toBeVisible();
  await expect(page.locator('.value-bar strong')).toHaveText(cell ?? '');
});

test.describe('what is changed by hand', () => {
  test.beforeEach(async ({ app, userData }) => {
    await openChecked(app, userData);
  });

  test('a column left out by hand stays left out when one comes back', async ({ app }) => {
    const { page } = app;
    await goToStep(app, '核对表头');
    const row = page.locator('.columns tbody tr').last();
    const select = row.getByRole('combobox');
    const name = (await select.getAttribute('aria-label')) ?? '';
    await select.fill('不导入');
    await select.press('Enter');
    await page.getByRole('button', { name: '应用 1 处改动' }).click();
    await expect(page.getByRole('button', { name: /下一步：数据校验/ })).toBeEnabled();
    await goToStep(app, '导入表格');
    await goToStep(app, '核对表头');
    const again = page.getByRole('row').filter({ has: page.getByRole('combobox', { name, exact: true }) });
    await expect(again).toContainText('选择字段或不导入');
  });

  test('a correction lies over the original, needs a reason, makes the result old, and can be taken back', async ({
    app,
  }) => {
    const { page } = app;
    await goToStep(app, '数据校验');
    await page.getByRole('option').filter({ hasText: '2026年6月上旬' }).click();
    const detail = page.getByRole('complementary', { name: /L22$/ });
    await expect(detail.locator('dd .sample').first()).toHaveText('2026年6月上旬');
    await detail.getByLabel('更正为').fill('2026-06-05');
    await detail.getByRole('button', { name: '保存更正' }).click();
    await expect(detail.getByText('请写明更正依据')).toBeVisible();
    await detail.getByLabel('理由').fill('核对原始案卷');
    // The list of usual reasons lies over the button until one leaves the field.
    await detail.getByLabel('理由').press('Tab');
    await detail.getByRole('button', { name: '保存更正' }).click();
    await expect(detail.locator('.corrected-value')).toHaveText('2026-06-05');
    await expect(detail.locator('dd .sample').first()).toHaveText('2026年6月上旬');
    await expect(page.locator('.step-strip')).toContainText('数据有更正，结果已过时');
    await detail.getByRole('button', { name: '撤销更正' }).click();
    await expect(detail.locator('.corrected-value')).toHaveCount(0);
  });
});
