import type { WorkCalendar } from './calendar.ts';
import type { MonthRule } from './day-arithmetic.ts';
import { addDays, addMinutes, addMonths, dayOf, hasTime } from './day-arithmetic.ts';
import { dayAt, dayNumber } from './day-number.ts';
import type { SuspendedInterval } from './intervals.ts';
import { unionOfIntervals } from './intervals.ts';
import type { Limit } from './limit.ts';
import { monthsOf, rolls, runsByClock } from './limit.ts';
import type { LocalDate } from './local-date.ts';
import { addWorkdays, workdayFrom, workdaysBetween } from './workdays.ts';

const OFFICE_CLOSES = '17:00:00';
const END_OF_DAY = 'T23:59:59';
const HALF_MONTH_DAYS = 15;
const MINUTES_PER_DAY = 1440;

export interface DueDateOptions {
  /** Approved extensions, added before suspended days are. */
  readonly extension?: Limit | readonly Limit[] | undefined;
  /** Days that do not count. */
  readonly suspended?:
    | {
        readonly intervals: readonly SuspendedInterval[];
        /** Last day of an interval without end, usually the as-of date. */
        readonly openUntil: LocalDate;
      }
    | undefined;
  /**
   * Received after 17:00 or on a non-working day counts as received on the next working day, which is day 0. A policy for
   * day limits of agencies; limits in hours and minutes keep the moment, and custody and the moment of service never use it.
   */
  readonly officeHours?: boolean | undefined;
  /** `lastDayToLastDay` for criminal courts. */
  readonly monthRule?: MonthRule | undefined;
}

/** The day on which something counts as received in office hours; `undefined` outside the calendar. */
export function receivedInOfficeHours(received: string, calendar: WorkCalendar): LocalDate | undefined {
  const late = hasTime(received) && received.slice(11) > OFFICE_CLOSES;
  return workdayFrom(late ? addDays(dayOf(received), 1) : dayOf(received), calendar);
}

function addMonthsAndHalves(day: LocalDate, months: number, rule: MonthRule): LocalDate {
  const whole = Math.floor(months);
  const end = addMonths(day, whole, rule);
  return months === whole ? end : addDays(end, HALF_MONTH_DAYS);
}

function advance(date: string, limit: Limit, calendar: WorkCalendar, rule: MonthRule): string | undefined {
  switch (limit.unit) {
    case 'day':
    case 'calendarDay':
      return addDays(dayOf(date), limit.amount);
    case 'workday':
      return addWorkdays(dayOf(date), limit.amount, calendar);
    case 'month':
    case 'calendarMonth':
      return addMonthsAndHalves(dayOf(date), limit.amount, rule);
    case 'year':
      return addMonthsAndHalves(dayOf(date), limit.amount * 12, rule);
    case 'hour':
      return addMinutes(date, limit.amount * 60);
    case 'minute':
      return addMinutes(date, limit.amount);
  }
}

function extensionsOf({ extension }: DueDateOptions): readonly Limit[] {
  if (extension === undefined) return [];
  return 'unit' in extension ? [extension] : extension;
}

/**
 * Limit and extensions as parts to add one after the other. Months that follow months are one period: two months from 31
 * January end on 31 March, not on the 28th.
 */
function partsOf(limit: Limit, extensions: readonly Limit[]): readonly Limit[] {
  const parts: Limit[] = [limit];
  for (const next of extensions) {
    const previous = parts[parts.length - 1] ?? limit;
    const months = monthsOf(previous);
    const more = monthsOf(next);
    if (months === undefined || more === undefined) parts.push(next);
    else parts[parts.length - 1] = { amount: months + more, unit: 'month' };
  }
  return parts;
}

/**
 * Moves a due date on by the suspended days that fall after the start and before the limit has run out. Days outside
 * that time stopped nothing.
 */
function withoutSuspendedDays(
  start: string,
  nominal: string,
  limit: Limit,
  suspended: NonNullable<DueDateOptions['suspended']>,
  calendar: WorkCalendar,
): string | undefined {
  const startNumber = dayNumber(start);
  let due = nominal;
  for (const interval of unionOfIntervals(suspended.intervals, suspended.openUntil)) {
    const first = Math.max(interval.first, startNumber + 1);
    if (first > interval.last) continue;
    if (first > dayNumber(due)) break;
    const days = interval.last - first + 1;
    if (limit.unit === 'workday') {
      const workdays = workdaysBetween(dayAt(first - 1), dayAt(interval.last), calendar);
      const moved = workdays === undefined ? undefined : addWorkdays(dayOf(due), workdays, calendar);
      if (moved === undefined) return undefined;
      due = moved;
    } else {
      due = runsByClock(limit) ? addMinutes(due, days * MINUTES_PER_DAY) : addDays(dayOf(due), days);
    }
  }
  return due;
}

const NO_OPTIONS: DueDateOptions = {};

/** Limit, then roll: what most deadlines are. */
function plainDueDate(from: string, limit: Limit, calendar: WorkCalendar): string | undefined {
  const start = runsByClock(limit) && !hasTime(from) ? from + END_OF_DAY : from;
  const due = advance(start, limit, calendar, 'correspondingDay');
  return due !== undefined && rolls(limit) ? workdayFrom(dayOf(due), calendar) : due;
}

/**
 * Last day of a limit; the last moment for limits in hours and minutes. The start day is not counted (民诉法 85(2), 刑诉法
 * 105). Order: limit, then extensions, then suspended days, then the roll over days off, once.
 * @param from day or moment; a clock that starts on a bare day is taken to start at its end (the reading that does not
 *   accuse)
 * @returns `undefined` where a day outside the calendar decides
 */
export function dueDate(
  from: string,
  limit: Limit,
  calendar: WorkCalendar,
  options: DueDateOptions = NO_OPTIONS,
): string | undefined {
  if (options === NO_OPTIONS) return plainDueDate(from, limit, calendar);
  const movesReceipt = options.officeHours === true && !runsByClock(limit);
  const received = movesReceipt ? receivedInOfficeHours(from, calendar) : from;
  if (received === undefined) return undefined;
  const start = runsByClock(limit) && !hasTime(received) ? received + END_OF_DAY : received;
  const extensions = extensionsOf(options);
  const rule = options.monthRule ?? 'correspondingDay';
  let due: string | undefined = start;
  for (const part of partsOf(limit, extensions)) {
    due = advance(due, part, calendar, rule);
    if (due === undefined) return undefined;
  }
  if (options.suspended !== undefined && options.suspended.intervals.length > 0) {
    due = withoutSuspendedDays(start, due, limit, options.suspended, calendar);
    if (due === undefined) return undefined;
  }
  return rolls(limit) || extensions.some(rolls) ? workdayFrom(dayOf(due), calendar) : due;
}
