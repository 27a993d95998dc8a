import type { Cell, MergedRange, SheetRow } from './grid.ts';

/** What merged ranges mean for one row. */
export interface MergedRow {
  /** Cells that the row inherits from a range which began in a row above, by 0-based column. */
  readonly inherited: ReadonlyMap<number, Cell>;
  /** Width in columns of the range anchored at the column in this very row; 1 where nothing is merged. */
  widthAt(column: number): number;
}

/**
 * Walks the merged ranges of a sheet alongside its rows, so that a cell merged downwards gives its value to each row it
 * spans without the sheet standing in memory. A block several columns wide gives its value to the column of its anchor
 * only: the other columns of the block show it, but it is not their value.
 */
export class MergedCells {
  readonly #ranges: readonly MergedRange[];
  #next = 0;
  #open: { readonly range: MergedRange; readonly cell: Cell }[] = [];

  constructor(ranges: readonly MergedRange[]) {
    this.#ranges = [...ranges].sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn);
  }

  /** Rows must come in ascending order. */
  enter(row: SheetRow): MergedRow {
    this.#open = this.#open.filter(({ range }) => range.lastRow >= row.number);
    const inherited = new Map(this.#open.map(({ range, cell }) => [range.firstColumn, cell]));
    const widths = new Map<number, number>();
    for (let range = this.#ranges[this.#next]; range !== undefined && range.firstRow <= row.number;) {
      this.#next += 1;
      if (range.firstRow === row.number) {
        widths.set(range.firstColumn, range.lastColumn - range.firstColumn + 1);
        const cell = row.cells[range.firstColumn];
        if (cell !== undefined && range.lastRow > range.firstRow) this.#open.push({ range, cell });
      }
      range = this.#ranges[this.#next];
    }
    return { inherited, widthAt: (column) => widths.get(column) ?? 1 };
  }

  /** Ends every range that is still open: nothing is filled down across a total row. */
  close(): void {
    this.#open = [];
  }
}
