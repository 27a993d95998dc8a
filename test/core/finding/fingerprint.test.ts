import { describe, expect, test } from 'vitest';
import { judgeInspection } from '../../../src/core/finding/judge-inspection.ts';
import type { Finding } from '../../../src/core/finding/finding.ts';
import { differenceOf } from '../../../src/core/finding/difference.ts';
import { createRegisterSet } from '../../../src/core/fact/register-set.ts';
import type { FieldValue } from '../../../src/core/register/record.ts';
import { AS_OF, calendar, sha256, sheetOf, tinyPack, tinyRule } from '../../support/tiny-rule.ts';

type Values = Readonly<Record<string, FieldValue>>;

const CASE = '（2026）琼9999执7号';
const late = { caseNo: CASE, served: '2026-06-01', done: '2026-06-20' };

async function findingsOf(rows: readonly Values[]): Promise<readonly Finding[]> {
  const pack = tinyPack([tinyRule()]);
  const registers = createRegisterSet([sheetOf(rows)], [], AS_OF, calendar);
  const result = await judgeInspection(pack, registers, { asOf: AS_OF, calendar, sha256 });
  return result?.findings ?? [];
}

function ids(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ id }) => id);
}

describe('the same fact has the same id', () => {
  test('in another row, another run, and beside other findings', async () => {
    const [alone] = await findingsOf([late]);
    const among = await findingsOf([{ served: '2026-01-05' }, late, { served: '2026-01-06' }]);
    expect(among).toHaveLength(3);
    expect(ids(among)).toContain(alone?.id);
  });

  test('written down twice it is one finding with both rows', async () => {
    const [finding, ...others] = await findingsOf([late, late]);
    expect(others).toEqual([]);
    expect(finding?.source.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('of one case with other values it is two findings, whose ids do not depend on the order of rows', async () => {
    const other = { ...late, done: '2026-06-21' };
    const forward = await findingsOf([late, other]);
    const backward = await findingsOf([other, late]);
    expect(new Set(ids(forward)).size).toBe(2);
    const byDone = (findings: readonly Finding[]) =>
      new Map(findings.map(({ id, evidence }) => [evidence.find(({ field }) => field === 'done')?.value, id]));
    expect(byDone(backward)).toEqual(byDone(forward));
  });
});

test('the difference between two runs tells new, unchanged and gone findings', async () => {
  const before = await findingsOf([late, { served: '2026-01-05' }]);
  const after = await findingsOf([late, { caseNo: '（2026）琼9999执99号', served: '2026-01-05' }]);
  const { added, unchanged, gone } = differenceOf(before, after);
  expect(added.map(({ subject }) => subject)).toEqual(['（2026）琼9999执99号']);
  expect(unchanged.map(({ subject }) => subject)).toEqual([CASE]);
  expect(gone.map(({ subject }) => subject)).toEqual(['（2026）琼9999执2号']);
});
