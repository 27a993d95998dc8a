import { join } from 'node:path';
import exceljs from '@zurmokeeper/exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPTIONAL_SECTIONS, WHOLE_REPORT, type ReportChoice } from '../../../src/core/finding/report-choice.ts';
import { openCheckedSample } from './checked-sample.ts';
import { TestDesktop } from './desktop.ts';

const desktop = new TestDesktop();
beforeAll(async () => {
  await openCheckedSample(desktop);
});
afterAll(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

async function exported(choice: ReportChoice) {
  const path = join(desktop.folder, '报告.xlsx');
  expect((await desktop.finished(await desktop.call('report.export', { path, choice }))).state).toBe('done');
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  const names = book.worksheets.map(({ name }) => name);
  const summary: string[] = [];
  book.worksheets[0]?.eachRow((row) => summary.push(row.getCell(1).text, row.getCell(2).text));
  return { book, names, summary };
}

const ALWAYS = ['概要', '发现', '无法判定', '规则覆盖', '条款覆盖', '来源'];

test('whatever is left out, what was found and what was not checked stays, and the first page names what is missing', async () => {
  const { book, names, summary } = await exported({ ...WHOLE_REPORT, leftOut: [...OPTIONAL_SECTIONS] });
  expect(names).toEqual(ALWAYS);
  expect(summary).toContain('本报告未列入：临期提醒、核查清单、指标、计分、线索所在的原始行');
  // Nothing leads to a sheet that is not there.
  const links = book.worksheets.flatMap((sheet) => {
    const found: string[] = [];
    sheet.eachRow((row) => {
      row.eachCell(({ hyperlink }) => {
        if (typeof hyperlink === 'string') found.push(/^#'(.+)'!/u.exec(hyperlink)?.[1] ?? hyperlink);
      });
    });
    return found;
  });
  expect([...new Set(links)].filter((name) => !names.includes(name))).toEqual([]);
});

test('the whole report has every part, no mark and no line on parts left out', async () => {
  const { book, names, summary } = await exported(WHOLE_REPORT);
  expect(names).toEqual(expect.arrayContaining([...ALWAYS, '临期提醒', '核查清单', '指标', '计分', '来源·1']));
  expect(summary.filter((text) => text.startsWith('本报告未列入'))).toEqual([]);
  expect(book.worksheets.map(({ headerFooter }) => headerFooter.oddHeader ?? '')).toEqual(names.map(() => ''));
});

test('a marking stands over each page, recipients on the first, and the version keeps both; the log has their number only', async () => {
  const choice: ReportChoice = {
    ...WHOLE_REPORT,
    marking: 'workSecret',
    recipients: ['示例市纪委监委', '示例市委政法委'],
  };
  const { book, summary } = await exported(choice);
  expect(new Set(book.worksheets.map(({ headerFooter }) => headerFooter.oddHeader))).toEqual(new Set(['&R&B工作秘密']));
  expect(summary).toContain('示例市纪委监委；示例市委政法委');
  const [latest, ...older] = await desktop.call('report.versions', {});
  expect(latest).toMatchObject({ marking: 'workSecret', recipients: choice.recipients });
  expect(older.every(({ marking, recipients }) => marking === 'none' && recipients.length === 0)).toBe(true);
  const { rows } = await desktop.call('log.list', { offset: 0, limit: 5 });
  const { detail } = rows.find(({ what }) => what.zh === '导出报告') ?? { detail: '' };
  expect(detail).toContain('marking=workSecret recipients=2');
  expect(detail).not.toContain('示例市');
  expect(await desktop.call('report.choice', {})).toEqual(choice);
});

test.each<[what: string, choice: unknown]>([
  ['a marking of state secrets', { ...WHOLE_REPORT, marking: '机密' }],
  ['the findings among what is left out', { ...WHOLE_REPORT, leftOut: ['findings'] }],
  ['an endless list of recipients', { ...WHOLE_REPORT, recipients: Array.from({ length: 21 }, () => '示例') }],
])('%s is refused', async (_what, choice) => {
  const path = join(desktop.folder, '另.xlsx');
  await expect(desktop.call('report.export', { path, choice: choice as ReportChoice })).rejects.toThrow(
    'E_BAD_ARGUMENT',
  );
});

test('the preview is the beginning of the very report: sheets, marking, rows and what goes on paper', async () => {
  const choice: ReportChoice = { leftOut: ['scorecard'], marking: 'internal', recipients: ['示例市纪委监委'] };
  const { book, names } = await exported(choice);
  const preview = await desktop.call('report.preview', { choice });
  expect(preview.marking).toBe('内部');
  expect(preview.sheets.map(({ name }) => name)).toEqual(names.slice(0, preview.sheets.length));
  expect(preview.sheets.length + preview.furtherSheets).toBe(names.length);
  for (const { name, rows, widths, unprinted, cut } of preview.sheets) {
    const sheet = book.getWorksheet(name);
    expect(widths.length + unprinted, name).toBe(sheet?.columnCount);
    if (!cut) expect(rows.length, name).toBe(sheet?.rowCount);
    for (const [index, { cells }] of rows.entries()) {
      const written = widths.map((_, column) => sheet?.getRow(index + 1).getCell(column + 1).text);
      expect(
        cells.map(({ text }) => text),
        `${name} ${String(index + 1)}`,
      ).toEqual(written);
    }
  }
  expect(preview.sheets.find(({ name }) => name === '发现')).toMatchObject({ cut: true, heads: 1 });
});

test('of previews asked in a row the last is answered and the others are given up, whatever their threads were doing', async () => {
  const asked = Array.from({ length: 6 }, () => desktop.call('report.preview', { choice: WHOLE_REPORT }));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.map(({ status }) => status)).toEqual([...Array.from({ length: 5 }, () => 'rejected'), 'fulfilled']);
});

test('a preview that nobody looks at any more is given up, and the next one is answered', async () => {
  const left = desktop.call('report.preview', { choice: WHOLE_REPORT });
  await Promise.all([expect(left).rejects.toThrow('E_CANCELLED'), desktop.call('report.forgetPreview', {})]);
  expect((await desktop.call('report.preview', { choice: WHOLE_REPORT })).sheets.length).toBeGreaterThan(5);
});

test('a preview is made while a job runs, and the inspection closes over one that is not ready', async () => {
  const job = await desktop.call('run.start', {});
  const preview = await desktop.call('report.preview', { choice: WHOLE_REPORT });
  expect(preview.sheets.length).toBeGreaterThan(5);
  await desktop.finished(job);
  const given = desktop.call('report.preview', { choice: WHOLE_REPORT });
  await Promise.all([expect(given).rejects.toThrow('E_CANCELLED'), desktop.call('inspection.close', {})]);
});
