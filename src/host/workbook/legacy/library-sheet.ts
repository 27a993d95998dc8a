import { read, set_cptable, type CellObject, type ParsingOptions, type WorkBook, type WorkSheet } from 'xlsx';
import * as codePages from 'xlsx/dist/cpexcel.full.mjs';
import type { SheetSource } from '../../../core/sheet/grid.ts';
import { WorkbookError } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import { numberFormatKind, type NumberFormatKind } from '../number-format.ts';
import { NO_SHARED_TEXTS, RowStoreWriter } from '../row-store.ts';
import { writeFormattedNumber } from '../sheet-writer.ts';
import { StoredSheet } from '../stored-sheet.ts';

// Old .xls files keep text in code pages (936 in Chinese offices); the library's module form comes without the tables.
set_cptable(codePages);

/**
 * Numbers stay serials (`cellDates` off), formats come along (`cellNF`), nothing is guessed from text (`raw`). `cellStyles` is what
 * makes the library report hidden columns.
 */
const OPTIONS: ParsingOptions = {
  dense: true,
  cellDates: false,
  cellNF: true,
  cellStyles: true,
  cellFormula: false,
  cellHTML: false,
  raw: true,
  codepage: 936,
};

export function readBytes(bytes: Uint8Array): WorkBook {
  return read(bytes, { ...OPTIONS, type: 'buffer' });
}

const PLAIN: NumberFormatKind = { kind: 'number' };
const MOMENT: NumberFormatKind = { kind: 'moment' };
const formatKinds = new Map<string, NumberFormatKind>();

/** Built-in Chinese formats come without a code; the library then shows the value as m/d/yy. */
function formatOf(cell: CellObject): NumberFormatKind {
  if (cell.z === undefined) {
    return /^\d{1,2}\/\d{1,2}\/\d{2,4}$|^\d{1,2}:\d{2}/.test(cell.w ?? '') ? MOMENT : PLAIN;
  }
  const code = String(cell.z);
  let kind = formatKinds.get(code);
  if (!kind) {
    kind = numberFormatKind(code);
    formatKinds.set(code, kind);
  }
  return kind;
}

/**
 * A sheet of a book by name, whatever the name. A sheet called `__proto__` is where such a key puts it: the prototype.
 * @returns `undefined` where the library dropped the sheet
 */
export function librarySheet(book: WorkBook, name: string): WorkSheet | undefined {
  if (Object.hasOwn(book.Sheets, name)) return book.Sheets[name];
  const prototype = Object.getPrototypeOf(book.Sheets) as WorkSheet | null;
  return name === '__proto__' && prototype !== Object.prototype ? (prototype ?? undefined) : undefined;
}

/** The library keeps sheets under their names: of two with one name it returns the last, twice. */
export function refuseSameNames(book: WorkBook): void {
  const names = new Set<string>();
  for (const name of book.SheetNames) {
    if (names.has(name)) throw new WorkbookError({ code: 'E_SHEET_LOST', sheet: name });
    names.add(name);
  }
}

/** A sheet of the library as stored rows; only cells that exist are looked at, whatever `!ref` claims. */
export function storeLibrarySheet(
  sheet: WorkSheet,
  frame: { readonly name: string; readonly hidden: boolean; readonly date1904: boolean },
  limits: ReadLimits,
): SheetSource {
  const writer = new RowStoreWriter(limits);
  const data: readonly ((CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const rowInfo = sheet['!rows'] ?? [];
  data.forEach((cells, row) => {
    if (!cells) return;
    writer.beginRow(row + 1, rowInfo[row]?.hidden === true);
    cells.forEach((cell, column) => {
      if (cell) storeCell(writer, column, cell, frame.date1904);
    });
    writer.endRow();
  });
  const hiddenColumns: number[] = [];
  sheet['!cols']?.forEach((column: { hidden?: boolean } | undefined, index) => {
    if (column?.hidden === true) hiddenColumns.push(index);
  });
  const mergedRanges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    firstRow: s.r + 1,
    lastRow: e.r + 1,
    firstColumn: s.c,
    lastColumn: e.c,
  }));
  const { name, hidden } = frame;
  return new StoredSheet({ name, hidden, mergedRanges, hiddenColumns }, writer.finish(), NO_SHARED_TEXTS);
}

function storeCell(writer: RowStoreWriter, column: number, cell: CellObject, date1904: boolean): void {
  const { v: value } = cell;
  switch (cell.t) {
    case 's':
      writer.text(column, typeof value === 'string' ? value : '');
      break;
    case 'n':
      if (typeof value !== 'number') break;
      if (Number.isFinite(value)) writeFormattedNumber(writer, column, value, formatOf(cell), date1904);
      else writer.error(column, cell.w ?? '#NUM!');
      break;
    case 'b':
      writer.boolean(column, value === true);
      break;
    case 'e':
      writer.error(column, cell.w ?? '#N/A');
      break;
    case 'd':
      if (value instanceof Date) {
        const seconds = Math.round(value.getTime() / 1000);
        writer.moment(column, {
          days: Math.floor(seconds / 86_400),
          seconds: seconds - Math.floor(seconds / 86_400) * 86_400,
        });
      }
      break;
    case 'z':
  }
}
