import type { Cell, MergedRange, SheetRow, SheetSource } from '../../../src/core/sheet/grid.ts';

export type Value = string | number | boolean | null;

export interface SheetParts {
  readonly name?: string;
  readonly hidden?: boolean;
  /** From row 1; an empty list is a row without cells, which is left out as readers may do. */
  readonly rows: readonly (readonly Value[])[];
  /** In the spreadsheet program's words: `A2:A4`. */
  readonly merged?: readonly string[];
  readonly hiddenRows?: readonly number[];
}

/** A sheet in memory, as a workbook reader would deliver it. */
export function buildSheet({
  name = 'Sheet1',
  hidden = false,
  rows,
  merged = [],
  hiddenRows = [],
}: SheetParts): SheetSource {
  return {
    name,
    hidden,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    mergedRanges: merged.map(rangeOf),
    hiddenColumns: [],
    *rows(): Generator<SheetRow> {
      for (const [at, row] of rows.entries()) {
        if (row.length > 0) yield { number: at + 1, hidden: hiddenRows.includes(at + 1), cells: row.map(cellOf) };
      }
    },
  };
}

function cellOf(value: Value): Cell | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  return { kind: 'text', text: value };
}

function rangeOf(address: string): MergedRange {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(address);
  if (match === null) throw new Error(`not a range: ${address}`);
  const [, firstColumn = '', firstRow = '', lastColumn = '', lastRow = ''] = match;
  return {
    firstRow: Number(firstRow),
    lastRow: Number(lastRow),
    firstColumn: columnOf(firstColumn),
    lastColumn: columnOf(lastColumn),
  };
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
