import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { identityCheckCharacter } from '../../../src/core/register/value/identity-number.ts';
import { factOf, sourcesOf } from './facts-of-row.ts';

const CASE_NO = '（2026）琼9999执1号';
const born = (day: string) => {
  const first17 = `469999${day.replaceAll('-', '')}123`;
  return first17 + identityCheckCharacter(first17);
};
const LISTING = {
  caseNo: CASE_NO,
  name: '测试人员乙',
  identityNo: born('1990-05-01'),
  identityNoMasked: null,
  decisionDate: '2026-03-10',
  publishedDate: '2026-03-12',
};
const about = (name: string, row: object, tables = {}) =>
  factOf(name, 'dishonestListing', { ...LISTING, ...row }, tables);

describe('a minor on the list', () => {
  it.each([
    ['the day before the eighteenth birthday', { identityNo: born('2008-03-11') }, true],
    ['on the birthday', { identityNo: born('2008-03-10') }, false],
    [
      'born on 29 February, listed the day before',
      { identityNo: born('2008-02-29'), decisionDate: '2026-02-28' },
      true,
    ],
    [
      'by the day of publication where no decision is dated',
      { identityNo: born('2008-03-12'), decisionDate: null },
      false,
    ],
    ['a unit by its credit code', { identityNo: '91469999MA5T00001T', name: '测试乙' }, false],
    ['a unit by its name', { identityNo: null, name: '示例市甲公司' }, false],
  ])('%s', (_name, row, minor) => {
    expect(about('listedAsMinor', row)).toBe(minor);
  });

  it.each([
    ['a masked number', { identityNo: null, identityNoMasked: '4699**********1234' }],
    ['no number', { identityNo: null }],
    ['no day', { decisionDate: null, publishedDate: null }],
  ])('is not told by %s', (_name, row) => {
    expect(about('listedAsMinor', row)).toBeInstanceOf(Unknown);
  });

  it('is told by the table of parties, unless two parties have the name', () => {
    const party = { caseNo: CASE_NO, partyName: '测试人员乙', minor: true };
    const noNumber = { identityNo: null };
    expect(about('listedAsMinor', noNumber, { caseParty: { rows: [party] } })).toBe(true);
    expect(
      about('listedAsMinor', noNumber, { caseParty: { rows: [party, { ...party, minor: false }] } }),
    ).toBeInstanceOf(Unknown);
  });
});

describe('property under seizure when somebody is listed', () => {
  const SEIZURE = {
    caseNo: CASE_NO,
    debtor: '测试人员乙',
    effectiveDate: '2026-03-10',
    releasedDate: null,
    seizureRank: '首封',
    appraisedValue: 600,
    frozenAmount: null,
  };
  const share = (rows: readonly object[], claimAmount: number | null = 1000) =>
    about(
      'controlledShare',
      {},
      {
        propertySeizure: { rows: rows.map((row) => ({ ...SEIZURE, ...row })) },
        enforcementCase: { rows: [{ caseNo: CASE_NO, claimAmount }] },
      },
    );

  it.each([
    ['seized on the day', [{}], 0.6],
    ['what is frozen counts before what was appraised', [{ frozenAmount: 100 }], 0.1],
    ['several items', [{}, { frozenAmount: 400 }], 1],
    ['without a value', [{ appraisedValue: null }], 0],
    ['seized afterwards', [{ effectiveDate: '2026-03-11' }], 0],
    ['released on the day', [{ releasedDate: '2026-03-10' }], 0],
    ['released afterwards', [{ releasedDate: '2026-03-11' }], 0.6],
    ['waiting', [{ seizureRank: '轮候' }], 0],
    ["another debtor's", [{ debtor: '测试人员丙' }], 0],
    ['of a debtor who is not named', [{ debtor: null }], 0.6],
  ])('as a share of the claim: %s', (_name, rows, expected) => {
    expect(share(rows)).toBeCloseTo(expected, 10);
  });

  it('is unknown without a claim', () => {
    expect(share([{}], null)).toBeInstanceOf(Unknown);
    expect(share([{}], 0)).toBeInstanceOf(Unknown);
  });

  it('rests on the rows that count', () => {
    const rows = [SEIZURE, { ...SEIZURE, seizureRank: '轮候' }];
    expect(sourcesOf('controlledShare', 'dishonestListing', LISTING, { propertySeizure: { rows } })).toEqual([
      'propertySeizure 2',
    ]);
  });
});

describe('security when somebody is listed', () => {
  const STAY = { caseNo: CASE_NO, stayKind: '执行担保暂缓', stayStartDate: '2026-03-10', stayEndDate: '2026-03-10' };
  it.each([
    ['on its first and last day', {}, true],
    ['begun afterwards', { stayStartDate: '2026-03-11' }, false],
    ['over before', { stayStartDate: '2026-02-10', stayEndDate: '2026-03-09' }, false],
    ['resumed before', { stayStartDate: '2026-02-10', stayResumedDate: '2026-03-09' }, false],
    ['a stay on another ground', { stayKind: '中止' }, false],
  ])('is in force: %s', (_name, row, inForce) => {
    expect(about('securityAtListing', {}, { enforcementStay: { rows: [{ ...STAY, ...row }] } })).toBe(inForce);
  });
});
