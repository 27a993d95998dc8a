import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { expect, type RunningApp } from './launch.ts';

/** What axe finds serious or critical on the screen as it stands; by all of its rules, or by those named. */
export async function seriousProblems({ page }: RunningApp, only?: readonly string[]): Promise<string[]> {
  await expect(page.locator('.ant-skeleton')).toHaveCount(0);
  // Colours on their way are nobody's colours.
  const moving = (): number =>
    document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime)).length;
  await expect.poll(() => page.evaluate(moving)).toBe(0);
  // Once for each page: to bring axe in takes longer than to look at most screens.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: RunOptions = {
    // Only what is wrong is described: a selector for each of ten thousand nodes that pass would take most of the time.
    resultTypes: ['violations'],
    ...(only === undefined ? {} : { runOnly: [...only] }),
  };
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (given) => (window as unknown as { axe: typeof axe }).axe.run(document, given),
    options,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
