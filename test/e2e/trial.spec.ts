/** 试算: a rule tried on one record and on the tables around it. */
import { seriousProblems } from './support/axe.ts';
import type {} from '../../src/renderer/app/api.ts';
import { expect, test, type RunningApp } from './support/launch.ts';

/** A case of a rule that reports only because of another register. */
async function caseWithNeighbours({ page }: RunningApp): Promise<{ id: string; name: string; table: string }> {
  return page.evaluate(async () => {
    const list = await window.api.invoke('rules.list', {});
    for (const { id } of list.ok ? list.value : []) {
      const answer = await window.api.invoke('rules.get', { id });
      if (!answer.ok) continue;
      const { cases, neighbours } = answer.value;
      const found = cases.find(
        ({ expect: outcome, trial }) => outcome === 'violates' && Object.keys(trial.neighbours).length === 1,
      );
      const table = neighbours.find(({ register }) => found !== undefined && register in found.trial.neighbours);
      if (found === undefined || table === undefined) continue;
      const alone = await window.api.invoke('rules.try', { id, trial: { ...found.trial, neighbours: {} } });
      if (alone.ok && alone.value.outcome !== 'violates') return { id, name: found.name, table: table.label.zh };
    }
    throw new Error('no rule has such a case');
  });
}

test('a case is tried with its neighbour register, and comes out otherwise without it', async ({ app }) => {
  const { page } = app;
  const { id, name, table } = await caseWithNeighbours(app);
  await page.locator('.rail-item', { hasText: '规则库' }).click();
  await page.getByRole('textbox', { name: '名称、编号、条文' }).fill(id);
  await page.locator('.rule-item').first().click();
  await page.getByRole('button', { name: `用此例试算 ${name}`, exact: true }).click();
  const trial = page.getByRole('region', { name: '试算' });
  await expect(trial.getByRole('region', { name: `${table} 第 1 行` })).toBeVisible();
  const run = trial.getByRole('button', { name: '试算', exact: true });
  await run.click();
  const verdict = trial.getByRole('status');
  await expect(verdict).toContainText('报告');
  await expect(verdict).toContainText('两种引擎结论一致');
  await expect(verdict.getByRole('listitem').first()).toContainText(/成立|不成立|无法判断/);

  await trial.getByRole('checkbox', { name: `${table}：已交来` }).uncheck();
  await run.click();
  await expect(verdict.locator('strong').first()).not.toHaveText('报告');

  await trial.getByRole('button', { name: `${table}：加一行` }).click();
  await expect(
    trial
      .getByRole('region', { name: `${table} 第 1 行` })
      .getByRole('textbox')
      .first(),
  ).toHaveValue('');
  await trial.getByRole('button', { name: `删除 ${table} 第 1 行` }).click();
  await expect(trial.getByRole('checkbox', { name: `${table}：已交来` })).toBeChecked();
  await expect(trial.getByText('0 行', { exact: true })).toBeVisible();

  expect(await seriousProblems(app)).toEqual([]);
});

test('one value is changed as proposed, and the verdict turns', async ({ app }) => {
  const { page } = app;
  await page.locator('.rail-item', { hasText: '规则库' }).click();
  await page.getByRole('textbox', { name: '名称、编号、条文' }).fill('property-survey-1m');
  await page.locator('.rule-item').first().click();
  await page.getByRole('button', { name: '用此例试算 收案满一个月以后才调查', exact: true }).click();
  const trial = page.getByRole('region', { name: '试算' });
  await trial.getByRole('button', { name: '试算', exact: true }).click();
  await expect(trial.getByRole('status')).toContainText('报告');
  const turns = trial.getByRole('region', { name: '改一项再试' });
  await expect(turns).toContainText('改为 2026-03-08');
  await turns.getByRole('button', { name: '把“承办人收案日期”改了再试' }).click();
  await expect(trial.getByRole('status').locator('strong').first()).not.toHaveText('报告');
  await expect(trial.getByRole('textbox', { name: '承办人收案日期' })).toHaveValue('2026-03-08');
});
