import { WorkbookError } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import { readXml } from '../xml.ts';
import type { CellSink } from './cell-sink.ts';
import { usualRoot } from './shared-strings.ts';
import { SheetFrameXml } from './sheet-frame-xml.ts';
import { stringItemText, tagEnd, unusual, xmlText } from './xml-text.ts';

/**
 * Reads a sheet part by scanning its bytes row by row. It knows the forms that spreadsheet programs write and leaves at the first
 * sign of any other (`UnusualXml`), so that a full XML parser can take over: it never guesses.
 *
 * @throws UnusualXml, OutOfOrder: read the part again with `parseSheet`
 */
export async function scanSheet(
  part: string,
  pieces: AsyncIterable<Buffer>,
  sink: CellSink,
  limits: ReadLimits,
): Promise<SheetFrameXml> {
  const scan = new SheetScan(sink, limits);
  for await (const piece of pieces) scan.write(piece);
  const { before, after } = scan.end();
  const frame = new SheetFrameXml();
  const parts = Buffer.concat([before, Buffer.from('<sheetData/>'), after]);
  readXml(part, parts, {
    open: (element) => {
      frame.open(element);
    },
  });
  return frame;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const AMPERSAND = 0x26;
const SINGLE_QUOTE = 0x27;
const MINUS = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const LESS_THAN = 0x3c;
const EQUALS = 0x3d;
const GREATER_THAN = 0x3e;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const UNDERSCORE = 0x5f;
const LOWER_C = 0x63;
const LOWER_F = 0x66;
const LOWER_I = 0x69;
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const LOWER_V = 0x76;

/** Columns and drawings before the rows: more than this is no usual sheet. */
const MOST_BYTES_BEFORE_ROWS = 2 ** 24;
const POWERS_OF_TEN = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

type CellType = 'n' | 's' | 'b' | 'e' | 'd' | 'str' | 'inlineStr';
const CELL_TYPES: ReadonlySet<string> = new Set<CellType>(['n', 's', 'b', 'e', 'd', 'str', 'inlineStr']);

function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === TAB;
}

class SheetScan {
  readonly #sink: CellSink;
  readonly #limits: ReadLimits;
  #state: 'before' | 'rows' | 'after' = 'before';
  #pending: Buffer = Buffer.alloc(0);
  /** Where in `#pending` the search for the end of the row goes on. */
  #searched = 0;
  #before: Buffer = Buffer.alloc(0);
  readonly #after: Buffer[] = [];

  constructor(sink: CellSink, limits: ReadLimits) {
    this.#sink = sink;
    this.#limits = limits;
  }

  write(piece: Buffer): void {
    if (this.#state === 'after') {
      this.#after.push(piece);
      return;
    }
    const bytes = this.#pending.length === 0 ? piece : Buffer.concat([this.#pending, piece]);
    let position = 0;
    if (this.#state === 'before') {
      position = this.#findRows(bytes);
      if (position < 0) {
        this.#pending = bytes;
        return;
      }
    }
    // The search above may have found that there are no rows at all.
    if (this.#isAfterRows()) {
      this.#after.push(bytes.subarray(position));
      return;
    }
    this.#rows(bytes, position);
  }

  end(): { readonly before: Buffer; readonly after: Buffer } {
    if (this.#state !== 'after') return unusual('sheet without end of rows');
    return { before: this.#before, after: Buffer.concat(this.#after) };
  }

  #isAfterRows(): boolean {
    return this.#state === 'after';
  }

  /** Position after the opening tag of `sheetData`, or -1 where it has not come yet. */
  #findRows(bytes: Buffer): number {
    const open = bytes.indexOf('<sheetData');
    const close = open < 0 ? -1 : bytes.indexOf(GREATER_THAN, open);
    if (close < 0) return bytes.length > MOST_BYTES_BEFORE_ROWS ? unusual('sheet without rows') : -1;
    const tag = bytes.toString('latin1', open, close + 1);
    if (!/^<sheetData\s*\/?>$/.test(tag)) return unusual('attributes of sheetData');
    this.#before = Buffer.from(bytes.subarray(0, open));
    if (usualRoot(this.#before, 'worksheet').selfClosed) return unusual('root element');
    this.#state = tag.endsWith('/>') ? 'after' : 'rows';
    return close + 1;
  }

  #rows(bytes: Buffer, from: number): void {
    let position = from;
    for (;;) {
      while (isSpace(bytes[position])) position++;
      // Enough to tell `<row` from `</sheetData>`.
      if (bytes.length - position < 12) break;
      if (bytes[position] !== LESS_THAN) return unusual('text between rows');
      if (bytes[position + 1] === SLASH) {
        if (bytes.toString('latin1', position, position + 12) !== '</sheetData>')
          return unusual('end tag between rows');
        this.#state = 'after';
        this.#after.push(Buffer.from(bytes.subarray(position + 12)));
        this.#pending = Buffer.alloc(0);
        return;
      }
      const next = this.#row(bytes, position);
      if (next < 0) break;
      position = next;
      this.#searched = 0;
    }
    this.#pending = Buffer.from(bytes.subarray(position));
    if (this.#pending.length > this.#limits.maxRowBytes) {
      const actual = this.#pending.length;
      throw new WorkbookError({ code: 'E_TOO_LARGE', part: 'rowBytes', actual, limit: this.#limits.maxRowBytes });
    }
  }

  /** Reads the row at `start`; position after it, or -1 where its end has not come yet. */
  #row(bytes: Buffer, start: number): number {
    if (bytes.toString('latin1', start, start + 4) !== '<row') return unusual('no row');
    const tagLast = this.#rowTagEnd(bytes, start + 4);
    if (tagLast < 0) return -1;
    const selfClosed = bytes[tagLast - 1] === SLASH;
    let end = tagLast;
    if (!selfClosed) {
      end = bytes.indexOf('</row>', Math.max(tagLast, start + this.#searched));
      if (end < 0) {
        this.#searched = Math.max(0, bytes.length - start - 6);
        return -1;
      }
    }
    this.#rowHead(bytes, start + 4, selfClosed ? tagLast - 1 : tagLast);
    if (!selfClosed) this.#cells(bytes, tagLast + 1, end);
    this.#sink.writer.endRow();
    return selfClosed ? tagLast + 1 : end + 6;
  }

  /** Position of the `>` of a row's opening tag, or -1 where it has not come yet. */
  #rowTagEnd(bytes: Buffer, from: number): number {
    for (let position = from; position < bytes.length; position++) {
      const byte = bytes[position];
      if (byte === GREATER_THAN) return position;
      if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
        position = bytes.indexOf(byte, position + 1);
        if (position < 0) return -1;
      }
    }
    return -1;
  }

  #rowHead(bytes: Buffer, start: number, end: number): void {
    const text = bytes.toString('latin1', start, end);
    if (text !== '' && !/^\s/.test(text)) unusual('no row');
    let number = this.#lastRow + 1;
    let hidden = false;
    for (const [, name, double, single] of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      const value = double ?? single ?? '';
      if (name === 'r') {
        if (!/^[1-9]\d{0,9}$/.test(value)) unusual('row number');
        number = Number(value);
      } else if (name === 'hidden') hidden ||= value === '1' || value === 'true' || value === 'on';
      else if (name === 'ht') hidden ||= Number(value) === 0;
    }
    this.#lastRow = number;
    this.#sink.writer.beginRow(number, hidden);
  }

  #lastRow = 0;

  #cells(bytes: Buffer, start: number, end: number): void {
    const sink = this.#sink;
    const { writer } = sink;
    const row = this.#lastRow;
    let position = start;
    let column = -1;
    for (;;) {
      while (isSpace(bytes[position])) position++;
      if (position >= end) return;
      if (bytes[position] !== LESS_THAN || bytes[position + 1] !== LOWER_C) return unusual('no cell');
      position += 2;

      // Attributes.
      let style = 0;
      let type: CellType = 'n';
      let selfClosed = false;
      column++;
      for (;;) {
        const spaceAt = position;
        while (isSpace(bytes[position])) position++;
        const first = bytes[position];
        if (first === GREATER_THAN) {
          position++;
          break;
        }
        if (first === SLASH) {
          if (bytes[position + 1] !== GREATER_THAN) return unusual('tag');
          selfClosed = true;
          position += 2;
          break;
        }
        if (position === spaceAt) return unusual('no cell');
        const nameStart = position;
        while (bytes[position] !== EQUALS) {
          if (++position >= end) return unusual('attribute');
        }
        const nameLength = position - nameStart;
        const quote = bytes[++position];
        if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return unusual('attribute');
        const valueStart = ++position;
        while (bytes[position] !== quote) {
          if (++position >= end) return unusual('attribute');
        }
        if (nameLength === 1) {
          if (first === LOWER_R) column = columnOf(bytes, valueStart, position, row);
          else if (first === LOWER_S) style = digits(bytes, valueStart, position);
          else if (first === LOWER_T) type = cellType(bytes, valueStart, position);
        }
        position++;
      }
      if (selfClosed) continue;

      // Content.
      let valueStart = -1;
      let valueEnd = -1;
      let plain = true;
      let hasFormula = false;
      let inlineStart = -1;
      let inlineEnd = -1;
      for (;;) {
        while (isSpace(bytes[position])) position++;
        if (bytes[position] !== LESS_THAN || position >= end) return unusual('text in cell');
        const name = bytes[position + 1];
        const after = bytes[position + 2];
        if (name === SLASH) {
          if (after !== LOWER_C || bytes[position + 3] !== GREATER_THAN) return unusual('end tag');
          position += 4;
          break;
        }
        if ((name === LOWER_V || name === LOWER_F) && (after === GREATER_THAN || after === SLASH || isSpace(after))) {
          position = after === GREATER_THAN ? position + 3 : tagEnd(bytes, position + 2, end);
          if (name === LOWER_F) hasFormula = true;
          if (bytes[position - 2] === SLASH) {
            if (name === LOWER_V) valueStart = valueEnd = position;
            continue;
          }
          const textStart = position;
          let byte = bytes[position];
          while (byte !== LESS_THAN) {
            if (byte === AMPERSAND || byte === UNDERSCORE || byte === CARRIAGE_RETURN) plain &&= name === LOWER_F;
            if (++position >= end) return unusual('value without end');
            byte = bytes[position];
          }
          if (bytes[position + 1] !== SLASH || bytes[position + 2] !== name || bytes[position + 3] !== GREATER_THAN) {
            return unusual('markup in value');
          }
          if (name === LOWER_V) {
            if (valueStart >= 0) return unusual('two values');
            valueStart = textStart;
            valueEnd = position;
          }
          position += 4;
          continue;
        }
        if (name === LOWER_I && after === LOWER_S && inlineStart < 0) {
          position = tagEnd(bytes, position + 3, end);
          if (bytes[position - 2] === SLASH) {
            inlineStart = inlineEnd = position;
            continue;
          }
          inlineStart = position;
          inlineEnd = bytes.indexOf('</is>', position);
          if (inlineEnd < 0 || inlineEnd >= end) return unusual('inline string without end');
          position = inlineEnd + 5;
          continue;
        }
        return unusual('unknown element in cell');
      }

      // Value.
      if (type === 'inlineStr') {
        if (inlineStart >= 0) writer.text(column, stringItemText(bytes, inlineStart, inlineEnd));
        continue;
      }
      if (hasFormula && valueStart === valueEnd && (valueStart < 0 || type !== 'str')) {
        sink.notCalculated(column);
        continue;
      }
      if (valueStart === valueEnd) continue;
      switch (type) {
        case 'n': {
          const value = plainNumber(bytes, valueStart, valueEnd);
          if (value === value) sink.number(column, style, value);
          else if (plain) sink.numberText(column, style, bytes.toString('latin1', valueStart, valueEnd));
          else return unusual('number');
          break;
        }
        case 's':
          writer.sharedText(column, digits(bytes, valueStart, valueEnd));
          break;
        case 'str':
          if (plain) writer.textBytes(column, bytes, valueStart, valueEnd);
          else writer.text(column, xmlText(bytes, valueStart, valueEnd));
          break;
        case 'b':
          sink.boolean(column, bytes.toString('latin1', valueStart, valueEnd));
          break;
        case 'e':
          writer.error(column, xmlText(bytes, valueStart, valueEnd).trim());
          break;
        case 'd':
          sink.isoDate(column, xmlText(bytes, valueStart, valueEnd));
      }
    }
  }
}

/** Column of an address such as `AB12`, whose row must be the row that the cell stands in. */
function columnOf(bytes: Buffer, start: number, end: number, row: number): number {
  let column = 0;
  let position = start;
  for (; position < end; position++) {
    const byte = bytes[position] ?? 0;
    if (byte < UPPER_A || byte > UPPER_Z) break;
    column = column * 26 + byte - UPPER_A + 1;
  }
  const letters = position - start;
  if (letters === 0 || letters > 3 || digits(bytes, position, end) !== row) return unusual('address');
  return column - 1;
}

function digits(bytes: Buffer, start: number, end: number): number {
  let value = 0;
  for (let position = start; position < end; position++) {
    const byte = bytes[position] ?? 0;
    if (byte < ZERO || byte > NINE) return unusual('digits');
    value = value * 10 + byte - ZERO;
  }
  return end > start && end - start < 11 ? value : unusual('digits');
}

function cellType(bytes: Buffer, start: number, end: number): CellType {
  if (end - start === 1 && bytes[start] === LOWER_S) return 's';
  const text = bytes.toString('latin1', start, end);
  return CELL_TYPES.has(text) ? (text as CellType) : unusual(`cell type ${text}`);
}

/**
 * A decimal of at most fifteen digits: an exact integer divided by an exact power of ten, hence the nearest double, as `Number()`
 * gives it. NaN for every other form.
 */
function plainNumber(bytes: Buffer, start: number, end: number): number {
  let position = start;
  const negative = bytes[position] === MINUS;
  if (negative) position++;
  if (position >= end || end - position > 16) return Number.NaN;
  let value = 0;
  let count = 0;
  let decimals = -1;
  for (; position < end; position++) {
    const byte = bytes[position] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + byte - ZERO;
      count++;
      if (decimals >= 0) decimals++;
    } else if (byte === POINT && decimals < 0) decimals = 0;
    else return Number.NaN;
  }
  if (count === 0 || count > 15) return Number.NaN;
  if (decimals > 0) value /= POWERS_OF_TEN[decimals] ?? Number.NaN;
  return negative ? -value : value;
}
