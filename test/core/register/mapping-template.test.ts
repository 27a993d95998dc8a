import { describe, expect, it } from 'vitest';
import { headerFingerprint } from '../../../src/core/register/header-fingerprint.ts';
import type { SavedMapping } from '../../../src/core/register/mapping-template.ts';
import { planSheet } from '../../../src/core/register/plan-sheet.ts';
import type { SheetPlan } from '../../../src/core/register/sheet-plan.ts';
import { buildSheet } from '../sheet/build-sheet.ts';
import { shippedIndex } from './shipped-definitions.ts';

const headers = ['案号', '移送日期', '测试列甲', '测试列乙', '公安接收日期', '嫌疑人'];
const rows = [['某表'], headers, ['（2026）琼9999执1号', '2026-01-05', '2026-01-20', '1', '2026-01-06', '某某']];
const columns = { 测试列甲: 'refusedDate', '测试列乙 ': 'refusalNoticeNo', 公安接收日期: null, 没有的列: 'sentence' };

function planWith(mapping: Partial<SavedMapping>, file = '甲局2026.xlsx', sheet = '明细'): SheetPlan {
  const template = { schemaVersion: 1, mappings: [{ register: 'crimeReferral', columns, ...mapping }] } as const;
  return planSheet(buildSheet({ name: sheet, rows }), file, shippedIndex, template);
}

describe('a saved mapping', () => {
  it('goes before the automatic way, and leaves it what the template does not name', () => {
    const plan = planWith({ file: '甲局*.xlsx', sheet: '明细' });
    expect([plan.register, plan.headerRow]).toEqual(['crimeReferral', 2]);
    expect(plan.columns.map(({ header, field }) => [header, field])).toEqual([
      ['案号', 'caseNo'],
      ['移送日期', 'referredAt'],
      ['测试列甲', 'refusedDate'],
      ['测试列乙', 'refusalNoticeNo'],
      ['嫌疑人', 'suspect'],
    ]);
    expect(plan.unmapped.map(({ header }) => header)).toEqual(['公安接收日期']);
  });

  it('fits by the fingerprint of the headers', () => {
    expect(planWith({ fingerprint: headerFingerprint(headers) }).columns).toHaveLength(5);
    expect(planWith({ fingerprint: headerFingerprint(['案号']) }).columns).toHaveLength(4);
  });

  it.each([{ file: '乙局*' }, { sheet: '汇总' }, { file: '甲局' }])(
    'that does not fit is left alone: %j',
    (pattern) => {
      expect(planWith(pattern).columns.map(({ field }) => field)).toEqual([
        'caseNo',
        'referredAt',
        'receivedAt',
        'suspect',
      ]);
    },
  );

  it('names the header row where it cannot be found', () => {
    const plan = planSheet(
      buildSheet({
        rows: [
          ['列1', '列2'],
          ['（2026）琼9999执1号', '甲'],
        ],
      }),
      '测试.csv',
      shippedIndex,
      {
        schemaVersion: 1,
        mappings: [{ register: 'crimeReferral', headerRow: 1, columns: { 列1: 'caseNo', 列2: 'suspect' } }],
      },
    );
    expect([plan.headerRow, plan.columns.map(({ field }) => field)]).toEqual([1, ['caseNo', 'suspect']]);
  });

  it('names a field that the register does not have: the column is reported unmapped', () => {
    const plan = planWith({ columns: { 测试列甲: 'noSuchField' } });
    expect(plan.unmapped.map(({ header }) => header)).toContain('测试列甲');
  });
});

describe('columns that compete', () => {
  it('the better header takes the field; the other is reported with the field that it wanted', () => {
    const plan = planSheet(
      buildSheet({ rows: [['案号', '收到材料日期', '立案日期', '申请日期', '案 号', '结案方式', '承办人'], ['1']] }),
      '执行案件.xlsx',
      shippedIndex,
    );
    expect(plan.columns.map(({ column, field }) => [column, field])).toEqual([
      [0, 'caseNo'],
      [1, 'receivedDate'],
      [2, 'filedDate'],
      [5, 'closeMode'],
      [6, 'handler'],
    ]);
    expect(plan.unmapped.map(({ column, wanted }) => [column, wanted])).toEqual([
      [3, 'receivedDate'],
      [4, 'caseNo'],
    ]);
  });
});
