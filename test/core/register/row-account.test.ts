import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../sheet/build-sheet.ts';
import { readSheet } from './reading.ts';

const headers = ['序号', '案号', '移送法院', '移送日期', '公安接收日期', '不予立案日期', '测试专用列'];

const cell = fc.oneof(
  fc.constant(null),
  fc.constantFrom<Value>(
    '合计',
    '小计：',
    '一、海口片区',
    '填表人：某某',
    '案号',
    '移送日期',
    '备注',
    '2026-01-05',
    '（2026）琼9999执1号',
    ' ',
    '甲',
  ),
  fc.integer({ min: -5, max: 99_999 }),
  fc.boolean(),
  fc.string({ maxLength: 6 }),
);
const anyRow = fc.oneof(fc.constant<Value[]>([]), fc.array(cell, { maxLength: 8 }), fc.constant<Value[]>(headers));
const range = fc
  .tuple(
    fc.integer({ min: 2, max: 12 }),
    fc.integer({ min: 0, max: 4 }),
    fc.constantFrom('A', 'B', 'C'),
    fc.constantFrom('C', 'D'),
  )
  .map(([row, height, from, to]) => `${from}${String(row)}:${to}${String(row + height)}`);

describe('the account of a sheet', () => {
  it('adds up whatever stands under the header, and every row but the blank ones at the end is in it', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), fc.array(range, { maxLength: 4 }), (rows, merged) => {
        const { account, records, rejected } = readSheet({
          name: '拒执犯罪移送台账',
          rows: [headers, ...rows],
          merged,
        });
        const { data, blank, groupRows, totalRows, other } = account;
        expect(data).toBe(account.records + groupRows + totalRows + blank + other + account.rejected);
        expect([account.records, account.rejected]).toEqual([records.length, rejected.length]);
        const lastWithContent = rows.findLastIndex((row) =>
          row.some((value) => value !== null && !/^\s*$/u.test(String(value))),
        );
        expect(data).toBe(lastWithContent + 1);
        for (const record of records) expect(record.row).toBeGreaterThan(1);
      }),
      { numRuns: 500 },
    );
  });
});
