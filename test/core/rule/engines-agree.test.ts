import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisonWith } from '../../../src/core/rule/comparison.ts';
import { applyOperator } from '../../../src/core/rule/operators.ts';
import type { OutcomeCounts } from '../../support/rule-fuzz.ts';
import { differenceBetweenEngines, fuzzCase } from '../../support/rule-fuzz.ts';
import { enginesFor, ruleWhen } from '../../support/tiny-rule.ts';
import { shippedCalendar } from '../calendar/shipped-calendar.ts';

test('closures and json-rules-engine agree on random rules and records', { timeout: 120_000 }, async () => {
  const calendar = shippedCalendar();
  const seen: OutcomeCounts = {};
  await fc.assert(
    fc.asyncProperty(fuzzCase, async (each) => {
      expect(await differenceBetweenEngines(each, calendar, seen)).toBeNull();
    }),
    { numRuns: 5000, seed: 20_260_630 },
  );
  for (const outcome of ['violates', 'complies', 'excused', 'pending', 'indeterminate', 'notApplicable'] as const) {
    expect(seen[outcome], outcome).toBeGreaterThan(0);
  }
});

test('a difference would be seen: the same record judged by two different rules', async () => {
  const strict = ruleWhen({ fact: 'count', operator: 'greaterThanInclusive', value: 7 });
  const lenient = ruleWhen({ fact: 'count', operator: 'greaterThan', value: 7 });
  const { closures, record } = enginesFor(strict, { count: 7 });
  const { reference } = enginesFor(lenient, { count: 7 });
  expect(closures.judge(record).outcome).not.toBe((await reference.judge(record)).outcome);
});

test('a literal worked out beforehand means what the operator means', () => {
  const scalar = fc.constantFrom(null, 0, 1, 7);
  fc.assert(
    fc.property(
      fc.constantFrom('equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'),
      scalar,
      scalar,
      (operator, left, right) => {
        expect(comparisonWith(operator, right)(left)).toBe(applyOperator(operator, left, right));
      },
    ),
  );
});
