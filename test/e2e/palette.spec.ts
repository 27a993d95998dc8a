/** Ctrl+K: commands, findings, rules and registers by keyboard alone. */
import { seriousProblems } from './support/axe.ts';
import { goToStep, step } from './support/inspection.ts';
import { openChecked, test } from './support/kept-inspection.ts';
import { expect, type RunningApp } from './support/launch.ts';

const palette = ({ page }: RunningApp) => page.getByRole('dialog', { name: /^(命令与查找|Commands and search)$/ });
const options = (app: RunningApp) => palette(app).getByRole('option');

/** Types, goes down to the line wanted, and takes it. */
async function ask(app: RunningApp, text: string, wanted: RegExp): Promise<void> {
  await expect(app.page.locator('.palette-button')).toBeVisible();
  await app.page.keyboard.press('Control+k');
  await expect(palette(app).getByRole('combobox')).toBeFocused();
  await app.page.keyboard.type(text);
  await expect(options(app).filter({ hasText: wanted }).first()).toBeVisible();
  const selected = palette(app).locator('[role=option][aria-selected=true]');
  for (let presses = 0; presses < 40; presses += 1) {
    if (wanted.test((await selected.textContent()) ?? '')) break;
    await app.page.keyboard.press('ArrowDown');
  }
  await expect(selected).toHaveText(wanted);
  await app.page.keyboard.press('Enter');
  await expect(palette(app)).toBeHidden();
}

test('without an inspection it knows what can be done without one', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: /^搜索案号/ }).click();
  await expect(options(app).filter({ hasText: '新建检查' })).toBeVisible();
  await expect(options(app).filter({ hasText: '导出 Excel 报告' })).toHaveCount(0);
  await page.keyboard.type('没有这样的东西');
  await expect(palette(app).getByRole('status')).toContainText('没有找到');
  await page.keyboard.press('Escape');
  await expect(palette(app)).toBeHidden();

  await ask(app, 'xjjc', /新建检查/);
  await expect(page.getByRole('dialog', { name: '新建检查' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette(app)).toBeHidden();
  await page.keyboard.press('Escape');
});

test('commands, rules, registers and findings are reached by keyboard', async ({ app, userData }) => {
  const { page } = app;
  await openChecked(app, userData);
  await ask(app, '立即运行', /运行检查：立即运行/);
  await expect(page.getByRole('button', { name: '重新运行' })).toBeVisible({ timeout: 60_000 });

  await ask(app, 'hcxs', /转到核查线索/);
  await expect(step(app, '核查线索')).toHaveAttribute('aria-current', 'step');

  await ask(app, 'petition-handling', /petition-handling/);
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toContainText('信访');

  await ask(app, '不动产查封', /\.ods › /);
  await expect(page.locator('.value-bar')).toBeVisible();

  await goToStep(app, '核查线索');
  const ids = await page.evaluate(async () => {
    const answer = await window.api.invoke('findings.ids', { filter: {}, order: {} });
    return answer.ok ? answer.value : [];
  });
  const wanted = ids[7] ?? '';
  await ask(app, wanted.slice(0, 12), /./);
  await expect(page.locator('#finding-7')).toHaveAttribute('aria-selected', 'true');
  const subject = (await page.locator('#finding-7 .finding-line').last().textContent()) ?? '';
  expect(subject).not.toBe('');
  await expect(page.getByRole('article')).toContainText(
    (await page.locator('#finding-7 .finding-line [title]').last().textContent()) ?? subject,
  );
});

test('another finding of the same case opens from the detail', async ({ checked: app }) => {
  const { page } = app;
  await goToStep(app, '核查线索');
  const article = page.getByRole('article');
  const others = article.locator('.detail-block', { hasText: '同案其他线索' }).getByRole('button');
  await page.locator('#finding-0').click();
  for (let moves = 0; moves < 60 && (await others.count()) === 0; moves += 1) {
    await page.keyboard.press('j');
    await expect(article.locator('.ant-skeleton')).toHaveCount(0);
  }
  const place = await page.locator('.finding-row.current').getAttribute('id');
  const before = await article.getByRole('heading', { level: 2 }).textContent();
  await others.first().click();
  await expect(article.getByRole('heading', { level: 2 })).not.toHaveText(before ?? '');
  await expect(page.locator('.finding-row.current')).toHaveCount(1);
  await expect(page.locator(`#${place ?? ''}`)).not.toHaveClass(/current/);
});

test('it speaks both languages, is off while an input method composes, and has no serious problem of accessibility', async ({
  app,
}) => {
  const { page } = app;
  await ask(app, 'language:en', /English/);
  await page.keyboard.press('Control+k');
  await expect(palette(app)).toContainText('New inspection');
  expect(await seriousProblems(app)).toEqual([]);
  await page.keyboard.press('Control+k');
  await expect(palette(app)).toBeHidden();

  await page.evaluate(() => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, isComposing: true }));
  });
  await expect(palette(app)).toBeHidden();
  await page.keyboard.press('Control+k');
  const composed = await palette(app)
    .getByRole('combobox')
    .evaluate((input) => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
      return input.isConnected;
    });
  expect(composed).toBe(true);
  await expect(palette(app)).toBeVisible();
});
