import { describe, expect, it } from 'vitest';
import { readSheet } from './reading.ts';

/** Columns whose day belongs to what another column of the row names. */
const HEAD = ['案号', '移送法院', '移送时间', '受案登记表号'];

function valuesOf(headers: readonly string[], cells: readonly string[]): Readonly<Record<string, unknown>> {
  const { records } = readSheet({
    name: '拒执犯罪移送台账',
    rows: [
      [...HEAD, ...headers],
      ['（2026）琼9999执1号', '示例市人民法院', '2026-03-02', '示公受〔2026〕1号', ...cells],
    ],
  });
  return records[0]?.values ?? {};
}

describe('a column 立案或不立案时间 beside the result', () => {
  it.each<[result: string, day: string, filed: unknown, refused: unknown]>([
    ['立案', '2026-03-06', '2026-03-06', null],
    ['已立案侦查', '2026-03-06', '2026-03-06', null],
    ['不予立案', '2026-03-06', null, '2026-03-06'],
    ['退回', '2026-03-06', null, '2026-03-06'],
    ['退回补充材料', '2026-03-06', undefined, undefined],
    ['拟不予立案', '2026-03-06', undefined, undefined],
    ['', '2026-03-06', undefined, undefined],
    ['', '', null, null],
    ['不予立案', '', null, null],
  ])('%s on %s', (result, day, filed, refused) => {
    const values = valuesOf(['结果', '立案或不立案时间'], [result, day]);
    expect([values.filedDate, values.refusedDate]).toEqual([filed, refused]);
  });

  it('is told by the name of the document where there is no result', () => {
    const values = valuesOf(['文书名称', '立案/不立案日期'], ['不予立案通知书', '2026-03-06']);
    expect([values.filedDate, values.refusedDate]).toEqual([null, '2026-03-06']);
  });

  it('leaves alone a column that the sheet has for itself', () => {
    const values = valuesOf(['结果', '立案日期', '决定日期'], ['不予立案', '2026-05-06', '2026-03-06']);
    expect([values.filedDate, values.refusedDate]).toEqual(['2026-05-06', '2026-03-06']);
  });

  it('says nothing where no column tells', () => {
    const values = valuesOf(['立案或不立案时间'], ['2026-03-06']);
    expect([values.filedDate, values.refusedDate]).toEqual([undefined, undefined]);
  });
});

describe('a column 不立案/撤案时间 beside the result', () => {
  it.each<[result: string, refused: unknown, withdrawn: unknown]>([
    ['不予立案', '2026-03-06', null],
    ['撤案', null, '2026-03-06'],
    ['撤销案件', null, '2026-03-06'],
    ['立案', undefined, undefined],
  ])('%s', (result, refused, withdrawn) => {
    const values = valuesOf(['结果', '不立案/撤案时间'], [result, '2026-03-06']);
    expect([values.refusedDate, values.withdrawnDate]).toEqual([refused, withdrawn]);
  });
});

describe('a column 送达时间 beside 送达对象', () => {
  it.each<[recipient: string, court: unknown, complainant: unknown]>([
    ['示例市人民法院', '2026-03-09', null],
    ['控告人王某', null, '2026-03-09'],
    ['控告人、移送法院', '2026-03-09', '2026-03-09'],
    ['申请执行人', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (recipient, court, complainant) => {
    const values = valuesOf(['送达时间', '送达对象'], ['2026-03-09', recipient]);
    expect([values.courtServedDate, values.complainantServedDate]).toEqual([court, complainant]);
  });
});
