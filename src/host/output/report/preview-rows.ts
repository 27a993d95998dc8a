import type { InspectionResult } from '../../../core/finding/judge-inspection.ts';
import type { RecordOrigin } from '../../../core/register/record.ts';

/** Rows of each table that a preview shows. */
export const PREVIEW_ROWS = 30;

/**
 * The source rows that a preview needs: those at the head of each sheet of source rows, and those behind the first findings and
 * indeterminate entries. A large inspection has hundreds of thousands more.
 */
export function previewRows({
  findings,
  indeterminate,
}: Pick<InspectionResult, 'findings' | 'indeterminate'>): (file: string, sheet: string) => readonly number[] {
  const heads = new Map<string, number[]>();
  const first = new Map<string, Set<number>>();
  const key = ({ file, sheet }: Pick<RecordOrigin, 'file' | 'sheet'>): string => JSON.stringify([file, sheet]);
  for (const entries of [findings, indeterminate]) {
    for (const [index, { source }] of entries.entries()) {
      for (const origin of source) {
        const sheet = key(origin);
        keepSmallest(heads, sheet, origin.row);
        if (index < PREVIEW_ROWS) first.set(sheet, (first.get(sheet) ?? new Set()).add(origin.row));
      }
    }
  }
  return (file, sheet) => {
    const name = key({ file, sheet });
    return [...new Set([...(heads.get(name) ?? []), ...(first.get(name) ?? [])])];
  };
}

/** Keeps the first rows of a sheet, in their order. */
function keepSmallest(heads: Map<string, number[]>, sheet: string, row: number): void {
  const rows = heads.get(sheet) ?? [];
  heads.set(sheet, rows);
  const last = rows.at(-1);
  if (rows.includes(row) || (rows.length === PREVIEW_ROWS && last !== undefined && row > last)) return;
  rows.push(row);
  rows.sort((a, b) => a - b);
  rows.length = Math.min(rows.length, PREVIEW_ROWS);
}
