import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utils, write, type CellObject } from 'xlsx';

import { csvLines } from '../../src/cli/csv-text.ts';
import type { SheetSource } from '../../src/core/sheet/grid.ts';

const program = fileURLToPath(new URL('../../src/cli/sheets.ts', import.meta.url));

function sheets(cwd: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function reports(stdout: string): Record<string, unknown>[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('npm run sheets', () => {
  let folder = '';
  const date: CellObject = { t: 'n', v: 46_082.5, z: 'yyyy/m/d h:mm' };
  const interference = [
    ['内部人员干预过问案件情况记录表（测试）', null, null, null],
    ['案号', '干预过问人姓名', '记录时间', '备注'],
    ['（2026）琼9999执1号', '某某', date, 'a,"b"\n=1+1'],
    [],
    [0.1, { t: 'e', v: 0x2a, w: '#N/A' }, true, 1e21],
  ];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sheets-command-'));
    const sheet = utils.aoa_to_sheet(interference);
    sheet['!merges'] = [utils.decode_range('A1:D1')];
    const book = utils.book_new(sheet, '记录');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['甲']]), '其他');
    book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    mkdirSync(join(folder, 'a'));
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'a', '台账.xlsx'), bytes);
    writeFileSync(join(folder, 'b', '台账.XLSX'), bytes);
    writeFileSync(join(folder, '假.xlsx'), '%PDF-1.7\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes on to the end when nobody reads what it prints', async () => {
    const args = ['a/台账.xlsx', '假.xlsx', 'b/台账.XLSX', '--out', '无人读'];
    const child = spawn(process.execPath, [program, ...args], { cwd: folder });
    child.stdout.destroy();
    child.stderr.destroy();
    const [status] = (await once(child, 'close')) as [number | null];
    expect([status, readdirSync(join(folder, '无人读')).length]).toEqual([0, 4]);
  });

  it('a cell in the last corner of a sheet does not make thousands of millions of commas', () => {
    const sheet: SheetSource = {
      name: '表',
      hidden: false,
      rowCount: 1_048_576,
      columnCount: 16_384,
      mergedRanges: [],
      hiddenColumns: [],
      rows: () => [{ number: 2, hidden: false, cells: [undefined, { kind: 'number', number: 1 }] }],
    };
    const lines = csvLines(sheet);
    expect([lines.next().value, lines.next().value, lines.next().value]).toEqual(['\r\n', ',1\r\n', '\r\n']);
  });

  it('writes each sheet as CSV and says what it read', () => {
    const { status, stdout, stderr } = sheets(folder, 'a/台账.xlsx', '--out', 'out');
    expect([status, stderr]).toEqual([0, '']);
    const bytes = readFileSync(join(folder, 'a', '台账.xlsx'));
    expect(reports(stdout)).toEqual([
      {
        file: '台账.xlsx',
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        error: null,
        sheets: [
          {
            name: '记录',
            hidden: false,
            rows: 5,
            columns: 4,
            mergedRanges: ['A1:D1'],
            register: 'interferenceRecord',
            headerRow: 2,
          },
          { name: '其他', hidden: true, rows: 1, columns: 1, mergedRanges: [], register: null, headerRow: null },
        ],
      },
    ]);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['台账.xlsx.1.csv', '台账.xlsx.2.csv']);
    expect(readFileSync(join(folder, 'out', '台账.xlsx.1.csv'), 'utf8')).toBe(
      '内部人员干预过问案件情况记录表（测试）,,,\r\n' +
        '案号,干预过问人姓名,记录时间,备注\r\n' +
        '（2026）琼9999执1号,某某,2026-03-01T12:00:00,"a,""b""\n=1+1"\r\n' +
        ',,,\r\n' +
        '0.1,#N/A,TRUE,1e+21\r\n',
    );
    expect(readFileSync(join(folder, 'out', '台账.xlsx.2.csv'), 'utf8')).toBe('甲\r\n');
  });

  it('keeps files of one name apart, also where only the case differs, and writes to sheets-output by default', () => {
    const { status, stdout } = sheets(folder, 'a/台账.xlsx', 'b/台账.XLSX', 'a/台账.xlsx');
    expect(status).toBe(0);
    expect(reports(stdout).map(({ file }) => file)).toEqual(['台账.xlsx', '台账.XLSX', '台账.xlsx']);
    expect(readdirSync(join(folder, 'sheets-output'))).toHaveLength(6);
  });

  it('goes on after a file that cannot be read, and says why', () => {
    const { status, stdout, stderr } = sheets(folder, '假.xlsx', 'missing.xlsx', 'a/台账.xlsx', '--out', 'out');
    expect(status).toBe(0);
    const [fake, missing, good] = reports(stdout);
    expect(fake).toMatchObject({ file: '假.xlsx', bytes: 9, error: 'E_NOT_A_WORKBOOK', sheets: [] });
    expect(fake?.['sha256']).toMatch(/^[0-9a-f]{64}$/);
    expect(missing).toEqual({ file: 'missing.xlsx', sha256: null, bytes: null, error: 'E_NOT_FOUND', sheets: [] });
    expect(good).toMatchObject({ error: null });
    expect(stderr).toContain('PDF');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each([
    ['no file', []],
    ['an unknown option', ['a/台账.xlsx', '--nonsense']],
    ['an option without value', ['a/台账.xlsx', '--out']],
    ['only files that cannot be read', ['假.xlsx', '--out', 'out']],
    ['an output folder that is a file', ['a/台账.xlsx', '--out', '假.xlsx']],
  ])('ends with status 2 for %s', (_, args) => {
    const { status, stderr } = sheets(folder, ...args);
    expect(status).toBe(2);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr).not.toBe('');
  });

  it('explains itself', () => {
    const { status, stdout } = sheets(folder, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--out DIR');
  });
});
