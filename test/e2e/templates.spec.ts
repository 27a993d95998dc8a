/** Header templates: what was decided on one table is used on the next, as far as it goes, and the rest is named. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInspection, goToStep, importFiles } from './support/inspection.ts';
import { expect, test } from './support/launch.ts';

const STRANGE = '示例表头甲';
const TEMPLATE = '示例市法院模板';
const headers = ['信访编号', '来源', '信访人', '反映对象法院', '案号', '反映事项类型', STRANGE, '登记日期', '承办人'];
const values = ['SLXF9001', '来访', '测试某', '示例市人民法院', '（2026）琼9999执901号', '消极执行', '2026-03-02'];
const rest = ['2026-03-03', '某某法官'];

test('a template that fits in part is applied in part, and the difference is shown', async ({ app, userData }) => {
  const { page } = app;
  const first = join(userData, '执行信访台账甲.csv');
  const second = join(userData, '补报信访件.csv');
  const lines = (head: readonly string[], row: readonly string[]): string => `${head.join(',')}\n${row.join(',')}\n`;
  writeFileSync(first, lines([...headers, '办结方式'], [...values, ...rest, '答复']));
  writeFileSync(second, lines([...headers, '示例表头乙'], [...values, ...rest, '备考']));
  await createInspection(app, userData);
  await importFiles(app, [first]);
  await goToStep(app, '核对表头');
  const field = page.getByRole('combobox', { name: `「${STRANGE}」对应的字段` });
  await field.fill('收到日期');
  await field.press('Enter');
  await page.getByRole('button', { name: '应用 1 处改动' }).click();
  const mapped = page.getByRole('row', { name: new RegExp(STRANGE) });
  await expect(mapped).toContainText('按已保存的映射方案');
  await page.getByRole('button', { name: '存为模板' }).click();
  await page.getByRole('dialog').getByLabel('模板名称').fill(TEMPLATE);
  await page.keyboard.press('Enter');
  await expect(page.getByText('模板已保存')).toBeVisible();

  await goToStep(app, '导入表格');
  await app.answerDialog([second]);
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.locator('.screen-head')).toContainText('2 个文件');
  await goToStep(app, '核对表头');
  await page.getByRole('region', { name: '补报信访件.csv', exact: true }).getByRole('button').click();
  await expect(page.getByRole('row', { name: /示例表头乙/ })).toBeVisible();
  await expect(mapped).toContainText('选择字段或不导入');

  await page.getByRole('button', { name: '套用模板' }).click();
  await page.getByRole('button', { name: TEMPLATE, exact: true }).click();
  const difference = page.getByRole('dialog', { name: '模板与表格的差异' });
  const fit = difference.getByRole('listitem').filter({ hasText: '补报信访件.csv' });
  await expect(fit).toContainText('套用 9 / 10 列');
  await expect(fit).toContainText('表中有、模板没有的表头：示例表头乙');
  await expect(fit).toContainText('模板有、表中没有的表头：办结方式');
  await page.keyboard.press('Escape');
  await expect(mapped).toContainText('按已保存的映射方案');
  await expect(mapped).toContainText('收到日期');
});
