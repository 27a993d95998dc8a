import type { MergedRange, SheetSource } from '../../../core/sheet/grid.ts';
import { corrupt, WorkbookError } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import { numberFormatKind, type NumberFormatKind } from '../number-format.ts';
import { NO_SHARED_TEXTS, OutOfOrder, RowStoreWriter } from '../row-store.ts';
import { parseIsoMoment, timeText } from '../serial-date.ts';
import { writeFormattedNumber } from '../sheet-writer.ts';
import { StoredSheet } from '../stored-sheet.ts';
import type { DecodedText } from '../text/encoding.ts';
import { XmlReader, type XmlElement } from '../xml.ts';

const PLAIN: NumberFormatKind = { kind: 'number' };
const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';
/** A time of day without a date is written on this day. */
const DAY_OF_TIMES = -25_568;

interface OpenSheet {
  readonly name: string;
  hidden: boolean;
  readonly writer: RowStoreWriter;
  readonly mergedRanges: MergedRange[];
  readonly hiddenColumns: number[];
  row: number;
  column: number;
  /** Where the next cell without index stands. */
  nextColumn: number;
  definedColumn: number;
}

/** Reads the XML of Excel 2003, which reporting systems export under the name .xls. Its dates are ISO texts. */
export function readSpreadsheetMl(text: DecodedText, limits: ReadLimits): readonly SheetSource[] {
  const handlers = new SpreadsheetMlHandlers(limits);
  const reader = new XmlReader('workbook', handlers);
  try {
    for (const piece of text.pieces()) reader.writeText(piece);
    reader.end();
  } catch (error) {
    throw error instanceof OutOfOrder ? corrupt(error.message, error) : error;
  }
  return handlers.sheets;
}

class SpreadsheetMlHandlers {
  readonly sheets: SheetSource[] = [];
  readonly #limits: ReadLimits;
  #sheet: OpenSheet | undefined;
  readonly #formats = new Map<string, NumberFormatKind>();
  #style = '';
  #cellStyle = '';
  #type = '';
  #data: string | undefined;
  #visible: string | undefined;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  open(element: XmlElement): void {
    const sheet = this.#sheet;
    if (element.local === 'Worksheet' && element.uri === SPREADSHEET) {
      this.#sheet = {
        name: own(element, 'Name') ?? `Sheet${this.sheets.length + 1}`,
        hidden: false,
        writer: new RowStoreWriter(this.#limits),
        mergedRanges: [],
        hiddenColumns: [],
        row: 0,
        column: 0,
        nextColumn: 0,
        definedColumn: -1,
      };
    } else if (element.local === 'Visible') this.#visible = '';
    else if (element.local === 'Style') this.#style = own(element, 'ID') ?? '';
    else if (element.local === 'NumberFormat') this.#formats.set(this.#style, formatKind(own(element, 'Format') ?? ''));
    else if (sheet && element.uri === SPREADSHEET) this.#openInSheet(element, sheet);
  }

  text(text: string): void {
    if (this.#data !== undefined) this.#data += text;
    else if (this.#visible !== undefined) this.#visible += text;
  }

  close(local: string): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    switch (local) {
      case 'Data':
        if (this.#data !== undefined) this.#store(sheet, this.#data);
        this.#data = undefined;
        break;
      case 'Row':
        sheet.writer.endRow();
        break;
      case 'Visible':
        sheet.hidden ||= /^Sheet(?:Very)?Hidden$/.test(this.#visible?.trim() ?? '');
        this.#visible = undefined;
        break;
      case 'Worksheet':
        this.sheets.push(new StoredSheet(sheet, sheet.writer.finish(), NO_SHARED_TEXTS));
        this.#sheet = undefined;
    }
  }

  #openInSheet(element: XmlElement, sheet: OpenSheet): void {
    switch (element.local) {
      case 'Column': {
        const first = position(own(element, 'Index')) ?? sheet.definedColumn + 1;
        const last = Math.min(first + count(own(element, 'Span')), this.#limits.maxColumns);
        sheet.definedColumn = last;
        if (own(element, 'Hidden') === '1') {
          for (let column = first; column <= last; column++) sheet.hiddenColumns.push(column);
        }
        break;
      }
      case 'Row':
        sheet.row = (position(own(element, 'Index')) ?? sheet.row) + 1;
        sheet.nextColumn = 0;
        sheet.writer.beginRow(sheet.row, own(element, 'Hidden') === '1');
        // Further rows of the same kind, without cells.
        sheet.row += count(own(element, 'Span'));
        break;
      case 'Cell': {
        this.#cellStyle = own(element, 'StyleID') ?? '';
        const across = count(own(element, 'MergeAcross'));
        sheet.column = position(own(element, 'Index')) ?? sheet.nextColumn;
        // What a merge to the right covers has no cells of its own.
        sheet.nextColumn = sheet.column + across + 1;
        const down = count(own(element, 'MergeDown'));
        const row = sheet.writer.row;
        if (across + down > 0) {
          sheet.mergedRanges.push({
            firstRow: row,
            lastRow: row + down,
            firstColumn: sheet.column,
            lastColumn: sheet.column + across,
          });
        }
        break;
      }
      case 'Data':
        this.#type = own(element, 'Type') ?? 'String';
        this.#data = '';
    }
  }

  #store(sheet: OpenSheet, data: string): void {
    const { writer, column } = sheet;
    switch (this.#type) {
      case 'Number': {
        const value = Number(data);
        if (data.trim() !== '' && Number.isFinite(value)) {
          writeFormattedNumber(writer, column, value, this.#formats.get(this.#cellStyle) ?? PLAIN, false);
        } else writer.text(column, data);
        break;
      }
      case 'Boolean':
        writer.boolean(column, data.trim() === '1');
        break;
      case 'Error':
        writer.error(column, data.trim());
        break;
      case 'DateTime': {
        const moment = parseIsoMoment(data);
        if (!moment) writer.text(column, data);
        else if (moment.days <= DAY_OF_TIMES) writer.text(column, timeText(moment.seconds));
        else writer.moment(column, moment);
        break;
      }
      default:
        writer.text(column, data);
    }
  }
}

/** Formats have names here where Excel has built-in ones: General Date, Short Time. */
function formatKind(format: string): NumberFormatKind {
  return /\b(?:Date|Time)$/.test(format) ? { kind: 'moment' } : numberFormatKind(format);
}

function own(element: XmlElement, name: string): string | undefined {
  return element.attributeIn(SPREADSHEET, name) ?? element.attribute(name);
}

function count(text: string | undefined): number {
  const value = Number(text ?? 0);
  if (!Number.isInteger(value) || value < 0) throw corrupt(`a count of ${text ?? ''}`);
  return Math.min(value, 2 ** 21);
}

/** 0-based position of a 1-based index. */
function position(index: string | undefined): number | undefined {
  if (index === undefined) return undefined;
  const value = Number(index);
  if (!Number.isInteger(value) || value < 1) throw new WorkbookError({ code: 'E_CORRUPT', detail: `index ${index}` });
  return value - 1;
}
