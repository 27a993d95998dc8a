import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from '@zurmokeeper/exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Gap } from '../../../src/host/desktop/gaps/list-gaps.ts';
import { writeGapList } from '../../../src/host/desktop/gaps/write-gap-list.ts';
import { loadRulebook } from '../../../src/host/desktop/rulebook.ts';
import { newReportWorkbook } from '../../../src/host/output/report/table-sheet.ts';
import { newInspection, root, samples, TestDesktop } from './desktop.ts';

function gap(register: string, field: string, row: number): Gap {
  const place = { fileId: 1, sheetOrdinal: 0, register, row, field };
  return {
    ...place,
    file: '示例.xlsx',
    sha256: 'ab'.repeat(32),
    sheet: '花名册',
    cell: `B${row}`,
    value: '',
    code: null,
    askedBy: null,
  };
}

async function written(gaps: readonly Gap[], signal = new AbortController().signal): Promise<exceljs.Workbook> {
  const stream = new PassThrough();
  const content = buffer(stream);
  const workbook = await newReportWorkbook(stream, '补正清单');
  await writeGapList(workbook, gaps, await loadRulebook(join(root, 'rules')), { signal, onRows: () => undefined });
  await workbook.commit();
  const read = new exceljs.Workbook();
  await read.xlsx.load((await content) as never);
  return read;
}

interface DropDown {
  readonly type: string;
  readonly formulae: readonly string[];
  readonly errorStyle?: string;
}

describe('the list of gaps', () => {
  test('offers the words of the form for a field that has some, 是/否 for a yes or no, and nothing for a free text', async () => {
    const workbook = await written([
      gap('courtPersonnel', 'post', 3),
      gap('crimeReferral', 'isMajor', 4),
      gap('courtPersonnel', 'staffingType', 5),
      gap('courtPersonnel', 'post', 6),
      gap('courtPersonnel', 'name', 7),
    ]);
    const sheet = workbook.getWorksheet('补正清单');
    const choices = workbook.getWorksheet('取值');
    expect(choices?.state).toBe('hidden');
    const offered = [2, 3, 4, 5, 6].map((row) => {
      const rule = sheet?.getRow(row).getCell(9).dataValidation as DropDown | undefined;
      const [, column, last] = /^'取值'!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/.exec(rule?.formulae[0] ?? '') ?? [];
      if (column === undefined) return null;
      return Array.from({ length: Number(last) }, (_, index) => choices?.getCell(`${column}${index + 1}`).text);
    });
    const posts = ['执行法官', '执行员', '法官助理', '书记员', '司法警察'];
    expect(offered[0]).toEqual(posts);
    expect(offered[2]).toEqual(['政法专项编制', '事业编', '聘用制', '劳务派遣']);
    expect(offered[3]).toEqual(posts);
    expect(offered[4]).toBeNull();
    // Other words than those offered are asked about, not refused.
    expect((sheet?.getRow(2).getCell(9).dataValidation as DropDown | undefined)?.errorStyle).toBe('warning');
  });

  test('names each cell, and takes what is typed as text', async () => {
    const sheet = (await written([gap('courtPersonnel', 'post', 3)])).getWorksheet('补正清单');
    const texts = [1, 2, 3, 4, 5, 6, 8].map((column) => sheet?.getRow(2).getCell(column).text);
    expect(texts).toEqual(['1', '示例.xlsx', '花名册', '3', 'B3', '岗位', '应填未填，有关规则无法判定']);
    expect(sheet?.getRow(2).getCell(9).numFmt).toBe('@');
    expect(sheet?.getColumn(10).hidden).toBe(true);
  });

  test('a cancel is heard while it is written', async () => {
    const cancelling = new AbortController();
    cancelling.abort(new Error('cancelled'));
    const many = Array.from({ length: 500 }, (_, index) => gap('courtPersonnel', 'post', index + 2));
    await expect(written(many, cancelling.signal)).rejects.toThrow('cancelled');
  });
});

describe('the list of gaps of an inspection', () => {
  let desktop: TestDesktop;
  beforeEach(async () => {
    desktop = new TestDesktop();
    await newInspection(desktop);
    const paths = [join(samples, '拒执犯罪移送台账（示例）.xlsx')];
    expect((await desktop.finished(await desktop.call('files.import', { paths }))).state).toBe('done');
  });
  afterEach(() => {
    expect(desktop.unexpected).toEqual([]);
    desktop.remove();
  });

  test('is not there when its export was cancelled', async () => {
    const path = join(desktop.folder, '补正清单.xlsx');
    const started = await desktop.call('gaps.export', { path });
    await desktop.call('job.cancel', started);
    expect((await desktop.finished(started)).state).toBe('cancelled');
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(desktop.folder).filter((name) => name.includes('补正'))).toEqual([]);
  });

  test('another workbook in its place is named as such, and corrects nothing', async () => {
    const path = join(samples, '拒执犯罪移送台账（示例）.xlsx');
    const ended = await desktop.finished(await desktop.call('gaps.import', { path }));
    expect(ended).toMatchObject({ state: 'failed', error: 'E_NOT_A_GAP_LIST' });
  });

  test('a text that cannot be read leaves its cell open, and is counted', async () => {
    const table = join(desktop.folder, '拒执犯罪移送台账.csv');
    const lines = [
      '序号,案号,移送法院,公安机关,移送日期,被移送人',
      '1,（2026）琼9999执901号,示例市人民法院,示例市公安局甲分局,三月初,测试某',
      '2,（2026）琼9999执902号,示例市人民法院,示例市公安局甲分局,三月底,测试某乙',
    ];
    writeFileSync(table, lines.join('\n'));
    expect((await desktop.finished(await desktop.call('files.import', { paths: [table] }))).state).toBe('done');
    const path = join(desktop.folder, '补正清单.xlsx');
    const before = await desktop.finished(await desktop.call('gaps.export', { path }));
    const cells = Number(/共 (\d+) 格/.exec(before.words.zh)?.[1]);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const answers = new Map([
      ['三月初', '2026-03-02'],
      ['三月底', '上个月'],
    ]);
    workbook.getWorksheet('补正清单')?.eachRow((row) => {
      const answer = answers.get(row.getCell(7).text);
      if (answer !== undefined) row.getCell(9).value = answer;
    });
    await workbook.xlsx.writeFile(path);
    const ended = await desktop.finished(await desktop.call('gaps.import', { path }));
    expect(ended.words.zh).toBe(`已补正 1 格，还缺 ${cells - 1} 格，其中 1 格所填内容无法识别`);
  });
});
