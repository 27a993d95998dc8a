/** An inspection of the sample that has been imported and checked, for the specs that begin where that is done. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, step } from './inspection.ts';
import { expect, launch, newProfile, removeProfile, test, type RunningApp } from './launch.ts';

/** Its name: that of the file, which the command line was given. */
export const KEPT_NAME = '示例';

/** Names the folder to the specs; set before the first of them. */
export const KEPT_VARIABLE = 'ECC_KEPT_SAMPLE';

/** The inspection that the command line kept, or one of the files that it wrote beside it. */
export const keptFile = (name = `${KEPT_NAME}.inspection`): string => join(process.env[KEPT_VARIABLE] ?? '', name);

/** Opens a copy of the checked sample inspection, as a person would open a file that somebody handed over. */
export async function openChecked(app: RunningApp, folder: string): Promise<void> {
  const path = join(folder, `${KEPT_NAME}.inspection`);
  copyFileSync(keptFile(), path);
  await app.answerDialog(path);
  await app.page.getByRole('button', { name: '打开检查…' }).click();
  await app.page.getByRole('dialog').getByLabel('密码').fill(PASSWORD);
  await app.page.keyboard.press('Enter');
  // Opening reads the whole file before anything of it is shown.
  await expect(step(app, '运行检查')).toHaveClass(/step-done/, { timeout: 60_000 });
}

/**
 * One window with the checked sample for all specs of a file, for those that change nothing of it: starting and opening takes
 * longer than most of them. Each begins with a fresh page, at the steps of the inspection.
 * @returns the window, once a spec runs
 */
export function openCheckedOnce(): () => RunningApp {
  let app: RunningApp;
  let folder: string;
  test.beforeAll(async ({ runtime }) => {
    folder = newProfile();
    app = await launch(runtime, folder);
    await openChecked(app, folder);
  });
  test.beforeEach(async () => {
    await app.page.reload();
    await app.page.locator('.rail-item:not([disabled])', { hasText: '检查' }).click();
    await expect(step(app, '运行检查')).toHaveClass(/step-done/);
  });
  test.afterAll(async () => {
    await app.close();
    removeProfile(folder);
    expect(app.problems).toEqual([]);
  });
  return () => app;
}
