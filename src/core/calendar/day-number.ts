import type { LocalDate } from './local-date.ts';

/**
 * Days as numbers, counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar, without Date objects: deadlines
 * are computed for every record of a register. Algorithms: Howard Hinnant, "chrono-compatible low-level date algorithms".
 */

const DAYS_PER_ERA = 146_097;
const DAYS_TO_EPOCH = 719_468;
const ZERO = 48;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

export function dayNumberOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH;
}

export function civilDateOf(number: number): CivilDate {
  const shifted = number + DAYS_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + (text.charCodeAt(index) - ZERO);
  return value;
}

/** Year, month and day of a day or moment. */
export function civilDate(day: string): CivilDate {
  return { year: digits(day, 0, 4), month: digits(day, 5, 7), day: digits(day, 8, 10) };
}

/** Number of a day, or of the day of a moment. */
export function dayNumber(day: string): number {
  return dayNumberOf(digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10));
}

/** Registers speak of some decades only: their days are written once each. */
const FIRST_KEPT_YEAR = 1990;
const KEPT_YEARS = 60;
const DAYS_A_MONTH = 31;
const DAYS_A_YEAR = 12 * DAYS_A_MONTH;
const FIRST_KEPT = dayNumberOf(FIRST_KEPT_YEAR, 1, 1);
const KEPT_DAYS = dayNumberOf(FIRST_KEPT_YEAR + KEPT_YEARS, 1, 1) - FIRST_KEPT;
const byParts = new Array<LocalDate | undefined>(KEPT_YEARS * DAYS_A_YEAR).fill(undefined);
const byNumber = new Array<LocalDate | undefined>(KEPT_DAYS).fill(undefined);

function written(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** `YYYY-MM-DD` from its parts, which must be a day of the calendar. */
export function formatDay(year: number, month: number, day: number): LocalDate {
  const kept = year - FIRST_KEPT_YEAR;
  if (kept < 0 || kept >= KEPT_YEARS) return written(year, month, day);
  return (byParts[kept * DAYS_A_YEAR + (month - 1) * DAYS_A_MONTH + day - 1] ??= written(year, month, day));
}

function dayOfNumber(number: number): LocalDate {
  const { year, month, day } = civilDateOf(number);
  return formatDay(year, month, day);
}

/** The day of a number. */
export function dayAt(number: number): LocalDate {
  const kept = number - FIRST_KEPT;
  return kept >= 0 && kept < KEPT_DAYS ? (byNumber[kept] ??= dayOfNumber(number)) : dayOfNumber(number);
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function weekdayOf(number: number): number {
  // Day 0 was a Thursday.
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that exists: 2024-02-29 is, 2023-02-29 is not. */
export function isDay(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const { year, month, day } = civilDate(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
