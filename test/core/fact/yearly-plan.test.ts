import { describe, expect, it } from 'vitest';
import type { FactContext } from '../../../src/core/fact/fact.ts';
import { factRegistry } from '../../../src/core/fact/registry.ts';
import { yearIn } from '../../../src/core/fact/yearly-plan.ts';
import { registersOf } from './neighbour-registers.ts';

const UNIT = '示例县人民政府';

function years(context: FactContext, register: string): readonly unknown[] {
  return context.registers.all(register).map(({ values }) => values);
}

describe('the year of a yearly table', () => {
  it.each([
    ['2025', 2025],
    ['2025年度', 2025],
    ['二五年', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(yearIn(text)).toBe(expected);
  });
});

describe('the yearly assessment', () => {
  const plan = (indicator: string | null, year = '2025年') => ({ unit: UNIT, year, indicator });

  it('takes all indicators of a unit and year together', () => {
    const context = registersOf({
      assessmentPlan: { rows: [plan('依法决策'), plan('履行生效裁判'), plan('行政复议', '2024')] },
    });
    expect(years(context, 'assessmentYear')).toMatchObject([
      { kind: '方案', unit: UNIT, year: 2025, contents: '依法决策、履行生效裁判' },
      { kind: '方案', unit: UNIT, year: 2024, contents: '行政复议' },
    ]);
  });

  it('cannot tell what a plan lacks where an indicator is blank', () => {
    const context = registersOf({ assessmentPlan: { rows: [plan('依法决策'), plan(null)] } });
    expect(years(context, 'assessmentYear')).toMatchObject([{ contents: undefined }]);
  });

  const result = { year: '2025', department: '示例县某某局', deductionGrounds: '案卷不合格' };
  const debt = { debtorUnit: '示例县某某局', performanceDue: '2025-12-31', unpaidAmount: 100 };

  it('counts the cases that a department owed at the end of the year, and names them', () => {
    const context = registersOf({
      assessmentResult: { rows: [result] },
      governmentDebtorCase: {
        rows: [
          debt,
          { ...debt, performanceDue: '2026-01-01' },
          { ...debt, unpaidAmount: 0 },
          { ...debt, debtorUnit: '示例县其他局' },
        ],
      },
    });
    expect(years(context, 'assessmentYear')).toMatchObject([{ kind: '部门', year: 2025, unperformed: 1 }]);
    const [record] = context.registers.all('assessmentYear');
    if (record === undefined) throw new Error('no record');
    const fact = factRegistry.find('unperformedCases', 'assessmentYear');
    expect(fact?.sources?.(record, context, {}).map(({ row }) => row)).toEqual([2]);
  });

  it('knows nothing of a department without the table of cases', () => {
    const context = registersOf({ assessmentResult: { rows: [result] } });
    expect(years(context, 'assessmentYear')).toMatchObject([{ kind: '部门', unperformed: undefined }]);
  });
});

describe('the publicity of a year', () => {
  it('adds up the activities on enforcement only', () => {
    const row = { unit: '示例市司法局', year: '2025' };
    const context = registersOf({
      publicityPlan: {
        rows: [
          { ...row, theme: '宪法宣传', count: 5 },
          { ...row, theme: '执行宣传', count: 2 },
          { ...row, theme: '失信惩戒', count: 1 },
        ],
      },
    });
    expect(years(context, 'publicityYear')).toMatchObject([
      { unit: '示例市司法局', year: 2025, activities: 3, contents: '宪法宣传、执行宣传、失信惩戒', yearOver: true },
    ]);
    const [record] = context.registers.all('publicityYear');
    if (record === undefined) throw new Error('no record');
    const fact = factRegistry.find('publicityThemes', 'publicityYear');
    expect(fact?.sources?.(record, context, {})).toHaveLength(3);
  });

  it('cannot count where a row on enforcement has no number', () => {
    const context = registersOf({
      publicityPlan: { rows: [{ unit: '示例市司法局', year: '2026', theme: '执行宣传', count: null }] },
    });
    expect(years(context, 'publicityYear')).toMatchObject([{ activities: undefined, yearOver: false }]);
  });
});
