import * as XLSX from 'xlsx';
import type { FieldDefinition, RegisterDefinition } from '../../src/core/register/definition.ts';
import type { FieldValue } from '../../src/core/register/record.ts';
import type { RuleDefinition, RuleTest } from '../../src/core/rule/format.ts';

type Cell = string | number | boolean | Date | null;

/** Forms in which registers write a day, one after the other down a column. */
const DAY_FORMS = [
  (year: string, month: string, day: string) => `${year}-${month}-${day}`,
  (year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
  (year: string, month: string, day: string) => `${year}/${Number(month)}/${Number(day)}`,
  (year: string, month: string, day: string) => `${year}.${Number(month)}.${Number(day)}`,
  (year: string, month: string, day: string) => new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))),
] as const;
const FEN_IN_YUAN = 100;
const SHEET_NAME_LENGTH = 28;

/** The same at every run, and spread over the choices. */
function choose<Choice>(choices: readonly [Choice, ...(readonly Choice[])], key: string): Choice {
  let hash = 7;
  for (const letter of key) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
  return choices[hash % choices.length] ?? choices[0];
}

function dayCell(value: string, key: string): Cell {
  const [date = '', time] = value.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const form = choose(DAY_FORMS, key)(year, month, day);
  if (time === undefined) return form;
  return `${form instanceof Date ? date : form} ${time}`;
}

function cellOf({ type }: FieldDefinition, value: FieldValue | undefined, key: string): Cell {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'date':
    case 'dateTime':
      return typeof value === 'string' ? dayCell(value, key) : value;
    case 'boolean':
      return value === true ? choose(['是', '√', 'Y'], key) : choose(['否', '×', 'N'], key);
    case 'money':
      return typeof value === 'number' ? value / FEN_IN_YUAN : value;
    default:
      return value;
  }
}

function addSheet(
  book: XLSX.WorkBook,
  register: RegisterDefinition,
  rows: readonly Readonly<Record<string, FieldValue>>[],
  unmapped: readonly string[],
  key: string,
): void {
  const fields = register.fields.filter(({ id }) => !unmapped.includes(id));
  const headers = fields.map(({ id, label, aliases }) => choose([label.zh, ...aliases], `${key} ${id}`));
  const cells = rows.map((row, index) =>
    fields.map((field) => cellOf(field, row[field.id], `${key} ${field.id} ${index}`)),
  );
  const sheet = XLSX.utils.aoa_to_sheet([[register.label.zh], headers, ...cells], { UTC: true });
  XLSX.utils.book_append_sheet(book, sheet, register.label.zh.replace(/[\\/?*[\]:]/gu, '').slice(0, SHEET_NAME_LENGTH));
}

/** Row, as the spreadsheet program counts, of the first record of each sheet: under a title and a header. */
export const FIRST_ROW = 3;

/**
 * A rule's test as an agency would hand it over: one sheet for each register, the judged record first, Chinese headers or
 * one of their aliases, dates in mixed forms, money in yuan, yes and no in words and marks.
 */
export function ruleWorkbook(
  rule: RuleDefinition,
  test: RuleTest,
  registers: ReadonlyMap<string, RegisterDefinition>,
): Uint8Array {
  const book = XLSX.utils.book_new();
  const { [rule.register]: siblings = [], ...neighbours } = test.neighbours ?? {};
  const own = registers.get(rule.register);
  const key = `${rule.id} ${test.name}`;
  if (own !== undefined) addSheet(book, own, [test.record, ...siblings], test.unmapped ?? [], key);
  for (const [id, rows] of Object.entries(neighbours)) {
    const register = registers.get(id);
    if (register === undefined) throw new Error(`${rule.id}: a test needs rows of ${id}, which no sheet can hold`);
    addSheet(book, register, rows, [], key);
  }
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
}
