import { cellAddress } from '../../../core/sheet/grid.ts';
import type { NumberFormatKind } from '../number-format.ts';
import type { RowStoreWriter } from '../row-store.ts';
import { parseIsoMoment } from '../serial-date.ts';
import { writeFormattedNumber } from '../sheet-writer.ts';
import type { WarningCollector } from '../warnings.ts';
import type { CellStyles } from './styles.ts';

const PLAIN: NumberFormatKind = { kind: 'number' };

/** Where both sheet readers put their cells, so that a cell means the same whichever of them found it. */
export class CellSink {
  readonly writer: RowStoreWriter;
  readonly #styles: CellStyles;
  readonly #date1904: boolean;
  readonly #sheet: string;
  readonly #warnings: WarningCollector;

  constructor(
    writer: RowStoreWriter,
    workbook: { readonly styles: CellStyles; readonly date1904: boolean },
    sheet: string,
    warnings: WarningCollector,
  ) {
    this.writer = writer;
    this.#styles = workbook.styles;
    this.#date1904 = workbook.date1904;
    this.#sheet = sheet;
    this.#warnings = warnings;
  }

  number(column: number, style: number, value: number): void {
    writeFormattedNumber(this.writer, column, value, this.#styles[style] ?? PLAIN, this.#date1904);
  }

  /** A number as the file has it; what is no number is kept as text. */
  numberText(column: number, style: number, text: string): void {
    const trimmed = text.trim();
    const value = Number(trimmed);
    if (trimmed === '') return;
    if (Number.isFinite(value) && /^[-+.\d]/.test(trimmed) && !/^[-+]?0[xob]/i.test(trimmed)) {
      this.number(column, style, value);
    } else this.writer.text(column, text);
  }

  boolean(column: number, text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    this.writer.boolean(column, trimmed === '1' || trimmed === 'true');
  }

  /** A cell of type `d`. A time of day without a date stays text. */
  isoDate(column: number, text: string): void {
    const moment = parseIsoMoment(text);
    if (moment) this.writer.moment(column, moment);
    else this.writer.text(column, text.trim());
  }

  /** A formula without result: unknown, which is not the same as blank. */
  notCalculated(column: number): void {
    this.#warnings.add('W_FORMULA_NOT_CALCULATED', this.#sheet, cellAddress(this.writer.row, column));
    this.writer.error(column, '#CALC!');
  }
}
