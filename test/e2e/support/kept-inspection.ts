/** An inspection of the sample that has been imported and checked, for the specs that begin where that is done. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelArgs } from '../../../src/contract/channels.ts';
import { call } from './call.ts';
import { PASSWORD, step } from './inspection.ts';
import { expect, takeBackSettings, test as programTest, type RunningApp } from './launch.ts';

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

/** How the list looks before anybody changed it. */
const usualView: ChannelArgs<'views.remember'> = { view: { filter: {}, order: {}, columns: ['party', 'assignee'] } };

interface Kept {
  /** A window with the checked sample, at the steps of the inspection, for specs that leave it as it was. */
  readonly checked: RunningApp;
}

export const test = programTest.extend<Kept, { readonly checkedCopy: string }>({
  checkedCopy: [
    async ({ program: { profile } }, use) => {
      const path = join(profile, `${KEPT_NAME}.inspection`);
      copyFileSync(keptFile(), path);
      await use(path);
    },
    { scope: 'worker' },
  ],
  checked: async ({ program, checkedCopy }, use) => {
    const { app } = program;
    const { page } = app;
    await takeBackSettings(program);
    const open = await call(page, 'inspection.overview', {});
    if (open?.path !== checkedCopy) {
      await call(page, 'inspection.close', {});
      await call(page, 'inspection.open', { path: checkedCopy, password: PASSWORD });
    }
    await call(page, 'views.remember', usualView);
    await page.reload();
    await page.locator('.rail-item:not([disabled])', { hasText: '检查' }).click();
    await expect(step(app, '运行检查')).toHaveClass(/step-done/);
    await use(app);
    expect(app.problems).toEqual([]);
  },
});
