import type { MergedRange, SheetSource } from '../../../core/sheet/grid.ts';
import { WorkbookError } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import { NO_SHARED_TEXTS, RowStoreWriter } from '../row-store.ts';
import { StoredSheet } from '../stored-sheet.ts';
import { shownText } from './html-text.ts';

/** A table of a page that is being read, row by row. */
export class HtmlTable {
  readonly #limits: ReadLimits;
  readonly #writer: RowStoreWriter;
  readonly #mergedRanges: MergedRange[] = [];
  /** Last row that a cell from above reaches, by column. */
  readonly #takenUntil: number[] = [];
  #row = 0;
  #column = 0;
  #rowIsOpen = false;
  #cell: { text: string; readonly colspan: number; readonly rowspan: number } | undefined;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
    this.#writer = new RowStoreWriter(limits);
  }

  openRow(hidden: boolean): void {
    this.closeRow();
    this.#row++;
    this.#column = 0;
    this.#rowIsOpen = true;
    this.#writer.beginRow(this.#row, hidden);
  }

  closeRow(): void {
    this.closeCell();
    if (this.#rowIsOpen) this.#writer.endRow();
    this.#rowIsOpen = false;
  }

  openCell(colspan: number, rowspan: number): void {
    this.closeCell();
    if (!this.#rowIsOpen) this.openRow(false);
    this.#cell = { text: '', colspan, rowspan };
  }

  text(text: string): void {
    if (this.#cell) this.#cell.text += text;
  }

  /** A line break, but never at the start of a cell and never two from one block's end and the next one's start. */
  lineBreak(): void {
    if (this.#cell && this.#cell.text.trim() !== '' && !this.#cell.text.endsWith('\n')) this.#cell.text += '\n';
  }

  closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (!cell) return;
    while ((this.#takenUntil[this.#column] ?? 0) >= this.#row) this.#column++;
    const first = this.#column;
    const last = first + cell.colspan - 1;
    if (last >= this.#limits.maxColumns) {
      const limit = this.#limits.maxColumns;
      throw new WorkbookError({ code: 'E_TOO_LARGE', part: 'columns', actual: last + 1, limit });
    }
    if (cell.rowspan > 1 || cell.colspan > 1) {
      const lastRow = this.#row + cell.rowspan - 1;
      this.#mergedRanges.push({ firstRow: this.#row, lastRow, firstColumn: first, lastColumn: last });
      for (let column = first; column <= last; column++) this.#takenUntil[column] = lastRow;
    }
    this.#writer.text(first, shownText(cell.text));
    this.#column = last + 1;
  }

  finish(name: string): SheetSource {
    this.closeRow();
    const frame = { name, hidden: false, mergedRanges: this.#mergedRanges, hiddenColumns: [] };
    return new StoredSheet(frame, this.#writer.finish(), NO_SHARED_TEXTS);
  }
}
