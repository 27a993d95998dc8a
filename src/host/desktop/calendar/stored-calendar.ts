import type Database from 'better-sqlite3-multiple-ciphers';
import { readCalendarTable, type CalendarTable } from '../../../core/calendar/calendar-table.ts';
import { readMeta, writeMeta } from '../info.ts';

const key = 'calendar';

/** The table of holidays that was imported into the inspection; it goes where the inspection goes. @throws CalendarTableError */
export function readCalendar(database: Database.Database): CalendarTable | null {
  const stored = readMeta(database, key);
  return stored === undefined || stored === null ? null : readCalendarTable(stored);
}

/** @param table `null` goes back to the calendar of the program */
export function writeCalendar(database: Database.Database, table: CalendarTable | null): void {
  writeMeta(database, key, table);
}
