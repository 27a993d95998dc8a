import type { SheetPlan } from '../../core/register/sheet-plan.ts';
import { cellText } from '../../core/sheet/cell-text.ts';
import type { SheetSource } from '../../core/sheet/grid.ts';
import type { StoredPlan } from './import-messages.ts';

const sampleRows = 5;

/** The plan of a sheet with sample values, so that the mapping can be checked without reading the file again. */
export function storedPlan(source: SheetSource, plan: SheetPlan): StoredPlan {
  const { register, reason, headerRow, columns, unmapped, fingerprint } = plan;
  const shown = [...columns, ...unmapped].map(({ column }) => column);
  const samples = new Map<number, (string | null)[]>(shown.map((column) => [column, []]));
  let rows = 0;
  for (const row of source.rows()) {
    if (headerRow === null || rows === sampleRows) break;
    if (row.number <= headerRow) continue;
    rows += 1;
    for (const [column, values] of samples) {
      const text = cellText(row.cells[column]);
      values.push(text === '' ? null : text);
    }
  }
  return {
    register,
    reason,
    headerRow,
    columns,
    unmapped,
    fingerprint,
    columnCount: source.columnCount,
    hiddenColumns: source.hiddenColumns,
    // Titles over the header are merged in most sheets, and hold no record.
    mergedRanges: source.mergedRanges.filter(({ lastRow }) => headerRow !== null && lastRow > headerRow).length,
    samples: Object.fromEntries(samples),
  };
}
