import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../src/core/rule/format.ts';
import {
  AS_OF,
  enginesFor,
  limitParameter,
  outcomeOf,
  registryWith,
  ruleWhen,
  sheetOf,
  tinyRule,
} from '../../support/tiny-rule.ts';

const isTrue: Condition = { fact: 'caseNo', operator: 'present', value: true };
const isFalse: Condition = { fact: 'caseNo', operator: 'present', value: false };
const isUnknown: Condition = { fact: 'result', operator: 'equal', value: '办结' };

describe('conditions are three-valued', () => {
  test.each<[string, Condition, string]>([
    ['all is false as soon as one is false', { all: [isUnknown, isFalse, isTrue] }, 'complies'],
    ['all is unknown where none is false', { all: [isTrue, isUnknown] }, 'indeterminate'],
    ['any is true as soon as one is true', { any: [isUnknown, isTrue] }, 'violates'],
    ['any is unknown where none is true', { any: [isFalse, isUnknown] }, 'indeterminate'],
    ['a single child keeps its value', { all: [{ any: [isUnknown] }] }, 'indeterminate'],
    ['nested nodes', { any: [{ all: [isUnknown, isFalse] }, { all: [isTrue, isTrue] }] }, 'violates'],
  ])('%s', async (_name, when, expected) => {
    expect(await outcomeOf(ruleWhen(when), { result: null })).toBe(expected);
  });
});

describe('the order of judgement', () => {
  test('a record to which the rule does not apply needs no fields', async () => {
    const rule = ruleWhen(isTrue, { applicability: isFalse, requires: ['served'] });
    expect(await outcomeOf(rule, {})).toBe('notApplicable');
  });

  test('unknown applicability is indeterminate, not exemption', async () => {
    const rule = ruleWhen(isTrue, { applicability: isUnknown });
    expect(await outcomeOf(rule, {})).toBe('indeterminate');
  });

  test.each([
    ['blank', {}, []],
    ['without column', { served: '2026-06-01' }, ['served']],
  ])('a required field that is %s makes the record indeterminate and is named', async (_name, values, unmapped) => {
    const rule = ruleWhen(isTrue, { requires: ['served'] });
    const { closures, record } = enginesFor(rule, values, { unmapped });
    expect(closures.judge(record)).toEqual({ outcome: 'indeterminate', missing: ['served'], reasons: ['missing'] });
    expect(await outcomeOf(rule, values, { unmapped })).toBe('indeterminate');
  });

  test('a limb with a missing field of its own is open, and another broken limb is still reported', async () => {
    const message = { zh: '疑似', en: 'lead' };
    const open = { name: 'open', class: 'lead', requires: ['done'], when: isTrue, message } as const;
    const broken = { name: 'broken', class: 'lead', when: isTrue, message } as const;
    expect(await outcomeOf(ruleWhen(isTrue, { violations: [open] }), {})).toBe('indeterminate');
    expect(await outcomeOf(ruleWhen(isTrue, { violations: [open, broken] }), {})).toBe('violates');
  });

  test('an exonerating fact that the data proves excuses; an open one is shown on the finding', async () => {
    const label = { zh: '不可抗力', en: 'force majeure' };
    const excuse = (when: Condition) => [{ name: 'excuse', label, when }];
    expect(await outcomeOf(ruleWhen(isTrue, { exonerating: excuse(isTrue) }), {})).toBe('excused');
    expect(await outcomeOf(ruleWhen(isTrue, { exonerating: excuse(isFalse) }), {})).toBe('violates');
    const open = enginesFor(ruleWhen(isTrue, { exonerating: [...excuse(isUnknown), { name: 'never', label }] }), {});
    expect(open.closures.judge(open.record)).toMatchObject({ outcome: 'violates', broken: [0] });
    expect(open.closures.openJustifications(open.record, 0).map(({ name }) => name)).toEqual(['excuse', 'never']);
  });

  test('an exonerating fact excuses only the limbs that it names', async () => {
    const message = { zh: '疑似', en: 'lead' };
    const violations = ['first', 'second'].map((name) => ({ name, class: 'lead' as const, when: isTrue, message }));
    const exonerating = [{ name: 'excuse', label: message, when: isTrue, limbs: ['second'] }];
    const { closures, reference, record } = enginesFor(ruleWhen(isTrue, { violations, exonerating }), {});
    const expected = { outcome: 'violates', broken: [0], excusedBy: ['excuse'] };
    expect(closures.judge(record)).toEqual(expected);
    expect(await reference.judge(record)).toEqual(expected);
  });
});

describe('a running limit', () => {
  const overdue: Condition = {
    fact: 'overdue',
    params: { from: 'served', to: 'done', limit: 'maxDays' },
    operator: 'equal',
    value: true,
  };

  test.each([
    ['on the due day an open matter is pending', '2026-06-23', null, 'pending'],
    ['from the next day it is overdue', '2026-06-22', null, 'violates'],
    ['done on the due day complies', '2026-06-01', '2026-06-08', 'complies'],
    ['done on the day after is late', '2026-06-01', '2026-06-09', 'violates'],
  ])('%s', async (_name, served, done, expected) => {
    expect(await outcomeOf(tinyRule(), { served, done })).toBe(expected);
  });

  test.each<[string, Condition]>([
    ['behind', { all: [overdue, isFalse] }],
    ['before', { all: [isFalse, overdue] }],
  ])('is no reason to wait where another condition, standing %s, keeps the limb for good', async (_name, when) => {
    const rule = ruleWhen(when, { parameters: { maxDays: limitParameter(7) } });
    expect(await outcomeOf(rule, { served: '2026-06-29' })).toBe('complies');
  });

  test('makes the record pending through a node as well', async () => {
    const rule = ruleWhen(
      { all: [{ any: [isFalse, overdue] }, isTrue] },
      { parameters: { maxDays: limitParameter(7) } },
    );
    expect(await outcomeOf(rule, { served: '2026-06-29' })).toBe('pending');
  });
});

describe('errors and absent neighbours', () => {
  const failing = registryWith({
    name: 'failing',
    register: 'any',
    label: { zh: '失败', en: 'fails' },
    type: 'boolean',
    reads: () => ({ fields: [], neighbours: [], parameters: [] }),
    evaluate: () => {
      throw new Error('broken fact');
    },
  });

  test('a fact that throws is an error of this rule and record in both engines', async () => {
    const rule = ruleWhen({ fact: 'failing', operator: 'equal', value: true });
    expect(await outcomeOf(rule, {}, { facts: failing })).toBe('error');
    const { closures, record } = enginesFor(rule, {}, { facts: failing });
    expect(closures.judge(record)).toEqual({ outcome: 'error', message: 'broken fact' });
  });

  test('comparing text with a number at run time is an error, never a verdict', async () => {
    expect(await outcomeOf(ruleWhen({ fact: 'result', operator: 'lessThan', value: 5 }), { result: '10' })).toBe(
      'error',
    );
  });

  test('shared facts are computed once for a record, whatever the number of rules', () => {
    let calls = 0;
    const facts = registryWith({
      name: 'counted',
      register: 'matter',
      label: { zh: '计数', en: 'counted' },
      type: 'boolean',
      shared: true,
      reads: () => ({ fields: ['caseNo'], neighbours: [], parameters: [] }),
      evaluate: () => {
        calls += 1;
        return true;
      },
    });
    const leaf: Condition = { fact: 'counted', operator: 'equal', value: true };
    const { closures, record } = enginesFor(ruleWhen({ all: [leaf, leaf] }), {}, { facts });
    closures.judge(record);
    closures.judge(record);
    expect(calls).toBe(1);
  });
});

describe('json-rules-engine explains', () => {
  test('every condition with fact, operator, expected and actual', async () => {
    const when: Condition = {
      all: [
        { fact: 'claim', operator: 'greaterThan', value: { fact: 'paid' }, name: 'short' },
        { any: [isUnknown, { fact: 'count', operator: 'in', value: [1, 2] }] },
      ],
    };
    const { reference, record } = enginesFor(ruleWhen(when), { claim: 500, paid: 300, count: 2 });
    const { result, conditions } = await reference.explain(record, 0);
    expect(result).toBe('true');
    expect(conditions).toEqual([
      {
        name: null,
        fact: 'caseNo',
        operator: 'present',
        expected: true,
        actual: '（2026）琼9999执1号',
        result: 'true',
      },
      { name: 'short', fact: 'claim', operator: 'greaterThan', expected: 300, actual: 500, result: 'true' },
      { name: null, fact: 'result', operator: 'equal', expected: '办结', actual: null, result: 'unknown' },
      { name: null, fact: 'count', operator: 'in', expected: [1, 2], actual: 2, result: 'true' },
    ]);
  });

  test('what does not apply is not looked into: applicability has the higher priority', async () => {
    const rule = ruleWhen(isTrue, { applicability: isFalse });
    const { reference, record } = enginesFor(rule, {});
    const { result, conditions } = await reference.explain(record, 0);
    expect(result).toBe('false');
    expect(conditions).toHaveLength(1);
  });
});

describe('dated parameters', () => {
  const parameters = {
    maxDays: {
      ...limitParameter(7),
      asOf: ['done', 'served'],
      values: [
        { from: '2020-01-01', value: 3, basis: 'test-law#1' },
        { from: '2025-07-01', value: 10, basis: 'test-law#1' },
      ],
    },
  };
  const over: Condition = {
    fact: 'count',
    operator: 'greaterThan',
    value: { fact: 'parameter', params: { name: 'maxDays' } },
  };

  test.each([
    ['the first field with a date decides', { done: '2025-06-30', served: '2026-01-01', count: 5 }, 'violates'],
    ['the next field where the first is blank', { served: '2025-07-01', count: 5 }, 'complies'],
    ['the as-of date where none has one', { count: 11 }, 'violates'],
    ['before the first version nothing is in force', { served: '2019-12-31', count: 5 }, 'indeterminate'],
    ['a moment counts by its day', { served: '2025-06-30T23:59:59', count: 5 }, 'violates'],
  ])('%s', async (_name, values, expected) => {
    expect(await outcomeOf(ruleWhen(over, { parameters }), values)).toBe(expected);
  });

  test('yuan compare with the fen of records', async () => {
    const rule = ruleWhen(
      { fact: 'claim', operator: 'greaterThan', value: { fact: 'parameter', params: { name: 'cap' } } },
      { parameters: { cap: limitParameter(1000, 'yuan') } },
    );
    expect(await outcomeOf(rule, { claim: 100_000 })).toBe('complies');
    expect(await outcomeOf(rule, { claim: 100_001 })).toBe('violates');
  });
});

describe('deadlines ahead', () => {
  const upcoming = {
    due: { fact: 'dueDate', params: { from: 'served', limit: 'maxDays' } },
    within: 'notice',
    soon: 'soon',
    urgent: 'urgent',
    when: { fact: 'done', operator: 'present', value: false } as Condition,
  };
  const parameters = {
    maxDays: limitParameter(7),
    notice: limitParameter(3, 'count'),
    soon: limitParameter(2, 'count'),
    urgent: limitParameter(1, 'count'),
  };
  const rule = tinyRule({ upcoming, parameters });

  test.each([
    ['announced within the notice', '2026-06-26', null, { due: '2026-07-03', daysLeft: 3, level: 'notice' }],
    ['soon on the day of the middle step', '2026-06-25', null, { due: '2026-07-02', daysLeft: 2, level: 'soon' }],
    ['urgent on the day of the last step', '2026-06-24', null, { due: '2026-07-01', daysLeft: 1, level: 'urgent' }],
    ['announced on the last day', '2026-06-23', null, { due: '2026-06-30', daysLeft: 0, level: 'urgent' }],
    ['not announced when over', '2026-06-22', null, null],
    ['not announced when far', '2026-06-29', null, null],
    ['not announced when done', '2026-06-24', '2026-06-25', null],
  ])('%s', (_name, served, done, expected) => {
    const { closures, record } = enginesFor(rule, { served, done }, { asOf: AS_OF });
    expect(closures.upcoming(record)).toEqual(expected);
  });

  const excused = (limbs?: readonly string[]) => ({
    ...rule,
    exonerating: [
      {
        name: 'sold',
        label: { zh: '已处置', en: 'sold' },
        when: { fact: 'caseNo', operator: 'present', value: true } as Condition,
        ...(limbs === undefined ? {} : { limbs }),
      },
    ],
  });
  const row = { served: '2026-06-24', done: null };

  test('not announced where a fact that excuses every limb is proven', () => {
    const sold = enginesFor(excused(), { ...row, caseNo: '（2026）琼9999执1号' }, { asOf: AS_OF });
    expect(sold.closures.upcoming(sold.record)).toBeNull();
    const unsold = enginesFor(excused(), { ...row, caseNo: null }, { asOf: AS_OF });
    expect(unsold.closures.upcoming(unsold.record)).toMatchObject({ daysLeft: 1 });
  });

  test('announced where the fact excuses some limbs only', () => {
    const some = enginesFor(excused(['late']), { ...row, caseNo: '（2026）琼9999执1号' }, { asOf: AS_OF });
    expect(some.closures.upcoming(some.record)).toMatchObject({ daysLeft: 1 });
  });

  test('without steps of their own are notices', () => {
    const plain = tinyRule({ parameters, upcoming: { due: upcoming.due, within: 'notice' } });
    const { closures, record } = enginesFor(plain, row, { asOf: AS_OF });
    expect(closures.upcoming(record)).toMatchObject({ level: 'notice' });
  });
});

test('neighbour records are found by the value of a field', async () => {
  const facts = registryWith({
    name: 'hasNeighbour',
    register: 'matter',
    label: { zh: '有关联记录', en: 'has a neighbour' },
    type: 'boolean',
    shared: true,
    reads: () => ({ fields: ['caseNo'], neighbours: [{ register: 'neighbour', fields: ['caseNo'] }], parameters: [] }),
    evaluate: (record, { registers }) => registers.by('neighbour', 'caseNo', record.values['caseNo']).length > 0,
  });
  const rule = ruleWhen({ fact: 'hasNeighbour', operator: 'equal', value: false });
  const neighbours = [sheetOf([{}], [], 'neighbour')];
  expect(await outcomeOf(rule, {}, { facts, neighbours })).toBe('complies');
  expect(await outcomeOf(rule, { caseNo: '（2026）琼9999执9号' }, { facts, neighbours })).toBe('violates');
});
