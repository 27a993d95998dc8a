import { compareDayAndMoment } from '../calendar/day-arithmetic.ts';

export { dayOf, hasTime } from '../calendar/day-arithmetic.ts';

const DAY_LENGTH = 10;
const MOMENT_LENGTH = 19;
const ZERO = 48;
const NINE = 57;
/** What stands between the digits of `YYYY-MM-DDTHH:mm:ss`. */
const MARKS: Readonly<Record<number, string>> = { 4: '-', 7: '-', 10: 'T', 13: ':', 16: ':' };
const MARK_CODES = Array.from({ length: MOMENT_LENGTH }, (_each, index) => MARKS[index]?.charCodeAt(0) ?? 0);

/**
 * Whether the value is a day or a moment as records hold them. Only these strings may be ordered. Compared by character:
 * this is asked for every date of every record.
 */
export function isIsoDate(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const { length } = value;
  if (length !== DAY_LENGTH && length !== MOMENT_LENGTH) return false;
  for (let index = 0; index < length; index += 1) {
    const code = value.charCodeAt(index);
    const mark = MARK_CODES[index] ?? 0;
    if (mark === 0 ? code < ZERO || code > NINE : code !== mark) return false;
  }
  return true;
}

/** Order of two dates: negative, 0 or positive. A day against a moment compares days. */
export const compareDates = compareDayAndMoment;
