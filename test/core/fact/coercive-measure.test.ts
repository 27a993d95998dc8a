import { describe, expect, it } from 'vitest';
import { coerciveMeasureFacts } from '../../../src/core/fact/coercive-measure.ts';
import type { FactContext, FactResult } from '../../../src/core/fact/fact.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import type { FieldValue } from '../../../src/core/register/record.ts';

const CONTEXT = Object.freeze({}) as FactContext;
const COLUMNS = { file: 'a.xlsx', sheet: 'b', register: 'coerciveMeasure', columns: { releasedDate: 3 } };

function stopped(
  values: Readonly<Record<string, FieldValue>>,
  mapping: typeof COLUMNS | null = COLUMNS,
  short = false,
): FactResult {
  const fact = coerciveMeasureFacts.find(({ name }) => name === 'clockStopped');
  if (fact === undefined) throw new Error('no fact clockStopped');
  const record = {
    register: fact.register,
    mapping,
    row: 2,
    values: { arrestedDate: '2026-03-12', ...values },
  };
  return fact.evaluate(record, CONTEXT, { from: 'arrestedDate', step: 'investigationClosedDate', short });
}

describe('the day on which the clock of a measure stops', () => {
  it.each<[string, Readonly<Record<string, FieldValue>>, string | null]>([
    ['the step', { investigationClosedDate: '2026-05-10', releasedDate: null }, '2026-05-10'],
    ['a release before the step', { investigationClosedDate: '2026-05-20', releasedDate: '2026-05-10' }, '2026-05-10'],
    ['the step before a release', { investigationClosedDate: '2026-05-10', releasedDate: '2026-08-10' }, '2026-05-10'],
    ['a release, the step never taken', { investigationClosedDate: null, releasedDate: '2026-05-10' }, '2026-05-10'],
    [
      'a release from an earlier measure does not count',
      { investigationClosedDate: '2026-05-10', releasedDate: '2026-03-05' },
      '2026-05-10',
    ],
    ['neither', { investigationClosedDate: null, releasedDate: null }, null],
  ])('%s', (_words, values, expected) => {
    expect(stopped(values)).toBe(expected);
  });

  it('is the step where there is no column of releases, and unknown without either', () => {
    expect(stopped({ investigationClosedDate: '2026-05-20', releasedDate: undefined }, null)).toBe('2026-05-20');
    expect(stopped({ investigationClosedDate: null, releasedDate: undefined }, null)).toBeInstanceOf(Unknown);
    expect(stopped({ investigationClosedDate: null, releasedDate: undefined }, null, true)).toBeNull();
  });

  it('is unknown where a cell could not be read', () => {
    expect(stopped({ investigationClosedDate: '2026-05-20', releasedDate: undefined })).toBeInstanceOf(Unknown);
    expect(stopped({ investigationClosedDate: undefined, releasedDate: '2026-05-10' })).toBeInstanceOf(Unknown);
  });
});
