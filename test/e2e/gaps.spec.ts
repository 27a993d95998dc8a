/** 补正清单: out to the agency with drop-downs, and back into the cells that it names. */
import exceljs from '@zurmokeeper/exceljs';
import { join } from 'node:path';
import { goToStep } from './support/inspection.ts';
import { openChecked } from './support/kept-inspection.ts';
import { expect, sampleFiles, test } from './support/launch.ts';

test('a list of gaps goes out, is filled in, and closes the gaps that it names', async ({ app, userData }) => {
  const { page } = app;
  await openChecked(app, userData);
  await goToStep(app, '数据校验');
  const path = join(userData, '补正清单.xlsx');
  await app.answerDialog(path);
  await page.getByRole('button', { name: '导出补正清单' }).click();
  const state = page.locator('.validate-job').getByRole('status');
  await expect(state).toContainText(/补正清单已导出，共 \d+ 格/);
  const cells = Number(/共 (\d+) 格/.exec((await state.textContent()) ?? '')?.[1]);
  expect(cells).toBeGreaterThan(0);

  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.getWorksheet('补正清单');
  let filled = 0;
  sheet?.eachRow((row) => {
    if (row.getCell(7).text !== '2026年6月上旬') return;
    row.getCell(9).value = '2026-06-05';
    filled += 1;
  });
  expect(filled).toBe(1);
  await workbook.xlsx.writeFile(path);

  await app.answerDialog([path]);
  await page.getByRole('button', { name: '导入补正' }).click();
  await expect(state).toContainText(`已补正 1 格，还缺 ${String(cells - 1)} 格`);
  await page.getByRole('option').filter({ hasText: '2026年6月上旬' }).click();
  const detail = page.getByRole('complementary', { name: /L22$/ });
  await expect(detail.locator('.corrected-value')).toHaveText('2026-06-05');
  await expect(detail).toContainText('补正清单');
  await expect(page.locator('.step-strip')).toContainText('数据有更正，结果已过时');

  await app.answerDialog([sampleFiles[0] ?? '']);
  await page.getByRole('button', { name: '导入补正' }).click();
  await expect(page.locator('.validate-job')).toContainText('所选文件不是补正清单');
});
