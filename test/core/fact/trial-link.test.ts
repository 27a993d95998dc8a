import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf, sourcesOf } from './facts-of-row.ts';

const CASE_NO = '（2026）琼9999执1号';
const REJECTED = { caseNo: CASE_NO, closeDate: '2026-05-20' };

describe('asking the trial division before an application is rejected', () => {
  it.each([
    ['an inquiry before the closure', [{ caseNo: CASE_NO, issuedDate: '2026-05-20' }], true],
    ['an inquiry without a day', [{ caseNo: CASE_NO, issuedDate: null }], true],
    ['an inquiry after the closure', [{ caseNo: CASE_NO, issuedDate: '2026-05-21' }], false],
    ['an inquiry of another case', [{ caseNo: '（2026）琼9999执2号', issuedDate: '2026-03-02' }], false],
  ])('%s', (_name, rows, asked) => {
    const tables = { unclearJudgmentInquiry: { rows } };
    expect(factOf('trialDivisionAsked', 'enforcementCase', REJECTED, tables)).toBe(asked);
    expect(sourcesOf('trialDivisionAsked', 'enforcementCase', REJECTED, tables)).toHaveLength(asked ? 1 : 0);
  });

  it('is unknown where the register of inquiries was not handed over', () => {
    expect(factOf('trialDivisionAsked', 'enforcementCase', REJECTED, {})).toBeInstanceOf(Unknown);
  });
});

describe('rate of voluntary performance', () => {
  it.each([
    ['the stated rate', { performanceRate: 0.75, dueMediations: 100, enforcedMediations: 90 }, 0.75],
    ['from the counts', { performanceRate: null, dueMediations: 100, enforcedMediations: 21 }, 0.79],
  ])('%s', (_name, row, rate) => {
    expect(factOf('voluntaryPerformanceRate', 'mediationPerformance', row, {})).toBe(rate);
  });

  it.each([
    ['no cases due', { performanceRate: null, dueMediations: 0, enforcedMediations: 0 }],
    ['no count of enforced cases', { performanceRate: null, dueMediations: 10, enforcedMediations: null }],
  ])('is unknown with %s', (_name, row) => {
    expect(factOf('voluntaryPerformanceRate', 'mediationPerformance', row, {})).toBeInstanceOf(Unknown);
  });
});
