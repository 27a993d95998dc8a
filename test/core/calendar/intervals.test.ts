import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, dayNumber } from '../../../src/core/calendar/day-number.ts';
import type { SuspendedInterval } from '../../../src/core/calendar/intervals.ts';
import { suspendedDays, unionOfIntervals } from '../../../src/core/calendar/intervals.ts';

const asOf = '2026-06-30';
const day = (number: number) => dayAt(dayNumber('2026-01-01') + number);
const anyDay = fc.integer({ min: 0, max: 120 }).map(day);

describe('the union of suspended intervals', () => {
  it.each<[string, readonly SuspendedInterval[], number]>([
    ['nothing', [], 0],
    ['one day', [{ from: '2026-03-01', to: '2026-03-01' }], 1],
    [
      'apart',
      [
        { from: '2026-03-01', to: '2026-03-05' },
        { from: '2026-03-11', to: '2026-03-15' },
      ],
      10,
    ],
    [
      'overlapping',
      [
        { from: '2026-03-01', to: '2026-03-10' },
        { from: '2026-03-06', to: '2026-03-15' },
      ],
      15,
    ],
    [
      'adjacent',
      [
        { from: '2026-03-06', to: '2026-03-10' },
        { from: '2026-03-01', to: '2026-03-05' },
      ],
      10,
    ],
    [
      'nested',
      [
        { from: '2026-03-01', to: '2026-03-31' },
        { from: '2026-03-10', to: '2026-03-12' },
      ],
      31,
    ],
    ['reversed', [{ from: '2026-03-10', to: '2026-03-01' }], 10],
    ['open', [{ from: '2026-06-21', to: null }], 10],
    ['open, begun on the as-of day', [{ from: asOf, to: null }], 1],
    ['open, begun after the as-of day', [{ from: '2026-07-01', to: null }], 0],
    [
      'the same twice',
      [
        { from: '2026-03-01', to: '2026-03-05' },
        { from: '2026-03-01', to: '2026-03-05' },
      ],
      5,
    ],
  ])('%s', (_, intervals, days) => {
    expect(suspendedDays(intervals, asOf)).toBe(days);
  });

  it('equals a set of days, whatever the intervals', () => {
    const interval = fc.record({ from: anyDay, to: fc.option(anyDay, { nil: null }) });
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 8 }), anyDay, (intervals, openUntil) => {
        const days = new Set<number>();
        for (const { from, to } of intervals) {
          const ends = [dayNumber(from), dayNumber(to ?? openUntil)];
          if (to !== null) ends.sort((a, b) => a - b);
          for (let number = ends[0] ?? 0; number <= (ends[1] ?? -1); number += 1) days.add(number);
        }
        expect(suspendedDays(intervals, openUntil)).toBe(days.size);
        const union = unionOfIntervals(intervals, openUntil);
        for (const [index, { last }] of union.entries()) {
          const next = union[index + 1];
          if (next !== undefined) expect(next.first).toBeGreaterThan(last + 1);
        }
      }),
    );
  });
});
