/** What is not known yet is drawn empty: never as a nought that is not one. */
import { goToStep } from './support/inspection.ts';
import { test } from './support/kept-inspection.ts';
import { expect, type RunningApp } from './support/launch.ts';

/** Collects every text that a part of the page shows from now on. */
async function watch({ page }: RunningApp, selector: string): Promise<() => Promise<readonly string[]>> {
  await page.evaluate((wanted) => {
    const seen = new Set<string>();
    Object.assign(window, { seenTexts: seen });
    const look = (): void => {
      for (const element of document.querySelectorAll(wanted)) seen.add(element.textContent);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, selector);
  return () => page.evaluate(() => [...(window as unknown as { seenTexts: Set<string> }).seenTexts]);
}

test('the findings are never counted as none while they are being read', async ({ checked: app }) => {
  const { page } = app;
  // A fresh page has read nothing yet.
  await page.reload();
  await page.locator('.rail-item:nth-of-type(2):not([disabled])').click();
  const seen = await watch(app, '.list-counts');
  await goToStep(app, '核查线索');
  await expect(page.getByText(/^筛出 [1-9]/)).toBeVisible();
  await page.getByRole('group', { name: '严重程度', exact: true }).getByRole('checkbox', { name: '严重' }).check();
  await expect(page.getByText(/^筛出 [1-9]/)).toBeVisible();
  const counts = (await seen()).filter((text) => text.includes('筛出'));
  expect(counts.length).toBeGreaterThan(1);
  expect(counts.filter((text) => /筛出 0 |\/ 0 条/.test(text))).toEqual([]);
});

test('an inspection with files is never shown as empty while they are listed', async ({ checked: app }) => {
  const { page } = app;
  await page.reload();
  const seen = await watch(app, '.screen-head .secondary');
  await page.locator('.rail-item:nth-of-type(2):not([disabled])').click();
  await expect(page.locator('.screen-head')).toContainText(/[1-9]\d* 个文件/);
  expect((await seen()).filter((text) => text.startsWith('0 个文件'))).toEqual([]);
});
