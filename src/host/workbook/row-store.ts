import type { Cell, SheetRow } from '../../core/sheet/grid.ts';
import type { ReadLimits } from './limits.ts';
import { corrupt, WorkbookError } from './error-codes.ts';
import { dayText, timeText, type Moment } from './serial-date.ts';

/**
 * The rows of one sheet in a compact binary form outside the JavaScript heap, about eight bytes a cell: written once by a
 * reader, then walked as often as needed without parsing again. Every format is read into it, so that all sheets behave alike.
 *
 * A row is `varint(rowGap << 1 | hidden)` followed by cells and an end mark; a cell is one byte (column gap in the high, kind in
 * the low four bits) and its value. A row never crosses a chunk.
 */
export interface StoredRows {
  readonly chunks: readonly Buffer[];
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Texts that cells refer to by index (the shared strings of a package). */
export interface SharedTexts {
  readonly count: number;
  text(index: number): string;
  /** Whether the text has no character; such a cell is empty. */
  isEmpty(index: number): boolean;
}

export const NO_SHARED_TEXTS: SharedTexts = {
  count: 0,
  text: (index) => {
    throw corrupt(`shared string ${index} does not exist`);
  },
  isEmpty: () => false,
};

/** Thrown where rows or cells do not come in ascending order; the reader then collects and sorts them. */
export class OutOfOrder extends Error {
  override readonly name = 'OutOfOrder';
}

const KIND = {
  endOfRow: 0,
  sharedText: 1,
  text: 2,
  integer: 3,
  float: 4,
  code: 5,
  day: 6,
  moment: 7,
  booleanFalse: 8,
  booleanTrue: 9,
  error: 10,
} as const;

const CHUNK_BYTES = 2 ** 20;
/** Most that the fixed part of a cell takes: kind byte, column varint, value. */
const CELL_HEAD_BYTES = 24;

/** Takes cells in ascending order and encodes them. Empty texts are not stored: such a cell is empty. */
export class RowStoreWriter {
  readonly #limits: Pick<ReadLimits, 'maxRows' | 'maxColumns'>;
  readonly #shared: SharedTexts;
  readonly #chunks: Buffer[] = [];
  #chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  #position = 0;
  #rowStart = 0;
  #row = 0;
  #storedRow = 0;
  #hidden = false;
  #column = -1;
  #rowHeadWritten = false;
  #columnCount = 0;

  constructor(limits: Pick<ReadLimits, 'maxRows' | 'maxColumns'>, shared: SharedTexts = NO_SHARED_TEXTS) {
    this.#limits = limits;
    this.#shared = shared;
  }

  /** Number of the row under way or last ended; 0 before the first. */
  get row(): number {
    return this.#row;
  }

  beginRow(number: number, hidden: boolean): void {
    if (!Number.isInteger(number) || number < 1) throw corrupt(`row number ${number} is not possible`);
    if (number > this.#limits.maxRows) {
      throw new WorkbookError({ code: 'E_TOO_LARGE', part: 'rows', actual: number, limit: this.#limits.maxRows });
    }
    if (number <= this.#row) throw new OutOfOrder(`row ${number} after row ${this.#row}`);
    this.#row = number;
    this.#hidden = hidden;
    this.#column = -1;
    this.#rowHeadWritten = false;
  }

  endRow(): void {
    if (!this.#rowHeadWritten) return;
    this.#ensure(1);
    this.#chunk[this.#position++] = KIND.endOfRow;
    this.#rowHeadWritten = false;
  }

  text(column: number, text: string): void {
    if (text.length === 0) return;
    this.#string(column, KIND.text, text);
  }

  /** Text from UTF-8 bytes, without making a string of them. */
  textBytes(column: number, bytes: Buffer, start: number, end: number): void {
    const length = end - start;
    if (length === 0) return;
    this.#cell(column, KIND.text, length);
    this.#varint(length);
    bytes.copy(this.#chunk, this.#position, start, end);
    this.#position += length;
  }

  sharedText(column: number, index: number): void {
    if (!(index >= 0 && index < this.#shared.count)) throw corrupt(`shared string ${index} does not exist`);
    if (this.#shared.isEmpty(index)) return;
    this.#cell(column, KIND.sharedText);
    this.#varint(index);
  }

  number(column: number, value: number): void {
    if (Number.isInteger(value) && value >= 0 && value < 2 ** 31) {
      this.#cell(column, KIND.integer);
      this.#varint(value);
    } else {
      this.#cell(column, KIND.float);
      this.#position = this.#chunk.writeDoubleLE(value, this.#position);
    }
  }

  /** A number whose displayed text matters (leading zeros). */
  numberShownAs(column: number, value: number, text: string): void {
    const length = Buffer.byteLength(text);
    this.#cell(column, KIND.code, length);
    this.#position = this.#chunk.writeDoubleLE(value, this.#position);
    this.#varint(length);
    this.#position += this.#chunk.write(text, this.#position);
  }

  moment(column: number, { days, seconds }: Moment): void {
    this.#cell(column, seconds === 0 ? KIND.day : KIND.moment);
    this.#position = this.#chunk.writeInt32LE(days, this.#position);
    if (seconds !== 0) this.#varint(seconds);
  }

  boolean(column: number, value: boolean): void {
    this.#cell(column, value ? KIND.booleanTrue : KIND.booleanFalse);
  }

  error(column: number, text: string): void {
    this.#string(column, KIND.error, text);
  }

  finish(): StoredRows {
    this.endRow();
    // A copy of the used part: a workbook with many small sheets must not hold a full chunk for each.
    if (this.#position > 0) this.#chunks.push(Buffer.from(this.#chunk.subarray(0, this.#position)));
    this.#position = 0;
    return { chunks: this.#chunks, rowCount: this.#storedRow, columnCount: this.#columnCount };
  }

  #string(column: number, kind: number, text: string): void {
    const length = Buffer.byteLength(text);
    this.#cell(column, kind, length);
    this.#varint(length);
    this.#position += this.#chunk.write(text, this.#position);
  }

  #cell(column: number, kind: number, valueBytes = 0): void {
    if (column <= this.#column) throw new OutOfOrder(`column ${column} after column ${this.#column}`);
    if (column >= this.#limits.maxColumns) {
      const limit = this.#limits.maxColumns;
      throw new WorkbookError({ code: 'E_TOO_LARGE', part: 'columns', actual: column + 1, limit });
    }
    if (!this.#rowHeadWritten) this.#rowHead();
    this.#ensure(CELL_HEAD_BYTES + valueBytes);
    const gap = column - this.#column - 1;
    if (gap < 15) this.#chunk[this.#position++] = (gap << 4) | kind;
    else {
      this.#chunk[this.#position++] = 0xf0 | kind;
      this.#varint(gap);
    }
    this.#column = column;
    if (column >= this.#columnCount) this.#columnCount = column + 1;
  }

  #rowHead(): void {
    this.#rowStart = this.#position;
    this.#ensure(CELL_HEAD_BYTES);
    this.#varint(((this.#row - this.#storedRow) << 1) | (this.#hidden ? 1 : 0));
    this.#storedRow = this.#row;
    this.#rowHeadWritten = true;
  }

  /** Makes room; where the chunk is full the row under way moves into a new one. */
  #ensure(bytes: number): void {
    if (this.#position + bytes <= this.#chunk.length) return;
    const started = this.#position - this.#rowStart;
    const next = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, (started + bytes) * 2));
    this.#chunk.copy(next, 0, this.#rowStart, this.#position);
    if (this.#rowStart > 0) this.#chunks.push(this.#chunk.subarray(0, this.#rowStart));
    this.#chunk = next;
    this.#position = started;
    this.#rowStart = 0;
  }

  #varint(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#chunk[this.#position++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#chunk[this.#position++] = rest;
  }
}

/** Days recur in registers; their texts are made once. */
const dayTexts = new Map<number, string>();
const MOST_DAY_TEXTS = 50_000;

function cachedDayText(days: number): string {
  const known = dayTexts.get(days);
  if (known !== undefined) return known;
  if (dayTexts.size >= MOST_DAY_TEXTS) dayTexts.clear();
  const text = dayText(days);
  dayTexts.set(days, text);
  return text;
}

const FALSE: Cell = { kind: 'boolean', boolean: false };
const TRUE: Cell = { kind: 'boolean', boolean: true };

/** Walks stored rows in ascending order. */
export function* storedRows(stored: StoredRows, shared: SharedTexts): Generator<SheetRow, void, undefined> {
  let number = 0;
  for (const chunk of stored.chunks) {
    let position = 0;
    const varint = (): number => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = chunk[position++] ?? 0;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value >>> 0;
      }
    };
    const text = (): string => {
      const length = varint();
      position += length;
      return chunk.toString('utf8', position - length, position);
    };
    while (position < chunk.length) {
      const head = varint();
      number += head >>> 1;
      const cells: (Cell | undefined)[] = [];
      for (;;) {
        const byte = chunk[position++] ?? 0;
        if (byte === KIND.endOfRow) break;
        let gap = byte >>> 4;
        if (gap === 15) gap = varint();
        for (; gap > 0; gap--) cells.push(undefined);
        cells.push(decode(byte & 0x0f));
      }
      yield { number, hidden: (head & 1) === 1, cells };
    }

    function decode(kind: number): Cell {
      switch (kind) {
        case KIND.sharedText:
          return { kind: 'text', text: shared.text(varint()) };
        case KIND.text:
          return { kind: 'text', text: text() };
        case KIND.integer:
          return { kind: 'number', number: varint() };
        case KIND.float:
          position += 8;
          return { kind: 'number', number: chunk.readDoubleLE(position - 8) };
        case KIND.code: {
          position += 8;
          const value = chunk.readDoubleLE(position - 8);
          return { kind: 'number', number: value, text: text() };
        }
        case KIND.day:
          position += 4;
          return { kind: 'date', iso: cachedDayText(chunk.readInt32LE(position - 4)) };
        case KIND.moment: {
          position += 4;
          const day = cachedDayText(chunk.readInt32LE(position - 4));
          return { kind: 'date', iso: `${day}T${timeText(varint())}` };
        }
        case KIND.booleanFalse:
          return FALSE;
        case KIND.booleanTrue:
          return TRUE;
        default:
          return { kind: 'error', text: text() };
      }
    }
  }
}
