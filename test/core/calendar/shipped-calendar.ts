import { readFileSync } from 'node:fs';
import type { WorkCalendar } from '../../../src/core/calendar/calendar.ts';
import type { CalendarTable } from '../../../src/core/calendar/calendar-table.ts';
import { calendarFromTable, readCalendarTable } from '../../../src/core/calendar/calendar-table.ts';

/** The calendar that the program ships, for tests. */
export function shippedTable(): CalendarTable {
  return readCalendarTable(JSON.parse(readFileSync('rules/calendar/workdays-2015-2026.json', 'utf8')));
}

export function shippedCalendar(): WorkCalendar {
  return calendarFromTable(shippedTable());
}
