/**
 * Dates as spreadsheets keep them: a serial number of days, converted with integer arithmetic only, so that no time zone and no
 * floating-point noise can move a day.
 */

/** A day, or a moment of it. `days` counts from 1970-01-01, `seconds` from midnight; no time zone. */
export interface Moment {
  readonly days: number;
  readonly seconds: number;
}

/** 1900-01-01 is serial 1; serial 60 is 29 February 1900, a day that never was (kept from Lotus 1-2-3). */
const DAYS_BEFORE_SERIAL_61 = 25_569;
const PHANTOM_SERIAL = 60;
/** 1904-01-01 is serial 0. */
const DAYS_BEFORE_SERIAL_0_OF_1904 = 24_107;
/** 9999-12-31. */
const LAST_DAY = 2_932_896;
const SECONDS_OF_DAY = 86_400;

/** What a serial number under a date format stands for. */
export type SerialMeaning =
  | { readonly kind: 'moment'; readonly moment: Moment }
  /** Less than a day: a time of day without a date. */
  | { readonly kind: 'time'; readonly seconds: number }
  /** No day of the calendar: negative, zero, past the year 9999, or the phantom 29 February 1900. */
  | { readonly kind: 'none' };

/** Meaning of a serial number, its fraction rounded to the second (59.9999999 s is the next minute, or the next day). */
export function serialMeaning(serial: number, date1904: boolean): SerialMeaning {
  if (!Number.isFinite(serial) || serial < 0) return { kind: 'none' };
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * SECONDS_OF_DAY);
  if (seconds === SECONDS_OF_DAY) {
    day += 1;
    seconds = 0;
  }
  if (date1904) {
    if (day === 0 && seconds > 0) return { kind: 'time', seconds };
    return inCalendar(day - DAYS_BEFORE_SERIAL_0_OF_1904, seconds);
  }
  if (day === 0) return seconds === 0 ? { kind: 'none' } : { kind: 'time', seconds };
  if (day === PHANTOM_SERIAL) return { kind: 'none' };
  return inCalendar(day - DAYS_BEFORE_SERIAL_61 + (day < PHANTOM_SERIAL ? 1 : 0), seconds);
}

function inCalendar(days: number, seconds: number): SerialMeaning {
  return days > LAST_DAY ? { kind: 'none' } : { kind: 'moment', moment: { days, seconds } };
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** `HH:mm:ss` of seconds since midnight. */
export function timeText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `YYYY-MM-DD` of days since 1970-01-01 (proleptic Gregorian calendar; algorithm of Hinnant's civil_from_days). */
export function dayText(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Days since 1970-01-01, or `undefined` where no such day exists. */
export function daysOf(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1 || year > 9999) return undefined;
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const days = era * 146_097 + dayOfEra - 719_468;
  return dayText(days) === `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` ? days : undefined;
}

/** ISO text of a moment: the bare day at midnight, else with the time of day. */
export function momentText({ days, seconds }: Moment): string {
  return seconds === 0 ? dayText(days) : `${dayText(days)}T${timeText(seconds)}`;
}

const ISO_MOMENT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** Moment of an ISO text as packages carry it (wall clock; a zone mark is ignored), rounded to the second. */
export function parseIsoMoment(text: string): Moment | undefined {
  const match = ISO_MOMENT.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0'] = match;
  const days = daysOf(Number(year), Number(month), Number(day));
  if (days === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second) + Math.round(Number(`0.${fraction}`));
  return seconds === SECONDS_OF_DAY ? { days: days + 1, seconds: 0 } : { days, seconds };
}
