/** Writes a sample workbook in the format that its file name stands for. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import * as XLSX from 'xlsx';
import { layOut, type SampleCell, type SampleWorkbook } from './layout.ts';

function toSheet(cells: readonly (readonly SampleCell[])[]): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {};
  let columns = 0;
  cells.forEach((row, r) => {
    row.forEach((cell, c) => {
      columns = Math.max(columns, c + 1);
      if (cell === null || cell === '') return;
      const address = XLSX.utils.encode_cell({ r, c });
      if (typeof cell === 'object') sheet[address] = { t: 'n', v: cell.serial, z: cell.format };
      else if (typeof cell === 'number') sheet[address] = { t: 'n', v: cell };
      else if (typeof cell === 'boolean') sheet[address] = { t: 'b', v: cell };
      else sheet[address] = { t: 's', v: cell };
    });
  });
  sheet['!ref'] = XLSX.utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: Math.max(cells.length - 1, 0), c: Math.max(columns - 1, 0) },
  });
  return sheet;
}

/** The library's types leave its number formatter open. */
const formatter = XLSX.SSF as { readonly format: (format: string, value: number) => string };

const cellText = (cell: SampleCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return formatter.format(cell.format, cell.serial);
  return String(cell);
};

function delimited(cells: readonly (readonly SampleCell[])[], delimiter: string): string {
  const quote = (text: string): string =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return cells.map((row) => row.map((cell) => quote(cellText(cell))).join(delimiter) + '\r\n').join('');
}

function html(cells: readonly (readonly SampleCell[])[]): string {
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const width = Math.max(...cells.map((row) => row.length));
  const line = (row: readonly SampleCell[]): string =>
    row.length === 1 && width > 1
      ? `<tr><td colspan="${String(width)}">${escape(cellText(row[0]))}</td></tr>`
      : `<tr>${row.map((cell) => `<td style="mso-number-format:'\\@'">${escape(cellText(cell))}</td>`).join('')}</tr>`;
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border="1">\n${cells
    .map(line)
    .join('\n')}\n</table></body></html>\n`;
}

const bookTypes: Readonly<Record<string, XLSX.BookType>> = {
  xlsx: 'xlsx',
  xls: 'biff8',
  et: 'biff8',
  ods: 'ods',
  xlsb: 'xlsb',
};

/** `name.html.xls` is HTML named .xls; `name.gb.csv` is GB18030; other endings say what they are. */
export function writeWorkbook(folder: string, workbook: SampleWorkbook): void {
  const [, variant, ending = ''] = /^.*?(?:\.(html|gb))?\.([a-z]+)$/.exec(workbook.file) ?? [];
  const path = join(folder, workbook.file);
  const laid = workbook.sheets.map((sheet) => ({ sheet, ...layOut(sheet) }));
  const first = laid[0];
  if (!first) throw new Error(`${workbook.file} has no sheet`);
  if (ending === 'csv' || ending === 'tsv') {
    const text = delimited(first.cells, ending === 'tsv' ? '\t' : ',');
    writeFileSync(path, iconv.encode(text, variant === 'gb' ? 'gb18030' : 'utf8'));
    return;
  }
  if (variant === 'html') {
    writeFileSync(path, html(first.cells));
    return;
  }
  const book = XLSX.utils.book_new();
  for (const { sheet, cells, merges, hiddenRows } of laid) {
    const target = toSheet(cells);
    target['!merges'] = merges.map(({ s, e }) => ({ s: { ...s }, e: { ...e } }));
    if (hiddenRows.length > 0) {
      target['!rows'] = [];
      for (const row of hiddenRows) target['!rows'][row] = { hidden: true };
    }
    if (sheet.widths) target['!cols'] = sheet.widths.map((wch) => ({ wch }));
    XLSX.utils.book_append_sheet(book, target, sheet.name);
  }
  book.Workbook = { Sheets: workbook.sheets.map((sheet) => ({ Hidden: sheet.hidden ? 1 : 0 })) };
  const bookType = bookTypes[ending];
  if (!bookType) throw new Error(`no writer for ${workbook.file}`);
  writeFileSync(path, XLSX.write(book, { type: 'buffer', bookType, compression: true }) as Buffer);
}
