/** Rates, points and deadlines ahead beside the counts of findings; every number leads to its rows. */
import { seriousProblems } from './support/axe.ts';
import { goToStep } from './support/inspection.ts';
import { openChecked, test } from './support/kept-inspection.ts';
import { expect, type RunningApp } from './support/launch.ts';

async function show({ page }: RunningApp, view: string): Promise<void> {
  await page.locator('.rail-item', { hasText: '统计' }).click();
  await page.getByText(view, { exact: true }).click();
  await expect(page.getByRole('region', { name: view })).toBeVisible();
}

test('a rate has its fraction beside it, and opens to its units', async ({ checked: app }) => {
  const { page } = app;
  await show(app, '指标');
  expect(await seriousProblems(app)).toEqual([]);
  const timely = page.getByRole('row', { name: /^协助事项及时办理率/ });
  await expect(timely).toBeVisible();
  const figures = (await timely.getByRole('cell').allTextContents()).map((text) => text.trim());
  const [rate = '', numerator = '', denominator = ''] = figures;
  const expected = (100 * Number(numerator)) / Number(denominator);
  expect(Math.abs(parseFloat(rate) - expected)).toBeLessThan(0.06);
  await timely.getByRole('button', { expanded: false }).click();
  await expect(timely.getByRole('button', { expanded: true })).toBeVisible();
  await expect(page.locator('.indicator-unit').first()).toBeVisible();
});

test('the points of a unit come from counts that lead to its findings', async ({ checked: app }) => {
  const { page } = app;
  await show(app, '计分');
  await expect(page.getByText('没有法律规定')).toBeVisible();
  expect(await seriousProblems(app)).toEqual([]);
  const worst = page.locator('.scorecard tbody tr').nth(1);
  const link = worst.getByRole('rowheader').getByRole('button');
  const label = (await link.getAttribute('aria-label')) ?? '';
  const count = Number(/ (\d+)$/.exec(label)?.[1]);
  expect(count).toBeGreaterThan(0);
  await link.click();
  await expect(page.getByText(/^筛出 /)).toContainText(new RegExp(`^筛出 ${String(count)} `));
});

test('deadlines ahead are counted by level and open to their matters', async ({ checked: app }) => {
  const { page } = app;
  await show(app, '临期');
  expect(await seriousProblems(app)).toEqual([]);
  const first = page.locator('.deadlines tbody tr').first();
  const cells = await first.getByRole('cell').allTextContents();
  const [urgent = 0, soon = 0, notice = 0, total = 0] = cells.slice(0, 4).map(Number);
  expect(total).toBeGreaterThan(0);
  expect(urgent + soon + notice).toBe(total);
  await first.getByRole('button', { expanded: false }).click();
  await expect(page.locator('.deadlines .indicator-unit')).toHaveCount(total);
});

test('what is filtered narrows every count, is said in words, leads to its rows, and is kept until it is cleared', async ({
  checked: app,
}) => {
  const { page } = app;
  await page.locator('.rail-item', { hasText: '统计' }).click();
  const filters = page.getByRole('region', { name: '筛选' });
  const all = await page.getByRole('list', { name: '核查进展' }).getByRole('listitem').first().textContent();
  await filters.getByRole('combobox', { name: '责任单位' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(filters.getByRole('status')).toContainText('只统计 责任单位：');
  const byUnit = page.getByRole('region', { name: '按责任单位' }).first();
  await expect(byUnit.locator('tbody tr')).toHaveCount(1);
  const cells = await byUnit.locator('tbody td').allTextContents();
  const [unit = '', ...counts] = cells;
  await expect(filters.getByRole('status')).toContainText(unit);
  const total = counts[3] ?? '';
  await expect(page.getByRole('list', { name: '核查进展' }).getByRole('listitem').first()).toContainText(total);
  const rule = page.getByRole('region', { name: '按规则' }).first().locator('tbody').getByRole('button').first();
  const [, count] = / (\d+)$/.exec((await rule.getAttribute('aria-label')) ?? '') ?? [];
  expect(await seriousProblems(app)).toEqual([]);
  await rule.click();
  await expect(page.getByText(/^筛出 /)).toContainText(new RegExp(`^筛出 ${count ?? ''} `));
  await expect(page.getByRole('group', { name: '责任单位' }).getByRole('checkbox', { checked: true })).toHaveCount(1);
  await page.locator('.rail-item', { hasText: '统计' }).click();
  await expect(filters.getByRole('status')).toContainText(unit);
  await filters.getByRole('button', { name: '清除筛选' }).click();
  await expect(filters.getByRole('status')).toContainText('未筛选');
  await expect(page.getByRole('list', { name: '核查进展' }).getByRole('listitem').first()).toHaveText(all ?? '');
});

test('what was upheld is recorded as put right, and counts in the funnel with its rows', async ({ app, userData }) => {
  const { page } = app;
  await openChecked(app, userData);
  await goToStep(app, '核查线索');
  const first = page.getByRole('grid', { name: '线索列表' }).locator('#finding-0');
  await first.click();
  await page.keyboard.press('c');
  await page.getByRole('button', { name: '记录整改…' }).click();
  const dialog = page.getByRole('dialog', { name: '记录整改' });
  await dialog.getByLabel('完成日期').fill('2025-07-01');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('整改情况').fill('已补办手续（示例）');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog).toBeHidden();
  await expect(first).toContainText('已整改');
  await expect(page.getByRole('article')).toContainText('整改于 2025-07-01');
  await page.locator('.rail-item', { hasText: '统计' }).click();
  const funnel = page.getByRole('list', { name: '核查进展' });
  await expect(funnel.getByRole('listitem').last()).toContainText('100.0 % 1 / 1');
  await funnel.getByRole('button', { name: '整改 1' }).click();
  await expect(page.getByText(/^筛出 1 /)).toBeVisible();
});
