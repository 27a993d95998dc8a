/**
 * A limit of time.
 * - `day` natural days, `month` months: a last day that is no working day moves to the next working day
 * - `calendarDay`, `calendarMonth`, `year`: the same without moving (custody, seizure terms, minimum periods)
 * - `workday` working days; `hour`, `minute` run through
 *
 * Half a month (`1.5` months) is 15 days after the whole ones (刑诉法解释 202).
 */
export interface Limit {
  readonly amount: number;
  readonly unit: 'day' | 'calendarDay' | 'workday' | 'month' | 'calendarMonth' | 'year' | 'hour' | 'minute';
}

/** Whether the limit runs by the clock. */
export function runsByClock(limit: Limit): boolean {
  return limit.unit === 'hour' || limit.unit === 'minute';
}

/** Whether a last day that is no working day moves to the next one. */
export function rolls(limit: Limit): boolean {
  return limit.unit === 'day' || limit.unit === 'month';
}

/** The limit in months, where it is one of months or years. */
export function monthsOf(limit: Limit): number | undefined {
  switch (limit.unit) {
    case 'month':
    case 'calendarMonth':
      return limit.amount;
    case 'year':
      return limit.amount * 12;
    default:
      return undefined;
  }
}
