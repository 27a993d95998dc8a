import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, utils, write, type CellObject } from 'xlsx';
import { cellAddress, columnLetters } from '../../../src/core/sheet/grid.ts';
import { parseAddress } from '../../../src/host/workbook/a1.ts';
import { DEFAULT_LIMITS } from '../../../src/host/workbook/limits.ts';
import { RowStoreWriter } from '../../../src/host/workbook/row-store.ts';
import { StoredSheet } from '../../../src/host/workbook/stored-sheet.ts';
import { WarningCollector } from '../../../src/host/workbook/warnings.ts';
import { CellSink } from '../../../src/host/workbook/xlsx/cell-sink.ts';
import { parseSheet } from '../../../src/host/workbook/xlsx/parse-sheet.ts';
import { scanSheet } from '../../../src/host/workbook/xlsx/scan-sheet.ts';
import { parseSharedStrings, readSharedStrings } from '../../../src/host/workbook/xlsx/shared-strings.ts';
import { readStyles } from '../../../src/host/workbook/xlsx/styles.ts';
import { ZipPackage } from '../../../src/host/workbook/zip-package.ts';
import { readBytes, shownRows } from './shown.ts';

const FORMATS = ['General', '0.00', '#,##0.00', 'yyyy"年"m"月"d"日"', 'yyyy/m/d h:mm', '0%', '@'];
const isDate = (format: string): boolean => format.includes('y');

const cell: fc.Arbitrary<CellObject | null> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  fc.string({ unit: 'grapheme', minLength: 1 }).map((v): CellObject => ({ t: 's', v })),
  fc
    .constantFrom('（2026）琼9999执1号', '469999190001010018', ' 前后 ', 'a\nb', '<&>"\'', '_x000D_', '=1+1')
    .map((v): CellObject => ({ t: 's', v })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((v): CellObject => ({ t: 'n', v })),
  fc
    .tuple(fc.integer({ min: 61, max: 73_050 }), fc.constantFrom(...FORMATS))
    .map(([v, z]): CellObject => ({ t: 'n', v, z })),
  fc
    .tuple(fc.integer({ min: 61, max: 73_050 }), fc.integer({ min: 0, max: 86_399 }))
    .map(([day, second]): CellObject => ({ t: 'n', v: day + second / 86_400, z: 'yyyy/m/d h:mm' })),
  fc.boolean().map((v): CellObject => ({ t: 'b', v })),
  fc.constantFrom<[number, string]>([0x2a, '#N/A'], [0x07, '#DIV/0!']).map(([v, w]): CellObject => ({ t: 'e', v, w })),
);

const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

function bytesOf(rows: (CellObject | null)[][], bookSST: boolean): Buffer {
  const sheet = utils.aoa_to_sheet(rows, { dense: true });
  return write(utils.book_new(sheet, '台账'), {
    type: 'buffer',
    bookType: 'xlsx',
    compression: true,
    bookSST,
  }) as Buffer;
}

/** What the library makes of the file, in the short form; dates by the library's own arithmetic. */
function byLibrary(bytes: Buffer): Record<string, unknown[]> {
  const sheet = read(bytes, { dense: true, cellNF: true }).Sheets['台账'];
  const rows: Record<string, unknown[]> = {};
  (sheet?.['!data'] ?? []).forEach((cells: (CellObject | undefined)[] | undefined, index) => {
    const shown = Array.from(cells ?? [], (one) => {
      if (one === undefined || one.t === 'z' || one.v === '') return null;
      if (one.t === 'e') return `!${one.w ?? ''}`;
      if (one.t === 'n' && isDate(String(one.z))) {
        const utc = new Date(Math.round((Number(one.v) - 25_569) * 86_400) * 1000).toISOString();
        return `@${utc.slice(0, utc.includes('T00:00:00') ? 10 : 19)}`;
      }
      return one.v ?? null;
    });
    while (shown.length > 0 && shown.at(-1) === null) shown.pop();
    if (shown.length > 0) rows[index + 1] = shown;
  });
  return rows;
}

async function byOneReader(bytes: Buffer, reader: 'scan' | 'parse'): Promise<unknown> {
  const zip = await ZipPackage.open(bytes, DEFAULT_LIMITS);
  const strings = 'xl/sharedStrings.xml';
  const readStrings = reader === 'scan' ? readSharedStrings : parseSharedStrings;
  const texts = readStrings(strings, await zip.read(strings));
  const styles = readStyles('xl/styles.xml', await zip.read('xl/styles.xml'));
  const writer = new RowStoreWriter(DEFAULT_LIMITS, texts);
  const sink = new CellSink(writer, { styles, date1904: false }, '台账', new WarningCollector());
  const part = 'xl/worksheets/sheet1.xml';
  const frame =
    reader === 'scan'
      ? await scanSheet(part, zip.stream(part), sink, DEFAULT_LIMITS)
      : await parseSheet(part, zip.stream(part), sink, false);
  const { mergedRanges, hiddenColumns } = frame;
  return shownRows(new StoredSheet({ name: '', hidden: false, mergedRanges, hiddenColumns }, writer.finish(), texts));
}

describe('an .xlsx that the library wrote', () => {
  it('is read as the library itself reads it', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, bookSST) => {
        fc.pre(rows.some((cells) => cells.some((one) => one !== null)));
        const bytes = bytesOf(rows, bookSST);
        const expected = byLibrary(bytes);
        fc.pre(Object.keys(expected).length > 0);
        const { sheets } = await readBytes(bytes);
        expect(shownRows(sheets[0])).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('is read alike by the byte scan and by the XML parser', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const bytes = bytesOf([[{ t: 's', v: '案号' }], ...rows], true);
        expect(await byOneReader(bytes, 'scan')).toEqual(await byOneReader(bytes, 'parse'));
      }),
      { numRuns: 200 },
    );
  });
});

describe('addresses', () => {
  it('column letters and column number are one another’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 0, max: 16_383 }), (row, column) => {
        expect(parseAddress(cellAddress(row, column))).toEqual({ row, column });
        expect(columnLetters(column)).toBe(utils.encode_col(column));
      }),
    );
  });

  it.each(['', 'A', '1', 'A0', '1A', 'A1B', 'A-1', 'AAAAAAAAA1'])('%j is no address', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});
