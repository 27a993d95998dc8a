/** The part of the `sheets` command that runs in the worker, beside the opened workbook. */
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RegisterDefinition } from '../core/register/definition.ts';
import { cellAddress, type MergedRange, type SheetSource } from '../core/sheet/grid.ts';
import type { WorkbookTask } from '../host/workbook/task.ts';
import { csvLines } from './csv-text.ts';
import { sheetRecogniser, type RecognisedSheet } from './recognise-sheet.ts';

export interface SheetsTaskArguments {
  /** Path of the output files up to the sheet's number. */
  readonly outputStem: string;
  readonly registers: readonly RegisterDefinition[];
}

/** One sheet in the output of the `sheets` command. */
export interface SheetSummary extends RecognisedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly mergedRanges: readonly string[];
}

export interface SheetsTaskResult {
  readonly sha256: string;
  readonly bytes: number;
  readonly sheets: readonly SheetSummary[];
  readonly warnings: readonly { readonly sheet: string | null; readonly cell: string | null; readonly zh: string }[];
}

export const run: WorkbookTask<SheetsTaskArguments, never, SheetsTaskResult> = async (
  workbook,
  { outputStem, registers },
) => {
  const recognise = sheetRecogniser(registers);
  const sheets: SheetSummary[] = [];
  for (const [index, sheet] of workbook.sheets.entries()) {
    await writeCsv(sheet, `${outputStem}.${index + 1}.csv`);
    sheets.push({
      name: sheet.name,
      hidden: sheet.hidden,
      rows: sheet.rowCount,
      columns: sheet.columnCount,
      mergedRanges: sheet.mergedRanges.map(rangeAddress),
      ...recognise(sheet, workbook.fileName),
    });
  }
  const { sha256, bytes, warnings } = workbook;
  return { sha256, bytes, sheets, warnings: warnings.map(({ sheet, cell, words }) => ({ sheet, cell, zh: words.zh })) };
};

/** Written under another name first: an interrupted run leaves no half file under the right one. */
async function writeCsv(sheet: SheetSource, path: string): Promise<void> {
  const unfinished = `${path}.part`;
  await pipeline(Readable.from(batches(csvLines(sheet))), createWriteStream(unfinished));
  await rename(unfinished, path);
}

const BATCH_CHARACTERS = 2 ** 16;

/** Lines are short and streams take time for each piece. */
function* batches(lines: Iterable<string>): Generator<string, void, undefined> {
  let batch = '';
  for (const line of lines) {
    batch += line;
    if (batch.length < BATCH_CHARACTERS) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}

function rangeAddress(range: MergedRange): string {
  return `${cellAddress(range.firstRow, range.firstColumn)}:${cellAddress(range.lastRow, range.lastColumn)}`;
}
