import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../../../src/core/calendar/calendar.ts';
import type { Condition } from '../../../src/core/rule/format.ts';
import { OPERATORS } from '../../../src/core/rule/operators.ts';
import type { FuzzCase, OutcomeCounts } from '../../support/rule-fuzz.ts';
import { differenceBetweenEngines, fuzzCase } from '../../support/rule-fuzz.ts';
import { shippedCalendar } from '../calendar/shipped-calendar.ts';

const CASES = 5000;
const SEED = 20_260_630;
const calendar: WorkCalendar = shippedCalendar();

/** First difference between the engines among random rules and records, in words; `null` where there is none. */
async function firstDifference(
  cases: number,
  seen: OutcomeCounts,
  arbitrary: fc.Arbitrary<FuzzCase> = fuzzCase,
): Promise<string | null> {
  const result = await fc.check(
    fc.asyncProperty(arbitrary, async (each: FuzzCase) => {
      const difference = await differenceBetweenEngines(each, calendar, seen);
      if (difference !== null) throw new Error(difference);
    }),
    { numRuns: cases, seed: SEED },
  );
  return result.failed ? String(result.errorInstance) : null;
}

const overdue: Condition = {
  fact: 'overdue',
  operator: 'equal',
  value: true,
  params: { from: 'd1', to: 'd2', limit: 'limitB' },
};

/** Matters that are still open a day or two after they began, under rules that ask for a time limit and more. */
const openMatter: fc.Arbitrary<FuzzCase> = fuzzCase.map(({ rule, records }) => ({
  asOf: '2026-06-30',
  records: records.map((record) => ({ ...record, d1: '2026-06-29', d2: null })),
  rule: {
    ...rule,
    requires: [],
    applicability: { fact: 'd1', operator: 'present', value: true },
    violations: rule.violations.map((limb, index) => ({
      ...limb,
      requires: [],
      when: index % 2 === 0 ? { all: [limb.when, overdue] } : { any: [{ all: [overdue, overdue] }, limb.when] },
    })),
  },
}));

describe('random rules on random records', () => {
  it(`are judged alike by closures and json-rules-engine in ${CASES} cases, in every outcome`, async () => {
    const seen: OutcomeCounts = {};
    expect(await firstDifference(CASES, seen)).toBeNull();
    const outcomes = ['notApplicable', 'complies', 'violates', 'excused', 'indeterminate'] as const;
    for (const outcome of outcomes) expect(seen[outcome] ?? 0, outcome).toBeGreaterThan(100);
    expect(seen.error).toBeUndefined();
  });

  it('are judged alike where time limits are still running', async () => {
    const seen: OutcomeCounts = {};
    expect(await firstDifference(2000, seen, openMatter)).toBeNull();
    for (const outcome of ['pending', 'complies', 'violates', 'indeterminate'] as const) {
      expect(seen[outcome] ?? 0, outcome).toBeGreaterThan(100);
    }
  });

  it('show a planted difference: an operator that takes the boundary in one engine only', async () => {
    const { lessThan } = OPERATORS;
    const planted = { ...lessThan, apply: OPERATORS.lessThanInclusive.apply };
    Object.assign(OPERATORS, { lessThan: planted });
    try {
      expect(await firstDifference(CASES, {})).toMatch(/closures .*, reference /u);
    } finally {
      Object.assign(OPERATORS, { lessThan });
    }
    expect(OPERATORS.lessThan).toBe(lessThan);
  });
});
