import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { RegisterDefinition } from '../../../src/core/register/definition.ts';
import { findFiles } from '../../../src/host/import/find-files.ts';
import { importFiles } from '../../../src/host/import/import-files.ts';
import type { ImportedFile, ImportProgress } from '../../../src/host/import/import-files.ts';
import { importReportSchema } from '../../../src/host/import/import-report.ts';
import type { FileEntry } from '../../../src/host/import/import-report.ts';
import { importEntries, loadRegisters } from '../../../src/host/import/stored-registers.ts';
import type { Inspection } from '../../../src/host/inspection/inspection-file.ts';
import { createTemporaryInspection } from '../../../src/host/inspection/inspection-file.ts';
import { sourceStore } from '../../../src/host/inspection/sources.ts';
import { assistanceRows, writeWorkbook } from './workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const registerFolder = join(import.meta.dirname, '../../../rules/registers');
const courtCodes = { version: '', provinces: {}, courts: [] };
const registers = readdirSync(registerFolder)
  .sort()
  .map((name) => JSON.parse(readFileSync(join(registerFolder, name), 'utf8')) as RegisterDefinition);

let inspection: Inspection;
beforeEach(() => {
  inspection = createTemporaryInspection();
});
afterEach(() => {
  inspection.close();
});

async function importAll(...paths: string[]): Promise<{ files: ImportedFile[]; entries: FileEntry[] }> {
  const found = findFiles(paths).files;
  const files = await importFiles(inspection, found, { registers, courtCodes, mapping: null });
  return { files, entries: [...importEntries(inspection)] };
}

test('every row of a workbook is accounted for, and its records come back as they were read', async () => {
  const path = join(folder, '协助执行台账.xlsx');
  writeWorkbook(path, {
    '2026年': [...assistanceRows(3), ['合计', '', '', '', '', '', '']],
    说明: [['填表说明'], ['本表由甲局填写']],
  });
  const { entries } = await importAll(path);
  expect(importReportSchema.safeParse({ schemaVersion: 1, files: entries }).error).toBeUndefined();
  const [sheet, notes] = entries[0]?.sheets ?? [];
  expect(sheet).toMatchObject({
    name: '2026年',
    register: 'assistanceRequest',
    headerRow: 2,
    rows: { data: 4, records: 3, totalRows: 1, rejected: 0 },
  });
  expect(sheet?.mapped[0]).toMatchObject({ column: 'A', header: '案号', field: 'caseNo', confidence: 'high' });
  expect(notes).toMatchObject({ register: null, rows: { records: 0, data: 2, other: 2 } });
  const [data] = loadRegisters(inspection);
  expect(data?.records.map(({ row, values }) => [row, values.caseNo])).toEqual([
    [3, '（2026）琼9999执1号'],
    [4, '（2026）琼9999执2号'],
    [5, '（2026）琼9999执3号'],
  ]);
});

test('the bytes of a source are kept as evidence', async () => {
  const path = join(folder, '证据.xlsx');
  writeWorkbook(path, { 表: assistanceRows(2) });
  await importAll(path);
  const sources = sourceStore(inspection.database);
  expect(sources.content(1).equals(readFileSync(path))).toBe(true);
});

test('a file of equal content is left out with a code that names the first', async () => {
  const path = join(folder, '甲.xlsx');
  writeWorkbook(path, { 表: assistanceRows(2) });
  copyFileSync(path, join(folder, '甲副本.xlsx'));
  const { files, entries } = await importAll(path, join(folder, '甲副本.xlsx'));
  expect(files.map(({ failure }) => failure?.code)).toEqual([undefined, 'E_DUPLICATE']);
  expect(entries[1]).toMatchObject({ file: '甲副本.xlsx', error: 'E_DUPLICATE', duplicateOf: '甲.xlsx', sheets: [] });
  expect(entries[1]?.sha256).toBe(entries[0]?.sha256);
  expect(loadRegisters(inspection)[0]?.records).toHaveLength(2);
});

test('bad files among good ones are named with their codes, and stop nothing', async () => {
  const good = join(folder, '好.xlsx');
  writeWorkbook(good, { 表: assistanceRows(4) });
  const truncated = join(folder, '截断.xlsx');
  writeFileSync(truncated, readFileSync(good).subarray(0, 2000));
  const pdf = join(folder, '其实是.xlsx');
  writeFileSync(pdf, '%PDF-1.7\n测试');
  const empty = join(folder, '空.xlsx');
  writeFileSync(empty, '');
  const blank = join(folder, '空表.xlsx');
  writeWorkbook(blank, { 表: [] });
  const { files, entries } = await importAll(truncated, pdf, empty, blank, join(folder, '没有.xlsx'), good);
  expect(files.map(({ failure }) => failure?.code ?? null)).toEqual([
    'E_CORRUPT',
    'E_NOT_A_WORKBOOK',
    'E_EMPTY',
    'E_EMPTY',
    'E_NOT_FOUND',
    null,
  ]);
  expect(entries.map(({ error }) => error)).toEqual(files.map(({ failure }) => failure?.code ?? null));
  expect(files.every(({ failure }) => failure === null || failure.words.zh.length > 10)).toBe(true);
  expect(loadRegisters(inspection)[0]?.records).toHaveLength(4);
});

test('columns with hostile names are plain text', async () => {
  const path = join(folder, '键名.xlsx');
  const [title, header, ...rows] = assistanceRows(1);
  writeWorkbook(path, { 表: [title ?? [], [...(header ?? []), '__proto__', 'constructor'], ...rows] });
  const { entries } = await importAll(path);
  expect(entries[0]?.sheets[0]?.unmapped).toEqual(['__proto__', 'constructor']);
});

test('cancelling stops between rows and keeps nothing of the file under way', async () => {
  const paths = ['一.xlsx', '二.xlsx'].map((name) => join(folder, name));
  for (const [index, path] of paths.entries()) writeWorkbook(path, { 表: assistanceRows(3 + index) });
  const stop = new AbortController();
  const onProgress = ({ filesDone, records }: ImportProgress): void => {
    if (filesDone === 1 && records > 3) stop.abort(new Error('stopped'));
  };
  const run = importFiles(
    inspection,
    findFiles(paths).files,
    { registers, courtCodes, mapping: null },
    { signal: stop.signal, onProgress },
  );
  await expect(run).rejects.toThrow('stopped');
  expect([...importEntries(inspection)].map(({ file }) => file)).toEqual(['一.xlsx']);
});
