import type { Cell, SheetSource } from '../../../src/core/sheet/grid.ts';
import { WorkbookError, type WorkbookFailure } from '../../../src/host/workbook/error-codes.ts';
import { DEFAULT_LIMITS, type ReadLimits } from '../../../src/host/workbook/limits.ts';
import { readWorkbook } from '../../../src/host/workbook/read-workbook.ts';
import type { Workbook } from '../../../src/host/workbook/workbook.ts';

/** A cell in short: texts and numbers as they are, the other kinds marked. */
export function shownCell(cell: Cell | undefined): string | number | boolean | null {
  switch (cell?.kind) {
    case undefined:
      return null;
    case 'text':
      return cell.text;
    case 'number':
      return cell.number;
    case 'boolean':
      return cell.boolean;
    case 'date':
      return `@${cell.iso}`;
    case 'error':
      return `!${cell.text}`;
  }
}

/** Rows of a sheet in short, by row number; hidden rows marked by `~`. */
export function shownRows(sheet: SheetSource | undefined): Record<string, ReturnType<typeof shownCell>[]> {
  const rows: Record<string, ReturnType<typeof shownCell>[]> = {};
  for (const { number, hidden, cells } of sheet?.rows() ?? []) {
    rows[`${hidden ? '~' : ''}${number}`] = Array.from(cells, shownCell);
  }
  return rows;
}

export function readBytes(
  bytes: Uint8Array,
  fileName = '测试.xlsx',
  limits: Partial<ReadLimits> = {},
): Promise<Workbook> {
  return readWorkbook({ bytes, fileName }, { ...DEFAULT_LIMITS, ...limits });
}

/** The failure that reading ends with. */
export async function failureOfReading(reading: Promise<unknown>): Promise<WorkbookFailure> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof WorkbookError) return error.failure;
    throw error;
  }
  throw new Error('the file was read');
}
