import { corrupt } from '../error-codes.ts';

/** Records of the BIFF stream of an .xls workbook that matter before the library reads it ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x0006,
  endOfFile: 0x000a,
  verticalPageBreaks: 0x001a,
  filePass: 0x002f,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  richString: 0x00d6,
  format: 0x00e0,
  interfaceHeader: 0x00e1,
  labelShared: 0x00fd,
  revisionHead: 0x0138,
  userExclusive: 0x0194,
  fileLock: 0x0195,
  revisionInfo: 0x0196,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  rk: 0x027e,
  numberFormat: 0x041e,
  beginOfFile: 0x0809,
} as const;

export interface BiffRecord {
  readonly type: number;
  readonly position: number;
  readonly dataStart: number;
  readonly dataEnd: number;
}

/** @throws WorkbookError `E_CORRUPT` where a record reaches beyond the end */
export function* records(bytes: Buffer): Generator<BiffRecord, void, undefined> {
  let position = 0;
  let depth = 0;
  while (position + 4 <= bytes.length) {
    const type = bytes.readUInt16LE(position);
    const dataStart = position + 4;
    const dataEnd = dataStart + bytes.readUInt16LE(position + 2);
    // Between and after substreams there may be padding.
    if (depth === 0 && type !== RECORD.beginOfFile) return;
    if (dataEnd > bytes.length) throw corrupt('the workbook stream is cut off');
    if (type === RECORD.beginOfFile) depth++;
    if (type === RECORD.endOfFile) depth--;
    yield { type, position, dataStart, dataEnd };
    position = dataEnd;
  }
  if (depth > 0) throw corrupt('the workbook stream is cut off');
}
