import { corrupt, WorkbookError } from '../error-codes.ts';
import { RECORD, records } from './biff-records.ts';

const CELL_RECORDS: ReadonlySet<number> = new Set([
  RECORD.formula,
  RECORD.multipleRk,
  RECORD.richString,
  RECORD.labelShared,
  RECORD.number,
  RECORD.label,
  RECORD.boolOrError,
  RECORD.rk,
]);

/** What the stream says about itself. */
export interface BiffStream {
  readonly format: 'biff5' | 'biff8';
  /** The stream, its cell formats amended. */
  readonly bytes: Buffer;
  /** Worksheets by ascending position of their substream. */
  readonly sheets: readonly { readonly isWorksheet: boolean; readonly cellRecords: number }[];
}

/** Built-in formats that Chinese programs use without defining them, and the ones of the same kind that every reader knows. */
const KNOWN_EQUIVALENT: ReadonlyMap<number, number> = new Map([
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 14] as const),
  ...[32, 33, 34, 35, 55, 56].map((id) => [id, 21] as const),
]);

/**
 * Walks the stream once: refuses passwords and truncation, counts cells per sheet (so that a sheet that the library loses is
 * noticed), and points cell formats at built-in ids that the library knows.
 *
 * @throws WorkbookError `E_ENCRYPTED`, `E_CORRUPT`, `E_UNSUPPORTED_FORMAT`
 */
export function inspectBiff(stream: Uint8Array): BiffStream {
  const bytes = Buffer.from(stream);
  if (bytes.length < 8 || bytes.readUInt16LE(0) !== RECORD.beginOfFile) throw corrupt('no workbook stream');
  const version = bytes.readUInt16LE(4);
  if (version !== 0x0600 && version !== 0x0500) {
    throw new WorkbookError({ code: 'E_UNSUPPORTED_FORMAT', format: `BIFF 0x${version.toString(16)}` });
  }
  const defined = new Set<number>();
  const formats: number[] = [];
  const listed: { position: number; isWorksheet: boolean }[] = [];
  const cells = new Map<number, number>();
  let substream = 0;
  for (const { type, position, dataStart, dataEnd } of records(bytes)) {
    if (type === RECORD.filePass) throw new WorkbookError({ code: 'E_ENCRYPTED' });
    if (type === RECORD.beginOfFile) substream = position;
    else if (CELL_RECORDS.has(type)) cells.set(substream, (cells.get(substream) ?? 0) + 1);
    else if (dataEnd - dataStart < 6) continue;
    else if (type === RECORD.numberFormat) defined.add(bytes.readUInt16LE(dataStart));
    else if (type === RECORD.format) formats.push(dataStart + 2);
    else if (type === RECORD.boundSheet) {
      listed.push({ position: bytes.readUInt32LE(dataStart), isWorksheet: bytes[dataStart + 5] === 0 });
    }
  }
  for (const at of formats) {
    const id = bytes.readUInt16LE(at);
    const known = KNOWN_EQUIVALENT.get(id);
    if (known !== undefined && !defined.has(id)) bytes.writeUInt16LE(known, at);
  }
  listed.sort((a, b) => a.position - b.position);
  return {
    format: version === 0x0600 ? 'biff8' : 'biff5',
    bytes,
    sheets: listed.map(({ position, isWorksheet }) => ({ isWorksheet, cellRecords: cells.get(position) ?? 0 })),
  };
}
