/**
 * How a sample sheet looks: title rows, a header, rows, group rows, totals, notes; and which findings each row must lead to. The
 * expectations are planted by hand beside the data they stem from; row numbers are computed here.
 */

/** A cell as a clerk would have typed it; `Date`-like cells are `{ serial }` with a number format. */
export type SampleCell = string | number | boolean | null | { readonly serial: number; readonly format: string };

/** A finding that a row must lead to, in the words of the contract: rule and class. */
export interface Planted {
  readonly rule: string;
  readonly class: 'violation' | 'overLimit' | 'lead';
}

export type SampleRow =
  | {
      readonly kind: 'record';
      readonly cells: readonly SampleCell[];
      readonly expect?: readonly Planted[];
      readonly hidden?: boolean;
    }
  | { readonly kind: 'group' | 'total' | 'note' | 'blank' | 'header'; readonly cells: readonly SampleCell[] };

export interface SampleSheet {
  readonly name: string;
  /** Rows above the header; the first is merged over the whole width. */
  readonly titles: readonly string[];
  /** One row, or two where an upper row groups columns (its blanks are merged with their left neighbour). */
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly SampleRow[];
  /** Columns (0-based) whose equal neighbouring cells are merged downwards. */
  readonly mergeDown?: readonly number[];
  readonly widths?: readonly number[];
  readonly hidden?: boolean;
}

export interface SampleWorkbook {
  readonly file: string;
  readonly sheets: readonly SampleSheet[];
}

export interface Merge {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

export interface LaidOut {
  readonly cells: readonly (readonly SampleCell[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
  readonly planted: readonly (Planted & { readonly row: number })[];
}

const merge = (r1: number, c1: number, r2: number, c2: number): Merge => ({ s: { r: r1, c: c1 }, e: { r: r2, c: c2 } });

export const violation = (rule: string): Planted => ({ rule, class: 'violation' });
export const overLimit = (rule: string): Planted => ({ rule, class: 'overLimit' });
export const lead = (rule: string): Planted => ({ rule, class: 'lead' });

function headerMerges(header: readonly (readonly string[])[], top: number): Merge[] {
  const [upper, lower] = header;
  if (!upper || !lower) return [];
  const merges: Merge[] = [];
  for (let column = 0; column < lower.length;) {
    let last = column;
    while (last + 1 < lower.length && upper[last + 1] === '' && lower[last + 1] !== '') last += 1;
    if (lower[column] === '') merges.push(merge(top, column, top + 1, column));
    else if (last > column) merges.push(merge(top, column, top, last));
    column = last + 1;
  }
  return merges;
}

/** Blanks out repeated values of the merged columns and gives the ranges that stand for them. */
function mergeDownwards(cells: SampleCell[][], columns: readonly number[], first: number): Merge[] {
  const merges: Merge[] = [];
  for (const column of columns) {
    for (let row = first; row < cells.length; row += 1) {
      const value = cells[row]?.[column];
      let last = row;
      while (value !== null && value !== '' && cells[last + 1]?.[column] === value) last += 1;
      if (last === row) continue;
      merges.push(merge(row, column, last, column));
      for (let below = row + 1; below <= last; below += 1) {
        const line = cells[below];
        if (line) line[column] = null;
      }
      row = last;
    }
  }
  return merges;
}

/** Places a sheet's rows and computes the 1-based row number of every planted finding. */
export function layOut(sheet: SampleSheet): LaidOut {
  const width = Math.max(...sheet.header.map((row) => row.length));
  const cells: SampleCell[][] = [];
  const merges: Merge[] = [];
  for (const title of sheet.titles) {
    if (cells.length === 0) merges.push(merge(0, 0, 0, width - 1));
    cells.push([title]);
  }
  merges.push(...headerMerges(sheet.header, cells.length));
  for (const row of sheet.header) cells.push([...row]);
  const first = cells.length;
  const hiddenRows: number[] = [];
  const planted: (Planted & { row: number })[] = [];
  for (const row of sheet.rows) {
    if (row.kind === 'group') merges.push(merge(cells.length, 0, cells.length, width - 1));
    if (row.kind === 'record') {
      if (row.hidden) hiddenRows.push(cells.length);
      for (const expected of row.expect ?? []) planted.push({ ...expected, row: cells.length + 1 });
    }
    cells.push([...row.cells]);
  }
  merges.push(...mergeDownwards(cells, sheet.mergeDown ?? [], first));
  return { cells, merges, hiddenRows, planted };
}
