import type { MergedRange, SheetRow, SheetSource } from '../../core/sheet/grid.ts';
import { storedRows, type SharedTexts, type StoredRows } from './row-store.ts';

/** What a reader knows of a sheet beside its rows. */
export interface SheetFrame {
  readonly name: string;
  readonly hidden: boolean;
  readonly mergedRanges: readonly MergedRange[];
  readonly hiddenColumns: readonly number[];
}

/** A sheet over stored rows. Cells that a merged range covers are empty, whatever the file keeps in them. */
export class StoredSheet implements SheetSource {
  readonly name: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly mergedRanges: readonly MergedRange[];
  readonly hiddenColumns: readonly number[];
  readonly #stored: StoredRows;
  readonly #shared: SharedTexts;

  constructor(frame: SheetFrame, stored: StoredRows, shared: SharedTexts) {
    this.name = frame.name;
    this.hidden = frame.hidden;
    this.mergedRanges = frame.mergedRanges
      .filter((range) => range.lastRow > range.firstRow || range.lastColumn > range.firstColumn)
      .sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn);
    this.rowCount = stored.rowCount;
    this.columnCount = stored.columnCount;
    // Offices hide everything to the right of a table: thousands of columns that nobody uses.
    this.hiddenColumns = [...new Set(frame.hiddenColumns)]
      .filter((column) => column < this.columnCount)
      .sort((a, b) => a - b);
    this.#stored = stored;
    this.#shared = shared;
  }

  rows(): Iterable<SheetRow> {
    const rows = storedRows(this.#stored, this.#shared);
    return this.mergedRanges.length === 0 ? rows : withoutCovered(rows, this.mergedRanges);
  }
}

/** Sweeps down the rows with the merged ranges that touch the current one; `ranges` ascend by first row. */
function* withoutCovered(
  rows: Iterable<SheetRow>,
  ranges: readonly MergedRange[],
): Generator<SheetRow, void, undefined> {
  let next = 0;
  let touching: MergedRange[] = [];
  for (const row of rows) {
    for (let range = ranges[next]; range !== undefined && range.firstRow <= row.number; range = ranges[++next]) {
      touching.push(range);
    }
    if (touching.some((range) => range.lastRow < row.number)) {
      touching = touching.filter((range) => range.lastRow >= row.number);
    }
    if (touching.length === 0) {
      yield row;
      continue;
    }
    const cells = [...row.cells];
    for (const { firstRow, firstColumn, lastColumn } of touching) {
      const from = row.number === firstRow ? firstColumn + 1 : firstColumn;
      for (let column = from; column <= lastColumn && column < cells.length; column++) cells[column] = undefined;
    }
    while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
    if (cells.length > 0) yield { number: row.number, hidden: row.hidden, cells };
  }
}
