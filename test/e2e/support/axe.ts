import { AxeBuilder } from '@axe-core/playwright';
import { expect, type RunningApp } from './launch.ts';

/** What axe finds serious or critical on the screen as it stands; by all of its rules, or by those named. */
export async function seriousProblems({ page }: RunningApp, only?: readonly string[]): Promise<string[]> {
  await expect(page.locator('.ant-skeleton')).toHaveCount(0);
  // Electron offers no second page for axe to work in.
  // Only what is wrong is described: a selector for each of ten thousand nodes that pass would take most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (only === undefined ? axe : axe.withRules([...only])).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
