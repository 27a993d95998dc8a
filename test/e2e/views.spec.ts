/** Saved views: filter, order and columns under a name, in the inspection; and the list as one left it. */
import { call } from './support/call.ts';
import { goToStep, PASSWORD } from './support/inspection.ts';
import { KEPT_NAME, openChecked } from './support/kept-inspection.ts';
import { expect, launch, newProfile, removeProfile, test, type RunningApp } from './support/launch.ts';

let app: RunningApp;
let folder: string;
const VIEW = '严重、按单位（示例）';
const RENAMED = '严重线索（示例）';

test.beforeAll(async ({ runtime }) => {
  folder = newProfile();
  app = await launch(runtime, folder);
});
test.afterAll(async () => {
  await app.close();
  removeProfile(folder);
  expect(app.problems).toEqual([]);
});

const views = () => app.page.getByRole('button', { name: '视图与显示项' });
const shown = () => app.page.getByText(/^筛出 /);
const severity = (name: string) =>
  app.page.getByRole('group', { name: '严重程度', exact: true }).getByRole('checkbox', { name });

test('a view is saved, taken up again, renamed and removed, and is there after a restart', async ({ runtime }) => {
  await openChecked(app, folder);
  await goToStep(app, '核查线索');
  const whole = await shown().textContent();

  await severity('严重').check();
  await app.page.getByText('按单位', { exact: true }).click();
  await expect(shown()).not.toHaveText(whole ?? '');
  const grave = (await shown().textContent()) ?? '';
  await views().click();
  await app.page.getByRole('checkbox', { name: '案号' }).check();
  await app.page.getByRole('button', { name: '保存当前视图…' }).click();
  await app.page.getByRole('dialog').getByLabel('视图名称').fill(VIEW);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('dialog')).toBeHidden();

  await app.page.getByRole('button', { name: '清除', exact: true }).click();
  await expect(shown()).toHaveText(whole ?? '');
  await views().click();
  await app.page.getByRole('button', { name: VIEW, exact: true }).click();
  await expect(shown()).toHaveText(grave);
  await expect(severity('严重')).toBeChecked();
  await expect(app.page.locator('.group-row').first()).toBeVisible();
  // Grouped by unit, the row says whose case it is.
  await expect(app.page.locator('#finding-0 .finding-line').last()).toContainText('号');

  await views().click();
  await app.page.getByRole('button', { name: `重命名视图 ${VIEW}` }).click();
  await app.page.getByRole('dialog').getByLabel('视图名称').fill(RENAMED);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('dialog')).toBeHidden();

  // The last view is written a moment after it changed.
  await expect.poll(async () => (await call(app.page, 'views.last', {}))?.filter.severity).toHaveLength(1);
  await app.close();
  expect(app.problems).toEqual([]);
  app = await launch(runtime, folder);
  await app.page.getByRole('button', { name: KEPT_NAME, exact: true }).click();
  await app.page.getByRole('dialog').getByLabel('密码').fill(PASSWORD);
  await app.page.keyboard.press('Enter');
  await goToStep(app, '核查线索');
  await expect(shown()).toHaveText(grave);

  await app.page.getByRole('button', { name: '清除', exact: true }).click();
  await expect(shown()).toHaveText(whole ?? '');
  await views().click();
  await app.page.getByRole('button', { name: RENAMED, exact: true }).click();
  await expect(shown()).toHaveText(grave);
  await views().click();
  await app.page.getByRole('button', { name: `删除视图 ${RENAMED}` }).click();
  await expect(app.page.getByText('尚无保存的视图')).toBeVisible();
});
