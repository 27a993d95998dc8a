import type { SheetSource } from '../../../core/sheet/grid.ts';
import { WorkbookError } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import type { WarningCollector } from '../warnings.ts';
import type { ZipPackage } from '../zip-package.ts';
import { librarySheet, readBytes, refuseSameNames, storeLibrarySheet } from './library-sheet.ts';

const OTHER_SHEETS: ReadonlySet<unknown> = new Set(['chart', 'macro', 'dialog']);

/** Reads an .xlsb workbook. The library inflates by itself: sizes and checksums of all parts are verified before. */
export async function readXlsb(
  zip: ZipPackage,
  bytes: Buffer,
  limits: ReadLimits,
  warnings: WarningCollector,
): Promise<readonly SheetSource[]> {
  for (const name of zip.names) await zip.verify(name);
  const book = readBytes(bytes);
  refuseSameNames(book);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets: SheetSource[] = [];
  book.SheetNames.forEach((name, index) => {
    // The library drops a sheet that it cannot parse and says nothing.
    const sheet = librarySheet(book, name);
    if (!sheet) throw new WorkbookError({ code: 'E_SHEET_LOST', sheet: name });
    if (OTHER_SHEETS.has(sheet['!type'])) {
      warnings.add('W_SHEET_WITHOUT_TABLE', name, null);
      return;
    }
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    sheets.push(storeLibrarySheet(sheet, { name, hidden, date1904 }, limits));
  });
  return sheets;
}
