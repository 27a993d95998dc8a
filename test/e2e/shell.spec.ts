/** What only the real window has: its menu, its place on the screen, one instance. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInspection } from './support/inspection.ts';
import { expect, launch, newProfile, removeProfile, test, type RunningApp } from './support/launch.ts';

/** Presses a menu item, by its words. */
async function choose({ electron }: RunningApp, words: string): Promise<void> {
  const found = await electron?.evaluate(({ Menu, BrowserWindow }, label) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
    const item = items.find((each) => each.label === label);
    const [window] = BrowserWindow.getAllWindows();
    item?.click(undefined, window, window?.webContents);
    return item !== undefined;
  }, words);
  expect(found, words).toBe(true);
}

const bounds = ({ electron }: RunningApp) =>
  electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

test('every command of the menu does what it says, wherever one is', async ({ app, userData }) => {
  const { page } = app;
  await page.locator('.rail-item', { hasText: '帮助' }).click();
  await choose(app, '新建检查');
  await expect(page.getByRole('dialog', { name: '新建检查' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: '新建检查' })).toBeHidden();
  await createInspection(app, userData);

  await choose(app, '核查线索');
  await expect(page.locator('.step[aria-current=step]')).toContainText('核查线索');
  await choose(app, '快捷键');
  await expect(page.getByRole('region', { name: '快捷键' })).toBeFocused();
  await choose(app, '工作台');
  await choose(app, '使用手册');
  await expect(page.getByRole('heading', { level: 1, name: '帮助' })).toBeVisible();
  await app.answerDialog(null);
  await choose(app, '导入表格…');
  await expect(page.locator('.step[aria-current=step]')).toContainText('导入表格');
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await size();
  await choose(app, '放大字号');
  await expect.poll(size).toBeGreaterThan(before);
  await choose(app, '标准字号');
  await expect.poll(size).toBe(before);
  await choose(app, '关闭检查');
  await expect(page.getByRole('main').getByRole('button', { name: '工作台' })).toBeVisible();
});

test('the window comes back where it was left', async ({ runtime }) => {
  const folder = newProfile();
  try {
    const first = await launch(runtime, folder);
    const left = await first.electron?.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds({ x: 40, y: 30, width: 1100, height: 700 });
      return window?.getBounds();
    });
    await first.close();
    const second = await launch(runtime, folder);
    expect(await bounds(second)).toEqual(left);
    await second.close();
    expect([...first.problems, ...second.problems]).toEqual([]);
  } finally {
    removeProfile(folder);
  }
});

test('the program ends without a question when the disk with its inspection was taken away', async ({
  runtime,
  userData,
}) => {
  const app = await launch(runtime, userData);
  const disk = join(userData, '示例盘');
  mkdirSync(disk);
  await createInspection(app, disk);
  rmSync(disk, { recursive: true });
  const ended = new Promise((done) => app.electron?.process().once('exit', done));
  await app.electron?.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await ended;
  await app.close();
  expect(app.problems).toEqual([expect.stringMatching(/^main: .*ENOENT/su)]);
});
