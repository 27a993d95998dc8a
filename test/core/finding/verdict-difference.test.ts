import { describe, expect, test } from 'vitest';
import { createRegisterSet } from '../../../src/core/fact/register-set.ts';
import type { RecordVerdict } from '../../../src/core/finding/verdict-difference.ts';
import { verdictDifference, verdictsOf } from '../../../src/core/finding/verdict-difference.ts';
import type { RuleDefinition } from '../../../src/core/rule/format.ts';
import { AS_OF, calendar, limitParameter, sheetOf, tinyPack, tinyRule } from '../../support/tiny-rule.ts';

const rows = [
  { served: '2026-06-01', done: '2026-06-08' },
  { served: '2026-06-01', done: '2026-06-20' },
  { served: '2026-06-26' },
  {},
  { served: '2026-07-02' },
];

function verdicts(...rules: readonly RuleDefinition[]): readonly RecordVerdict[] {
  const registers = createRegisterSet([sheetOf(rows)], [], AS_OF, calendar);
  return [...verdictsOf(tinyPack(rules), registers, { asOf: AS_OF, calendar })];
}

const stock = tinyRule();
const stricter = tinyRule({ version: '1.1.0', parameters: { maxDays: limitParameter(4) } });

describe('verdicts of a pack', () => {
  test('say for each record what the rule says, and where it stands', () => {
    expect(verdicts(stock).map(({ outcome }) => outcome)).toEqual([
      'complies',
      'violates',
      'pending',
      'notApplicable',
      'notApplicable',
    ]);
    expect(verdicts(stock)[1]).toMatchObject({
      limbs: ['late'],
      origin: { file: '测试.xlsx', sheet: '2026年', row: 3, cell: 'C3' },
    });
  });
});

describe('the difference of two packs', () => {
  test('is empty for one pack and itself', () => {
    expect(verdictDifference(verdicts(stock), verdicts(stock))).toEqual([]);
  });

  test('counts what turned into what, and shows the records', () => {
    expect(verdictDifference(verdicts(stock), verdicts(stricter))).toEqual([
      {
        ruleId: 'tiny-rule',
        versions: { before: '1.0.0', after: '1.1.0' },
        transitions: [{ from: 'complies', to: 'violates', count: 1 }],
        changes: [
          {
            ruleId: 'tiny-rule',
            subject: '（2026）琼9999执1号',
            origin: { file: '测试.xlsx', sheet: '2026年', row: 2, cell: 'C2' },
            before: { outcome: 'complies', limbs: [] },
            after: { outcome: 'violates', limbs: ['late'] },
          },
        ],
      },
    ]);
  });

  test('tells a rule that is gone or new from one that changed; where it says nothing nothing changes', () => {
    const [gone] = verdictDifference(verdicts(stock), verdicts());
    expect(gone?.versions).toEqual({ before: '1.0.0', after: null });
    expect(gone?.transitions.map(({ from, to, count }) => [from, to, count])).toEqual([
      ['complies', 'absent', 1],
      ['pending', 'absent', 1],
      ['violates', 'absent', 1],
    ]);
    const [added] = verdictDifference(verdicts(), verdicts(stock));
    expect(added?.versions).toEqual({ before: null, after: '1.0.0' });
    expect(added?.changes).toHaveLength(3);
  });

  test('a violation by another limb is a change', () => {
    const [limb] = stock.violations;
    if (limb === undefined) throw new Error('no limb');
    const renamed = tinyRule({ violations: [{ ...limb, name: 'too-late' }] });
    expect(verdictDifference(verdicts(stock), verdicts(renamed))[0]?.transitions).toEqual([
      { from: 'violates', to: 'violates', count: 1 },
    ]);
  });
});
