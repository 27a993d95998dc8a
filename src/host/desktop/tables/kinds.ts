import { mergeCalendarTables } from '../../../core/calendar/calendar-table.ts';
import type { Bilingual } from '../../../core/language.ts';
import { calendarColumns, calendarFromRows, rowsOfCalendar } from './calendar-rows.ts';
import { courtCodeColumns, courtCodesFromRows, rowsOfCourtCodes } from './court-code-rows.ts';
import { departmentColumns, departmentsFromRows, rowsOfDepartments } from './department-rows.ts';
import type { EditableTables, TableName } from './stored-tables.ts';
import type { TableRows } from './table-rows.ts';

/** How a kind of table is read from a sheet and written into one. */
interface TableKind {
  readonly label: Bilingual;
  /** The first header tells the sheet and the row of headers. */
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  /** @throws TableError saying what is wrong */
  readonly fromRows: (rows: TableRows, version: string, stock: EditableTables) => EditableTables[TableName];
  /** The rows from which the same table is read. */
  readonly toRows: (tables: EditableTables) => TableRows;
}

export const tableKinds: Readonly<Record<TableName, TableKind>> = {
  calendar: {
    label: { zh: '节假日表', en: 'Table of holidays' },
    columns: calendarColumns,
    fromRows: (rows, version, { calendar }) => {
      const table = calendarFromRows(rows, version);
      // Says so when it does not join the table that is there.
      mergeCalendarTables(calendar, table);
      return table;
    },
    toRows: ({ calendar }) => rowsOfCalendar(calendar),
  },
  departmentLimits: {
    label: { zh: '部门协助时限表', en: 'Departments’ limits' },
    columns: departmentColumns,
    fromRows: (rows, version, { departmentLimits }) => departmentsFromRows(rows, version, departmentLimits),
    toRows: ({ departmentLimits }) => rowsOfDepartments(departmentLimits),
  },
  courtCodes: {
    label: { zh: '法院代字表', en: 'Court codes' },
    columns: courtCodeColumns,
    fromRows: (rows, version, { courtCodes }) => courtCodesFromRows(rows, version, courtCodes),
    toRows: ({ courtCodes }) => rowsOfCourtCodes(courtCodes),
  },
};

export const tableNames = Object.keys(tableKinds) as TableName[];
