import { civilDate, dayAt, dayNumber, dayNumberOf, daysInMonth, formatDay, weekdayOf } from './day-number.ts';
import type { LocalDate, LocalDateTime } from './local-date.ts';

const DAY_LENGTH = 10;
const MINUTES_PER_DAY = 1440;

/** The day of a day or a moment. */
export function dayOf(date: string): LocalDate {
  return date.length > DAY_LENGTH ? date.slice(0, DAY_LENGTH) : date;
}

/** Whether the date carries a time of day. */
export function hasTime(date: string): boolean {
  return date.length > DAY_LENGTH;
}

export function addDays(day: LocalDate, days: number): LocalDate {
  return dayAt(dayNumber(day) + days);
}

/**
 * How a period of months ends.
 * - `correspondingDay`: on the corresponding day of the last month, or that month's last (民法典 201, 202)
 * - `lastDayToLastDay`: as before, but from the last day of a month to the last day of the later one (刑诉法解释 202)
 */
export type MonthRule = 'correspondingDay' | 'lastDayToLastDay';

/** The day that ends a period of whole months, which may be negative. */
export function addMonths(day: LocalDate, months: number, rule: MonthRule = 'correspondingDay'): LocalDate {
  const start = civilDate(day);
  const monthIndex = start.year * 12 + start.month - 1 + months;
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12 + 1;
  const last = daysInMonth(year, month);
  const toLast = rule === 'lastDayToLastDay' && start.day === daysInMonth(start.year, start.month);
  return formatDay(year, month, toLast ? last : Math.min(start.day, last));
}

/** Natural days from one date to another, start excluded; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday is 1, Sunday is 7. */
export function weekday(day: LocalDate): number {
  return weekdayOf(dayNumber(day));
}

/** Order of two dates: negative, 0 or positive. A day against a moment compares days only. */
export function compareDayAndMoment(a: string, b: string): number {
  const [left, right] = a.length === b.length ? [a, b] : [dayOf(a), dayOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Seconds after midnight; 0 for a bare day. */
function secondOfDay(date: string): number {
  if (!hasTime(date)) return 0;
  return Number(date.slice(11, 13)) * 3600 + Number(date.slice(14, 16)) * 60 + Number(date.slice(17, 19));
}

/** Minutes (with fractions for seconds) from one moment to another; negative when `to` is earlier. */
export function minutesBetween(from: LocalDateTime, to: LocalDateTime): number {
  return daysBetween(from, to) * MINUTES_PER_DAY + (secondOfDay(to) - secondOfDay(from)) / 60;
}

/** The moment some minutes after another; China has no daylight saving, so every day has 1440 of them. */
export function addMinutes(moment: LocalDateTime, minutes: number): LocalDateTime {
  const seconds = secondOfDay(moment) + Math.round(minutes * 60);
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const two = (value: number) => String(value).padStart(2, '0');
  const { year, month, day } = civilDate(moment);
  const date = dayAt(dayNumberOf(year, month, day) + days);
  return `${date}T${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`;
}
