import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../../../src/core/calendar/calendar.ts';
import { OPERATORS } from '../../../src/core/rule/operators.ts';
import type { FuzzCase, OutcomeCounts } from '../../support/rule-fuzz.ts';
import { differenceBetweenEngines, fuzzCase } from '../../support/rule-fuzz.ts';
import { shippedCalendar } from '../calendar/shipped-calendar.ts';

const CASES = 3000;
const SEED = 20_260_630;
const calendar: WorkCalendar = shippedCalendar();

/** First difference between the engines among random rules and records, shrunk; `null` where there is none. */
async function firstDifference(cases: number, seen: OutcomeCounts): Promise<string | null> {
  const result = await fc.check(
    fc.asyncProperty(fuzzCase, async (each: FuzzCase) => {
      const difference = await differenceBetweenEngines(each, calendar, seen);
      if (difference !== null) throw new Error(difference);
    }),
    { numRuns: cases, seed: SEED },
  );
  return result.failed ? await fc.asyncDefaultReportMessage(result) : null;
}

describe('random rules on random records', () => {
  it(`are judged alike by closures and json-rules-engine in ${CASES} cases, in every outcome`, async () => {
    const seen: OutcomeCounts = {};
    expect(await firstDifference(CASES, seen)).toBeNull();
    const outcomes = ['notApplicable', 'complies', 'violates', 'excused', 'pending', 'indeterminate'] as const;
    for (const outcome of outcomes) expect(seen[outcome] ?? 0, outcome).toBeGreaterThan(20);
    expect(seen.error).toBeUndefined();
  }, 120_000);

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
  }, 120_000);
});
