import { readFileSync } from 'node:fs';
import { calendarFromTable, readCalendarTable } from '../../../src/core/calendar/calendar-table.ts';
import type { FactContext } from '../../../src/core/fact/fact.ts';
import { createRegisterSet } from '../../../src/core/fact/register-set.ts';
import { factRegistry } from '../../../src/core/fact/registry.ts';
import type { FieldValue, RegisterRecord } from '../../../src/core/register/record.ts';

export type Row = Readonly<Record<string, FieldValue>>;

const CALENDAR = calendarFromTable(
  readCalendarTable(JSON.parse(readFileSync('rules/calendar/workdays-2015-2026.json', 'utf8'))),
);

function recordsOf(register: string, columns: readonly string[], rows: readonly Row[]) {
  const mapping = {
    file: '测试.xlsx',
    sheet: register,
    register,
    columns: Object.fromEntries(columns.map((field, index) => [field, index])),
  };
  const records = rows.map((row, index): RegisterRecord => ({
    register,
    mapping,
    row: index + 2,
    values: Object.fromEntries(columns.map((field) => [field, row[field] ?? null])),
  }));
  return { register, mappings: [mapping], records };
}

/** Tables as handed over: the columns of a register are those that its rows name, and the ones listed besides. */
export function registersOf(
  tables: Readonly<Record<string, { readonly columns?: readonly string[]; readonly rows: readonly Row[] }>>,
  asOf = '2026-06-30',
): FactContext {
  const data = Object.entries(tables).map(([register, { columns = [], rows }]) =>
    recordsOf(register, [...new Set([...columns, ...rows.flatMap((row) => Object.keys(row))])], rows),
  );
  const registers = createRegisterSet(data, factRegistry.derivedRegisters, asOf, CALENDAR);
  const refuse = (): never => {
    throw new Error('not asked for in these tests');
  };
  return {
    asOf,
    calendar: CALENDAR,
    registers,
    tables: {},
    parameter: refuse,
    limit: refuse,
    fact: refuse,
    notePending: () => undefined,
  };
}
