import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar/day-arithmetic.ts';
import { dayAt, dayNumber } from '../../../src/core/calendar/day-number.ts';
import type { DueDateOptions } from '../../../src/core/calendar/due-date.ts';
import { dueDate, receivedInOfficeHours } from '../../../src/core/calendar/due-date.ts';
import type { SuspendedInterval } from '../../../src/core/calendar/intervals.ts';
import type { Limit } from '../../../src/core/calendar/limit.ts';
import { shippedCalendar } from './shipped-calendar.ts';

const calendar = shippedCalendar();
const limit = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit });
const due = (from: string, amount: number, unit: Limit['unit'], options?: DueDateOptions) =>
  dueDate(from, limit(amount, unit), calendar, options);

describe('limits without more', () => {
  it.each<[string, number, Limit['unit'], string, string]>([
    ['2025-06-30', 3, 'day', '2025-07-03', 'three days from receipt end on the third day after it'],
    ['2025-07-06', 7, 'day', '2025-07-14', 'the seventh day is a Sunday and moves to Monday'],
    ['2025-07-01', 30, 'day', '2025-07-31', 'thirty days end on a working day'],
    ['2025-09-28', 3, 'day', '2025-10-09', 'the last day falls into the October holidays'],
    ['2025-09-25', 3, 'day', '2025-09-28', 'a Sunday on which people work is a working day'],
    ['2025-07-06', 7, 'calendarDay', '2025-07-13', 'a custody term does not move'],
    ['2026-03-01', 60, 'day', '2026-04-30', 'sixty days from 1 March end on 30 April'],
    ['2025-12-31', 2, 'month', '2026-02-28', 'month ends: the make-up Saturday is a working day'],
    ['2026-01-31', 1, 'month', '2026-02-28', 'the corresponding day does not exist'],
    ['2025-11-01', 3, 'month', '2026-02-02', 'a Sunday, moved to Monday'],
    ['2025-11-01', 3, 'calendarMonth', '2026-02-01', 'a minimum period does not move'],
    ['2023-05-01', 3, 'year', '2026-05-01', 'a seizure term does not move'],
    ['2024-02-29', 1, 'year', '2025-02-28', 'a year from a leap day'],
    ['2025-09-30', 3, 'workday', '2025-10-11', 'three working days across the October holidays'],
    ['2025-09-26', 1, 'workday', '2025-09-28', 'a make-up Sunday counts as a working day'],
    ['2026-03-10T10:00:00', 24, 'hour', '2026-03-11T10:00:00', 'hours run through'],
    ['2026-03-13T16:30:00', 48, 'hour', '2026-03-15T16:30:00', 'hours run through the weekend'],
    ['2026-03-10T10:00:00', 20, 'minute', '2026-03-10T10:20:00', 'minutes'],
    ['2026-03-10', 2, 'hour', '2026-03-11T01:59:59', 'a clock that starts on a bare day starts at its end'],
    ['2026-03-10T10:00:00', 5, 'day', '2026-03-16', 'the time of day of the start does not matter for days'],
  ])('%s + %d %s: %s (%s)', (from, amount, unit, expected) => {
    expect(due(from, amount, unit)).toBe(expected);
  });

  it('counts one and a half months as one month and fifteen days', () => {
    expect(due('2026-01-31', 1.5, 'calendarMonth')).toBe('2026-03-15');
    expect(due('2026-03-02', 1.5, 'month')).toBe('2026-04-17');
  });

  it('goes from the last day of a month to the last day of the later one in criminal courts', () => {
    expect(due('2025-02-28', 2, 'month', { monthRule: 'lastDayToLastDay' })).toBe('2025-04-30');
    expect(due('2025-02-28', 2, 'month')).toBe('2025-04-28');
  });
});

describe('outside the calendar', () => {
  it.each<[string, number, Limit['unit']]>([
    ['2026-12-30', 2, 'day'],
    ['2026-12-30', 2, 'workday'],
    ['2026-11-30', 2, 'month'],
    ['2014-06-01', 3, 'day'],
  ])('%s + %d %s is not known', (from, amount, unit) => {
    expect(due(from, amount, unit)).toBeUndefined();
  });

  it.each<[string, number, Limit['unit'], string]>([
    ['2026-12-30', 2, 'calendarDay', '2027-01-01'],
    ['2026-11-30', 3, 'year', '2029-11-30'],
    ['2026-12-31T23:00:00', 2, 'hour', '2027-01-01T01:00:00'],
    ['2014-12-20', 15, 'day', '2015-01-04'],
  ])('%s + %d %s needs no day outside: %s', (from, amount, unit, expected) => {
    expect(due(from, amount, unit)).toBe(expected);
  });

  it('is not known where the day of receipt is not covered', () => {
    expect(due('2027-01-01', 1, 'calendarDay', { officeHours: true })).toBeUndefined();
  });

  it('is not known where suspended days lead outside', () => {
    const suspended = { intervals: [{ from: '2026-12-28', to: '2026-12-31' }], openUntil: '2026-12-31' };
    expect(due('2026-12-25', 2, 'workday', { suspended })).toBeUndefined();
    const beyond = { intervals: [{ from: '2026-12-28', to: '2027-01-10' }], openUntil: '2026-12-31' };
    expect(due('2026-12-25', 2, 'workday', { suspended: beyond })).toBeUndefined();
    expect(due('2026-12-25', 5, 'day', { suspended })).toBeUndefined();
  });
});

describe('office hours', () => {
  it.each([
    ['2026-03-13T17:30:00', '2026-03-16', 'Friday evening'],
    ['2026-03-13T17:00:00', '2026-03-13', 'five o’clock sharp is still in time'],
    ['2026-03-13T17:00:01', '2026-03-16', 'one second later is not'],
    ['2026-03-13', '2026-03-13', 'no time of day'],
    ['2026-03-14', '2026-03-16', 'Saturday'],
    ['2026-02-14T09:00:00', '2026-02-14', 'a make-up Saturday'],
    ['2026-09-30T18:00:00', '2026-10-08', 'the eve of the October holidays'],
  ])('received %s counts as received %s (%s)', (received, day) => {
    expect(receivedInOfficeHours(received, calendar)).toBe(day);
  });

  it('makes a freeze served on Friday at 17:30 due on Tuesday, so that Monday is in time', () => {
    expect(due('2026-03-13T17:30:00', 1, 'workday', { officeHours: true })).toBe('2026-03-17');
    expect(due('2026-03-13T17:30:00', 24, 'hour', { officeHours: true })).toBe('2026-03-14T17:30:00');
    expect(due('2026-03-13T17:30:00', 1, 'workday')).toBe('2026-03-16');
  });
});

describe('extensions and suspended days', () => {
  const suspended = (...intervals: readonly SuspendedInterval[]) => ({
    suspended: { intervals, openUntil: '2026-06-30' },
  });

  it('adds months to months as one period, then rolls once', () => {
    expect(due('2026-01-31', 1, 'month', { extension: limit(1, 'month') })).toBe('2026-03-31');
    expect(due('2026-01-10', 6, 'month', { extension: [limit(3, 'month'), limit(1, 'month')] })).toBe('2026-11-10');
  });

  it('adds days to months after the months', () => {
    expect(due('2026-01-31', 1, 'month', { extension: limit(15, 'day') })).toBe('2026-03-16');
  });

  it('does not roll before the extension', () => {
    // 15 March 2026 is a Sunday; rolled twice the end would be 24 March.
    expect(due('2026-03-08', 7, 'day', { extension: limit(8, 'day') })).toBe('2026-03-23');
  });

  it('rolls where an extension of working days is followed by natural days', () => {
    expect(due('2026-03-09', 1, 'workday', { extension: limit(4, 'day') })).toBe('2026-03-16');
  });

  it.each<[string, DueDateOptions, string]>([
    ['no interval', suspended(), '2026-04-01'],
    ['ten days inside', suspended({ from: '2026-03-11', to: '2026-03-20' }), '2026-04-13'],
    [
      'the same ten days twice',
      suspended({ from: '2026-03-11', to: '2026-03-20' }, { from: '2026-03-15', to: '2026-03-20' }),
      '2026-04-13',
    ],
    ['from before the start', suspended({ from: '2026-02-01', to: '2026-03-06' }), '2026-04-07'],
    ['wholly before the start', suspended({ from: '2026-02-01', to: '2026-02-10' }), '2026-04-01'],
    ['from the last day on', suspended({ from: '2026-04-01', to: '2026-04-02' }), '2026-04-03'],
    ['after the limit has run out', suspended({ from: '2026-04-02', to: '2026-04-20' }), '2026-04-01'],
    [
      'a second one reached only through the first',
      suspended({ from: '2026-03-11', to: '2026-03-15' }, { from: '2026-04-03', to: '2026-04-04' }),
      '2026-04-08',
    ],
    ['still open', suspended({ from: '2026-03-12', to: null }), '2026-07-21'],
  ])('thirty days from 2 March, %s: %s', (_, options, expected) => {
    expect(due('2026-03-02', 30, 'day', options)).toBe(expected);
  });

  it('adds suspended days after the extension', () => {
    const options = { extension: limit(10, 'day'), ...suspended({ from: '2026-04-05', to: '2026-04-06' }) };
    expect(due('2026-03-02', 30, 'day', options)).toBe('2026-04-13');
  });

  it('lengthens limits in hours by whole days', () => {
    const options = suspended({ from: '2026-03-11', to: '2026-03-11' });
    expect(due('2026-03-10T10:00:00', 24, 'hour', options)).toBe('2026-03-12T10:00:00');
  });

  it('equals counting days one by one, leaving suspended ones out', () => {
    const base = dayNumber('2025-01-01');
    const anyDay = fc.integer({ min: 0, max: 90 }).map((offset) => dayAt(base + offset));
    const intervals = fc
      .array(fc.tuple(anyDay, anyDay), { maxLength: 5 })
      .map((pairs) => pairs.map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })));
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        intervals,
        (from, amount, inWorkdays, list) => {
          const stopped = (day: string) => list.some((interval) => interval.from <= day && day <= interval.to);
          let day = from;
          for (let rest = amount; rest > 0;) {
            day = addDays(day, 1);
            if (!stopped(day) && (!inWorkdays || calendar.isWorkday(day) === true)) rest -= 1;
          }
          const unit = inWorkdays ? 'workday' : 'calendarDay';
          const options = { suspended: { intervals: list, openUntil: '2026-06-30' } };
          expect(due(from, amount, unit, options)).toBe(day);
        },
      ),
    );
  });
});
