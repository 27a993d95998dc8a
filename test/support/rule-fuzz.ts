/**
 * Random rules over random records, for holding the closures and json-rules-engine together. Everything is well-typed:
 * what the lint refuses is tested there.
 */
import fc from 'fast-check';
import { GENERIC_FACTS, createFactRegistry } from '../../src/core/fact/registry.ts';
import { createRegisterSet } from '../../src/core/fact/register-set.ts';
import type { WorkCalendar } from '../../src/core/calendar/calendar.ts';
import type { FieldValue, RegisterRecord, SheetMapping } from '../../src/core/register/record.ts';
import { CompiledRule } from '../../src/core/rule/compile.ts';
import { SharedFacts } from '../../src/core/rule/context.ts';
import type { Condition, ParameterDefinition, RuleDefinition } from '../../src/core/rule/format.ts';
import type { Judgement } from '../../src/core/rule/judgement.ts';
import { ReferenceRule } from '../../src/core/rule/reference.ts';

const REGISTER = 'fuzzRegister';
const DAYS = ['d1', 'd2', 'd3'] as const;
const MOMENTS = ['t1', 't2'] as const;
const DATES = [...DAYS, ...MOMENTS] as const;
const NUMBERS = ['n1', 'n2', 'm1'] as const;
const TEXTS = ['s1', 's2'] as const;
const BOOLEANS = ['b1', 'b2'] as const;
const FIELDS = [...DATES, ...NUMBERS, ...TEXTS, ...BOOLEANS] as const;

// Around holidays, month ends, a leap day, and the edges of the calendar.
const day = fc.constantFrom(
  '2014-12-30',
  '2015-01-01',
  '2024-01-31',
  '2024-02-28',
  '2024-02-29',
  '2024-09-30',
  '2025-01-27',
  '2025-01-28',
  '2025-06-30',
  '2025-07-01',
  '2025-07-04',
  '2025-07-07',
  '2025-09-28',
  '2025-10-01',
  '2026-02-14',
  '2026-06-29',
  '2026-06-30',
  '2026-07-01',
  '2026-12-30',
  '2027-01-04',
);
const moment = fc
  .tuple(day, fc.constantFrom('00:00:00', '09:30:00', '17:00:00', '17:00:01', '23:59:59'))
  .map(([date, time]) => `${date}T${time}`);
const number = fc.constantFrom(0, 1, 2, 7, 100, -3, 0.15, 250_000);
const text = fc.constantFrom('', '受理', '不予受理', '已 立案', 'ＡＢＣ', 'abc', '线索查证');
const word = fc.constantFrom('受理', '立案', 'ABC', '查证', '无');

function maybe<T extends FieldValue>(value: fc.Arbitrary<T>): fc.Arbitrary<FieldValue> {
  return fc.oneof(
    { weight: 16, arbitrary: value },
    { weight: 2, arbitrary: fc.constant(null) },
    fc.constant(undefined),
  );
}

const values = fc.record({
  d1: maybe(day),
  d2: maybe(day),
  // Blank more often than not: an open end is what makes a record pending.
  d3: fc.oneof(maybe(day), fc.constant(null)),
  t1: maybe(moment),
  t2: maybe(fc.oneof(moment, day)),
  n1: maybe(number),
  n2: maybe(number),
  m1: maybe(number),
  s1: maybe(text),
  s2: maybe(text),
  b1: maybe(fc.boolean()),
  b2: maybe(fc.boolean()),
});

const limitName = fc.constantFrom('limitA', 'limitB', 'limitC');
const dateReference = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<string>(...DATES) },
  fc.uniqueArray(fc.constantFrom<string>(...DATES), { minLength: 1, maxLength: 3 }),
  fc.record({
    fact: fc.constantFrom('latest', 'earliest', 'firstOf'),
    params: fc.record({ of: fc.uniqueArray(fc.constantFrom<string>(...DATES), { minLength: 1, maxLength: 3 }) }),
  }),
);
const deadline = fc.record(
  {
    from: dateReference,
    limit: limitName,
    extension: limitName,
    extendedWhen: fc.constantFrom<string>(...BOOLEANS, 'd3'),
    officeHours: fc.boolean(),
  },
  { requiredKeys: ['from', 'limit'] },
);
const pair = fc.record({ from: dateReference, to: dateReference });
const order = fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive');
const equality = fc.constantFrom('equal', 'notEqual');

type Leaf = Extract<Condition, { fact: string }>;

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ fact: fc.constantFrom<string>(...FIELDS), operator: fc.constant('present'), value: fc.boolean() }),
  fc.record({ fact: fc.constantFrom<string>(...NUMBERS), operator: fc.oneof(order, equality), value: number }),
  fc.record({ fact: fc.constantFrom<string>(...DATES), operator: order, value: fc.oneof(day, moment) }),
  fc.record({ fact: fc.constantFrom<string>(...TEXTS), operator: equality, value: text }),
  fc.record({ fact: fc.constantFrom<string>(...BOOLEANS), operator: equality, value: fc.boolean() }),
  fc.record({
    fact: fc.constantFrom<string>(...TEXTS),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.array(text, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    fact: fc.constantFrom<string>(...NUMBERS),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.array(number, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    fact: fc.constantFrom<string>(...TEXTS),
    operator: fc.constantFrom('containsAny', 'containsNone'),
    value: fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.constant({ fact: 'parameter', params: { name: 'words' } }),
    ),
  }),
  fc.record({
    fact: fc.constantFrom<string>(...DATES),
    operator: order,
    value: fc.oneof(
      fc.constantFrom<string>(...DATES).map((fact) => ({ fact })),
      fc.constant({ fact: 'asOf' }),
      fc.constant({ fact: 'parameter', params: { name: 'fromDay' } }),
      deadline.map((params) => ({ fact: 'dueDate', params })),
    ),
  }),
  fc.record({
    fact: fc.constantFrom<string>(...NUMBERS),
    operator: fc.oneof(order, equality),
    value: fc.constantFrom({ fact: 'n2' }, { fact: 'parameter', params: { name: 'amount' } }),
  }),
  fc.record({
    fact: fc.constant('overdue'),
    params: fc.tuple(deadline, dateReference).map(([rest, to]) => ({ ...rest, to })),
    operator: equality,
    value: fc.boolean(),
  }),
  // A limit that has just begun: pending as long as its end is blank.
  fc.record({
    fact: fc.constant('overdue'),
    params: fc.record({ from: fc.constant('asOf'), to: fc.constantFrom('d3', 't1'), limit: limitName }),
    operator: fc.constant('equal'),
    value: fc.constant(true),
  }),
  fc.record({ fact: fc.constant('dueDate'), params: deadline, operator: order, value: day }),
  fc.record({
    fact: fc.constantFrom('daysBetween', 'hoursBetween', 'minutesBetween', 'workdaysBetween'),
    params: pair,
    operator: fc.oneof(order, equality),
    value: fc.oneof(number, fc.constant({ fact: 'parameter', params: { name: 'amount' } })),
  }),
  fc.record({
    fact: fc.constant('sameDay'),
    params: fc.record({ a: dateReference, b: dateReference }),
    operator: equality,
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('within'),
    params: fc
      .tuple(
        dateReference,
        dateReference,
        fc.constantFrom<Record<string, unknown>>({ months: 6 }, { days: 10 }, { limit: 'limitA' }),
      )
      .map(([date, before, length]) => ({ date, before, ...length })),
    operator: equality,
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('ratio'),
    params: fc.constantFrom({ numerator: 'n1', denominator: 'n2' }, { numerator: 'm1', denominator: ['n2', 'n1'] }),
    operator: order,
    value: fc.oneof(number, fc.constant({ fact: 'parameter', params: { name: 'share' } })),
  }),
  fc.record({
    fact: fc.constant('valueOr'),
    params: fc.record({ field: fc.constantFrom<string>(...NUMBERS), otherwise: number }),
    operator: order,
    value: number,
  }),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }) }) },
  ),
}));

const words = { zh: '模糊测试', en: 'fuzz' };

function versions<T extends number | string | readonly string[]>(
  unit: ParameterDefinition['unit'],
  value: fc.Arbitrary<T>,
): fc.Arbitrary<ParameterDefinition> {
  return fc
    .tuple(value, value, fc.constantFrom<string | readonly string[]>('d1', ['d2', 't1'], []), fc.boolean())
    .map(([first, second, asOf, late]) => ({
      label: words,
      unit,
      asOf,
      values: [
        // A parameter that begins late is not in force for old records.
        { from: late ? '2024-02-29' : '2012-01-01', value: first, basis: 'policy-default' },
        { from: '2025-07-01', value: second, basis: 'policy-default' },
      ],
    }));
}

const timeUnit = fc.constantFrom<ParameterDefinition['unit']>(
  'day',
  'calendarDay',
  'workday',
  'month',
  'calendarMonth',
  'year',
  'hour',
  'minute',
);
const wholeNumber = fc.constantFrom(0, 1, 3, 7, 10, 30);
const parameters = fc.record({
  limitA: fc
    .constantFrom<ParameterDefinition['unit']>('day', 'month', 'year')
    .chain((unit) => versions(unit, wholeNumber)),
  limitB: timeUnit.chain((unit) => versions(unit, wholeNumber)),
  limitC: timeUnit.chain((unit) => versions(unit, wholeNumber)),
  amount: versions('count', wholeNumber),
  share: versions('ratio', fc.constantFrom(0.15, 0.5, 1)),
  fromDay: versions('date', day),
  words: versions('list', fc.array(word, { minLength: 1, maxLength: 2 })),
});

const rule: fc.Arbitrary<RuleDefinition> = fc
  .record({
    parameters,
    requires: fc.uniqueArray(fc.constantFrom<string>(...FIELDS), { maxLength: 1 }),
    applicability: condition,
    limbs: fc.array(
      fc.record({ when: condition, requires: fc.uniqueArray(fc.constantFrom<string>(...FIELDS), { maxLength: 1 }) }),
      { minLength: 1, maxLength: 3 },
    ),
    excuses: fc.array(fc.record({ when: condition, first: fc.boolean() }), { maxLength: 2 }),
  })
  .map((random) => ({
    id: 'fuzz',
    version: '1.0.0',
    status: 'active',
    title: words,
    clauses: [],
    legalBasis: [],
    confidence: 'verified',
    note: words,
    party: { name: words },
    register: REGISTER,
    severity: 'minor',
    parameters: random.parameters,
    requires: random.requires,
    applicability: random.applicability,
    violations: random.limbs.map(({ when, requires }, index) => ({
      name: `limb${index}`,
      class: 'lead',
      requires,
      when,
      message: words,
    })),
    exonerating: random.excuses.map(({ when, first }, index) => ({
      name: `excuse${index}`,
      label: words,
      when,
      ...(first ? { limbs: ['limb0'] } : {}),
    })),
    remedy: words,
    tests: [],
  }));

export interface FuzzCase {
  readonly rule: RuleDefinition;
  readonly records: readonly Readonly<Record<string, FieldValue>>[];
  readonly asOf: string;
}

/** A rule with the records that it judges. */
export const fuzzCase: fc.Arbitrary<FuzzCase> = fc.record({
  rule,
  records: fc.array(values, { minLength: 1, maxLength: 4 }),
  asOf: fc.constantFrom('2025-07-07', '2026-06-30', '2026-07-01'),
});

const registry = createFactRegistry(GENERIC_FACTS, []);
const mapping: SheetMapping = {
  file: '模糊测试.xlsx',
  sheet: 'Sheet1',
  register: REGISTER,
  columns: Object.fromEntries(FIELDS.map((field, column) => [field, column])),
};

function essence(judgement: Judgement): string {
  if (judgement.outcome === 'violates' || judgement.outcome === 'excused') {
    return `${judgement.outcome} ${judgement.broken.join()} ${judgement.excusedBy.join()}`;
  }
  return judgement.outcome === 'error' ? `error ${judgement.message}` : judgement.outcome;
}

/** How often each outcome was seen: a fuzz that only ever sees one proves little. */
export type OutcomeCounts = Partial<Record<Judgement['outcome'], number>>;

/** Judges a case by both engines. @returns the first difference in words, or `null` */
export async function differenceBetweenEngines(
  { rule: definition, records, asOf }: FuzzCase,
  calendar: WorkCalendar,
  seen: OutcomeCounts,
): Promise<string | null> {
  const registers = createRegisterSet([], [], asOf, calendar);
  const environment = { asOf, calendar, registers, tables: {}, facts: registry };
  const shared = new SharedFacts(environment);
  const compiled = new CompiledRule(definition, shared);
  const reference = new ReferenceRule(definition, new SharedFacts(environment));
  for (const [index, row] of records.entries()) {
    const record: RegisterRecord = { register: REGISTER, mapping, row: index + 2, values: row };
    const fast = compiled.judge(record);
    seen[fast.outcome] = (seen[fast.outcome] ?? 0) + 1;
    const slow = await reference.judge(record);
    if (essence(fast) !== essence(slow))
      return `record ${index}: closures ${essence(fast)}, reference ${essence(slow)}`;
    if (fast.outcome === 'error') return `record ${index}: ${fast.message}`;
    if (fast.outcome !== 'violates') continue;
    for (const limb of fast.broken) {
      const { result } = await reference.explain(record, limb);
      if (result !== 'true') return `record ${index}, limb ${limb}: closures true, explanation ${result}`;
    }
  }
  return null;
}
