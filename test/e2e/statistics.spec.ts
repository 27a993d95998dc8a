/** Rates, points and deadlines ahead beside the counts of findings; every number leads to its rows. */
import { seriousProblems } from './support/axe.ts';
import { openCheckedOnce } from './support/kept-inspection.ts';
import { expect, test, type RunningApp } from './support/launch.ts';

const opened = openCheckedOnce();

async function show({ page }: RunningApp, view: string): Promise<void> {
  await page.locator('.rail-item', { hasText: '统计' }).click();
  await page.getByText(view, { exact: true }).click();
  await expect(page.getByRole('region', { name: view })).toBeVisible();
}

test('a rate has its fraction beside it, and opens to its units', async () => {
  const app = opened();
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

test('the points of a unit come from counts that lead to its findings', async () => {
  const app = opened();
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

test('deadlines ahead are counted by level and open to their matters', async () => {
  const app = opened();
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
