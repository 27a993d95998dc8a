import { cellAddress } from '../../../core/sheet/grid.ts';
import { parseAddress } from '../a1.ts';
import { corrupt } from '../error-codes.ts';
import { XmlReader, type XmlElement } from '../xml.ts';
import type { CellSink } from './cell-sink.ts';
import { isTrue, MAIN_NAMESPACES } from './package-parts.ts';
import { SheetFrameXml } from './sheet-frame-xml.ts';
import { unescapeSpreadsheetText } from './xml-text.ts';

interface ParsedCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly hasFormula: boolean;
  readonly value: string | undefined;
  readonly inline: string | undefined;
}

interface ParsedRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: ParsedCell[];
}

/**
 * Reads a sheet part with an XML parser: slower than the byte scan, but right about prefixes, CDATA, comments, other encodings, and
 * rows and cells in any order.
 *
 * @param sorted gathers all rows before the first is written, for parts whose rows do not ascend
 * @throws OutOfOrder where rows do not ascend and `sorted` is not set
 */
export async function parseSheet(
  part: string,
  pieces: AsyncIterable<Buffer>,
  sink: CellSink,
  sorted: boolean,
): Promise<SheetFrameXml> {
  const handlers = new SheetXmlHandlers(part, sink, sorted);
  const reader = new XmlReader(part, handlers);
  for await (const piece of pieces) reader.write(piece);
  reader.end();
  handlers.end();
  return handlers.frame;
}

class SheetXmlHandlers {
  readonly frame = new SheetFrameXml();
  readonly #part: string;
  readonly #sink: CellSink;
  readonly #gathered: Map<number, ParsedRow> | undefined;
  #row: ParsedRow | undefined;
  #lastRow = 0;
  #lastColumn = -1;
  #cell: { column: number; type: string; style: number; hasFormula: boolean } | undefined;
  #value: string | undefined;
  #inline: string | undefined;
  #collecting: 'value' | 'inline' | undefined;
  #phonetic = 0;

  constructor(part: string, sink: CellSink, sorted: boolean) {
    this.#part = part;
    this.#sink = sink;
    this.#gathered = sorted ? new Map() : undefined;
  }

  open(element: XmlElement): void {
    if (!MAIN_NAMESPACES.includes(element.uri)) return;
    switch (element.local) {
      case 'row':
        this.#openRow(element);
        break;
      case 'c':
        if (this.#row) this.#openCell(element, this.#row);
        break;
      case 'v':
        if (this.#cell) this.#collecting = 'value';
        this.#value = this.#cell ? '' : undefined;
        break;
      case 'f':
        if (this.#cell) this.#cell.hasFormula = true;
        break;
      case 'is':
        if (this.#cell) this.#inline = '';
        break;
      case 'rPh':
        this.#phonetic++;
        break;
      case 't':
        if (this.#inline !== undefined && this.#phonetic === 0) this.#collecting = 'inline';
        break;
      default:
        if (!this.#row) this.frame.open(element);
    }
  }

  text(text: string): void {
    if (this.#collecting === 'value') this.#value = (this.#value ?? '') + text;
    else if (this.#collecting === 'inline') this.#inline = (this.#inline ?? '') + text;
  }

  close(local: string, uri: string): void {
    if (!MAIN_NAMESPACES.includes(uri)) return;
    switch (local) {
      case 'row':
        this.#closeRow();
        break;
      case 'c':
        this.#closeCell();
        break;
      case 'v':
      case 't':
        this.#collecting = undefined;
        break;
      case 'rPh':
        this.#phonetic--;
    }
  }

  end(): void {
    if (!this.#gathered) return;
    const rows = [...this.#gathered.values()].sort((a, b) => a.number - b.number);
    for (const row of rows) this.#write(row);
  }

  #openRow(element: XmlElement): void {
    const declared = element.attribute('r');
    const number = declared === undefined ? this.#lastRow + 1 : Number(declared);
    if (!Number.isInteger(number) || number < 1) throw corrupt(`${this.#part}: row number ${declared ?? ''}`);
    const hidden = isTrue(element.attribute('hidden')) || Number(element.attribute('ht') ?? 1) === 0;
    this.#row = { number, hidden, cells: [] };
    this.#lastRow = number;
    this.#lastColumn = -1;
  }

  #openCell(element: XmlElement, row: ParsedRow): void {
    const declared = element.attribute('r');
    let column = this.#lastColumn + 1;
    if (declared !== undefined) {
      const address = parseAddress(declared);
      if (address?.row !== row.number) throw corrupt(`${this.#part}: cell ${declared} in row ${row.number}`);
      column = address.column;
    }
    this.#lastColumn = column;
    this.#cell = {
      column,
      type: element.attribute('t') ?? 'n',
      style: Number(element.attribute('s') ?? 0),
      hasFormula: false,
    };
    this.#value = undefined;
    this.#inline = undefined;
  }

  #closeCell(): void {
    if (!this.#cell || !this.#row) return;
    this.#row.cells.push({ ...this.#cell, value: this.#value, inline: this.#inline });
    this.#cell = undefined;
    this.#inline = undefined;
    this.#value = undefined;
  }

  #closeRow(): void {
    const row = this.#row;
    this.#row = undefined;
    if (!row) return;
    if (!this.#gathered) {
      this.#write(row);
      return;
    }
    const known = this.#gathered.get(row.number);
    if (!known) this.#gathered.set(row.number, row);
    else known.cells.push(...row.cells);
  }

  #write(row: ParsedRow): void {
    row.cells.sort((a, b) => a.column - b.column);
    this.#sink.writer.beginRow(row.number, row.hidden);
    let last = -1;
    for (const cell of row.cells) {
      // Programs differ in which of two they show: refused, not guessed.
      if (cell.column === last) {
        throw corrupt(`${this.#part}: cell ${cellAddress(row.number, cell.column)} occurs twice`);
      }
      last = cell.column;
      this.#writeCell(cell);
    }
    this.#sink.writer.endRow();
  }

  #writeCell({ column, type, style, hasFormula, value, inline }: ParsedCell): void {
    const { writer } = this.#sink;
    if (type === 'inlineStr') {
      writer.text(column, unescapeSpreadsheetText(inline ?? ''));
      return;
    }
    if (hasFormula && (value === undefined || (value.trim() === '' && type !== 'str'))) {
      this.#sink.notCalculated(column);
      return;
    }
    if (value === undefined || value === '') return;
    switch (type) {
      case 'n':
        this.#sink.numberText(column, style, value);
        break;
      case 's':
        writer.sharedText(column, /^\s*\d+\s*$/.test(value) ? Number(value) : -1);
        break;
      case 'str':
        writer.text(column, unescapeSpreadsheetText(value));
        break;
      case 'b':
        this.#sink.boolean(column, value);
        break;
      case 'e':
        writer.error(column, value.trim());
        break;
      case 'd':
        this.#sink.isoDate(column, value);
        break;
      default:
        throw corrupt(`${this.#part}: cell type ${type}`);
    }
  }
}
