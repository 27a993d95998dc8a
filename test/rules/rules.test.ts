import { describe, expect, test } from 'vitest';
import { runRuleTests } from '../../src/core/rule/self-test.ts';
import { loadCalendar, loadRulePack, readRulePack, testBench } from '../../src/host/rule-pack.ts';

const { pack, problems } = readRulePack('rules');
const bench = testBench(pack, loadCalendar('rules'));

test('the shipped rules pass the lint', () => {
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(pack.rules.length).toBeGreaterThan(0);
});

test('no field of a register has the name of a fact that its rules could mean instead', () => {
  const clashes = [...pack.registers.values()].flatMap(({ id, fields }) =>
    [...fields.keys()].filter((field) => pack.facts.find(field, id) !== undefined).map((field) => `${id}.${field}`),
  );
  expect(clashes).toEqual([]);
});

test('a pack is loaded for use only when its own tests pass', async () => {
  const only = new Set(pack.rules.slice(0, 3).map(({ definition }) => definition.id));
  const loaded = await loadRulePack('rules', { runTests: true, only });
  expect(loaded.rules).toHaveLength(3);
});

describe('each rule passes its own tests in both engines', () => {
  test.each(pack.rules.map(({ definition }) => [definition.id, definition] as const))('%s', async (_id, rule) => {
    expect(await runRuleTests(rule, bench)).toEqual([]);
  });
});
