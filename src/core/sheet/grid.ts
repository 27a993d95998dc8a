/**
 * What every workbook reader produces, whatever the file format: rows of cells in sheet order, streamed, so that a
 * register of a million rows never stands in memory as a whole.
 */

/** A cell as stored. `undefined` in a row means that the cell is empty. Errors carry the text shown (`#N/A`). */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number';
      readonly number: number;
      /** as displayed, where the reader knows it */ readonly text?: string;
    }
  | {
      readonly kind: 'date';
      /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm:ss` when the cell has a time of day */ readonly iso: string;
    }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'error'; readonly text: string };

/** One row. `number` is the 1-based row number that the spreadsheet program shows. */
export interface SheetRow {
  readonly number: number;
  readonly hidden: boolean;
  /** Index 0 is column A. Holes are empty cells. Cells inside a merged range other than its anchor are empty here. */
  readonly cells: readonly (Cell | undefined)[];
}

/** A rectangle of merged cells, 1-based rows, 0-based columns, both ends included. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A sheet whose rows can be walked (more than once, from the start each time). */
export interface SheetSource {
  readonly name: string;
  readonly hidden: boolean;
  /** Last used row number and last used column count; 0 for an empty sheet. Never the size a file merely claims. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly mergedRanges: readonly MergedRange[];
  readonly hiddenColumns: readonly number[];
  /** Rows in ascending order. Rows without any cell may be left out; the consumer accounts for the gaps. */
  rows(): Iterable<SheetRow>;
}

/** Column letters of a 0-based column index: 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Address of a cell as the spreadsheet program shows it: (7, 10) → K7. Row is 1-based, column 0-based. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
