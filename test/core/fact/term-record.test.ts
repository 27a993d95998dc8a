import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf } from './facts-of-row.ts';
import type { Row } from './neighbour-registers.ts';

const CASE_NO = '（2026）琼9999执1号';
const EXTENSION = { caseNo: CASE_NO, approvedBy: '院长', approvedDate: '2026-03-10', startDate: '2026-03-16' };
const DEDUCTION = { caseNo: CASE_NO, type: '中止执行', startDate: '2026-02-02', endDate: '2026-03-02' };

function among(name: string, register: string, own: Row, other: Row) {
  return factOf(name, register, own, { [register]: { rows: [own, other] } });
}

describe('a further extension', () => {
  it.each([
    ['after an earlier one', { startDate: '2025-12-16' }, true],
    ['before a later one', { startDate: '2026-06-16' }, false],
    ['after one that was refused', { startDate: '2025-12-16', approvedBy: '不同意' }, false],
    ['of another case', { startDate: '2025-12-16', caseNo: '（2026）琼9999执2号' }, false],
  ])('%s', (_name, other, further) => {
    expect(among('furtherExtension', 'termExtension', EXTENSION, { ...EXTENSION, ...other })).toBe(further);
  });
});

describe('the case of an extension', () => {
  it.each([
    ['刑事判决书', true],
    ['民事判决书', false],
  ])('%s', (basisType, criminal) => {
    const tables = { enforcementCase: { rows: [{ caseNo: CASE_NO, basisType }] } };
    expect(factOf('extensionOfCriminalCase', 'termExtension', EXTENSION, tables)).toBe(criminal);
  });

  it('is unknown where it is not in the table', () => {
    const tables = { enforcementCase: { columns: ['caseNo'], rows: [] } };
    expect(factOf('extensionOfCriminalCase', 'termExtension', EXTENSION, tables)).toBeInstanceOf(Unknown);
  });
});

describe('deductions of one case', () => {
  it.each([
    ['share a day', { startDate: '2026-03-02', endDate: '2026-03-20' }, true],
    ['follow each other', { startDate: '2026-03-03', endDate: '2026-03-20' }, false],
    ['one is still open', { startDate: '2026-01-05', endDate: null }, true],
    ['rest on different grounds', { type: '评估', startDate: '2026-03-02', endDate: '2026-03-20' }, true],
    ['one has no start', { startDate: null, endDate: '2026-03-20' }, false],
  ])('%s', (_name, other, overlap) => {
    expect(among('deductionOverlaps', 'termDeduction', DEDUCTION, { ...DEDUCTION, ...other })).toBe(overlap);
  });
});
