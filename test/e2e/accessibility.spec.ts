import { AxeBuilder } from '@axe-core/playwright';
import { createInspection, goToStep, importFiles, runCheck, steps } from './support/inspection.ts';
import { expect, test, type RunningApp } from './support/launch.ts';

const places = ['工作台', '表格', '统计', '规则库', '日志', '设置', '帮助'];

async function seriousProblems({ page }: RunningApp): Promise<string[]> {
  await expect(page.locator('.ant-skeleton')).toHaveCount(0);
  // Electron offers no second page for axe to work in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test('no screen has a serious or critical problem of accessibility, in light and in dark', async ({
  app,
  userData,
}) => {
  const { page } = app;
  await createInspection(app, userData);
  await importFiles(app);
  await runCheck(app);
  for (const theme of ['浅色', '深色']) {
    await page.locator('.rail-item', { hasText: '设置' }).click();
    await page.getByText(theme, { exact: true }).click();
    for (const place of places) {
      await page.locator('.rail-item', { hasText: place }).click();
      expect.soft(await seriousProblems(app), `${place} ${theme}`).toEqual([]);
    }
    await page.locator('.rail-item', { hasText: '检查' }).first().click();
    for (const step of steps) {
      await goToStep(app, step);
      expect.soft(await seriousProblems(app), `${step} ${theme}`).toEqual([]);
    }
  }
});
