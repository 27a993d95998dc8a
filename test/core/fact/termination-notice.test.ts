import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf, sourcesOf } from './facts-of-row.ts';

const CASE_NO = '（2026）琼9999执1号';
const TERMINATED = { caseNo: CASE_NO, closeDate: '2026-05-20', noticeDate: null, reportOrderDate: null };
const ORDER = { caseNo: CASE_NO, debtor: '示例甲公司', issuedDate: '2026-01-08' };
const orders = (row: object) => ({ reportOrder: { rows: [{ ...ORDER, ...row }] } });

describe('the notice before a termination', () => {
  it.each([
    ['in the case table', { noticeDate: '2026-05-20' }, {}, true],
    ['after the closure', { noticeDate: '2026-05-21' }, {}, false],
    [
      'in the records of service',
      {},
      { serviceRecord: { rows: [{ caseNo: CASE_NO, documentTitle: '执行通知书', issuedDate: '2026-01-08' }] } },
      true,
    ],
    ['nowhere', {}, {}, false],
  ])('%s', (_name, row, tables, sent) => {
    expect(factOf('noticeBeforeClosure', 'enforcementCase', { ...TERMINATED, ...row }, tables)).toBe(sent);
  });

  it('is unknown without the column', () => {
    expect(
      factOf('noticeBeforeClosure', 'enforcementCase', { caseNo: CASE_NO, closeDate: '2026-05-20' }, {}),
    ).toBeInstanceOf(Unknown);
  });
});

describe('the report order before a termination', () => {
  it.each([
    ['on the day of the closure', { issuedDate: '2026-05-20' }, true],
    ['after the closure', { issuedDate: '2026-05-21' }, false],
  ])('%s', (_name, row, sent) => {
    expect(factOf('reportOrderBeforeClosure', 'enforcementCase', TERMINATED, orders(row))).toBe(sent);
  });

  it('is unknown where an order has no day', () => {
    const value = factOf('reportOrderBeforeClosure', 'enforcementCase', TERMINATED, orders({ issuedDate: null }));
    expect(value).toBeInstanceOf(Unknown);
  });
});

describe('property reports', () => {
  it.each([
    ['reported and not verified', { reportedDate: '2026-01-15', verificationResult: null }, ['示例甲公司']],
    ['reported and verified', { reportedDate: '2026-01-15', verificationResult: '属实' }, []],
    ['not reported', { reportedDate: null, verificationResult: null }, []],
  ])('%s', (_name, row, names) => {
    expect(factOf('reportsUnverified', 'enforcementCase', TERMINATED, orders(row))).toEqual(names);
    const sources = sourcesOf('reportsUnverified', 'enforcementCase', TERMINATED, orders(row));
    expect(sources).toHaveLength(names.length);
  });

  it.each([
    ['false, nothing done', { verificationResult: '虚假报告', sanction: null }, ['示例甲公司']],
    ['false, the column says none', { verificationResult: '虚假报告', sanction: '无' }, ['示例甲公司']],
    ['false, fined', { verificationResult: '虚假报告', sanction: '罚款' }, []],
    ['true', { verificationResult: '属实', sanction: null }, []],
  ])('%s', (_name, row, names) => {
    expect(factOf('badReportsUnsanctioned', 'enforcementCase', TERMINATED, orders(row))).toEqual(names);
  });
});
