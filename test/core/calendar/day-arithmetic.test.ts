import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  addMonths,
  compareDayAndMoment,
  dayOf,
  daysBetween,
  hasTime,
  minutesBetween,
  weekday,
} from '../../../src/core/calendar/day-arithmetic.ts';
import { dayAt, dayNumber, isDay } from '../../../src/core/calendar/day-number.ts';

/** 1900-01-01 to 2199-12-31. */
const anyDayNumber = fc.integer({ min: -25_567, max: 84_005 });

describe('days as numbers', () => {
  it('agree with the platform for every day from 1900 to 2199', () => {
    fc.assert(
      fc.property(anyDayNumber, (number) => {
        const expected = new Date(number * 86_400_000);
        const day = expected.toISOString().slice(0, 10);
        expect(dayAt(number)).toBe(day);
        expect(dayNumber(day)).toBe(number);
        expect(weekday(day) % 7).toBe(expected.getUTCDay());
      }),
    );
  });

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2023-04-31', false],
    ['2023-13-01', false],
    ['2023-00-01', false],
    ['2023-01-00', false],
    ['2023-1-5', false],
    ['2023-01-05T10:00:00', false],
    [20230105, false],
  ])('%s exists: %s', (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });
});

describe('months', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-02-28', 2, '2026-04-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-10', -13, '2024-12-10'],
  ])('%s and %i months end on the corresponding day: %s', (day, months, end) => {
    expect(addMonths(day, months)).toBe(end);
  });

  it.each([
    ['2026-02-28', 2, '2026-04-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-04-30', 1, '2026-05-31'],
    ['2024-02-28', 1, '2024-03-28'],
    ['2026-04-29', 1, '2026-05-29'],
  ])('in criminal courts %s and %i months end on %s', (day, months, end) => {
    expect(addMonths(day, months, 'lastDayToLastDay')).toBe(end);
  });
});

describe('counting', () => {
  it.each([
    ['2026-02-27', '2026-03-01', 2],
    ['2024-02-27', '2024-03-01', 3],
    ['2026-03-01', '2026-02-27', -2],
    ['2026-03-01T23:00:00', '2026-03-02T01:00:00', 1],
  ])('from %s to %s are %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('adds days across a year', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it.each([
    ['2026-03-01T10:00:00', '2026-03-01T10:30:00', 30],
    ['2026-02-28T23:30:00', '2026-03-01T00:30:00', 60],
    ['2026-03-01T10:00:00', '2026-03-01T09:59:30', -0.5],
  ])('from %s to %s are %d minutes', (from, to, minutes) => {
    expect(minutesBetween(from, to)).toBe(minutes);
    expect(addMinutes(from, minutes)).toBe(to);
  });

  it('compares a day with a moment by days', () => {
    expect(compareDayAndMoment('2026-03-01', '2026-03-01T10:00:00')).toBe(0);
    expect(compareDayAndMoment('2026-03-01T11:00:00', '2026-03-01T10:00:00')).toBe(1);
    expect(compareDayAndMoment('2026-02-28', '2026-03-01T10:00:00')).toBe(-1);
    expect(compareDayAndMoment('2026-03-02T00:00:00', '2026-03-01')).toBe(1);
  });

  it('knows a day from a moment', () => {
    expect(hasTime('2026-03-01')).toBe(false);
    expect(hasTime('2026-03-01T00:00:00')).toBe(true);
    expect(dayOf('2026-03-01T23:59:59')).toBe('2026-03-01');
    expect(dayOf('2026-03-01')).toBe('2026-03-01');
  });
});
