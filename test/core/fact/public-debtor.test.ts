import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf, sourcesOf } from './facts-of-row.ts';

const NUMBER = '469999199001011236';
const CASE = '（2026）琼9999执1号';
const listed = {
  name: '测试人员乙',
  identityNo: NUMBER,
  caseNo: CASE,
  publishedDate: '2026-03-02',
  shieldedDate: null,
};
const employee = { employeeName: '测试人员乙', employeeNo: NUMBER, employerUnit: '示例市示例局' };
const body = { bodyName: '示例市示例局', bodyCode: '91469999MA5T00001T', bodyKind: '国家机关', superiorUnit: '示例市' };

function value(name: string, row: object, tables: Parameters<typeof factOf>[3]): unknown {
  const result = factOf(name, 'dishonestListing', { ...listed, ...row }, tables);
  return result instanceof Unknown ? result.reason : result;
}

describe('a listed debtor and the public payroll', () => {
  it.each([
    ['the whole number', {}, {}, 'number'],
    ['the name without a number', { identityNo: null }, {}, 'name'],
    ['the name with the number of somebody else', { identityNo: '469999199102024564' }, {}, 'none'],
    ['another name', { identityNo: null, name: '测试人员丙' }, {}, 'none'],
    ['a name of two characters', { identityNo: null, name: '测试' }, { employeeName: '测试' }, 'missing'],
  ])('%s', (_name, row, other, expected) => {
    expect(value('publicEmployeeMatch', row, { publicEmployee: { rows: [{ ...employee, ...other }] } })).toBe(expected);
  });

  it('cannot be compared without the roster', () => {
    expect(value('publicEmployeeMatch', {}, {})).toBe('register-absent');
  });

  it('rests on the row of the roster', () => {
    const tables = { publicEmployee: { rows: [employee] } };
    expect(sourcesOf('publicEmployeeMatch', 'dishonestListing', listed, tables)).toEqual(['publicEmployee 2']);
  });
});

describe('a listed body and the roster of public bodies', () => {
  const own = { name: '示例市示例局', identityNo: '91469999MA5T00001T' };

  it.each([
    ['an organ of the state', '国家机关', 'number', 'number'],
    ['a state enterprise', '国有企业', 'number', 'none'],
    ['a private company', '民营企业', 'none', 'none'],
  ])('%s', (_name, bodyKind, asPublic, asGovernment) => {
    const tables = { publicBody: { rows: [{ ...body, bodyKind }] } };
    expect(value('publicBodyMatch', own, tables)).toBe(asPublic);
    expect(value('governmentBodyMatch', own, tables)).toBe(asGovernment);
  });
});

describe('the notice of a listing', () => {
  const notice = { caseNo: CASE, notifiedParty: '测试人员乙', notifiedPartyNo: NUMBER, notifiedDate: '2026-03-20' };

  it.each([
    ['by number in another case', { caseNo: '（2026）琼9999执2号' }, true],
    ['by name in the same case', { notifiedPartyNo: null }, true],
    ['by name in another case', { notifiedPartyNo: null, caseNo: '（2026）琼9999执2号' }, false],
    ['about somebody else', { notifiedPartyNo: null, notifiedParty: '测试人员丙' }, false],
  ])('%s', (_name, other, expected) => {
    expect(value('listingReported', {}, { listingNotice: { rows: [{ ...notice, ...other }] } })).toBe(expected);
  });

  it('is unknown where the table was not handed over', () => {
    expect(value('listingReported', {}, {})).toBe('register-absent');
  });
});

describe('the case of a listing', () => {
  it.each([
    ['closed', '2026-05-20', 'closed'],
    ['closed after the as-of date', '2026-07-01', 'open'],
    ['open', null, 'open'],
  ])('%s', (_name, closeDate, expected) => {
    const tables = { enforcementCase: { rows: [{ caseNo: CASE, closeDate }] } };
    expect(value('listingCaseState', {}, tables)).toBe(expected);
  });

  it('is not told without the table of cases', () => {
    expect(value('listingCaseState', {}, {})).toBe('unknown');
  });

  it('is listed still, or no longer', () => {
    expect(value('listingStateNow', {}, {})).toBe('in-force');
    expect(value('listingStateNow', { shieldedDate: '2026-05-01' }, {})).toBe('out');
  });
});
