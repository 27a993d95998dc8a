import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { write, utils } from 'xlsx';

/** A small workbook on disk: sheet name → rows. */
export function writeWorkbook(path: string, sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): void {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

/** Rows of an assistance register of which the first was never answered. */
export function assistanceRows(count: number): (string | null)[][] {
  const rows: (string | null)[][] = [
    ['协助执行台账'],
    ['案号', '执行法院', '协助单位', '协助类别', '送达时间', '办结时间', '经办人'],
  ];
  for (let index = 1; index <= count; index += 1) {
    rows.push([
      `（2026）琼9999执${index}号`,
      '示例市甲区人民法院',
      '示例市甲局',
      '查询',
      '2026-03-02',
      index === 1 ? null : '2026-03-03',
      '测试某',
    ]);
  }
  return rows;
}
