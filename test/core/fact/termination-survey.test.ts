import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf, sourcesOf } from './facts-of-row.ts';

const CASE_NO = '（2026）琼9999执1号';
const TERMINATED = { caseNo: CASE_NO, closeDate: '2026-05-20' };
const survey = (row: object) => ({
  propertySurvey: { rows: [{ caseNo: CASE_NO, surveyedDate: '2026-03-02', ...row }] },
});

describe('surveys before a termination', () => {
  it.each([
    ['the search is told', { whereaboutsSearched: '公安机关协查' }, 'searched'],
    ['the search is denied', { whereaboutsSearched: '无' }, 'withoutSearch'],
    ['the search is blank', { whereaboutsSearched: null }, 'withoutSearch'],
    ['there is no column for the search', {}, 'searchUntold'],
    ['the survey came after the closure', { surveyedDate: '2026-05-21' }, 'none'],
  ])('%s', (_name, row, state) => {
    expect(factOf('surveyBeforeClosure', 'enforcementCase', TERMINATED, survey(row))).toBe(state);
    const sources = sourcesOf('surveyBeforeClosure', 'enforcementCase', TERMINATED, survey(row));
    expect(sources).toHaveLength(state === 'none' ? 0 : 1);
  });

  it('are unknown where the register was not handed over', () => {
    expect(factOf('surveyBeforeClosure', 'enforcementCase', TERMINATED, {})).toBeInstanceOf(Unknown);
  });
});
