import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from '@zurmokeeper/exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importReportSchema } from '../../src/host/import/import-report.ts';
import { openInspection } from '../../src/host/inspection/inspection-file.ts';
import { assistanceRows, writeWorkbook } from '../host/import/workbooks.ts';
import { coverageSchema, findingsSchema } from './contract.ts';
import { TestDesktop } from '../host/desktop/desktop.ts';

const root = mkdtempSync(join(tmpdir(), 'audit-test-'));
const temporary = join(root, 'temporary');
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const program = join(import.meta.dirname, '../../src/cli/audit.ts');

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a user would; its temporary files go where the test can look. */
function audit(
  args: readonly string[],
  input = '',
  killAfter?: { text: string; signal: NodeJS.Signals },
  temporaryFolder = temporary,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      env: { ...process.env, TMPDIR: temporaryFolder, TEMP: temporaryFolder, TMP: temporaryFolder },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      // Once: a second signal may meet a process that has let go of its handlers already.
      if (killAfter !== undefined && !child.killed && stderr.includes(killAfter.text)) child.kill(killAfter.signal);
    });
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, stdout, stderr });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

/** Fields whose absence in any order of keys would break a script. */
function keysOf(value: unknown): string[] {
  return Object.keys(value as object);
}

beforeAll(() => {
  mkdirSync(temporary);
  const folder = join(root, '台账');
  const rows = assistanceRows(5);
  rows.push(['=1+1', '+示例', '@示例市甲局', '-查询', '2026-03-02', '', '=cmd|测试']);
  writeWorkbook(join(folder, '协助执行台账.xlsx'), { '2026年': rows });
  writeFileSync(join(folder, '坏.xlsx'), '%PDF-1.7 测试');
  writeFileSync(join(folder, '说明.txt'), '');
});

describe('npm run audit', () => {
  let first: Run;
  beforeAll(async () => {
    first = await audit(['台账', '--as-of', '2026-06-30', '--out', '结果']);
  });

  test('writes the four files of the contract, and nothing else', () => {
    expect(first.status, first.stderr).toBe(0);
    expect(readdirSync(join(root, '结果')).sort()).toEqual([
      'coverage.json',
      'findings.json',
      'import.json',
      'report.xlsx',
    ]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(root).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('keeps names and order of the contract’s keys', () => {
    const findings = findingsSchema.parse(json('结果', 'findings.json'));
    expect(findings.asOf).toBe('2026-06-30');
    expect(findings.findings.length).toBeGreaterThan(0);
    expect(keysOf(json('结果', 'findings.json'))).toEqual(Object.keys(findingsSchema.shape));
    const [finding] = (json('结果', 'findings.json') as { findings: unknown[] }).findings;
    expect(keysOf(finding)).toEqual(Object.keys(findingsSchema.shape.findings.element.shape));
    coverageSchema.parse(json('结果', 'coverage.json'));
    const [rule] = (json('结果', 'coverage.json') as { rules: unknown[] }).rules;
    expect(keysOf(rule)).toEqual(Object.keys(coverageSchema.shape.rules.element.shape));
    importReportSchema.parse(json('结果', 'import.json'));
  });

  test('accounts for every row', () => {
    const { files } = importReportSchema.parse(json('结果', 'import.json'));
    for (const { sheets } of files) {
      for (const { rows } of sheets) {
        const { data, ...parts } = rows;
        expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(data);
      }
    }
  });

  test('names a bad file with its code and what to do, and audits the others', () => {
    expect(first.stderr).toMatch(/未读取 坏\.xlsx \[E_NOT_A_WORKBOOK\]：.*看起来是/u);
    expect(first.stderr).toContain('另有 1 个其他类型的文件');
    expect(first.stdout).toMatch(/坏\.xlsx\s+E_NOT_A_WORKBOOK/u);
    const { files } = importReportSchema.parse(json('结果', 'import.json'));
    expect(files.map(({ file, error }) => [file, error])).toEqual([
      ['协助执行台账.xlsx', null],
      ['坏.xlsx', 'E_NOT_A_WORKBOOK'],
    ]);
  });

  test('says what was not checked as loudly as what was found', () => {
    expect(first.stdout).toContain('没有检查到的');
    expect(first.stdout).toMatch(/未能检查的规则 \d+ 条/u);
    expect(first.stdout).toMatch(/发现 \d+ 项/u);
  });

  test('writes the same bytes twice', async () => {
    const second = await audit(['台账', '--as-of', '2026-06-30', '--out', '再次', '--quiet']);
    expect(second.status).toBe(0);
    for (const name of ['findings.json', 'coverage.json', 'import.json']) {
      expect(readFileSync(join(root, '再次', name)).equals(readFileSync(join(root, '结果', name)))).toBe(true);
    }
  });

  test('names no folder of this machine in the files', () => {
    for (const name of ['findings.json', 'coverage.json', 'import.json']) {
      expect(readFileSync(join(root, '结果', name), 'utf8')).not.toContain(root);
    }
  });

  test('the report shows the same numbers, links findings to their rows, and holds no formula', async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(join(root, '结果', 'report.xlsx'));
    const names = book.worksheets.map(({ name }) => name);
    expect(names.slice(0, 10)).toEqual(
      '概要 发现 无法判定 临期提醒 规则覆盖 条款覆盖 核查清单 指标 计分 来源'.split(' '),
    );
    const { findings, indeterminate } = findingsSchema.parse(json('结果', 'findings.json'));
    const sheet = book.getWorksheet('发现');
    expect(sheet?.rowCount).toBe(findings.length + 1);
    expect(book.getWorksheet('无法判定')?.rowCount).toBe(indeterminate.length + 1);
    const unit = book.getWorksheet('计分')?.getRow(2);
    const cells = Array.from({ length: 12 }, (_, column) => Number(unit?.getCell(column + 2).value));
    expect(cells[9]).toBe(cells.slice(0, 9).reduce((sum, count) => sum + count, 0));
    expect(cells[11]).toBe(100 - (cells[10] ?? 0));
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.autoFilter).toBeTruthy();
    const link = findings.findIndex(({ source }) => source.length > 0);
    const target = sheet?.getCell(link + 2, 9).hyperlink ?? '';
    const [, rowSheet = '', row = ''] = /^#'(.+)'!A(\d+)$/u.exec(target) ?? [];
    expect(book.getWorksheet(rowSheet)?.getCell(Number(row), 2).value).toBe(findings[link]?.source[0]?.row);
    let texts = 0;
    book.eachSheet((each) => {
      each.eachRow((cells) => {
        cells.eachCell((cell) => {
          expect(cell.formula).toBeUndefined();
          if (typeof cell.value === 'string' && /^[=+@-]/u.test(cell.value)) {
            texts += 1;
            expect(cell.numFmt).toBe('@');
          }
        });
      });
    });
    expect(texts).toBeGreaterThan(0);
  });

  test('prints one JSON object with the same numbers', async () => {
    const run = await audit(['台账', '--as-of', '2026-06-30', '--out', '三次', '--json', '--quiet', '--lang', 'en']);
    const { findings } = findingsSchema.parse(json('结果', 'findings.json'));
    expect(JSON.parse(run.stdout)).toMatchObject({
      schemaVersion: 1,
      asOf: '2026-06-30',
      files: { total: 2, imported: 1, failed: [{ file: '坏.xlsx', error: 'E_NOT_A_WORKBOOK' }] },
      findings: { total: findings.length },
    });
  });

  test('with --rules judges only these', async () => {
    const run = await audit(['台账', '--as-of', '2026-06-30', '--out', '四次', '--rules', 'assist-dept-overdue']);
    expect(run.status).toBe(0);
    const { rules } = coverageSchema.parse(json('四次', 'coverage.json'));
    expect(rules.map(({ ruleId }) => ruleId)).toEqual(['assist-dept-overdue']);
  });
});

describe('exit status', () => {
  test('is 1 with --fail-on when a finding is as grave', async () => {
    const { findings } = findingsSchema.parse(json('结果', 'findings.json'));
    const grave = findings.some(({ severity }) => severity === 'critical');
    const args = ['台账', '--as-of', '2026-06-30', '--out', '五次', '--quiet', '--fail-on'];
    expect((await audit([...args, 'minor'])).status).toBe(1);
    expect((await audit([...args, 'critical'])).status).toBe(grave ? 1 : 0);
  });

  test.each([
    [['--as-off', '2026-01-01'], /没有选项 --as-off，是否指 --as-of/u],
    [['台账', '--as-of', '2026-02-30'], /--as-of 的值“2026-02-30”不对/u],
    [['台账', '--lang', 'fr'], /--lang/u],
    [['台账', '--fail-on', 'grave'], /critical、major 或 minor/u],
    [['台账', '--out'], /--out 后面缺少值/u],
    [['台账', '--rules', 'assist-dept-overdu'], /没有规则“assist-dept-overdu”，是否指“assist-dept-overdue”/u],
    [['台账', '--mapping', '没有.json'], /找不到映射方案/u],
    [['台账', '--out', '台账/说明.txt'], /无法写入结果文件夹/u],
    [['台账', '--keep', '已有.inspection'], /检查文件已存在/u],
  ])('is 2 for %j, with a reason and no stack', async (args, words) => {
    writeFileSync(join(root, '已有.inspection'), '');
    const run = await audit(args);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(words);
    expect(run.stderr).not.toMatch(/^\s+at /mu);
    expect(existsSync(join(root, 'audit-output'))).toBe(false);
  });

  test('is 2 when nothing could be audited; import.json says why', async () => {
    const run = await audit(['台账/坏.xlsx', '没有.xlsx', '--out', '空']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('没有任何台账被检查');
    const { files } = importReportSchema.parse(json('空', 'import.json'));
    expect(files.map(({ error }) => error)).toEqual(['E_NOT_A_WORKBOOK', 'E_NOT_FOUND']);
  });

  test('is 2 where the folder for temporary files cannot be written to, which is named', async () => {
    const nowhere = join(root, '没有这个文件夹');
    const run = await audit(['台账', '--out', '无处', '--quiet'], '', undefined, nowhere);
    expect([run.status, existsSync(join(root, '无处'))]).toEqual([2, false]);
    expect(run.stderr).toContain(nowhere);
    expect(run.stderr).not.toContain('E_UNEXPECTED');
  });

  test('--help explains itself in both languages', async () => {
    expect((await audit(['--help'])).stdout).toContain('检查基准日');
    const english = await audit(['--help', '--lang', 'en']);
    expect(english.status).toBe(0);
    expect(english.stdout).toContain('usage');
  });
});

describe('a run that is stopped', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s leaves nothing behind',
    async (signal) => {
      const run = await audit(['台账', '--out', '中断'], '', { text: '读取台账', signal });
      expect(run.status).toBe(130);
      expect(run.stderr).toContain('已中断');
      expect(existsSync(join(root, '中断'))).toBe(false);
      expect(readdirSync(temporary)).toEqual([]);
    },
    60_000,
  );

  test('by kill -9 leaves no result and no plain text; the next run clears the rest', async () => {
    const run = await audit(['台账', '--out', '杀死'], '', { text: '写出结果', signal: 'SIGKILL' });
    expect(run.status).toBeNull();
    expect(existsSync(join(root, '杀死'))).toBe(false);
    const left = readdirSync(temporary, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(left.length).toBeGreaterThan(0);
    for (const { parentPath, name } of left) {
      expect(readFileSync(join(parentPath, name)).includes(Buffer.from('琼9999', 'utf8'))).toBe(false);
    }
    await audit(['台账', '--out', '杀死', '--quiet']);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(root).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('--keep', () => {
  test('leaves an encrypted inspection that its password opens', async () => {
    const args = ['台账', '--as-of', '2026-06-30', '--out', '六次', '--quiet', '--keep', '保存.inspection'];
    const run = await audit(args, '示例口令一二三四\n');
    expect(run.status, run.stderr).toBe(0);
    const path = join(root, '保存.inspection');
    expect(readFileSync(path).includes(Buffer.from('琼9999', 'utf8'))).toBe(false);
    const inspection = await openInspection(path, '示例口令一二三四');
    inspection.verify();
    const kept = inspection.database.prepare<[], number>('SELECT count(*) FROM finding').pluck().get();
    inspection.close();
    expect(kept).toBe(findingsSchema.parse(json('六次', 'findings.json')).findings.length);
  });

  test('leaves what the window opens for review: every finding listed, the sheets as they stand in the file', async () => {
    const args = ['台账', '--as-of', '2026-06-30', '--out', '七次', '--quiet', '--keep', '复核.inspection'];
    await audit(args, '示例口令一二三四\n');
    const desktop = new TestDesktop();
    try {
      const path = join(root, '复核.inspection');
      const overview = await desktop.call('inspection.open', { path, password: '示例口令一二三四' });
      expect(overview).toMatchObject({ name: '复核', asOf: '2026-06-30' });
      expect(overview.steps.find(({ id }) => id === 'run')).toMatchObject({ state: 'done' });
      const ids = await desktop.call('findings.ids', { filter: {}, order: {} });
      const found = findingsSchema.parse(json('七次', 'findings.json')).findings;
      expect([...ids].sort()).toEqual(found.map(({ id }) => id).sort());
      const log = await desktop.call('log.list', { offset: 0, limit: 10 });
      expect(log.rows.map(({ what }) => what.en)).toEqual([
        'inspection opened',
        'check run',
        'workbooks imported',
        'inspection created',
      ]);
    } finally {
      desktop.remove();
    }
  });

  test('refuses a password that is too short', async () => {
    const run = await audit(['台账', '--keep', '短.inspection'], '123\n');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('密码太短');
    expect(existsSync(join(root, '短.inspection'))).toBe(false);
  });
});
