/** 核查清单: questions for people, answered with grounds, kept in the inspection. */
import { seriousProblems } from './support/axe.ts';
import { openChecked } from './support/kept-inspection.ts';
import { expect, test } from './support/launch.ts';

test('an item is answered with its grounds, counts, stays after a reload, and is taken back', async ({
  app,
  userData,
}) => {
  const { page } = app;
  await openChecked(app, userData);
  const open = () => page.locator('.rail-item', { hasText: '清单' }).click();
  await open();
  await expect(page.getByRole('status')).toContainText(/已回答 0 \/ \d+ 项/);
  expect(await seriousProblems(app)).toEqual([]);

  const title = '执行人员收取现金当日移交';
  const item = page.getByRole('listitem').filter({ hasText: title });
  await expect(item).toContainText('未回答');
  await item.getByRole('radiogroup', { name: title }).getByText('否', { exact: true }).click();
  await expect(item).toContainText('未写依据');
  const grounds = item.getByRole('textbox', { name: `${title}：依据` });
  await grounds.fill('示例：抽查三次，一次隔日移交');
  await grounds.blur();
  await expect(item).not.toContainText('未写依据');
  await expect(page.getByRole('status')).toContainText(/已回答 1 \/ \d+ 项 得分 0 \/ 10/);

  await page.reload();
  await open();
  await expect(grounds).toHaveValue('示例：抽查三次，一次隔日移交');
  await page.getByText(/^已回答 1$/).click();
  await expect(page.locator('.checklist-item')).toHaveCount(1);
  await item.getByRole('button', { name: `撤回“${title}”的回答` }).click();
  await expect(page.locator('.checklist-item')).toHaveCount(0);
  await expect(page.getByText('没有这样的项目')).toBeVisible();
});
