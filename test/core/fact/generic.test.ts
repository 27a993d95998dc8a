import { describe, expect, test } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import type { FactParams, FactResult } from '../../../src/core/fact/fact.ts';
import type { FieldValue } from '../../../src/core/register/record.ts';
import type { ParameterDefinition } from '../../../src/core/rule/format.ts';
import { enginesFor, limitParameter, registryWith, ruleWhen } from '../../support/tiny-rule.ts';

type Values = Readonly<Record<string, FieldValue>>;

const parameters: Readonly<Record<string, ParameterDefinition>> = {
  threeDays: limitParameter(3),
  threeWorkdays: limitParameter(3, 'workday'),
  threeCalendarDays: limitParameter(3, 'calendarDay'),
  oneMonth: limitParameter(1, 'month'),
  oneCalendarMonth: limitParameter(1, 'calendarMonth'),
  oneYear: limitParameter(1, 'year'),
  fourHours: limitParameter(4, 'hour'),
  late: { ...limitParameter(3), values: [{ from: '2026-01-01', value: 3, basis: 'test-law' }] },
};

const matterLimit = registryWith({
  name: 'matterLimit',
  register: 'matter',
  label: { zh: '事项时限', en: 'limit of the matter' },
  type: 'list',
  reads: () => ({ fields: ['result'], neighbours: [], parameters: [] }),
  evaluate: (record) => (record.values['result'] === '查询' ? [3, 'workday'] : null),
});

/** What a fact says, asked through the context and through a reader made once: both must agree. */
function ask(fact: string, params: FactParams, values: Values, unmapped: readonly string[] = []): FactResult {
  const rule = ruleWhen({ fact: 'caseNo', operator: 'present', value: true }, { parameters });
  const { closures, record } = enginesFor(rule, values, { unmapped, facts: matterLimit });
  const direct = closures.context.fact(fact, record, params);
  expect(closures.context.reader({ fact, params })(record)).toEqual(direct);
  return direct;
}

function shown(result: FactResult): unknown {
  return result instanceof Unknown ? `unknown: ${result.reason} ${result.missing.join(' ')}`.trim() : result;
}

type Row = readonly [string, string, FactParams, Values, unknown];

describe('values', () => {
  test.each<Row>([
    ['the as-of date', 'asOf', {}, {}, '2026-06-30'],
    ['a parameter', 'parameter', { name: 'threeDays' }, { served: '2026-01-01' }, 3],
    [
      'a parameter before its first version',
      'parameter',
      { name: 'late' },
      { served: '2025-12-31' },
      'unknown: not-in-force parameter.late',
    ],
    ['a default for a blank', 'valueOr', { field: 'count', otherwise: 0 }, {}, 0],
    ['no default for a value', 'valueOr', { field: 'count', otherwise: 0 }, { count: 4 }, 4],
    ['无 for a cell that says so', 'valueOr', { field: 'result', otherwise: '无' }, { result: '未说明' }, '无'],
    [
      'the words where 无 is not the default',
      'valueOr',
      { field: 'result', otherwise: '未填' },
      { result: '无' },
      '无',
    ],
    [
      'no default for an unreadable cell',
      'valueOr',
      { field: 'count', otherwise: 0 },
      { count: undefined },
      'unknown: missing count',
    ],
    ['the first with a value', 'firstOf', { of: ['done', 'served'] }, { served: '2026-01-02' }, '2026-01-02'],
    ['blank when all are blank', 'firstOf', { of: ['done', 'served'] }, {}, null],
    [
      'the first among the columns there are',
      'firstKnown',
      { of: ['done', 'served'] },
      { served: '2026-01-02' },
      '2026-01-02',
    ],
    ['blank when those there are are blank', 'firstKnown', { of: ['done', 'served'] }, {}, null],
    [
      'unknown when one is unknown and none has a value',
      'firstOf',
      { of: ['done', 'served'] },
      { done: undefined },
      'unknown: missing done',
    ],
    [
      'a value after an unknown',
      'firstOf',
      { of: ['done', 'served'] },
      { done: undefined, served: '2026-01-02' },
      '2026-01-02',
    ],
    [
      'the latest date',
      'latest',
      { of: ['done', 'served'] },
      { done: '2026-01-03', served: '2026-01-02T23:00:00' },
      '2026-01-03',
    ],
    [
      'the earliest date',
      'earliest',
      { of: ['done', 'served'] },
      { done: '2026-01-03', served: '2026-01-02T23:00:00' },
      '2026-01-02T23:00:00',
    ],
    ['the latest of those present', 'latest', { of: ['done', 'served'] }, { served: '2026-01-02' }, '2026-01-02'],
    [
      'no latest with one unknown',
      'latest',
      { of: ['done', 'served'] },
      { done: undefined, served: '2026-01-02' },
      'unknown: missing done',
    ],
    ['a ratio', 'ratio', { numerator: 'count', denominator: 'total' }, { count: 3, total: 20 }, 0.15],
    [
      'no ratio to zero',
      'ratio',
      { numerator: 'count', denominator: 'total' },
      { count: 3, total: 0 },
      'unknown: missing count total',
    ],
    [
      'no ratio with a blank',
      'ratio',
      { numerator: 'count', denominator: 'total' },
      { total: 5 },
      'unknown: missing count total',
    ],
  ])('%s', (_name, fact, params, values, expected) => {
    expect(shown(ask(fact, params, values))).toEqual(expected);
  });

  test('a default where the column is missing', () => {
    expect(ask('valueOr', { field: 'count', otherwise: 0 }, {}, ['count'])).toBe(0);
  });

  test('a column that the sheet lacks is left out, an unreadable cell is not', () => {
    const of = ['done', 'served'];
    expect(shown(ask('firstKnown', { of }, {}, ['done']))).toBeNull();
    expect(shown(ask('firstKnown', { of }, { served: '2026-01-02' }, ['done']))).toBe('2026-01-02');
    expect(shown(ask('firstKnown', { of }, { done: undefined, served: '2026-01-02' }))).toBe('unknown: missing done');
    expect(shown(ask('firstKnown', { of }, {}, ['done', 'served']))).toBe('unknown: missing done served');
  });
});

describe('due dates', () => {
  test.each<Row>([
    ['natural days', 'dueDate', { from: 'served', limit: 'threeDays' }, { served: '2026-06-01' }, '2026-06-04'],
    [
      'a last day that is a holiday moves',
      'dueDate',
      { from: 'served', limit: 'threeDays' },
      { served: '2026-06-03' },
      '2026-06-08',
    ],
    [
      'calendar days do not move',
      'dueDate',
      { from: 'served', limit: 'threeCalendarDays' },
      { served: '2026-06-03' },
      '2026-06-06',
    ],
    ['working days', 'dueDate', { from: 'served', limit: 'threeWorkdays' }, { served: '2026-06-04' }, '2026-06-09'],
    [
      'months end on the corresponding day, or the last',
      'dueDate',
      { from: 'served', limit: 'oneCalendarMonth' },
      { served: '2026-01-31' },
      '2026-02-28',
    ],
    ['months move', 'dueDate', { from: 'served', limit: 'oneMonth' }, { served: '2026-01-28' }, '2026-02-28'],
    ['years', 'dueDate', { from: 'served', limit: 'oneYear' }, { served: '2024-02-29' }, '2025-02-28'],
    [
      'hours run through',
      'dueDate',
      { from: 'served', limit: 'fourHours' },
      { served: '2026-06-05T22:00:00' },
      '2026-06-06T02:00:00',
    ],
    [
      'hours from a bare day are not known to the minute',
      'dueDate',
      { from: 'served', limit: 'fourHours' },
      { served: '2026-06-05' },
      'unknown: missing served',
    ],
    [
      'received after office hours',
      'dueDate',
      { from: 'served', limit: 'threeWorkdays', officeHours: true },
      { served: '2026-06-05T17:30:00' },
      '2026-06-11',
    ],
    [
      'an approved extension is added before moving',
      'dueDate',
      { from: 'served', limit: 'threeDays', extension: 'threeDays', extendedWhen: 'extended' },
      { served: '2026-06-01', extended: true },
      '2026-06-08',
    ],
    [
      'an extension that was not approved',
      'dueDate',
      { from: 'served', limit: 'threeDays', extension: 'threeDays', extendedWhen: 'extended' },
      { served: '2026-06-01', extended: false },
      '2026-06-04',
    ],
    [
      'an extension that the data leaves open',
      'dueDate',
      { from: 'served', limit: 'threeDays', extension: 'threeDays', extendedWhen: 'extended' },
      { served: '2026-06-01', extended: undefined },
      'unknown: missing served extended',
    ],
    [
      'a limit that a fact yields',
      'dueDate',
      { from: 'served', limit: '@matterLimit' },
      { served: '2026-06-04', result: '查询' },
      '2026-06-09',
    ],
    [
      'a fact that knows no limit',
      'dueDate',
      { from: 'served', limit: '@matterLimit' },
      { served: '2026-06-04' },
      'unknown: missing matterLimit',
    ],
    [
      'outside the calendar',
      'dueDate',
      { from: 'served', limit: 'threeDays' },
      { served: '2026-12-30' },
      'unknown: calendar-not-covered',
    ],
    [
      'before the limit was in force',
      'dueDate',
      { from: 'served', limit: 'late' },
      { served: '2025-06-01' },
      'unknown: not-in-force parameter.late',
    ],
    [
      'from the first date that has a value',
      'dueDate',
      { from: ['done', 'served'], limit: 'threeDays' },
      { served: '2026-06-01' },
      '2026-06-04',
    ],
    [
      'from the later of two',
      'dueDate',
      { from: { fact: 'latest', params: { of: ['done', 'served'] } }, limit: 'threeDays' },
      { served: '2026-05-01', done: '2026-06-01' },
      '2026-06-04',
    ],
  ])('%s', (_name, fact, params, values, expected) => {
    expect(shown(ask(fact, params, values))).toEqual(expected);
  });
});

describe('overdue', () => {
  const days = { from: 'served', to: 'done', limit: 'threeDays' };
  const hours = { from: 'served', to: 'done', limit: 'fourHours' };
  const maybe = { ...days, extension: 'threeDays', extendedWhen: 'extended' };
  test.each<Row>([
    ['done on the last day, at night', 'overdue', days, { served: '2026-06-01', done: '2026-06-04T23:00:00' }, false],
    ['done on the next day', 'overdue', days, { served: '2026-06-01', done: '2026-06-05' }, true],
    ['open on the last day', 'overdue', days, { served: '2026-06-27' }, false],
    ['open after the last day', 'overdue', days, { served: '2026-06-26' }, true],
    [
      'done before the start: the register contradicts itself',
      'overdue',
      days,
      { served: '2026-06-01', done: '2026-05-31' },
      'unknown: missing served done',
    ],
    [
      'done before the start of the same day',
      'overdue',
      hours,
      { served: '2026-06-01T10:00:00', done: '2026-06-01T09:59:00' },
      'unknown: missing served done',
    ],
    [
      'done before the start where that is only early',
      'overdue',
      { ...days, early: true },
      { served: '2026-06-01', done: '2026-05-31' },
      false,
    ],
    ['without a start', 'overdue', days, { done: '2026-06-05' }, 'unknown: missing served'],
    ['with an unknown end', 'overdue', days, { served: '2026-06-01', done: undefined }, 'unknown: missing done'],
    [
      'four hours to the second',
      'overdue',
      hours,
      { served: '2026-06-01T10:00:00', done: '2026-06-01T14:00:00' },
      false,
    ],
    ['a second more', 'overdue', hours, { served: '2026-06-01T10:00:00', done: '2026-06-01T14:00:01' }, true],
    [
      'hours, done on the due day without time',
      'overdue',
      hours,
      { served: '2026-06-01T10:00:00', done: '2026-06-01' },
      'unknown: missing served done',
    ],
    [
      'hours, done on the next day without time',
      'overdue',
      hours,
      { served: '2026-06-01T10:00:00', done: '2026-06-02' },
      true,
    ],
    [
      'hours from a bare day, done too late whatever the hour',
      'overdue',
      hours,
      { served: '2026-06-01', done: '2026-06-02T04:00:00' },
      true,
    ],
    [
      'hours from a bare day, done in time whatever the hour',
      'overdue',
      hours,
      { served: '2026-06-01', done: '2026-06-01T04:00:00' },
      false,
    ],
    [
      'hours from a bare day, which the hour would decide',
      'overdue',
      hours,
      { served: '2026-06-01', done: '2026-06-01T12:00:00' },
      'unknown: missing served done',
    ],
    [
      'late even with the extension that may have been granted',
      'overdue',
      maybe,
      { served: '2026-06-01', done: '2026-06-09', extended: undefined },
      true,
    ],
    ['in time without it', 'overdue', maybe, { served: '2026-06-01', done: '2026-06-04', extended: undefined }, false],
    [
      'between the two',
      'overdue',
      maybe,
      { served: '2026-06-01', done: '2026-06-06', extended: undefined },
      'unknown: missing served extended done',
    ],
  ])('%s', (_name, fact, params, values, expected) => {
    const result = shown(ask(fact, params, values));
    if (typeof expected === 'string' && typeof result === 'string') {
      expect(new Set(result.split(' '))).toEqual(new Set(expected.split(' ')));
    } else expect(result).toEqual(expected);
  });
});

describe('counts and windows', () => {
  const between = { from: 'served', to: 'done' };
  test.each<Row>([
    ['days, start excluded', 'daysBetween', between, { served: '2026-02-27', done: '2026-03-02T10:00:00' }, 3],
    ['days backwards', 'daysBetween', between, { served: '2026-03-02', done: '2026-02-27' }, -3],
    ['working days', 'workdaysBetween', between, { served: '2026-06-05', done: '2026-06-09' }, 2],
    [
      'working days outside the calendar',
      'workdaysBetween',
      between,
      { served: '2026-12-30', done: '2027-01-05' },
      'unknown: calendar-not-covered',
    ],
    ['hours', 'hoursBetween', between, { served: '2026-06-05T10:00:00', done: '2026-06-05T14:30:00' }, 4.5],
    [
      'hours without a time of day',
      'hoursBetween',
      between,
      { served: '2026-06-05', done: '2026-06-05T14:30:00' },
      'unknown: missing served done',
    ],
    [
      'minutes over midnight',
      'minutesBetween',
      between,
      { served: '2026-06-05T23:50:00', done: '2026-06-06T00:05:00' },
      15,
    ],
    ['a blank end', 'daysBetween', between, { served: '2026-06-05' }, 'unknown: missing done'],
    [
      'the same day',
      'sameDay',
      { a: 'served', b: 'done' },
      { served: '2026-06-05', done: '2026-06-05T23:59:59' },
      true,
    ],
    ['another day', 'sameDay', { a: 'served', b: 'done' }, { served: '2026-06-05', done: '2026-06-06' }, false],
    [
      'first day of a window',
      'within',
      { date: 'served', before: 'done', months: 6 },
      { served: '2025-12-30', done: '2026-06-30' },
      true,
    ],
    [
      'the day before it',
      'within',
      { date: 'served', before: 'done', months: 6 },
      { served: '2025-12-29', done: '2026-06-30' },
      false,
    ],
    [
      'last day of a window',
      'within',
      { date: 'served', before: 'done', days: 3 },
      { served: '2026-06-30T23:00:00', done: '2026-06-30' },
      true,
    ],
    [
      'the day after it',
      'within',
      { date: 'served', before: 'done', days: 3 },
      { served: '2026-07-01', done: '2026-06-30' },
      false,
    ],
    [
      'a window as long as a parameter',
      'within',
      { date: 'served', before: 'done', limit: 'oneYear' },
      { served: '2025-06-30', done: '2026-06-30' },
      true,
    ],
  ])('%s', (_name, fact, params, values, expected) => {
    expect(shown(ask(fact, params, values))).toEqual(expected);
  });
});
