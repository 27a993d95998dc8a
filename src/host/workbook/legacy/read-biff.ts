import type { SheetSource } from '../../../core/sheet/grid.ts';
import type { Bilingual } from '../../../core/language.ts';
import { WorkbookError } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import type { WarningCollector } from '../warnings.ts';
import { inspectBiff } from './biff-stream.ts';
import { CompoundFile } from './compound-file.ts';
import { withoutDefaultPassword } from './default-password.ts';
import { librarySheet, readBytes, refuseSameNames, storeLibrarySheet } from './library-sheet.ts';

/** Streams of a compound file that tell what else it is. */
const OTHER_DOCUMENTS: readonly (readonly [stream: string, looksLike: Bilingual])[] = [
  ['WordDocument', { zh: 'Word 文档', en: 'a Word document' }],
  ['PowerPoint Document', { zh: 'PowerPoint 演示文稿', en: 'a PowerPoint presentation' }],
  ['VisioDocument', { zh: 'Visio 绘图', en: 'a Visio drawing' }],
  ['__properties_version1.0', { zh: 'Outlook 邮件', en: 'an Outlook message' }],
];

function workbookStream(bytes: Buffer): Buffer {
  const file = new CompoundFile(bytes);
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo')) throw new WorkbookError({ code: 'E_ENCRYPTED' });
  // A file saved for old and new programs holds both; the newer one is the full one.
  for (const name of ['Workbook', 'Book']) {
    const content = file.read(name);
    if (content !== undefined && content.length > 0) return content;
  }
  const other = OTHER_DOCUMENTS.find(([stream]) => file.has(stream));
  throw new WorkbookError({
    code: 'E_NOT_A_WORKBOOK',
    looksLike: other?.[1] ?? { zh: '其他复合文档', en: 'another compound document' },
  });
}

/** Reads an .xls or .et workbook: a compound file with a BIFF stream, or the bare stream. */
export function readBiff(
  bytes: Buffer,
  container: 'compound' | 'bareBiff',
  limits: ReadLimits,
  warnings: WarningCollector,
): { readonly format: 'biff5' | 'biff8'; readonly sheets: readonly SheetSource[] } {
  const stream = inspectBiff(withoutDefaultPassword(container === 'compound' ? workbookStream(bytes) : bytes));
  const book = readBytes(stream.bytes);
  refuseSameNames(book);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets: SheetSource[] = [];
  book.SheetNames.forEach((name, index) => {
    const expected = stream.sheets[index];
    if (expected?.isWorksheet === false) {
      warnings.add('W_SHEET_WITHOUT_TABLE', name, null);
      return;
    }
    const sheet = librarySheet(book, name);
    if (!sheet) throw new WorkbookError({ code: 'E_SHEET_LOST', sheet: name });
    const hidden = (book.Workbook?.Sheets?.find((one) => one.name === name)?.Hidden ?? 0) !== 0;
    const stored = storeLibrarySheet(sheet, { name, hidden, date1904 }, limits);
    if (stored.rowCount === 0 && expected !== undefined && hasContent(expected.cellRecords, sheet)) {
      throw new WorkbookError({ code: 'E_SHEET_LOST', sheet: name });
    }
    sheets.push(stored);
  });
  return { format: stream.format, sheets };
}

/** Cells with empty text are records too: lost is a sheet only where the library returned no cell for them. */
function hasContent(cellRecords: number, sheet: { readonly '!data'?: readonly unknown[] }): boolean {
  return cellRecords > 0 && (sheet['!data'] ?? []).length === 0;
}
