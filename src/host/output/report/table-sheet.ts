import { setImmediate } from 'node:timers/promises';
import type { Alignment, Cell, Fill, Font, Row, stream as streams, Style, Worksheet } from '@zurmokeeper/exceljs';
import { columnLetters } from '../../../core/sheet/grid.ts';
import { textWidth } from '../text-width.ts';
import { bodyFont, cellBorder, centred, headerFill, headerFont, linkFont, mutedFont, wrapped } from './report-style.ts';

export type ReportWorkbook = streams.xlsx.WorkbookWriter & {
  /** Rows of a table that are taken; the rest is left out. A report has no such limit, its preview has. */
  readonly mostRows?: number;
};

/**
 * @param stream takes the bytes of the .xlsx
 * @param marking stands over every printed page and among the properties of the file; empty for none
 */
export async function newReportWorkbook(
  stream: NodeJS.WritableStream,
  title: string,
  marking = '',
): Promise<ReportWorkbook> {
  // Loaded when a workbook is written: it would take a third of the time in which the window opens, and of each job's start.
  const { default: exceljs } = await import('@zurmokeeper/exceljs');
  const options = { stream, useStyles: true, useSharedStrings: false };
  const workbook = new exceljs.stream.xlsx.WorkbookWriter(options as never);
  workbook.title = title;
  workbook.subject = marking;
  workbook.creator = 'enforcement-compliance-checker';
  workbook.lastModifiedBy = workbook.creator;
  return workbook;
}

/** A place in the report, for links. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
}

/** What stands in a cell. */
export interface CellContent {
  readonly value: string | number;
  readonly link?: Place | undefined;
  readonly font?: Partial<Font>;
  readonly fill?: Fill;
}

export interface TableColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
}

export interface TableOptions {
  /** A line under the table. */
  readonly note?: string | undefined;
  /** Columns that go on paper, from the left; the others are for the screen. */
  readonly printed?: number;
}

/** Rows above the first data row of a table. */
export const headerRows = 1;

/** Excel refuses a sheet with more links; past it places are named without a link. */
const linksPerSheet = 65_000;
/** Excel's own limit is 32,767 characters. */
const longestText = 32_000;
/** In points. Heights are written out: not every spreadsheet program works them out for wrapped text when it opens a file. */
const lineHeight = 15;
const tallestRow = 400;
/** The program lets go of the processor now and then, so that the bytes flow and a cancel is heard. */
const rowsBetweenPauses = 500;

/** Rows made one at a time, as they are written. */
export function* mapRows<Item, Content>(
  items: readonly Item[],
  map: (item: Item, index: number) => Content,
  limit = Infinity,
): Generator<Content> {
  for (const [index, item] of items.entries()) {
    if (index >= limit) return;
    yield map(item, index);
  }
}

/** A table with frozen header, filter, and print set-up. Rows are written as they come. */
export async function writeTable(
  workbook: ReportWorkbook,
  name: string,
  columns: readonly TableColumn[],
  rows: Iterable<readonly (string | number | CellContent)[]>,
  { note, printed = columns.length }: TableOptions = {},
): Promise<void> {
  const sheet = newSheet(workbook, name, columns, headerRows);
  const header = sheet.addRow(columns.map((column) => column.header));
  header.height = 30;
  for (let index = 1; index <= columns.length; index += 1) {
    Object.assign(header.getCell(index), {
      font: headerFont,
      fill: headerFill,
      alignment: centred,
      border: cellBorder,
    });
  }
  header.commit();
  let written = headerRows;
  let links = 0;
  let isCut = false;
  for (const contents of rows) {
    isCut = written - headerRows === workbook.mostRows;
    if (isCut) break;
    const row = sheet.addRow([]);
    let lines = 1;
    for (const [index, content] of contents.entries()) {
      const given = typeof content === 'object' ? content : { value: content };
      const linked = given.link !== undefined && links < linksPerSheet;
      if (linked) links += 1;
      fillCell(row.getCell(index + 1), linked ? given : { ...given, link: undefined });
      lines = Math.max(lines, linesOf(String(given.value), columns[index]?.width ?? 10));
    }
    row.height = Math.min(tallestRow, lines * lineHeight + 4);
    row.commit();
    written += 1;
    if (written % rowsBetweenPauses === 0) await compressed(sheet);
  }
  sheet.autoFilter = {
    from: { row: headerRows, column: 1 },
    to: { row: Math.max(written, 2), column: columns.length },
  };
  if (note !== undefined && !isCut) {
    addNote(sheet, note);
    written += 1;
  }
  if (printed < columns.length) sheet.pageSetup.printArea = `A$1:${columnLetters(printed - 1)}$${written}`;
  sheet.commit();
  await setImmediate();
}

/** Bytes of a sheet that may wait for compression. */
const mostWaiting = 4 * 1024 * 1024;

/** Where the library writes the rows of a sheet: it writes on, however much waits there. The stream is of an old kind. */
interface Pipe {
  readonly _writableState?: { readonly length: number };
  readonly _readableState?: { readonly length: number };
}

function waiting({ _writableState, _readableState }: Pipe): number {
  return (_writableState?.length ?? 0) + (_readableState?.length ?? 0);
}

/** Lets the bytes flow, and waits until not too many are left: rows are made faster than they are compressed. */
async function compressed(sheet: Worksheet): Promise<void> {
  const { stream } = sheet as { readonly stream?: { readonly pipes?: readonly Pipe[] } };
  do await setImmediate();
  while (stream?.pipes?.some((pipe) => waiting(pipe) > mostWaiting) === true);
}

/** A sheet set up for printing: landscape, one page wide, header repeated, page numbers. */
export function newSheet(
  workbook: ReportWorkbook,
  name: string,
  columns: readonly { readonly width: number }[],
  frozenRows: number,
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [frozenRows > 0 ? { state: 'frozen', ySplit: frozenRows } : { showGridLines: false }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(frozenRows > 0 ? { printTitlesRow: `1:${frozenRows}` } : {}),
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      ...(workbook.subject === '' ? {} : { oddHeader: `&R&B${workbook.subject}` }),
      oddFooter: '&L&A&R&P / &N',
    },
  });
  // A4; the library declares the numbers as an enum that it does not export.
  Object.assign(sheet.pageSetup, { paperSize: 9 });
  sheet.columns = columns.map(({ width }) => ({ width }));
  return sheet;
}

/** Puts a text or a number into a cell; never a formula. */
export function fillCell(cell: Cell, { value, link, font, fill }: CellContent): void {
  const text = typeof value === 'string' ? clean(value) : value;
  cell.value = link === undefined ? text : { text: String(text), hyperlink: `#'${link.sheet}'!A${link.row}` };
  cell.style = styleOf(font ?? (link === undefined ? bodyFont : linkFont), fill, {
    centred: typeof value === 'number',
    // Text that looks like a formula stays text even when someone edits the cell.
    asText: typeof text === 'string' && /^[=+\-@\t\r]/u.test(text),
  });
}

const centredNumber: Partial<Alignment> = { ...wrapped, horizontal: 'center' };
const styles = new WeakMap<Partial<Font>, Map<Fill | undefined, Partial<Style>[]>>();

/** One object for each look: the library writes the XML of a style anew for every object that it has not seen before. */
function styleOf(
  font: Partial<Font>,
  fill: Fill | undefined,
  { centred, asText }: { readonly centred: boolean; readonly asText: boolean },
): Partial<Style> {
  const byFill = styles.get(font) ?? new Map<Fill | undefined, Partial<Style>[]>();
  styles.set(font, byFill);
  const kinds = byFill.get(fill) ?? [];
  byFill.set(fill, kinds);
  return (kinds[(centred ? 2 : 0) + (asText ? 1 : 0)] ??= Object.freeze({
    font,
    alignment: centred ? centredNumber : wrapped,
    border: cellBorder,
    ...(fill === undefined ? {} : { fill }),
    ...(asText ? { numFmt: '@' } : {}),
  }));
}

/** Lines that a wrapped text takes in a column. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((textWidth(line) * 1.05) / width)), 0);
}

/** Without characters that no XML may hold, and short enough for a cell. */
function clean(text: string): string {
  const printable = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '').toWellFormed();
  return printable.length > longestText ? `${printable.slice(0, longestText)}…` : printable;
}

function addNote(sheet: Worksheet, note: string): void {
  const row: Row = sheet.addRow([note]);
  row.getCell(1).font = mutedFont;
  row.commit();
}
