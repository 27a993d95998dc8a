/** Arithmetic of days as facts need it; the calendar station has the rules and their sources. */
export { addDays, addMonths, daysBetween, minutesBetween } from '../calendar/day-arithmetic.ts';
export { dueDate } from '../calendar/due-date.ts';
export { workdayFrom, workdaysBetween } from '../calendar/workdays.ts';
