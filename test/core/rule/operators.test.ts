import { describe, expect, test } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import type { FactResult } from '../../../src/core/fact/fact.ts';
import { comparisonWith } from '../../../src/core/rule/comparison.ts';
import { triWord } from '../../../src/core/rule/kleene.ts';
import { applyOperator } from '../../../src/core/rule/operators.ts';
import type { OperatorName } from '../../../src/core/rule/operators.ts';

const missing = new Unknown('missing', ['field']);

const meanings: readonly [OperatorName, FactResult, Exclude<FactResult, Unknown>, 'true' | 'false' | 'unknown'][] = [
  ['present', '无异议', true, 'true'],
  ['present', '无', true, 'false'],
  ['present', '没有', false, 'true'],
  ['present', '不适用', true, 'false'],
  ['present', 0, true, 'true'],
  ['present', false, true, 'true'],
  ['present', null, true, 'false'],
  ['present', null, false, 'true'],
  ['present', [], true, 'false'],
  ['present', missing, false, 'unknown'],
  ['equal', '拒绝', '拒绝', 'true'],
  ['equal', '拒绝', '办结', 'false'],
  ['equal', null, '拒绝', 'unknown'],
  ['equal', missing, true, 'unknown'],
  ['equal', false, false, 'true'],
  ['notEqual', null, '拒绝', 'unknown'],
  ['notEqual', '办结', '拒绝', 'true'],
  ['lessThan', 9, 10, 'true'],
  ['lessThan', null, 10, 'unknown'],
  ['lessThan', 10, 10, 'false'],
  ['lessThanInclusive', 10, 10, 'true'],
  ['greaterThan', '2026-03-01', '2026-02-28', 'true'],
  ['greaterThan', '2026-03-01T23:00:00', '2026-03-01', 'false'],
  ['greaterThanInclusive', '2026-03-01', '2026-03-01T23:00:00', 'true'],
  ['greaterThan', '2026-03-01T10:00:01', '2026-03-01T10:00:00', 'true'],
  ['in', '退回', ['拒绝', '退回'], 'true'],
  ['in', '办结', ['拒绝', '退回'], 'false'],
  ['in', null, ['拒绝'], 'unknown'],
  ['notIn', '办结', ['拒绝'], 'true'],
  ['notIn', null, ['拒绝'], 'unknown'],
  ['containsAny', '已 拒 绝', ['拒绝'], 'true'],
  ['containsAny', 'ＡＢＣ', ['ABC'], 'true'],
  ['containsAny', null, ['拒绝'], 'false'],
  ['containsAny', missing, ['拒绝'], 'unknown'],
  ['containsAny', ['办结', '已拒绝'], ['拒绝'], 'true'],
  ['containsNone', null, ['拒绝'], 'true'],
  ['containsNone', '已拒绝', ['拒绝'], 'false'],
];

describe('an operator means the same in both engines', () => {
  test.each(meanings)('%s of %j and %j is %s', (operator, left, right, expected) => {
    expect(triWord(applyOperator(operator, left, right))).toBe(expected);
    expect(triWord(comparisonWith(operator, right)(left))).toBe(expected);
  });

  test.each<[OperatorName, FactResult, Exclude<FactResult, Unknown>]>([
    ['lessThan', '9', '10'],
    ['lessThan', 5, '2026-01-01'],
    ['greaterThan', '113/01/05', '99/12/31'],
    ['equal', 1, '1'],
    ['in', '拒绝', '拒绝退回'],
    ['containsAny', 5, ['5']],
  ])('%s of %j and %j has no meaning and is refused', (operator, left, right) => {
    expect(() => applyOperator(operator, left, right)).toThrow(/cannot compare/);
    expect(() => comparisonWith(operator, right)(left)).toThrow(/cannot compare/);
  });
});
