import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf } from './facts-of-row.ts';

const caseNo = '（2026）琼9999执1号';
const request = {
  caseNo,
  debtor: '示例市甲公司',
  propertyId: '测试账号0001',
  servedAt: '2026-03-02T10:00:00',
  completedAt: null,
};

function value(name: string, row: object, tables: Parameters<typeof factOf>[3]): unknown {
  const result = factOf(name, 'assistanceRequest', { ...request, ...row }, tables);
  return result instanceof Unknown ? result.reason : result;
}

describe('the consequence of a refusal', () => {
  const none = { columns: ['caseNo', 'recipient'], rows: [] };
  const established = { refusalEstablishedDate: '2026-03-10' };
  const sanctioned = (sanctionedParty: string, dates: object = {}) => ({
    judicialSanction: { rows: [{ caseNo, sanctionedParty, ...dates }] },
    judicialSuggestion: none,
  });

  it.each([
    ['the unit', '示例银行示例支行', {}, '2026-03-10'],
    ['a person of the unit', '测试人员丙', {}, '2026-03-10'],
    ['the unit, with its date', '示例银行示例支行', { servedDate: '2026-05-02', fineDate: '2026-05-01' }, '2026-05-01'],
    ['the debtor', '示例市甲公司', {}, null],
  ])('is a sanction against %s', (_name, party, dates, expected) => {
    expect(value('refusalAnsweredDate', established, sanctioned(party, dates))).toBe(expected);
  });

  it('is unknown while one of the two registers is missing', () => {
    expect(value('refusalAnsweredDate', established, { judicialSuggestion: none })).toBe('register-absent');
  });
});

describe('an outflow after service', () => {
  const outflow = { caseNo, accountNo: '测试账号0001', transferredAt: '2026-03-02T11:00:00', debitAmount: 1_000_000 };

  it.each([
    ['of ten thousand yuan', {}, {}, true],
    ['of one fen less', {}, { debitAmount: 999_999 }, false],
    ['of half the balance', {}, { debitAmount: 500, balanceBefore: 1000 }, true],
    ['a day later to the minute', {}, { transferredAt: '2026-03-03T10:00:00' }, true],
    ['a minute later', {}, { transferredAt: '2026-03-03T10:01:00' }, false],
    ['at the minute of service', {}, { transferredAt: '2026-03-02T10:00:00' }, false],
    ['after control', { completedAt: '2026-03-02T10:30:00' }, {}, false],
    ['where control has a day only', { completedAt: '2026-03-02' }, {}, false],
    ['by standing order', {}, { remark: '代扣水费' }, false],
    ['from another account', {}, { accountNo: '测试账号0002' }, false],
  ])('%s', (_name, row, other, expected) => {
    expect(value('outflowAfterService', row, { accountTransaction: { rows: [{ ...outflow, ...other }] } })).toBe(
      expected,
    );
  });

  it('is unknown where service has no time of day, or no transactions were handed over', () => {
    const tables = { accountTransaction: { rows: [outflow] } };
    expect(value('outflowAfterService', { servedAt: '2026-03-02' }, tables)).toBe('missing');
    expect(value('outflowAfterService', {}, {})).toBe('register-absent');
  });
});
