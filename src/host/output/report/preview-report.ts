import type { Cell, Color, Worksheet } from '@zurmokeeper/exceljs';
import type { ReportPreview } from '../../../contract/report-preview.ts';
import { WHOLE_REPORT } from '../../../core/finding/report-choice.ts';
import { PREVIEW_ROWS } from './preview-rows.ts';
import type { ReportInput } from './report-input.ts';
import { bodyFont } from './report-style.ts';
import { reportWords } from './report-words.ts';
import { headerRows, type ReportWorkbook } from './table-sheet.ts';
import { writeSheets } from './write-report.ts';

const USUAL_HEIGHT = 15;

/** The report as far as a person looks at it before it is written: by the very code that writes it, into memory. */
export async function previewReport(input: ReportInput): Promise<ReportPreview> {
  const { default: exceljs } = await import('@zurmokeeper/exceljs');
  const words = reportWords(input.language);
  const marking = words.markings[(input.choice ?? WHOLE_REPORT).marking];
  const book = new exceljs.Workbook();
  book.subject = marking;
  const original = book.addWorksheet.bind(book);
  const target = Object.assign(book, {
    mostRows: PREVIEW_ROWS,
    // A sheet in memory needs no commit; one that is streamed does.
    addWorksheet: (...args: Parameters<typeof original>) =>
      Object.assign(original(...args), { commit: () => undefined }),
  });
  await writeSheets(target as unknown as ReportWorkbook, input);
  const sheets = target.worksheets;
  const shownSources = sheets.findIndex(({ name }) => name === words.sourceSheet(1)) + 1;
  const shown = shownSources === 0 ? sheets : sheets.slice(0, shownSources);
  return { marking, sheets: shown.map(previewSheet), furtherSheets: sheets.length - shown.length };
}

function previewSheet(sheet: Worksheet): ReportPreview['sheets'][number] {
  const isTable = sheet.views[0]?.state === 'frozen';
  const all = sheet.columns.map(({ width }) => width ?? 10);
  const widths = all.slice(0, printedColumns(sheet) ?? all.length);
  const rows: ReportPreview['sheets'][number]['rows'] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells = widths.map((_, index) => previewCell(row.getCell(index + 1)));
    rows.push({ height: row.height || USUAL_HEIGHT, cells });
  });
  return {
    name: sheet.name,
    widths,
    heads: isTable ? headerRows : 0,
    rows,
    cut: isTable && rows.length - headerRows >= PREVIEW_ROWS,
    unprinted: all.length - widths.length,
  };
}

/** Of a print area that begins in column A. */
function printedColumns({ pageSetup }: Worksheet): number | undefined {
  const [, letters] = /:\$?([A-Z]+)\$?\d+$/u.exec(pageSetup.printArea ?? '') ?? [];
  return letters === undefined
    ? undefined
    : Array.from(letters).reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0);
}

function previewCell(cell: Cell): ReportPreview['sheets'][number]['rows'][number]['cells'][number] {
  const { font, fill, alignment, border } = cell.style;
  return {
    text: cell.text,
    bold: font?.bold ?? false,
    size: font?.size ?? bodyFont.size ?? 10,
    color: hex(font?.color) ?? '#000000',
    fill: fill?.type === 'pattern' ? hex(fill.fgColor) : null,
    border: border?.top !== undefined,
    align: alignment?.horizontal === 'center' ? 'center' : 'left',
    wrap: alignment?.wrapText ?? false,
  };
}

function hex(color: Partial<Color> | undefined): string | null {
  return color?.argb === undefined ? null : `#${color.argb.slice(2)}`;
}
