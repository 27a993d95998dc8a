import type { WorkCalendar } from './calendar.ts';
import { dayAt, dayNumber } from './day-number.ts';
import type { LocalDate } from './local-date.ts';
import type { WorkdayIndex } from './workday-index.ts';
import { workdayIndex } from './workday-index.ts';

/** Working days up to and including a day; `undefined` unless the day is covered, or is the eve of the first one. */
function workdaysUpTo(index: WorkdayIndex, number: number): number | undefined {
  return number > index.last ? undefined : index.before[number - index.first + 1];
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier.
 * @returns `undefined` where the calendar does not cover all of them
 */
export function workdaysBetween(from: string, to: string, calendar: WorkCalendar): number | undefined {
  const index = workdayIndex(calendar);
  const start = workdaysUpTo(index, dayNumber(from));
  const end = workdaysUpTo(index, dayNumber(to));
  return start === undefined || end === undefined ? undefined : end - start;
}

/** The `count`-th working day after a day (the day itself for 0); `undefined` where the calendar does not reach it. */
export function addWorkdays(day: LocalDate, count: number, calendar: WorkCalendar): LocalDate | undefined {
  if (count === 0) return day;
  const index = workdayIndex(calendar);
  const passed = workdaysUpTo(index, dayNumber(day));
  const number = passed === undefined ? undefined : index.workdays[passed + count - 1];
  return number === undefined ? undefined : dayAt(number);
}

/** The day itself where it is a working day, else the next working day; `undefined` where the calendar does not say. */
export function workdayFrom(day: LocalDate, calendar: WorkCalendar): LocalDate | undefined {
  const index = workdayIndex(calendar);
  const number = dayNumber(day);
  const passed = number < index.first ? undefined : workdaysUpTo(index, number - 1);
  const next = passed === undefined ? undefined : index.workdays[passed];
  if (next === undefined) return undefined;
  return next === number ? day : dayAt(next);
}
