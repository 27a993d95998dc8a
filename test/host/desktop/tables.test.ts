import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from '@zurmokeeper/exceljs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newInspection, samples, TestDesktop } from './desktop.ts';

const desktop = new TestDesktop();
beforeAll(async () => {
  await newInspection(desktop);
  await desktop.finished(await desktop.call('files.import', { paths: [join(samples, '协助执行台账（示例）.xls')] }));
});
afterEach(async () => {
  for (const { table, imported } of await desktop.call('tables.list', {}))
    if (imported !== null) await desktop.call('tables.reset', { table });
});
afterAll(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

type TableName = 'calendar' | 'departmentLimits' | 'courtCodes';
const tableOf = async (name: TableName) => {
  const table = (await desktop.call('tables.list', {})).find((row) => row.table === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
};
async function bring(table: TableName, path: string) {
  desktop.answerDialog(path);
  return await desktop.call('tables.import', { table });
}
async function exported(table: TableName): Promise<string> {
  const path = join(desktop.folder, `${table}.xlsx`);
  desktop.answerDialog(path);
  expect(await desktop.call('tables.export', { table })).toEqual({ path });
  return path;
}
/** Changes cells of an exported table by its row's name and its column's header. */
async function changed(path: string, name: string, changes: Readonly<Record<string, string>>): Promise<void> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  const [sheet] = book.worksheets;
  const headers = sheet?.getRow(1).values as string[];
  sheet?.eachRow((row) => {
    if (row.getCell(1).text !== name) return;
    for (const [header, text] of Object.entries(changes)) row.getCell(headers.indexOf(header)).value = text;
  });
  await book.xlsx.writeFile(path);
}
async function lateQueries() {
  expect((await desktop.finished(await desktop.call('run.start', {}))).state).toBe('done');
  const filter = { ruleId: ['assist-dept-overdue'] };
  const ids = await desktop.call('findings.ids', { filter, order: {} });
  const found = await Promise.all(ids.map((id) => desktop.call('findings.get', { id })));
  return found.filter(({ row }) => row.change !== 'gone');
}

test.each<TableName>(['calendar', 'departmentLimits', 'courtCodes'])(
  'what is exported of %s is imported again with as many rows',
  async (name) => {
    const before = await tableOf(name);
    expect((await bring(name, await exported(name))).refused).toBeNull();
    expect(await tableOf(name)).toMatchObject({ entries: before.entries, range: before.range });
    expect((await tableOf(name)).imported).toMatch(new RegExp(`^${name} \\([0-9a-f]{8}\\)$`, 'u'));
  },
);

test('a limit that a province sets decides from then on, and its table stands on the finding with its version', async () => {
  const before = await lateQueries();
  const [first] = before;
  const entry = first?.parameters.find(({ name }) => name === 'department-limits');
  expect(entry).toMatchObject({ label: { zh: '部门协助时限表（1.0.0版）' }, from: '2000-01-01' });
  const ofTax = before.filter(({ row }) => row.party === '示例市税务局');
  expect(ofTax.length).toBeGreaterThan(0);
  const path = await exported('departmentLimits');
  await changed(path, '税务', { 查询: '360日（地方口径）', 控制: '360日', 划拨过户: '360日' });
  const { imported } = await bring('departmentLimits', path);
  expect((await desktop.call('inspection.overview', {}))?.steps.find(({ id }) => id === 'run')?.reason?.zh).toBe(
    '数据表已更换，结果已过时',
  );
  const after = await lateQueries();
  expect(after.filter(({ row }) => row.party === '示例市税务局')).toEqual([]);
  const label = after[0]?.parameters.find(({ name }) => name === 'department-limits')?.label.zh;
  expect(label).toBe(`部门协助时限表（${imported ?? ''}版）`);
});

test.each<[what: string, name: string, changes: Readonly<Record<string, string>>, words: RegExp]>([
  ['a limit in other words', '税务', { 查询: '尽快' }, /“税务”的时限“尽快”不能识别/u],
  ['a limit of years', '税务', { 查询: '999日' }, /不是0至366的整数/u],
  ['a name given twice', '税务', { 部门: '保险' }, /“保险”出现两次/u],
  ['a department without words', '税务', { 识别词: '' }, /“税务”没有识别词/u],
])('%s is refused in words, and the limits stay as they were', async (_what, name, changes, words) => {
  const before = await tableOf('departmentLimits');
  const path = await exported('departmentLimits');
  await changed(path, name, changes);
  expect((await bring('departmentLimits', path)).refused?.zh).toMatch(words);
  expect(await tableOf('departmentLimits')).toEqual(before);
});

test.each<[what: string, lines: readonly string[], words: RegExp]>([
  ['a code that is none', ['代字,法院', '琼九十六,示例法院'], /“琼九十六”不是法院代字/u],
  ['a code without a court', ['代字,法院', '琼9999,'], /“琼9999”没有法院名称/u],
  ['a table of something else', ['名称,数量', '甲,1'], /没有“代字”一栏/u],
])('%s is refused as a table of court codes', async (_what, lines, words) => {
  const path = join(desktop.folder, '代字.csv');
  writeFileSync(path, lines.join('\n'));
  expect((await bring('courtCodes', path)).refused?.zh).toMatch(words);
});

test('a code that was imported is known to the files that are read afterwards', async () => {
  const queries = (name: string): string => {
    const path = join(desktop.folder, name);
    const rows = [
      '请求单号,案号,协执单位,请求类型,请求时间,反馈时间,被执行人,法院代码',
      `${name},（2026）琼9999执1号,示例银行,查询,2026-03-02 09:00:00,2026-03-02 10:00:00,测试某,琼9999`,
    ];
    writeFileSync(path, rows.join('\n'));
    return path;
  };
  const warned = async (path: string): Promise<number> => {
    await desktop.finished(await desktop.call('files.import', { paths: [path] }));
    const page = { offset: 0, limit: 500, code: 'COURT_CODE_UNKNOWN', field: null, file: null };
    return (await desktop.call('problems.list', page)).total;
  };
  const before = await warned(queries('网络查控一.csv'));
  expect(before).toBe(1);
  const codes = join(desktop.folder, '代字.csv');
  writeFileSync(codes, ['代字,法院', '琼9999,示例市人民法院'].join('\n'));
  expect((await bring('courtCodes', codes)).refused).toBeNull();
  expect(await warned(queries('网络查控二.csv'))).toBe(before);
});
