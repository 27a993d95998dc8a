import { readCalendarTable, type CalendarDayKind, type CalendarTable } from '../../../core/calendar/calendar-table.ts';
import { columnsOf, type TableRows } from './table-rows.ts';

export const calendarColumns = [
  { header: '日期', width: 14 },
  { header: '类型', width: 10 },
  { header: '名称', width: 24 },
] as const;

const kinds: Readonly<Record<string, CalendarDayKind>> = {
  放假: 'holiday',
  休: 'holiday',
  休息: 'holiday',
  节假日: 'holiday',
  调休: 'inLieu',
  调休放假: 'inLieu',
  补休: 'inLieu',
  上班: 'makeUp',
  班: 'makeUp',
  调休上班: 'makeUp',
  补班: 'makeUp',
};

/**
 * A table of holidays from the rows of a sheet: 日期, 类型 (放假、调休、上班), 名称. It covers the whole of each year that it names.
 * @param version told on every result that the table decided
 * @throws TableError saying what is wrong
 */
export function calendarFromRows(rows: TableRows, version: string): CalendarTable {
  const days = columnsOf(rows, calendarColumns).map(([date = '', kind = '', name = '']) => ({
    date: date.replace(/T00:00:00$/u, ''),
    kind: kinds[kind] ?? kind,
    name: name === '' ? kind : name,
  }));
  const years = days.map(({ date }) => date.slice(0, 4)).sort();
  return readCalendarTable({
    version,
    source: version,
    from: `${years[0] ?? ''}-01-01`,
    to: `${years.at(-1) ?? ''}-12-31`,
    days,
  });
}

const words: Readonly<Record<CalendarDayKind, string>> = { holiday: '放假', inLieu: '调休', makeUp: '上班' };

/** The rows from which the same table is read. */
export function rowsOfCalendar({ days }: CalendarTable): TableRows {
  return days.map(({ date, kind, name }) => [date, words[kind], name]);
}
