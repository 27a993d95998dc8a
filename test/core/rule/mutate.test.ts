import { expect, test } from 'vitest';
import { mutationsOf } from '../../../src/core/rule/mutate.ts';
import { runClosureTest } from '../../../src/core/rule/self-test.ts';
import type { RuleTest } from '../../../src/core/rule/format.ts';
import { calendar, limitParameter, tinyPack, tinyRule } from '../../support/tiny-rule.ts';

const rule = tinyRule({
  applicability: {
    all: [
      { fact: 'served', operator: 'present', value: true },
      { fact: 'count', operator: 'lessThan', value: 5 },
    ],
  },
  exonerating: [
    { name: 'paid', label: { zh: '已付', en: 'paid' }, when: { fact: 'paid', operator: 'present', value: true } },
  ],
  parameters: {
    maxDays: {
      ...limitParameter(7),
      values: [
        { from: '2020-01-01', value: 3, basis: 'test-law' },
        { from: '2026-01-01', value: 7, basis: 'test-law' },
      ],
    },
  },
});

test('every operator, condition, requirement, limb, excuse and parameter is put wrong once', () => {
  expect([...mutationsOf(rule)].map(({ id }) => id)).toEqual([
    'exchange:applicability',
    'drop:applicability.all[0]',
    'flip:applicability.all[0]',
    'drop:applicability.all[1]',
    'flip-greaterThanInclusive:applicability.all[1]',
    'flip-lessThanInclusive:applicability.all[1]',
    'drop:requires[0]',
    'drop:violations[0]',
    'flip-notEqual:violations[0].when',
    'drop:exonerating[0]',
    'flip:exonerating[0].when',
    'value+1:parameters.maxDays.values[0]',
    'value-1:parameters.maxDays.values[0]',
    'value+1:parameters.maxDays.values[1]',
    'from+1:parameters.maxDays.values[1]',
    'value-1:parameters.maxDays.values[1]',
    'from-1:parameters.maxDays.values[1]',
  ]);
});

test('a boundary pair notices a parameter that is off by one, a single day does not', () => {
  const pack = tinyPack([]);
  const bench = { facts: pack.facts, registers: pack.registers, calendar, tables: {}, cite: pack.cite };
  const day7: RuleTest = {
    name: 'day 7',
    expect: 'complies',
    record: { served: '2026-06-02', done: '2026-06-09', count: 1 },
  };
  const day8: RuleTest = {
    ...day7,
    name: 'day 8',
    expect: 'violates',
    limb: 'late',
    record: { ...day7.record, done: '2026-06-10' },
  };
  const shifts = [...mutationsOf(rule)].filter(({ id }) => /^value.*values\[1\]$/.test(id));
  const noticed = (tests: readonly RuleTest[]) =>
    shifts.map(({ mutant }) => tests.some((test) => runClosureTest(mutant, test, bench) !== null));
  expect([day7, day8].map((each) => runClosureTest(rule, each, bench))).toEqual([null, null]);
  expect(noticed([day7, day8])).toEqual([true, true]);
  expect(noticed([day8])).toEqual([true, false]);
});
