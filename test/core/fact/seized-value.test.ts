import { describe, expect, it } from 'vitest';
import { remainingClaim, seizedOn } from '../../../src/core/fact/seized-value.ts';
import type { Row } from './neighbour-registers.ts';
import { registersOf } from './neighbour-registers.ts';

const CASE = '（2026）琼9999执1号';
const seizure = (row: Row): Row => ({
  caseNo: CASE,
  propertyName: '示例路1号房',
  seizureRank: '首封',
  effectiveDate: '2026-03-02',
  expiryDate: '2029-03-02',
  renewedDate: null,
  releasedDate: null,
  disposedDate: null,
  hasPriority: null,
  appraisedValue: 50_000_000,
  frozenAmount: null,
  ...row,
});

/** Values and whether each is the case's own, of what was under seizure on 30 June 2026. */
function seized(...rows: readonly Row[]) {
  const { registers } = registersOf({ propertySeizure: { rows: rows.map(seizure) } });
  return seizedOn(registers.all('propertySeizure'), '2026-06-30').map(({ value, own }) => [value, own]);
}

describe('property under seizure on a day', () => {
  it.each<readonly [string, Row, readonly (readonly [number | null, boolean])[]]>([
    ['counts with its appraised value', {}, [[50_000_000, true]]],
    ['counts with the amount frozen before a value', { frozenAmount: 1_000_000 }, [[1_000_000, true]]],
    ['has no value where none is told', { appraisedValue: null }, [[null, true]]],
    ['is not the case’s own under a prior claim', { hasPriority: true }, [[50_000_000, false]]],
    ['is not the case’s own where no column tells the rank', { seizureRank: null }, [[50_000_000, false]]],
    ['is left out as a waiting seal', { seizureRank: '轮候' }, []],
    ['is left out before its first day', { effectiveDate: '2026-07-01' }, []],
    ['is left out from the day of release', { releasedDate: '2026-06-30' }, []],
    ['counts until the day before release', { releasedDate: '2026-07-01' }, [[50_000_000, true]]],
    ['is left out when disposed of', { disposedDate: '2026-05-06' }, []],
    ['counts on its last day', { expiryDate: '2026-06-30' }, [[50_000_000, true]]],
    ['is left out when lapsed', { expiryDate: '2026-06-29' }, []],
    ['counts when renewed', { expiryDate: '2026-06-29', renewedDate: '2026-06-20' }, [[50_000_000, true]]],
  ])('%s', (_name, row, expected) => {
    expect(seized(row)).toEqual(expected);
  });

  it('counts a thing of several rows once, with its largest value', () => {
    expect(seized({ appraisedValue: null }, { appraisedValue: 60_000_000 }, {})).toEqual([[60_000_000, true]]);
  });

  it('counts rows without a name one by one', () => {
    expect(seized({ propertyName: null }, { propertyName: null })).toHaveLength(2);
  });
});

describe('what is left of a claim', () => {
  it.each<readonly [string, Row, number | null]>([
    ['is the remaining amount where it is told', { remainAmount: 300, claimAmount: 1000, paidAmount: 100 }, 300],
    ['is the claim less what was recovered and waived', { claimAmount: 1000, paidAmount: 100, waivedAmount: 200 }, 700],
    ['is the claim where nothing else is told', { claimAmount: 1000 }, 1000],
    ['is not known without a claim', { paidAmount: 100 }, null],
  ])('%s', (_name, row, expected) => {
    const { registers } = registersOf({ enforcementCase: { rows: [{ caseNo: CASE, ...row }] } });
    const [own] = registers.all('enforcementCase');
    expect(own === undefined ? undefined : remainingClaim(own)).toBe(expected);
  });
});
