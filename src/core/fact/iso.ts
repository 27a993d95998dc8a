import { compareDayAndMoment } from '../calendar/day-arithmetic.ts';

export { dayOf, hasTime } from '../calendar/day-arithmetic.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?$/;

/** Whether the value is a day or a moment as records hold them. Only these strings may be ordered. */
export function isIsoDate(value: unknown): value is string {
  return typeof value === 'string' && ISO_DATE.test(value);
}

/** Order of two dates: negative, 0 or positive. A day against a moment compares days. */
export const compareDates = compareDayAndMoment;
