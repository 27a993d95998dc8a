import type { LocalDate } from './local-date.ts';

/** Working days and holidays for the years it covers; silent about every other day. */
export interface WorkCalendar {
  readonly version: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** @returns `undefined` outside the covered range: a deadline there is indeterminate, never guessed */
  isWorkday(day: LocalDate): boolean | undefined;
}
