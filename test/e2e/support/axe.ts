import { AxeBuilder } from '@axe-core/playwright';
import { expect, type RunningApp } from './launch.ts';

/** What axe finds serious or critical on the screen as it stands. */
export async function seriousProblems({ page }: RunningApp): Promise<string[]> {
  await expect(page.locator('.ant-skeleton')).toHaveCount(0);
  // Electron offers no second page for axe to work in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
