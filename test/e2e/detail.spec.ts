/** What a finding shows of its grounds: the days on a line, and values of other rows that lead to their cells. */
import type {} from '../../src/renderer/app/api.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goToStep } from './support/inspection.ts';
import { test } from './support/kept-inspection.ts';
import { expect, type RunningApp } from './support/launch.ts';

/** Ids of the first findings that have a line of days, a value with its cell in another row, and blank cells beside what may excuse. */
async function wanted({ page }: RunningApp): Promise<{ line: string; other: string; blank: string }> {
  return page.evaluate(async () => {
    const ids = await window.api.invoke('findings.ids', { filter: {}, order: {} });
    let line = '';
    let other = '';
    let blank = '';
    for (const id of ids.ok ? ids.value : []) {
      const answer = await window.api.invoke('findings.get', { id });
      if (!answer.ok) continue;
      const { timeLine, conditions, missing, justifications } = answer.value;
      if (timeLine !== null) line ||= id;
      if (conditions.some(({ computed }) => computed.some(({ place }) => place !== null))) other ||= id;
      if (missing.length > 1 && justifications.length > 1) blank ||= id;
      if (line !== '' && other !== '' && blank !== '') break;
    }
    return { line, other, blank };
  });
}

async function show({ page }: RunningApp, id: string): Promise<void> {
  await page.getByRole('textbox', { name: '案号、单位、首字母' }).fill(id.slice(0, 16));
  await expect(page.getByText(/^筛出 1 \//)).toBeVisible();
  await page.locator('#finding-0').click();
}

test('the days of a finding stand on a line, and a value of another row leads to its cell', async ({
  checked: app,
}) => {
  const { page } = app;
  await goToStep(app, '核查线索');
  const { line, other, blank } = await wanted(app);

  await show(app, line);
  const figure = page.getByRole('figure', { name: /^期限与实际：超 \d+ 日$/ });
  await expect(figure).toBeVisible();
  const [begin, due, end] = await figure.getByRole('listitem').locator('strong').allTextContents();
  expect([begin, due, end].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day ?? ''))).toBe(true);
  expect((begin ?? '') < (due ?? '') && (due ?? '') < (end ?? '')).toBe(true);
  const days = (Date.parse(end ?? '') - Date.parse(due ?? '')) / 86_400_000;
  await expect(figure).toContainText(`超 ${String(days)} 日`);

  await show(app, blank);
  const excuses = page.locator('.justifications').getByRole('listitem');
  expect(await excuses.count()).toBeGreaterThan(1);
  for (const excuse of await excuses.all()) await expect(excuse).toContainText(/若(有|属实)：/);
  await page.getByRole('button', { name: /^全部列入补正清单（\d+ 格）$/ }).click();
  await expect(page.getByText(/^已列入补正清单 \d+ 格$/)).toBeVisible();
  await page.getByRole('button', { name: '移出', exact: true }).click();
  await expect(page.getByRole('button', { name: /^全部列入补正清单/ })).toBeVisible();

  await show(app, other);
  const known = await page.evaluate(async (id) => {
    const answer = await window.api.invoke('findings.get', { id });
    const all = answer.ok ? answer.value.conditions.flatMap(({ computed }) => computed) : [];
    const found = all.find(({ place }) => place !== null);
    return { text: found?.words.zh ?? '', cell: found?.place?.cell ?? '', row: found?.place?.row ?? 0 };
  }, other);
  const chip = page.locator('.conditions').getByRole('button', { name: `${known.text} ${known.cell}` });
  await chip.first().click();
  await expect(page.locator('.value-bar strong')).toHaveText(known.cell);
  await expect(page.locator('.grid-cell.target')).toBeVisible();

  // The same row, step by step, in a trial of its rule; and a row that is none.
  await goToStep(app, '核查线索');
  const place = (await page.locator('.detail-sources button').first().textContent()) ?? '';
  await page.getByRole('button', { name: '逐步试算' }).click();
  const trial = page.getByRole('region', { name: '试算' });
  await expect(trial.locator('.take-row')).toContainText(place.trim());
  await expect(trial.getByRole('status')).toContainText('两种引擎结论一致');
  await trial.getByRole('combobox', { name: '行号' }).fill('1');
  await trial.getByRole('button', { name: '取第 1 行' }).click();
  await expect(trial.getByRole('alert')).toContainText('第 1 行不是记录');
});

test('a paper is put beside a finding, saved elsewhere, and removed', async ({ checked: app, userData }) => {
  const { page } = app;
  await goToStep(app, '核查线索');
  await page.locator('#finding-0').click();
  const attachments = page.getByRole('region', { name: '附件' });
  const paper = join(userData, '示例回函.txt');
  writeFileSync(paper, '示例：已于三月二日办结');
  await app.answerDialog([paper]);
  await attachments.getByRole('button', { name: '添加附件…' }).click();
  await expect(attachments.getByRole('listitem')).toContainText('示例回函.txt');

  const copy = join(userData, '另存.txt');
  await app.answerDialog(copy);
  await attachments.getByRole('button', { name: '另存 示例回函.txt' }).click();
  await expect(page.getByText('另存的文件没有加密')).toBeVisible();
  expect(readFileSync(copy, 'utf8')).toBe('示例：已于三月二日办结');

  await attachments.getByRole('button', { name: '移除 示例回函.txt' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /移\s?除/ })
    .click();
  await expect(attachments.getByRole('listitem')).toHaveCount(0);
});
