/** Import by drag and drop: files, and a folder with files in it. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dragFiles } from './support/drop-files.ts';
import { createInspection } from './support/inspection.ts';
import { expect, sampleFiles, test } from './support/launch.ts';

test('files and folders that are dropped on the window are imported', async ({ app, userData }) => {
  const { page } = app;
  await createInspection(app, userData);
  const [first, second, third] = sampleFiles;
  if (first === undefined || second === undefined || third === undefined) throw new Error('the sample is too small');
  const dragged = await dragFiles(app, [first, second]);
  await expect(page.getByText('松开即导入')).toBeVisible();
  await dragged.drop();
  const head = page.locator('.screen-head');
  await expect(head).toContainText('2 个文件');
  await expect(page.getByText('松开即导入')).toBeHidden();

  const folder = join(userData, '示例台账');
  mkdirSync(folder);
  copyFileSync(third, join(folder, basename(third)));
  await (await dragFiles(app, [folder])).drop();
  await expect(head).toContainText('3 个文件');
  await expect(page.getByRole('table', { name: '已导入的表格' })).toContainText(basename(third));
});
