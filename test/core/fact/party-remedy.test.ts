import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf, sourcesOf } from './facts-of-row.ts';

const CASE_NO = '（2025）琼9999执1号';
const ROW = {
  caseNo: '（2026）琼9999执异1号',
  originalEnforcementCaseNo: CASE_NO,
  addedParty: '示例市丙公司',
  receivedDate: '2026-03-05',
  decisionDate: '2026-03-18',
  reviewReceivedDate: '2026-03-20',
  reviewDecisionDate: null,
  suitAcceptedDate: null,
};
const SEIZURE = { caseNo: CASE_NO, debtor: '示例市丙公司', disposedDate: '2026-04-01', disposalResult: '变卖成交' };
const disposed = (row: object, seizure: object) =>
  factOf(
    'disposedDuringRemedy',
    'objectionReview',
    { ...ROW, ...row },
    {
      propertySeizure: { rows: [{ ...SEIZURE, ...seizure }] },
    },
  );

describe('property of a party that was added', () => {
  it.each([
    ['while the reconsideration is open', {}, {}, true],
    ['after its decision', { reviewDecisionDate: '2026-03-31' }, {}, false],
    ['while the action is tried', { reviewReceivedDate: null, suitAcceptedDate: '2026-04-01' }, {}, true],
    ['before any remedy', { reviewReceivedDate: null }, {}, false],
    ['a failed auction', {}, { disposalResult: '流拍' }, false],
    ["another's property", {}, { debtor: '示例市甲公司' }, false],
    ['of an owner who is not named', {}, { debtor: null }, false],
  ])('is disposed of %s', (_name, row, seizure, expected) => {
    expect(disposed(row, seizure)).toBe(expected);
  });

  it('is unknown where the party is not named', () => {
    expect(disposed({ addedParty: null }, {})).toBeInstanceOf(Unknown);
  });

  it('rests on the row of the seizure', () => {
    const tables = { propertySeizure: { rows: [SEIZURE] } };
    expect(sourcesOf('disposedDuringRemedy', 'objectionReview', ROW, tables)).toEqual(['propertySeizure 2']);
  });
});

describe('the result of an objection to jurisdiction', () => {
  it.each([
    ['异议成立', true],
    ['移送示例市乙区人民法院', true],
    ['异议不成立', false],
    ['驳回异议', false],
    [null, false],
  ])('%s', (decisionResult, upheld) => {
    expect(factOf('objectionUpheld', 'objectionReview', { ...ROW, decisionResult }, {})).toBe(upheld);
  });
});

describe('a seizure in a criminal case', () => {
  const criminal = (bases: object) =>
    factOf(
      'criminalPropertyCase',
      'propertySeizure',
      { caseNo: CASE_NO },
      { enforcementCase: { rows: [{ caseNo: CASE_NO, basisNo: null, basisType: null, cause: null, ...bases }] } },
    );
  it.each([
    [{ basisNo: '（2025）琼9999刑初1号' }, true],
    [{ cause: '责令退赔' }, true],
    [{ basisType: '民事判决书' }, false],
  ])('is told by the basis: %j', (bases, expected) => {
    expect(criminal(bases)).toBe(expected);
  });

  it('is unknown where nothing is said of the basis', () => {
    expect(criminal({})).toBeInstanceOf(Unknown);
  });
});
