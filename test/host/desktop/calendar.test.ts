import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from '@zurmokeeper/exceljs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newInspection, password, TestDesktop } from './desktop.ts';

const desktop = new TestDesktop();
let path: string;
beforeAll(async () => {
  path = await newInspection(desktop);
});
afterEach(async () => {
  if ((await calendarTable()).imported !== null) await desktop.call('tables.reset', { table: 'calendar' });
});
afterAll(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

const calendarTable = async () => {
  const table = (await desktop.call('tables.list', {})).find((row) => row.table === 'calendar');
  if (table === undefined) throw new Error('no calendar');
  return table;
};

type DayRow = readonly [day: string | Date, kind: string, name: string];
/** As many days off as a year has at least. Invented: nobody has published them. */
const year2027: readonly DayRow[] = [
  ...Array.from({ length: 12 }, (_, month): DayRow => [
    `2027-${String(month + 1).padStart(2, '0')}-01`,
    '放假',
    '示例节',
  ]),
  [new Date(Date.UTC(2027, 0, 2)), '调休', '示例节'],
  ['2027-01-09', '上班', '示例节'],
];

async function workbook(rows: readonly DayRow[]): Promise<string> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('安排');
  sheet.addRow(['示例：2027年节假日安排']);
  sheet.addRow(['日期', '类型', '名称']);
  for (const row of rows) sheet.addRow([...row]);
  const file = join(desktop.folder, '2027年节假日.xlsx');
  await book.xlsx.writeFile(file);
  return file;
}

test('a workbook with the next year extends the calendar, stays in the inspection, and can be taken back', async () => {
  const before = await calendarTable();
  desktop.answerDialog(await workbook(year2027));
  const { imported, refused } = await desktop.call('tables.import', { table: 'calendar' });
  expect(refused).toBeNull();
  expect(imported).toMatch(/^2027年节假日 \([0-9a-f]{8}\)$/);
  expect(await calendarTable()).toMatchObject({ range: { from: before.range?.from, to: '2027-12-31' }, imported });
  expect((await calendarTable()).version).toContain('2027年节假日');

  desktop.restart();
  await desktop.call('inspection.open', { path, password });
  expect((await desktop.call('inspection.overview', {}))?.calendar.to).toBe('2027-12-31');
  await desktop.call('tables.reset', { table: 'calendar' });
  expect(await calendarTable()).toEqual(before);
});

test('a run after the import says by which calendar it judged', async () => {
  desktop.answerDialog(await workbook(year2027));
  const { imported } = await desktop.call('tables.import', { table: 'calendar' });
  expect((await desktop.finished(await desktop.call('run.start', {}))).state).toBe('done');
  desktop.answerDialog(null);
  expect(await desktop.call('tables.import', { table: 'calendar' })).toEqual({ imported: null, refused: null });
  expect((await desktop.call('inspection.overview', {}))?.calendar.version).toContain(imported);
});

test.each<[what: string, rows: readonly DayRow[], words: RegExp]>([
  ['a year that is not filled in', year2027.slice(0, 5), /2027年只有5个放假日/],
  [
    'a year that does not join',
    year2027
      .map(([, ...rest], index) => [`2029-${String(index + 1).padStart(2, '0')}-01`, ...rest] as const)
      .slice(0, 12),
    /不相连/,
  ],
  ['a kind that nobody knows', [...year2027, ['2027-02-02', '串休', '示例节']], /2027-02-02的类型/],
  ['a working day that is one anyway', [...year2027, ['2027-02-02', '上班', '示例节']], /周一至周五/],
  ['a workbook without days', [], /不是有效日期/],
])('%s is refused in words, and the calendar stays as it was', async (_what, rows, words) => {
  const before = await calendarTable();
  desktop.answerDialog(await workbook(rows));
  const { imported, refused } = await desktop.call('tables.import', { table: 'calendar' });
  expect(imported).toBeNull();
  expect(refused?.zh).toMatch(words);
  expect(await calendarTable()).toEqual(before);
});

test('a JSON table is taken as the pack has it; a broken one is refused', async () => {
  const file = join(desktop.folder, '示例.json');
  const days = year2027.slice(0, 12).map(([date, , name]) => ({ date, kind: 'holiday', name }));
  writeFileSync(
    file,
    JSON.stringify({ version: '示例2027', source: '示例', from: '2027-01-01', to: '2027-12-31', days }),
  );
  desktop.answerDialog(file);
  expect(await desktop.call('tables.import', { table: 'calendar' })).toEqual({ imported: '示例2027', refused: null });
  writeFileSync(file, '{');
  desktop.answerDialog(file);
  expect((await desktop.call('tables.import', { table: 'calendar' })).refused?.zh).toContain('不是有效的 JSON');
});

test('a backup opens with the same password', async () => {
  const copy = join(desktop.folder, '备份.inspection');
  desktop.answerDialog(copy);
  const { job } = await desktop.call('inspection.backup', {});
  expect(await desktop.finished({ job: job ?? '' })).toMatchObject({ state: 'done' });
  await desktop.call('inspection.close', {});
  expect((await desktop.call('inspection.open', { path: copy, password })).name).toBe('测试检查');
});
