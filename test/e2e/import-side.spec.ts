import { join } from 'node:path';
import { expect, sampleFiles, test, type RunningApp } from './support/launch.ts';

async function importSamples(app: RunningApp, userData: string): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: '新建检查' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('检查名称').fill('示例检查');
  await dialog.locator('#path').fill(join(userData, '示例.ecci'));
  await dialog.getByLabel('密码', { exact: true }).fill('示例密码-2026');
  await dialog.getByLabel('再次输入密码').fill('示例密码-2026');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('把台账文件或文件夹拖到这里')).toBeVisible();
  await app.answerDialog(sampleFiles);
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByRole('button', { name: /下一步：核对表头/ })).toBeEnabled({ timeout: 120_000 });
}

test('sample workbooks are imported, each sheet with the register it was recognised as', async ({ app, userData }) => {
  await importSamples(app, userData);
  const table = app.page.getByRole('table', { name: '已导入的表格' });
  await expect(table).toContainText('不动产查封与权属变更（示例）.ods');
  await expect(app.page.locator('.screen-head')).toContainText(`${String(sampleFiles.length)} 个文件`);
});

test('a column set by hand is applied, and stays when one comes back', async ({ app, userData }) => {
  await importSamples(app, userData);
  const { page } = app;
  await page.getByRole('button', { name: /下一步：核对表头/ }).click();
  const row = page.locator('.columns tbody tr').last();
  const select = row.getByRole('combobox');
  const name = await select.getAttribute('aria-label');
  await select.click();
  await page.locator('.ant-select-dropdown').getByText('不导入', { exact: true }).click();
  await page.getByRole('button', { name: '应用 1 处改动' }).click();
  await expect(page.getByRole('button', { name: /下一步：数据校验/ })).toBeEnabled();
  await page.locator('.steps button').first().click();
  await page.locator('.steps button').nth(1).click();
  const again = page.locator('.columns tbody tr', {
    has: page.getByRole('combobox', { name: name ?? '', exact: true }),
  });
  await expect(again).not.toContainText('人工指定，应用后生效');
  await expect(again).toContainText('选择字段或不导入');
});

test('a correction lies over the original, needs a reason, and can be taken back', async ({ app, userData }) => {
  await importSamples(app, userData);
  const { page } = app;
  await page.locator('.steps button').nth(2).click();
  await page.getByRole('option').first().click();
  const detail = page.locator('.problem-detail');
  const original = await detail.locator('dd .sample').first().textContent();
  await detail.getByLabel('更正为').fill('2026-01-05');
  await detail.getByRole('button', { name: '保存更正' }).click();
  await expect(detail.getByText('请写明更正依据')).toBeVisible();
  await detail.getByLabel('理由').fill('核对原始案卷');
  await detail.getByRole('button', { name: '保存更正' }).click();
  await expect(detail.locator('.corrected-value')).toHaveText('2026-01-05');
  await expect(detail.locator('dd .sample').first()).toHaveText(original ?? '');
  await detail.getByRole('button', { name: '撤销更正' }).click();
  await expect(detail.locator('.corrected-value')).toHaveCount(0);
});

test('a problem opens its cell in the original, framed and named', async ({ app, userData }) => {
  await importSamples(app, userData);
  const { page } = app;
  await page.locator('.steps button').nth(2).click();
  await page.getByRole('option').first().click();
  const cell = await page.locator('.problem-row.current strong').textContent();
  await page.getByRole('button', { name: /^在原表中查看/ }).click();
  await expect(page.locator('.grid-cell.target')).toBeVisible();
  await expect(page.locator('.value-bar strong')).toHaveText(cell ?? '');
});
