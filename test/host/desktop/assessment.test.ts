import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { openCheckedSample } from './checked-sample.ts';
import { TestDesktop } from './desktop.ts';

const desktop = new TestDesktop();
const everything = { filter: {}, order: {}, offset: 0, limit: 500 };
const LEVELS = ['notice', 'soon', 'urgent'] as const;
beforeAll(async () => {
  await openCheckedSample(desktop);
});
afterAll(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

test('each indicator has its counts, and one whose tables are there is divided from them', async () => {
  const { indicators, runAt } = await desktop.call('statistics.assessment', {});
  expect(runAt).not.toBeNull();
  expect(indicators?.length).toBeGreaterThan(0);
  const share = indicators?.find(({ id }) => id === 'kpi-terminal-rate');
  if (share === undefined) throw new Error('the pack has no rate of terminations');
  expect(share.missing).toEqual([]);
  const { numerator, denominator, rate } = share.total;
  expect(rate).toBe(`${(Math.round((10_000 * numerator) / denominator) / 100).toFixed(2)}%`);
});

test('an indicator without records shows a dash, never 0 % or 100 %', async () => {
  const { indicators } = await desktop.call('statistics.assessment', {});
  for (const { total, units, missing } of indicators ?? []) {
    for (const row of [total, ...units])
      expect([row.rate === '—', row.denominator === 0]).toEqual([row.denominator === 0, row.rate === '—']);
    if (missing.length > 0) expect(total.rate).toBe('—');
  }
});

test('the counts of the units of an indicator add up to its total', async () => {
  const { indicators } = await desktop.call('statistics.assessment', {});
  const split = (indicators ?? []).filter(({ units }) => units.length > 0);
  expect(split.length).toBeGreaterThan(0);
  for (const { total, units } of split) {
    for (const key of ['excluded', 'unknown'] as const)
      expect(units.reduce((sum, row) => sum + row[key], 0)).toBe(total[key]);
    expect(units.reduce((sum, row) => sum + row.denominator, 0)).toBeCloseTo(total.denominator, 6);
  }
});

test('the rate of a rule leads to as many findings as the list has of it', async () => {
  const { indicators } = await desktop.call('statistics.assessment', {});
  const rules = (indicators ?? []).flatMap(({ rule }) => (rule === null ? [] : [rule]));
  expect(rules.length).toBeGreaterThan(0);
  for (const { id, findings } of rules) {
    const { total } = await desktop.call('findings.list', { ...everything, filter: { ruleId: [id] } });
    expect([id, total]).toEqual([id, findings]);
  }
});

test('the points of a unit are what its counts deduct, and the counts are those of the list', async () => {
  const { scorecard } = await desktop.call('statistics.assessment', {});
  expect(scorecard.units.length).toBeGreaterThan(0);
  for (const { value, counts, deducted, score, findings } of scorecard.units) {
    let sum = 0;
    for (const of of ['violation', 'overLimit', 'lead'] as const)
      for (const severity of ['critical', 'major', 'minor'] as const)
        sum += counts[of][severity] * scorecard.deductions[of][severity];
    expect(deducted).toBe(sum);
    expect(score).toBe(Math.max(0, scorecard.full - sum));
    const { total } = await desktop.call('findings.list', { ...everything, filter: { party: [value] } });
    expect([value, findings]).toEqual([value, total]);
  }
});

test('persons have no points', async () => {
  const { byParty } = await desktop.call('statistics.get', {});
  const persons = byParty.filter(({ value, label }) => value !== label).map(({ value }) => value);
  const { scorecard } = await desktop.call('statistics.assessment', {});
  expect(persons.length).toBeGreaterThan(0);
  expect(scorecard.units.filter(({ value }) => persons.includes(value))).toEqual([]);
});

test('the deadlines ahead are those of the reminders, counted by rule and level', async () => {
  const { deadlines } = await desktop.call('statistics.assessment', {});
  const reminders = await desktop.call('inspection.upcoming', {});
  expect(deadlines.length).toBeGreaterThan(0);
  for (const { ruleId, counts, total, next } of deadlines) {
    const own = reminders.filter((reminder) => reminder.ruleId === ruleId);
    for (const level of LEVELS) expect(counts[level]).toBe(own.filter((reminder) => reminder.level === level).length);
    expect(total).toBe(own.length);
    expect(next).toBe(own.map(({ due }) => due).sort()[0]);
  }
});

test('before the first run there is nothing to show, and it is said that nothing was run', async () => {
  const fresh = new TestDesktop();
  await fresh.call('inspection.create', {
    path: join(fresh.folder, 'empty.inspection'),
    name: '测试检查',
    unit: '示例市',
    asOf: '2026-06-30',
    password: 'a long password',
  });
  const assessment = await fresh.call('statistics.assessment', {});
  expect(assessment).toMatchObject({ runAt: null, indicators: null, deadlines: [] });
  expect(assessment.scorecard.units).toEqual([]);
  fresh.remove();
});
