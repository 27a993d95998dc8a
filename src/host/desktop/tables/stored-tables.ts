import type Database from 'better-sqlite3-multiple-ciphers';
import { readCalendarTable, type CalendarTable } from '../../../core/calendar/calendar-table.ts';
import type { DepartmentLimitTable } from '../../../core/fact/department-limit-table.ts';
import type { CourtCodeTable } from '../../../core/register/court-code-table.ts';
import { readMeta, writeMeta } from '../info.ts';

/** Tables of data that a person may replace. */
export interface EditableTables {
  readonly calendar: CalendarTable;
  readonly departmentLimits: DepartmentLimitTable;
  readonly courtCodes: CourtCodeTable;
}
export type TableName = keyof EditableTables;

/** Those that were imported into an inspection; they go where the inspection goes. */
export type ImportedTables = { readonly [Name in TableName]: EditableTables[Name] | null };

export const noTables: ImportedTables = { calendar: null, departmentLimits: null, courtCodes: null };

// Of an inspection that an earlier version wrote, which had the calendar only.
const keys: Readonly<Record<TableName, string>> = {
  calendar: 'calendar',
  departmentLimits: 'table.departmentLimits',
  courtCodes: 'table.courtCodes',
};

/** Written by this program, in a file that is sealed against change. @throws TableError */
export function readTables(database: Database.Database): ImportedTables {
  const calendar = readMeta(database, keys.calendar) ?? null;
  return {
    calendar: calendar === null ? null : readCalendarTable(calendar),
    departmentLimits: (readMeta(database, keys.departmentLimits) ?? null) as DepartmentLimitTable | null,
    courtCodes: (readMeta(database, keys.courtCodes) ?? null) as CourtCodeTable | null,
  };
}

/** @param table `null` goes back to the table of the program */
export function writeTable(
  database: Database.Database,
  name: TableName,
  table: EditableTables[TableName] | null,
): void {
  writeMeta(database, keys[name], table);
}
