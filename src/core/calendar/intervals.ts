import { dayNumber } from './day-number.ts';
import type { LocalDate } from './local-date.ts';

/** Days on which a limit does not run (中止、暂缓、公告、评估 …), both ends included. */
export interface SuspendedInterval {
  readonly from: LocalDate;
  /** `null` while the reason still lasts. */
  readonly to: LocalDate | null;
}

/** An interval of day numbers, both ends included. */
export interface NumberInterval {
  readonly first: number;
  readonly last: number;
}

/**
 * Union of intervals as ascending, disjoint intervals that do not touch, so that no day counts twice.
 * Ends given in the wrong order are exchanged (the reading that does not accuse).
 * @param openUntil last day of an interval without end, usually the as-of date; one that begins later is left out
 */
export function unionOfIntervals(
  intervals: readonly SuspendedInterval[],
  openUntil: LocalDate,
): readonly NumberInterval[] {
  const lastOpen = dayNumber(openUntil);
  const sorted = intervals
    .map(({ from, to }) => {
      const start = dayNumber(from);
      if (to === null) return { first: start, last: lastOpen };
      const end = dayNumber(to);
      return { first: Math.min(start, end), last: Math.max(start, end) };
    })
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first);
  const union: { first: number; last: number }[] = [];
  for (const { first, last } of sorted) {
    const previous = union.at(-1);
    if (previous !== undefined && first <= previous.last + 1) previous.last = Math.max(previous.last, last);
    else union.push({ first, last });
  }
  return union;
}

/** Days in the union of the intervals. */
export function suspendedDays(intervals: readonly SuspendedInterval[], openUntil: LocalDate): number {
  return unionOfIntervals(intervals, openUntil).reduce((days, { first, last }) => days + last - first + 1, 0);
}
