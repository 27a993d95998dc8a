import type { WorkCalendar } from './calendar.ts';
import { dayAt, dayNumber } from './day-number.ts';

/** Prefix sums over a calendar, so that counting working days costs the same for a week and for ten years. */
export interface WorkdayIndex {
  /** Day number of the first and of the last covered day. */
  readonly first: number;
  readonly last: number;
  /** `before[i]`: working days among the first `i` covered days. */
  readonly before: Int32Array;
  /** Day numbers of the working days, ascending. */
  readonly workdays: Int32Array;
}

function buildIndex(calendar: WorkCalendar): WorkdayIndex {
  const first = dayNumber(calendar.from);
  const last = dayNumber(calendar.to);
  const before = new Int32Array(last - first + 2);
  const workdays: number[] = [];
  for (let number = first; number <= last; number += 1) {
    if (calendar.isWorkday(dayAt(number)) === true) workdays.push(number);
    before[number - first + 1] = workdays.length;
  }
  return { first, last, before, workdays: Int32Array.from(workdays) };
}

const indexes = new WeakMap<WorkCalendar, WorkdayIndex>();
/** An inspection has one calendar and asks for it with every date. */
let last: { readonly calendar: WorkCalendar; readonly index: WorkdayIndex } | null = null;

/** The index of a calendar, built on first use. Calendars never change. */
export function workdayIndex(calendar: WorkCalendar): WorkdayIndex {
  if (last?.calendar === calendar) return last.index;
  let index = indexes.get(calendar);
  if (index === undefined) {
    index = buildIndex(calendar);
    indexes.set(calendar, index);
  }
  last = { calendar, index };
  return index;
}
