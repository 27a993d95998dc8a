import { describe, expect, it } from 'vitest';
import { caseNumberKey, caseNumbersIn, caseTypeOf } from '../../../src/core/fact/case-number.ts';

describe('case numbers', () => {
  it.each([
    ['（2026）琼9999执1号', '执'],
    ['（2026）琼9999执恢12号', '执恢'],
    ['（2026）琼9999执保88号', '执保'],
    ['（2026）琼99执异3号之一', '执异'],
    ['（2026）琼执复12号', '执复'],
    ['（2015）示执字第123号', '执'],
    ['（2026）琼9999司惩5号', '司惩'],
    ['（2026）琼9999民初1号', null],
  ])('%s is of type %s', (caseNo, type) => {
    expect(caseTypeOf(caseNo)).toBe(type);
  });

  it('are found in running text', () => {
    expect(caseNumbersIn('关于（2026）琼9999执1号、(2025)琼9999执恢2号两案的函')).toEqual([
      '（2026）琼9999执1号',
      '(2025)琼9999执恢2号',
    ]);
    expect(caseNumbersIn('关于召开（2026）年度会议的通知')).toEqual([]);
  });

  it.each([
    ['（2026）琼9999执1号', '(2026)琼9999执1号'],
    ['〔2026〕琼9999执1号', '（2026）琼9999执001号'],
    ['（2015）示执字第123号', '（2015）示执123号'],
    ['（2026）琼9999执1号之一', '（2026）琼9999执1号'],
  ])('%s and %s are the same case', (a, b) => {
    expect(caseNumberKey(a)).toBe(caseNumberKey(b));
  });
});
