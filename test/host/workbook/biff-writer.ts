import iconv from 'iconv-lite';

/** A BIFF stream (.xls) for tests, record by record ([MS-XLS]; BIFF5 differs in its texts only). */
export interface TestBiff {
  readonly version: 5 | 8;
  readonly date1904?: boolean;
  /** Number format id of each cell format. */
  readonly formats?: readonly number[];
  readonly sheets: readonly TestBiffSheet[];
  /** Records put after the first of the stream. */
  readonly more?: readonly Buffer[];
}

interface TestBiffSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  /** Says that the sheet is as large as the format allows. */
  readonly claimsAll?: boolean;
  /** Cells as row, column (from 0), value, and index into `formats`. */
  readonly cells: readonly (readonly [row: number, column: number, value: string | number, format?: number])[];
}

export function record(type: number, ...data: (Buffer | number)[]): Buffer {
  const body = Buffer.concat(data.map((part) => (typeof part === 'number' ? u16(part) : part)));
  return Buffer.concat([u16(type), u16(body.length), body]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function f64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

/** Text with its length before it: code page 936 in BIFF5, UTF-16 in BIFF8. */
function text(version: 5 | 8, value: string, lengthBytes: 1 | 2): Buffer {
  const bytes = version === 5 ? iconv.encode(value, 'gb18030') : Buffer.from(value, 'utf16le');
  const length = version === 5 ? bytes.length : value.length;
  const head = lengthBytes === 1 ? Buffer.from([length]) : u16(length);
  return Buffer.concat(version === 5 ? [head, bytes] : [head, Buffer.from([1]), bytes]);
}

function beginOfFile(version: 5 | 8, kind: number): Buffer {
  return version === 5 ? record(0x0809, 0x0500, kind, 0, 0) : record(0x0809, 0x0600, kind, 0, 0, Buffer.alloc(8));
}

function sheetStream(version: 5 | 8, sheet: TestBiffSheet): Buffer {
  const rows = (sheet.hiddenRows ?? []).map((row) =>
    record(0x0208, row, 0, 9, 255, 0, 0, Buffer.from([0x20, 0, 0, 0])),
  );
  const cells = sheet.cells.map(([row, column, value, format = 0]) =>
    typeof value === 'number'
      ? record(0x0203, row, column, format, f64(value))
      : record(0x0204, row, column, format, text(version, value, 2)),
  );
  const claim = sheet.claimsAll === true ? [record(0x0200, 0, 0, 0xffff, 0, 0, 256, 0)] : [];
  return Buffer.concat([beginOfFile(version, 0x0010), ...claim, ...rows, ...cells, record(0x000a)]);
}

export function biffOf({ version, date1904 = false, formats = [0], sheets, more = [] }: TestBiff): Buffer {
  const before = Buffer.concat([
    beginOfFile(version, 0x0005),
    ...more,
    record(0x0042, version === 5 ? 936 : 1200),
    record(0x0022, date1904 ? 1 : 0),
    ...formats.map((id) => record(0x00e0, 0, id, 0, Buffer.alloc(version === 5 ? 10 : 14))),
  ]);
  const bodies = sheets.map((sheet) => sheetStream(version, sheet));
  const bound = (position: number, sheet: TestBiffSheet): Buffer => {
    const at = Buffer.alloc(4);
    at.writeUInt32LE(position);
    return record(0x0085, at, Buffer.from([sheet.hidden === true ? 1 : 0, 0]), text(version, sheet.name, 1));
  };
  const end = record(0x000a);
  let position = before.length + sheets.reduce((sum, sheet) => sum + bound(0, sheet).length, 0) + end.length;
  const directory = sheets.map((sheet, index) => {
    const entry = bound(position, sheet);
    position += bodies[index]?.length ?? 0;
    return entry;
  });
  return Buffer.concat([before, ...directory, end, ...bodies]);
}
