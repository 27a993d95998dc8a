import { describe, expect, it } from 'vitest';
import { happenedAfter } from '../../../src/core/finding/judge-inspection.ts';
import type { FieldValue, RegisterRecord } from '../../../src/core/register/record.ts';

function row(values: Readonly<Record<string, FieldValue>>, derived = false): RegisterRecord {
  const mapping = { file: '测试.xlsx', sheet: '测试', register: 'crimeReferral', columns: {} };
  return { register: 'crimeReferral', mapping: derived ? null : mapping, row: 2, values };
}

describe('a row registered after the as-of date', () => {
  it.each([
    ['all of its dates are later', { receivedAt: '2026-07-01', refusedDate: '2026-07-09T10:00:00' }, true],
    ['it began on the as-of day', { receivedAt: '2026-06-30T23:00:00', refusedDate: '2026-07-09' }, false],
    ['it has no dates', { caseNo: '（2026）琼9999执1号', receivedAt: null }, false],
    ['nothing but the end of its term lies ahead', { termEnd: '2027-01-01' }, false],
    ['a date that could not be read is no date', { receivedAt: undefined }, false],
  ] as const)('%s', (_name, values, expected) => {
    expect(happenedAfter(row(values), '2026-06-30')).toBe(expected);
  });

  it('is not asked of rows that are worked out from others', () => {
    expect(happenedAfter(row({ dueDate: '2026-07-15', from: '2026-07-01' }, true), '2026-06-30')).toBe(false);
  });
});
