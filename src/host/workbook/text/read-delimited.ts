import { cellAddress, type SheetSource } from '../../../core/sheet/grid.ts';
import { WorkbookError } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import { NO_SHARED_TEXTS, RowStoreWriter } from '../row-store.ts';
import { StoredSheet } from '../stored-sheet.ts';
import type { WarningCollector } from '../warnings.ts';
import { DelimitedParser, sniffDelimiter, type Delimiter } from './delimited-parser.ts';
import { textHead, type DecodedText } from './encoding.ts';

const REPLACEMENT_CHARACTER = '\u{fffd}';

/** Excel's hint in the first line, `sep=;`: no record. */
const HINT = /^sep=([,;\t])(?:\r\n|\r|\n)/i;

/** Reads delimited text as one sheet. Every value stays text, so that numbers of eighteen digits keep all of them. */
export function readDelimited(
  text: DecodedText,
  sheetName: string,
  limits: ReadLimits,
  warnings: WarningCollector,
): SheetSource {
  const head = textHead(text);
  const hint = HINT.exec(head);
  const delimiter = (hint?.[1] as Delimiter | undefined) ?? sniffDelimiter(head) ?? ',';
  const writer = new RowStoreWriter(limits);
  let row = 0;
  const parser = new DelimitedParser(
    delimiter,
    (fields) => {
      row++;
      writer.beginRow(row, false);
      fields.forEach((field, column) => {
        writer.text(column, field);
        if (field.includes(REPLACEMENT_CHARACTER))
          warnings.add('W_UNDECODABLE_TEXT', sheetName, cellAddress(row, column));
      });
      writer.endRow();
    },
    (column) => {
      if (column < limits.maxColumns) return;
      throw new WorkbookError({ code: 'E_TOO_LARGE', part: 'columns', actual: column + 1, limit: limits.maxColumns });
    },
  );
  let skip = hint?.[0].length ?? 0;
  for (const piece of text.pieces()) {
    parser.write(skip > 0 ? piece.slice(skip) : piece);
    skip = Math.max(0, skip - piece.length);
  }
  if (parser.end()) warnings.add('W_UNCLOSED_QUOTE', sheetName, cellAddress(Math.max(row, 1), 0));
  const frame = { name: sheetName, hidden: false, mergedRanges: [], hiddenColumns: [] };
  return new StoredSheet(frame, writer.finish(), NO_SHARED_TEXTS);
}
