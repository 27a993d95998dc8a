import type {} from '../../src/renderer/app/api.ts';
import { seriousProblems } from './support/axe.ts';
import { goToStep, steps } from './support/inspection.ts';
import { test } from './support/kept-inspection.ts';
import { expect, type RunningApp } from './support/launch.ts';
const places = ['工作台', '表格', '清单', '统计', '规则库', '日志', '设置', '帮助'];

test('no screen has a serious or critical problem of accessibility, in light and in dark', async ({
  checked: app,
  runtime,
}) => {
  const { page } = app;
  // Each screen is looked at whole: long on a busy machine.
  test.setTimeout(600_000);
  // The pages are the same in either runtime, and a theme changes colours alone: each is looked at once in a run of both.
  const theme = runtime === 'electron' ? '浅色' : '深色';
  const only = runtime === 'electron' ? undefined : (['color-contrast'] as const);
  await page.locator('.rail-item', { hasText: '设置' }).click();
  await page.getByText(theme, { exact: true }).click();
  for (const place of places) {
    await page.locator('.rail-item', { hasText: place }).click();
    expect.soft(await seriousProblems(app, only), `${place} ${theme}`).toEqual([]);
  }
  await page.locator('.rail-item', { hasText: '检查' }).first().click();
  for (const name of steps) {
    await goToStep(app, name);
    expect.soft(await seriousProblems(app, only), `${name} ${theme}`).toEqual([]);
  }
});

/** Area of the frame that holds the focus, and whether the focus is seen: the picture around it changes without it. */
async function focusAt({ page }: RunningApp): Promise<{ area: string; what: string; seen: boolean }> {
  const focused = page.locator(':focus');
  const { area, what, box } = await focused.evaluate((element) => {
    const own = element.getBoundingClientRect();
    // An input of a compound control is drawn by the control around it.
    const drawn = own.width < 20 ? (element.closest('label, .ant-select, li') ?? element).getBoundingClientRect() : own;
    const holder = element.closest('.title-bar, .rail, .step-strip, main');
    return {
      area: holder?.classList[0] ?? 'elsewhere',
      what: element.outerHTML.slice(0, 120),
      box: { x: drawn.x, y: drawn.y, width: drawn.width, height: drawn.height },
    };
  });
  const clip = {
    x: Math.max(0, box.x - 6),
    y: Math.max(0, box.y - 6),
    width: Math.max(1, Math.min(box.width + 12, 1366 - Math.max(0, box.x - 6))),
    height: Math.max(1, Math.min(box.height + 12, 768 - Math.max(0, box.y - 6))),
  };
  const withFocus = await page.screenshot({ clip, animations: 'disabled' });
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const without = await page.screenshot({ clip, animations: 'disabled' });
  return { area, what, seen: !withFocus.equals(without) };
}

test('Tab goes from the search over the rail and the steps into the screen, and the focus is always seen', async ({
  checked: app,
}) => {
  await goToStep(app, '核查线索');
  await app.page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const areas: string[] = [];
  for (let stop = 0; stop < 30; stop += 1) {
    await app.page.keyboard.press('Tab');
    const { area, what, seen } = await focusAt(app);
    if (areas.at(-1) !== area) areas.push(area);
    expect.soft(seen, what).toBe(true);
  }
  expect(areas).toEqual(['title-bar', 'rail', 'step-strip', 'screen']);
});

test('in large letters the decisions stand on one line; what is folded away keeps its key, and is reached in a menu', async ({
  checked: app,
}) => {
  const { page } = app;
  await page.evaluate(() => window.api.invoke('settings.set', { language: 'en', fontSizePercent: 150 }));
  await page.reload();
  await page.locator('.rail-item', { hasText: 'Check' }).first().click();
  await page.locator('.step', { hasText: 'Review' }).click();
  await page.locator('#finding-0').click();
  const bar = page.getByRole('toolbar', { name: 'Decisions' });
  const more = bar.getByRole('button', { name: 'More', exact: true });
  await expect(more).toBeEnabled();
  const tops = await bar.getByRole('button').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('a');
  await expect(dialog).toContainText('Assign');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Assign/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: /^Comment/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Comment');
  await expect(page.locator('#finding-0')).toHaveClass(/current/);
});
