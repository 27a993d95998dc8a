import { readCalendarTable, type CalendarDayKind, type CalendarTable } from '../../../core/calendar/calendar-table.ts';

/** Headers of a holiday table in a workbook. The first one tells the sheet and the row of headers. */
export const dayHeader = '日期';
const kindHeader = '类型';
const nameHeader = '名称';

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
 * @throws CalendarTableError saying what is wrong
 */
export function calendarFromRows([head, ...rows]: readonly (readonly string[])[], version: string): CalendarTable {
  const at = (header: string) => head?.indexOf(header) ?? -1;
  const [dayAt, kindAt, nameAt] = [at(dayHeader), at(kindHeader), at(nameHeader)];
  const days = rows
    .filter((row) => (row[dayAt] ?? '').trim() !== '')
    .map((row) => {
      const kind = (row[kindAt] ?? '').trim();
      const name = (row[nameAt] ?? '').trim();
      return {
        date: (row[dayAt] ?? '').trim().replace(/T00:00:00$/u, ''),
        kind: kinds[kind] ?? kind,
        name: name === '' ? kind : name,
      };
    });
  const years = days.map(({ date }) => date.slice(0, 4)).sort();
  return readCalendarTable({
    version,
    source: version,
    from: `${years[0] ?? ''}-01-01`,
    to: `${years.at(-1) ?? ''}-12-31`,
    days,
  });
}
