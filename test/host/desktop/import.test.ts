import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from '@zurmokeeper/exceljs';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WHOLE_REPORT } from '../../../src/core/finding/report-choice.ts';
import { newInspection, samples, TestDesktop } from './desktop.ts';

let desktop: TestDesktop;
beforeEach(async () => {
  desktop = new TestDesktop();
  await newInspection(desktop);
});
afterEach(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

async function imported(...paths: string[]): Promise<void> {
  const event = await desktop.finished(await desktop.call('files.import', { paths }));
  expect(event.state).toBe('done');
}

/**
 * A register with a column nobody knows, a date that cannot be read, and a blank one. The title carries the name: two
 * workbooks written within one second must differ in their bytes, or the second is refused as a duplicate.
 */
async function messyWorkbook(name: string, header = '材料送到的那天'): Promise<string> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('拒执移送');
  sheet.addRow([`拒不执行判决、裁定罪移送公安台账（示例）${name}`]);
  sheet.addRow(['序号', '案号', '移送法院', '公安机关', '移送日期', header, '被移送人', '身份证号', '是否重大疑难']);
  sheet.addRow([
    1,
    '（2026）琼9999执901号',
    '示例市人民法院',
    '示例市公安局甲分局',
    '2026-02-30',
    '2026-03-02',
    '测试某',
    '460000190001010019',
    '否',
  ]);
  sheet.addRow([
    2,
    '（2026）琼9999执902号',
    '示例市人民法院',
    '示例市公安局甲分局',
    '2026-03-01',
    '2026-03-02',
    '测试某乙',
    '460000190001010027',
    '也许',
  ]);
  const path = join(desktop.folder, name);
  await workbook.xlsx.writeFile(path);
  return path;
}

async function onlySheet() {
  const [file] = await desktop.call('files.list', {});
  const [sheet] = file?.sheets ?? [];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

test('a column mapped by hand is read again from the kept bytes, and a template carries it to the next table', async () => {
  await imported(await messyWorkbook('拒执移送台账2026年6月.xlsx'));
  const sheet = await onlySheet();
  const before = await desktop.call('mapping.get', { sheetId: sheet.id });
  expect(before.register).toBe('crimeReferral');
  const column = before.columns.find(({ header }) => header === '材料送到的那天');
  expect(column).toMatchObject({ field: null, samples: ['2026-03-02', '2026-03-02'] });
  expect(before.columns.find(({ header }) => header === '身份证号')?.samples[0]).toBe('460***********0019');
  const receipt = before.fields.find(({ label }) => label.zh.includes('公安接收日期'));
  const columns = Object.fromEntries(before.columns.map(({ header, field }) => [header, field]));
  const job = await desktop.call('mapping.set', {
    sheetId: sheet.id,
    register: before.register,
    headerRow: before.headerRow,
    columns: { ...columns, 材料送到的那天: receipt?.id ?? '' },
    absent: ['borough'],
  });
  expect((await desktop.finished(job)).state).toBe('done');
  const after = await desktop.call('mapping.get', { sheetId: sheet.id });
  expect(after.columns.find(({ header }) => header === '材料送到的那天')?.field).toBe(receipt?.id);
  expect((await onlySheet()).records).toBe(2);

  await desktop.call('templates.save', { name: '示例市法院' });
  expect(await desktop.call('templates.list', {})).toMatchObject([{ name: '示例市法院', sheets: 1 }]);
  await imported(await messyWorkbook('拒执移送台账2026年7月.xlsx'));
  const [, july] = await desktop.call('files.list', {});
  expect(july).toMatchObject({ name: '拒执移送台账2026年7月.xlsx', error: null });
  const mapped = await desktop.call('mapping.get', { sheetId: july?.sheets[0]?.id ?? 0 });
  expect(mapped.columns.find(({ header }) => header === '材料送到的那天')?.field).toBe(receipt?.id);
});

test('a sheet said to be no register is shown and not read', async () => {
  await imported(await messyWorkbook('台账.xlsx'));
  const sheet = await onlySheet();
  const job = await desktop.call('mapping.set', { sheetId: sheet.id, register: null, headerRow: null, columns: {} });
  expect((await desktop.finished(job)).state).toBe('done');
  expect(await onlySheet()).toMatchObject({ register: null, records: 0 });
  const rows = await desktop.call('source.rows', { sheetId: sheet.id, offset: 0, limit: 10 });
  expect(rows.rows.length).toBe(4);
});

test('what cannot be checked is known before the run, as the run then says it, and no longer when its column is found', async () => {
  await imported(await messyWorkbook('拒执移送台账.xlsx'));
  const obstacles = await desktop.call('run.obstacles', {});
  const words = obstacles.flatMap(({ notCheckable: { reason, detail } }) => detail.map(({ zh }) => `${reason} ${zh}`));
  expect(words).toContain('field-absent 拒执犯罪移送台账·公安接收日期');
  expect(words.filter((each) => each.startsWith('register-absent')).length).toBeGreaterThan(0);
  expect((await desktop.call('run.coverage', {})).at).toBeNull();

  expect((await desktop.finished(await desktop.call('run.start', {}))).state).toBe('done');
  const coverage = await desktop.call('run.coverage', {});
  for (const { ruleId, notCheckable } of obstacles)
    expect(coverage.rules.find((rule) => rule.ruleId === ruleId)?.notCheckable).toEqual(notCheckable);

  const sheet = await onlySheet();
  const { register, headerRow, columns, fields } = await desktop.call('mapping.get', { sheetId: sheet.id });
  const receipt = fields.find(({ label }) => label.zh.includes('公安接收日期'))?.id ?? '';
  const mapped = Object.fromEntries(columns.map(({ header, field }) => [header, field]));
  const job = await desktop.call('mapping.set', {
    sheetId: sheet.id,
    register,
    headerRow,
    columns: { ...mapped, 材料送到的那天: receipt },
  });
  await desktop.finished(job);
  const after = (await desktop.call('run.obstacles', {})).flatMap(({ notCheckable }) => notCheckable.detail);
  expect(after.some(({ zh }) => zh.endsWith('公安接收日期'))).toBe(false);
});

test('the source shows each row under its number, with kinds and masked identity numbers', async () => {
  await imported(await messyWorkbook('台账.xlsx'));
  const { id: sheetId } = await onlySheet();
  const page = await desktop.call('source.rows', { sheetId, offset: 0, limit: 10 });
  expect(page.total).toBe(4);
  expect(page.rows.map(({ row, kind }) => [row, kind])).toEqual([
    [1, 'above'],
    [2, 'header'],
    [3, 'record'],
    [4, 'record'],
  ]);
  expect(page.rows[2]?.cells[7]).toBe('460***********0019');
  expect(page.rows[2]?.problems).toContain(4);
  const found = await desktop.call('source.find', { sheetId, text: '执902' });
  expect(found).toEqual({ total: 1, hits: [{ row: 4, column: 1 }] });
});

test('a correction lies over the cell, the original stays, and what cannot be read is no correction', async () => {
  await imported(await messyWorkbook('台账.xlsx'));
  const page = { offset: 0, limit: 50, code: null, field: null, file: null };
  const { rows } = await desktop.call('problems.list', page);
  const date = rows.find(({ value }) => value.includes('2026-02-30'));
  expect(date).toMatchObject({ severity: 'error', correction: null, row: 3 });
  const problem = date?.id ?? 0;
  await expect(desktop.call('corrections.set', { problem, value: '某日', reason: '核对原件' })).rejects.toThrow(
    'E_BAD_ARGUMENT',
  );
  await desktop.call('corrections.set', { problem, value: '2026-02-28', reason: '核对原件' });
  const corrected = (await desktop.call('problems.list', page)).rows.find(({ id }) => id === problem);
  expect(corrected).toMatchObject({ value: date?.value, correction: { value: '2026-02-28', reason: '核对原件' } });
  expect(await desktop.call('problems.readiness', {})).toEqual({ whole: 1, partly: 1, none: 0 });
  await desktop.call('corrections.remove', { problem });
  expect(await desktop.call('problems.readiness', {})).toEqual({ whole: 0, partly: 2, none: 0 });
});

test('the list of gaps names the unreadable cells, offers 是/否, and filled in closes them', async () => {
  await imported(await messyWorkbook('台账.xlsx'));
  const path = join(desktop.folder, '补正清单.xlsx');
  const written = await desktop.finished(await desktop.call('gaps.export', { path }));
  expect(written).toMatchObject({ kind: 'gaps', state: 'done', words: { zh: '补正清单已导出，共 2 格' } });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.getWorksheet('补正清单');
  expect(sheet?.getColumn(10).hidden).toBe(true);
  const validations = [2, 3].map((row) => sheet?.getRow(row).getCell(9).dataValidation as { type: string } | undefined);
  expect(validations.map((validation) => validation?.type)).toContain('list');
  for (const row of [2, 3]) {
    const isDate = sheet?.getRow(row).getCell(7).text.includes('2026') === true;
    const input = sheet?.getRow(row).getCell(9);
    if (input !== undefined) input.value = isDate ? '2026-02-28' : '否';
  }
  await workbook.xlsx.writeFile(path);
  const read = await desktop.finished(await desktop.call('gaps.import', { path }));
  expect(read).toMatchObject({ state: 'done', words: { zh: '已补正 2 格，还缺 0 格' } });
  expect(await desktop.call('problems.readiness', {})).toEqual({ whole: 2, partly: 0, none: 0 });
});

test('the same table again keeps its name apart, and a file can be taken out', async () => {
  await imported(await messyWorkbook('台账.xlsx'));
  await imported(await messyWorkbook('台账.xlsx', '收到日期'));
  expect((await desktop.call('files.list', {})).map(({ name }) => name)).toEqual(['台账.xlsx', '台账 (2).xlsx']);
  const [first] = await desktop.call('files.list', {});
  await desktop.call('files.remove', { id: first?.id ?? 0 });
  expect((await desktop.call('files.list', {})).length).toBe(1);
});

test('the report is written whole, after a run', async () => {
  await imported(join(samples, '拒执犯罪移送台账（示例）.xlsx'));
  const path = join(desktop.folder, '报告.xlsx');
  const early = await desktop.finished(await desktop.call('report.export', { path, choice: WHOLE_REPORT }));
  expect(early).toMatchObject({ state: 'failed', error: 'E_NOT_FOUND' });
  expect((await desktop.finished(await desktop.call('run.start', {}))).state).toBe('done');
  expect((await desktop.finished(await desktop.call('report.export', { path, choice: WHOLE_REPORT }))).state).toBe(
    'done',
  );
  expect(existsSync(path)).toBe(true);
  expect((await desktop.call('inspection.overview', {}))?.steps.find(({ id }) => id === 'report')).toMatchObject({
    state: 'done',
    count: 1,
  });
});

test('rows that a sheet hides are named as ranges, blank rows between them included, and are read like the others', async () => {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('拒执移送');
  sheet.addRow(['序号', '案号', '移送法院', '公安机关', '移送日期', '被移送人', '是否重大疑难']);
  for (let number = 1; number <= 8; number += 1) {
    const caseNo = `（2026）琼9999执95${String(number)}号`;
    const row = [number, caseNo, '示例市人民法院', '示例市公安局甲分局', '2026-03-01', '测试某', '否'];
    sheet.addRow(number === 4 ? [] : row);
  }
  for (const hidden of [4, 6, 9]) sheet.getRow(hidden).hidden = true;
  sheet.getColumn(7).hidden = true;
  sheet.mergeCells('C2:C3');
  sheet.addRow(['合计', '', '', '', '', '7人']);
  const path = join(desktop.folder, '隐藏行.xlsx');
  await workbook.xlsx.writeFile(path);
  await imported(path);
  const { id: sheetId, records, warnings } = await onlySheet();
  expect(records).toBe(7);
  expect(warnings.map(({ zh }) => zh)).toEqual([
    '隐藏行 3 行，照常读取。',
    '隐藏列 1 列，照常读取。',
    '合并单元格 1 处，值向下填充。',
    '分组行、合计行 1 行，不作为记录。',
  ]);
  expect(await desktop.call('source.folds', { sheetId })).toEqual([
    { first: 4, last: 6 },
    { first: 9, last: 9 },
  ]);
});

test.each([
  ['utf-8', Buffer.from('\u{feff}案号,移送法院\n（2026）琼9999执901号,示例市人民法院\n')],
  ['utf-16le', Buffer.from('\u{feff}案号,移送法院\n（2026）琼9999执901号,示例市人民法院\n', 'utf16le')],
  ['gb18030', iconv.encode('案号,移送法院\n（2026）琼9999执901号,示例市人民法院\n', 'gb18030')],
])('a text file in %s says so; a workbook says nothing', async (encoding, bytes) => {
  const path = join(desktop.folder, '示例.csv');
  writeFileSync(path, bytes);
  await imported(path, await messyWorkbook('示例.xlsx'));
  const files = await desktop.call('files.list', {});
  expect(files.map((file) => [file.name, file.encoding])).toEqual([
    ['示例.csv', encoding],
    ['示例.xlsx', null],
  ]);
});
