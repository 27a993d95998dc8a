import { describe, expect, it } from 'vitest';
import type { Limb, RuleDefinition, RuleTest } from '../../../src/core/rule/format.ts';
import { lintRule, lintShape } from '../../../src/core/rule/lint/lint-rule.ts';
import { limitParameter, tinyRule, tinyWorld } from '../../support/tiny-rule.ts';

/** Problems that lint.test.ts leaves out: names given twice, dates, doubts that are warnings, rules that are drafts. */
const late: RuleTest = {
  name: 'late',
  expect: 'violates',
  limb: 'late',
  record: { served: '2026-06-01', done: '2026-06-09' },
};
const tests: readonly RuleTest[] = [
  late,
  { name: 'in time', expect: 'complies', record: { served: '2026-06-01', done: '2026-06-08' } },
  { name: 'not served', expect: 'notApplicable', record: {} },
  { name: 'unknown end', expect: 'indeterminate', record: { served: '2026-06-01' }, unmapped: ['done'] },
];
const good = tinyRule({ tests });
const [limb] = good.violations;

function problemsOf(change: Partial<RuleDefinition>): readonly string[] {
  return lintRule({ ...good, ...change }, 'test/tiny-rule.json', tinyWorld()).map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  );
}

function limbWith(change: Partial<Limb>): Partial<RuleDefinition> {
  if (limb === undefined) throw new Error('no limb');
  return { violations: [{ ...limb, ...change }] };
}

const label = { zh: '不可抗力', en: 'force majeure' };
const excuse = { name: 'excuse', label };
const words = {
  ...limitParameter(0),
  unit: 'list',
  values: [{ from: '2015-01-01', value: ['拒绝'], basis: 'policy-default' }],
} as const;

describe('errors, with the place in the file', () => {
  it.each<[string, Partial<RuleDefinition>, string]>([
    [
      'two limbs of one name',
      { violations: good.violations.flatMap((each) => [each, { ...each, when: { ...each.when, name: 'other' } }]) },
      'error NAME_TWICE violations[1].name',
    ],
    ['two excuses of one name', { exonerating: [excuse, excuse] }, 'error NAME_TWICE exonerating[1].name'],
    ['two tests of one name', { tests: [...tests, late] }, 'error NAME_TWICE tests[4].name'],
    [
      'an excuse for a limb that there is not',
      { exonerating: [{ ...excuse, limbs: ['lat'] }] },
      'error LIMB_UNKNOWN exonerating[0].limbs[0]',
    ],
    [
      'a version from a day that does not exist',
      {
        parameters: {
          maxDays: { ...limitParameter(7), values: [{ from: '2015-02-29', value: 7, basis: 'test-law#1' }] },
        },
      },
      'error DATE parameters.maxDays.values[0].from',
    ],
    [
      'a test on a day that does not exist',
      { tests: [...tests, { ...late, name: 'leap', asOf: '2026-02-29' }] },
      'error DATE tests[4].asOf',
    ],
    [
      'a limb named where none is broken',
      { tests: [...tests, { ...late, name: 'kept', expect: 'complies' }] },
      'error TEST_LIMB tests[4].limb',
    ],
    [
      'a limb with a field of another register',
      limbWith({ requires: ['servd'] }),
      'error FIELD_UNKNOWN violations[0].requires[0]',
    ],
    [
      'a deadline announced by a parameter that there is not',
      { upcoming: { due: { fact: 'dueDate', params: { from: 'served', limit: 'maxDays' } }, within: 'notice' } },
      'error PARAMETER_UNKNOWN upcoming.within',
    ],
  ])('%s', (_name, change, expected) => {
    expect(problemsOf(change)).toEqual([expected]);
  });

  it('a file that holds no rule at all', () => {
    expect(lintShape([], 'test/list.json')).toMatchObject([
      { code: 'FORM', severity: 'error', file: 'test/list.json' },
    ]);
  });
});

describe('warnings: the rule is taken, its author is told', () => {
  it.each<[string, Partial<RuleDefinition>, string]>([
    [
      'a parameter that nothing uses',
      { parameters: { ...good.parameters, spare: limitParameter(3) } },
      'warning PARAMETER_UNUSED parameters.spare',
    ],
    [
      'a value that only one language prints',
      limbWith({ message: { zh: '{{served}}', en: 'served' } }),
      'warning PLACEHOLDER_LANGUAGES violations[0].message',
    ],
    [
      'a lead that does not say that it is one',
      limbWith({ class: 'lead', message: { zh: '逾期', en: 'late' } }),
      'warning WORDS violations[0].message.zh',
    ],
    [
      'an overrun that does not speak of the internal limit',
      limbWith({ class: 'overLimit', message: { zh: '逾期', en: 'late' } }),
      'warning WORDS violations[0].message.zh',
    ],
    [
      'a violation that chooses its records by a list of words of no law',
      {
        parameters: { ...good.parameters, words },
        ...limbWith({
          when: {
            all: [
              { fact: 'result', operator: 'containsAny', value: { fact: 'parameter', params: { name: 'words' } } },
              ...good.violations.map(({ when }) => when),
            ],
          },
        }),
      },
      'warning POLICY_AS_LAW violations[0].when',
    ],
    ['a draft that lacks a test', { status: 'draft', tests: tests.slice(1) }, 'warning TESTS_LACKING tests'],
  ])('%s', (_name, change, expected) => {
    expect(problemsOf(change)).toEqual([expected]);
  });
});
