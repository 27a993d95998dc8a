import type {} from '../../src/renderer/app/api.ts';
import { goToStep, step, tabTo } from './support/inspection.ts';
import { openChecked, test } from './support/kept-inspection.ts';
import { expect } from './support/launch.ts';

test('the report is seen on paper before it is written: its parts, its marking, whom it is for', async ({
  checked: app,
}) => {
  const { page } = app;
  // Four previews, each read from the whole inspection: long on a busy machine.
  test.setTimeout(600_000);
  await goToStep(app, '出具报告');
  const preview = page.getByRole('region', { name: '打印预览' });
  const first = preview.getByRole('article', { name: '第 1 页' });
  await expect(first).toContainText('执行工作法律合规检查报告', { timeout: 60_000 });
  await expect(first).toContainText('没有检查到的');

  await page.getByText('工作秘密', { exact: true }).click();
  await page.getByLabel('发送').fill('示例市纪委监委');
  await expect(first.locator('.paper-marking')).toHaveText('工作秘密', { timeout: 60_000 });
  await expect(first).toContainText('示例市纪委监委', { timeout: 60_000 });

  // A part that is left out has no page, and the first page says so.
  const sheets = preview.locator('.preview-sheets');
  const before = /1 \/ (\d+)/.exec((await sheets.textContent()) ?? '')?.[1];
  await page.getByRole('checkbox', { name: '计分' }).uncheck();
  await expect(sheets).toContainText(`1 / ${String(Number(before) - 1)}`, { timeout: 60_000 });
  await expect(preview).toContainText('本报告未列入：计分');

  // Findings on paper: the rest is in the file, and said to be.
  await preview.getByRole('button', { name: '下一张工作表' }).click();
  await expect(preview).toContainText('预览显示前 30 行，文件中是全部');
  await expect(preview).toContainText('列只在屏幕上查看，不打印');
});

test('when all is decided the queue says so and leads on; a search without a hit does not', async ({
  app,
  userData,
}) => {
  const { page } = app;
  await openChecked(app, userData);
  await goToStep(app, '核查线索');
  const list = page.getByRole('region', { name: '线索列表' });
  await page.getByRole('textbox', { name: '案号、单位、首字母' }).fill('没有这样的线索');
  await expect(list).toContainText('没有符合条件的线索');
  await page.getByRole('button', { name: /^显示全部 \d+ 条$/ }).click();
  const grid = page.getByRole('grid', { name: '线索列表' });
  await tabTo(app, grid);
  for (let pressed = 1; pressed < 4; pressed += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(list).toContainText('已选 4');
  // Another condition, other rows: what one no longer sees is not ticked any more.
  const open = page.getByRole('group', { name: '处理状态', exact: true }).locator('.facet-row', { hasText: '待核查' });
  await open.click();
  await expect(list).toContainText('已选 0');
  await page.getByRole('button', { name: '清除', exact: true }).click();

  await page.evaluate(async () => {
    const ids = await window.api.invoke('findings.ids', { filter: {}, order: {} });
    const words = { action: 'propose', reason: '', comment: '', assignee: null, dueDate: null } as const;
    if (ids.ok) await window.api.invoke('findings.decide', { ids: ids.value, ...words });
  });
  await page.reload();
  await page.locator('.rail-item', { hasText: '检查' }).first().click();
  await goToStep(app, '核查线索');
  await open.click();
  await expect(list).toContainText('没有待核查的线索了');
  await list.getByRole('button', { name: '去出具报告' }).click();
  await expect(step(app, '出具报告')).toHaveAttribute('aria-current', 'step');
});
