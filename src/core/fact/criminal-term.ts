import type { WorkCalendar } from '../calendar/calendar.ts';
import { addDays, daysBetween, dueDate } from './day-arithmetic.ts';
import type { FactContext, Limit } from './fact.ts';
import { Unknown } from './fact.ts';
import { compareDates, dayOf } from './iso.ts';

/** A stretch of time that does not count, both ends included as days out of the term; `end` is null while it lasts. */
export interface Interval {
  readonly start: string;
  readonly end: string | null;
}

/** One run of a term: from its start to what ended it (`null`: still running on the as-of date). */
export interface TermRun {
  readonly start: string;
  readonly end: string | null;
}

export interface CriminalTerm {
  readonly limit: Limit;
  readonly extension: Limit | undefined;
  /** In custody the last day does not move over a holiday (刑事诉讼法 105(4)). */
  readonly inCustody: boolean;
  /** Courts count from the last day of a month to the last day of the later one (刑事诉讼法解释 202). */
  readonly monthEndToMonthEnd: boolean;
  readonly suspended: readonly Interval[];
}

/** What a run came to. `late` is null while it is suspended on the day that decides. */
export interface RunVerdict {
  readonly due: string;
  readonly days: number;
  readonly late: boolean | null;
  readonly open: boolean;
}

const NOT_ROLLING: Readonly<Partial<Record<Limit['unit'], Limit['unit']>>> = {
  day: 'calendarDay',
  month: 'calendarMonth',
};
const ROLL_ONCE: Limit = { amount: 0, unit: 'day' };

function withoutRoll(limit: Limit): Limit {
  return { amount: limit.amount, unit: NOT_ROLLING[limit.unit] ?? limit.unit };
}

function isLastOfMonth(day: string): boolean {
  return addDays(day, 1).endsWith('-01');
}

/** The last day of the month that the day lies in. */
function lastOfMonth(day: string): string {
  let last = day;
  while (!isLastOfMonth(last)) last = addDays(last, 1);
  return last;
}

function advance(day: string, limit: Limit, monthEnds: boolean, calendar: WorkCalendar): string | undefined {
  const end = dueDate(day, withoutRoll(limit), calendar);
  const monthly = limit.unit === 'month' || limit.unit === 'calendarMonth';
  return end !== undefined && monthEnds && monthly && isLastOfMonth(day) ? lastOfMonth(end) : end;
}

/** Days of the union of the intervals that fall after `from`, up to `until`. */
function suspendedDays(intervals: readonly Interval[], from: string, until: string): number {
  let days = 0;
  let covered = from;
  for (const interval of [...intervals].sort((a, b) => compareDates(a.start, b.start))) {
    const start = interval.start > covered ? interval.start : covered;
    const end = interval.end === null || interval.end > until ? until : interval.end;
    if (end <= start) continue;
    days += daysBetween(start, end);
    covered = end;
  }
  return days;
}

/**
 * Judges one run: limit, then extension, then the union of suspended time, then rolled once (decided order of the field).
 * @returns unknown where a day outside the calendar decides
 */
export function judgeRun(run: TermRun, term: CriminalTerm, context: FactContext): RunVerdict | Unknown {
  const { calendar } = context;
  const notCovered = new Unknown('calendar-not-covered', []);
  const start = dayOf(run.start);
  // What ended the run after the as-of day had not ended it on that day.
  const open = run.end === null || dayOf(run.end) > context.asOf;
  const until = run.end === null || open ? context.asOf : dayOf(run.end);
  let due = advance(start, term.limit, term.monthEndToMonthEnd, calendar);
  if (due !== undefined && term.extension !== undefined) due = advance(due, term.extension, false, calendar);
  if (due === undefined) return notCovered;
  due = addDays(due, suspendedDays(term.suspended, start, until));
  if (!term.inCustody) {
    const rolled = dueDate(due, ROLL_ONCE, calendar);
    if (rolled === undefined) return notCovered;
    due = rolled;
  }
  const days = Math.max(0, daysBetween(due, until));
  if (open && term.suspended.some((interval) => interval.end === null)) return { due, days, late: null, open };
  return { due, days, late: until > due, open };
}
