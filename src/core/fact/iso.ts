import { compareDayAndMoment } from '../calendar/day-arithmetic.ts';

export { dayOf, hasTime } from '../calendar/day-arithmetic.ts';

const DAY_LENGTH = 10;
const MOMENT_LENGTH = 19;
const ZERO = 48;
const HYPHEN = 45;
const COLON = 58;
const T = 84;

function isDigit(text: string, index: number): boolean {
  const distance = text.charCodeAt(index) - ZERO;
  return distance >= 0 && distance <= 9;
}

function hasDay(text: string): boolean {
  return (
    text.charCodeAt(4) === HYPHEN &&
    text.charCodeAt(7) === HYPHEN &&
    isDigit(text, 0) &&
    isDigit(text, 1) &&
    isDigit(text, 2) &&
    isDigit(text, 3) &&
    isDigit(text, 5) &&
    isDigit(text, 6) &&
    isDigit(text, 8) &&
    isDigit(text, 9)
  );
}

function hasMoment(text: string): boolean {
  return (
    text.charCodeAt(10) === T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON &&
    isDigit(text, 11) &&
    isDigit(text, 12) &&
    isDigit(text, 14) &&
    isDigit(text, 15) &&
    isDigit(text, 17) &&
    isDigit(text, 18)
  );
}

/**
 * Whether the value is a day (`YYYY-MM-DD`) or a moment (`YYYY-MM-DDTHH:mm:ss`) as records hold them. Only these strings
 * may be ordered. Compared character by character, without a pattern: this is asked for every date of every record.
 */
export function isIsoDate(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (value.length === DAY_LENGTH) return hasDay(value);
  return value.length === MOMENT_LENGTH && hasDay(value) && hasMoment(value);
}

/** Order of two dates: negative, 0 or positive. A day against a moment compares days. */
export const compareDates = compareDayAndMoment;
