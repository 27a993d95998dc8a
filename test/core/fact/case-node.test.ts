import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf } from './facts-of-row.ts';

const NODE = { caseNo: '（2026）琼9999执1号', nodeName: '终本约谈' };
const closedOn = (days: readonly (string | null)[]) =>
  factOf('caseClosedOn', 'caseNode', NODE, {
    enforcementCase: { columns: ['caseNo'], rows: days.map((closeDate) => ({ caseNo: NODE.caseNo, closeDate })) },
  });

describe('the closing of the case that a step belongs to', () => {
  it.each([
    ['its day', ['2026-06-15'], '2026-06-15'],
    ['open', [null], null],
    ['the last where the number stands twice', ['2026-06-15', '2026-06-20'], '2026-06-20'],
    ['open where one of two is', ['2026-06-15', null], null],
  ])('%s', (_name, days, expected) => {
    expect(closedOn(days)).toBe(expected);
  });

  it('is unknown where the case is not in the table', () => {
    expect(closedOn([])).toBeInstanceOf(Unknown);
  });
});
