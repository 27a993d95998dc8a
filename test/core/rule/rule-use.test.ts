import { describe, expect, test } from 'vitest';
import { createRegisterSet } from '../../../src/core/fact/register-set.ts';
import type { FieldValue } from '../../../src/core/register/record.ts';
import { SharedFacts } from '../../../src/core/rule/context.ts';
import type { Condition, RuleDefinition } from '../../../src/core/rule/format.ts';
import type { RuleUse } from '../../../src/core/rule/rule-use.ts';
import { deadParts, RuleUseCounter } from '../../../src/core/rule/rule-use.ts';
import {
  AS_OF,
  calendar,
  limitParameter,
  registryWith,
  REGISTER,
  ruleWhen,
  sheetOf,
  tinyRule,
} from '../../support/tiny-rule.ts';

type Values = Readonly<Record<string, FieldValue>>;

function used(rule: RuleDefinition, rows: readonly Values[]): RuleUse {
  const registers = createRegisterSet([sheetOf(rows)], [], AS_OF, calendar);
  const shared = new SharedFacts({ asOf: AS_OF, calendar, registers, tables: {}, facts: registryWith() });
  const counter = new RuleUseCounter(rule);
  counter.add(registers.all(REGISTER), shared);
  return counter.result();
}

const isRefused: Condition = { fact: 'result', operator: 'equal', value: '不予受理' };
const isLarge: Condition = { fact: 'count', operator: 'greaterThan', value: 10 };
const isRemarked: Condition = { fact: 'remark', operator: 'present', value: true };

function decidedBy(when: Condition, rows: readonly Values[]): readonly [string, number][] {
  return used(ruleWhen(when), rows)
    .conditions.filter(({ path }) => path.startsWith('violations'))
    .map(({ path, decided }) => [path.replace('violations[0].when', 'when'), decided]);
}

describe('a condition decides a record where it alone turns the verdict', () => {
  const both: Condition = { all: [isRefused, isLarge] };
  const either: Condition = { any: [isRefused, isLarge] };
  test.each<readonly [string, Condition, Values, number, number]>([
    ['all: both true, each holds the verdict', both, { result: '不予受理', count: 11 }, 1, 1],
    ['all: the false one alone', both, { result: '受理', count: 11 }, 1, 0],
    ['all: two false ones, neither alone', both, { result: '受理', count: 1 }, 0, 0],
    ['all: false beside unknown, neither alone', both, { result: '受理', count: undefined }, 0, 0],
    ['all: unknown decides nothing', both, { result: '不予受理', count: undefined }, 0, 0],
    ['any: the true one alone', either, { result: '受理', count: 11 }, 0, 1],
    ['any: two true ones, neither alone', either, { result: '不予受理', count: 11 }, 0, 0],
    ['any: both false, each holds the verdict', either, { result: '受理', count: 1 }, 1, 1],
  ])('%s', (_words, when, values, first, second) => {
    const counts = decidedBy(when, [values])
      .map(([, decided]) => decided)
      .slice(1);
    expect(counts).toEqual([first, second]);
  });

  test('inside a node that does not decide nothing does', () => {
    const when: Condition = { all: [isRemarked, { any: [isRefused, isLarge] }] };
    expect(decidedBy(when, [{ remark: null, result: '受理', count: 1 }])).toEqual([
      ['when', 1],
      ['when.all[0]', 0],
      ['when.all[1]', 0],
      ['when.all[1].any[0]', 0],
      ['when.all[1].any[1]', 0],
    ]);
    expect(decidedBy(when, [{ remark: '有', result: '受理', count: 1 }])).toEqual([
      ['when', 1],
      ['when.all[0]', 0],
      ['when.all[1]', 1],
      ['when.all[1].any[0]', 1],
      ['when.all[1].any[1]', 1],
    ]);
  });
});

describe('what of a rule records use', () => {
  const rule = tinyRule({
    parameters: {
      maxDays: {
        ...limitParameter(7),
        values: [
          { from: '2015-01-01', value: 10, basis: 'test-law#1' },
          { from: '2026-01-01', value: 7, basis: 'test-law#1' },
        ],
      },
    },
    exonerating: [
      {
        name: 'extended',
        label: { zh: '延长', en: 'extended' },
        when: { fact: 'extended', operator: 'equal', value: true },
      },
      { name: 'force-majeure', label: { zh: '不可抗力', en: 'force majeure' } },
    ],
  });
  const late = { served: '2026-06-01', done: '2026-06-20' };

  test('counts limbs, excuses, the version in force, and outcomes', () => {
    const use = used(rule, [late, { ...late, extended: true }, { served: '2025-06-02', done: '2025-06-03' }, {}]);
    expect(use.limbs).toEqual([{ name: 'late', decided: 1 }]);
    expect(use.excuses).toEqual([{ name: 'extended', decided: 1 }]);
    expect(use.parameters).toEqual([
      { name: 'maxDays@2015-01-01', decided: 1 },
      { name: 'maxDays@2026-01-01', decided: 2 },
    ]);
    expect(use.outcomes).toMatchObject({ violates: 1, excused: 1, complies: 1, notApplicable: 1 });
    expect(deadParts(use)).toBeNull();
  });

  test('names what never decided, of conditions the outermost alone', () => {
    const dead = deadParts(used(rule, [{ served: '2026-06-01', done: '2026-06-03' }]));
    expect(dead).toMatchObject({ limbs: ['late'], excuses: ['extended'], parameters: ['maxDays@2015-01-01'] });
    expect(dead?.conditions.map(({ path }) => path)).toEqual(['exonerating[0].when']);
    const nested = ruleWhen({ all: [isRemarked, { any: [isRefused, isLarge] }] });
    const outer = deadParts(used(nested, [{ remark: null, result: '受理', count: 1 }]));
    expect(outer?.conditions.map(({ path }) => path)).toEqual([
      'violations[0].when.all[0]',
      'violations[0].when.all[1]',
    ]);
  });

  test('an indeterminate record decides no version of a parameter', () => {
    const use = used(rule, [{ served: '2026-06-01', done: undefined }]);
    expect(use.outcomes.indeterminate).toBe(1);
    expect(use.parameters.map(({ decided }) => decided)).toEqual([0, 0]);
  });
});
