import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar/day-arithmetic.ts';
import { dayAt, dayNumber } from '../../../src/core/calendar/day-number.ts';
import { addWorkdays, workdayFrom, workdaysBetween } from '../../../src/core/calendar/workdays.ts';
import { shippedCalendar } from './shipped-calendar.ts';

const calendar = shippedCalendar();
const first = dayNumber(calendar.from);
const last = dayNumber(calendar.to);
const coveredDay = fc.integer({ min: first, max: last }).map(dayAt);

describe('counting working days', () => {
  it('equals a walk from day to day', () => {
    fc.assert(
      fc.property(coveredDay, fc.integer({ min: 0, max: 400 }), (from, length) => {
        const to = addDays(from, length);
        fc.pre(to <= calendar.to);
        let counted = 0;
        for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
          if (calendar.isWorkday(day) === true) counted += 1;
        expect(workdaysBetween(from, to, calendar)).toBe(counted);
        expect(workdaysBetween(to, from, calendar)).toBe(counted === 0 ? 0 : -counted);
      }),
    );
  });

  it.each([
    ['2025-09-30', '2025-10-09', 1],
    ['2025-09-28', '2025-09-28', 0],
    ['2014-12-31', '2015-01-04', 1],
    ['2025-09-26T18:00:00', '2025-09-28T08:00:00', 1],
  ])('after %s up to %s are %i', (from, to, days) => {
    expect(workdaysBetween(from, to, calendar)).toBe(days);
  });

  it.each([
    ['2014-12-30', '2015-01-04'],
    ['2026-12-31', '2027-01-01'],
    ['2030-01-01', '2030-01-02'],
    ['2001-01-01', '2001-01-02'],
  ])('from %s to %s is not known', (from, to) => {
    expect(workdaysBetween(from, to, calendar)).toBeUndefined();
  });
});

describe('adding working days', () => {
  it('ends on a working day that lies as many working days ahead', () => {
    fc.assert(
      fc.property(coveredDay, fc.integer({ min: 1, max: 250 }), (from, count) => {
        const end = addWorkdays(from, count, calendar);
        fc.pre(end !== undefined);
        expect(calendar.isWorkday(end)).toBe(true);
        expect(workdaysBetween(from, end, calendar)).toBe(count);
      }),
    );
  });

  it.each([
    ['2025-09-30', 1, '2025-10-09'],
    ['2025-09-27', 1, '2025-09-28'],
    ['2025-09-27', 0, '2025-09-27'],
    ['2014-12-31', 1, '2015-01-04'],
  ])('%s and %i working days: %s', (from, count, end) => {
    expect(addWorkdays(from, count, calendar)).toBe(end);
  });

  it.each([
    ['2026-12-31', 1],
    ['2014-12-30', 1],
    ['2026-12-01', 30],
  ])('%s and %i working days is not known', (from, count) => {
    expect(addWorkdays(from, count, calendar)).toBeUndefined();
  });
});

describe('the working day from a day on', () => {
  it.each([
    ['2025-10-01', '2025-10-09'],
    ['2025-10-09', '2025-10-09'],
    ['2025-09-28', '2025-09-28'],
    ['2015-01-01', '2015-01-04'],
    ['2026-12-31', '2026-12-31'],
  ])('from %s is %s', (day, workday) => {
    expect(workdayFrom(day, calendar)).toBe(workday);
  });

  it.each(['2014-12-31', '2027-01-01', '2027-01-04'])('from %s is not known', (day) => {
    expect(workdayFrom(day, calendar)).toBeUndefined();
  });
});
