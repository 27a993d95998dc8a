/**
 * Workbooks under Excel's own password, which it sets where only the structure is protected. `default-standard.xls` and
 * `with-password.xls` were encrypted by LibreOffice; `default-cryptoapi.xls` by a program of ours, and LibreOffice opens it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CompoundFile } from '../../../src/host/workbook/legacy/compound-file.ts';
import { withoutDefaultPassword } from '../../../src/host/workbook/legacy/default-password.ts';
import { keyStream } from '../../../src/host/workbook/legacy/rc4.ts';
import { biffOf } from './biff-writer.ts';
import { failureOfReading, readBytes, shownRows } from './shown.ts';

const encrypted = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'encrypted', `${name}.xls`));

const day = (index: number): string => `2026-03-${String((index % 28) + 1).padStart(2, '0')}`;
const ROWS = [
  ['协助事项编号', '协助单位', '发文日期'],
  ...Array.from({ length: 60 }, (_, index) => [`示例${9000 + index}`, '示例市甲局', day(index)]),
];

describe('a workbook whose structure is protected', () => {
  test.for(['default-standard', 'default-cryptoapi'])(
    'is read as Excel opens it, without a password: %s',
    async (name) => {
      const { format, sheets, warnings } = await readBytes(encrypted(name), '协助台账.xls');
      expect(format).toBe('biff8');
      expect(warnings).toEqual([]);
      expect(sheets.map((sheet) => sheet.name)).toEqual(['协助台账', '第二张']);
      expect(Object.values(shownRows(sheets[0]))).toEqual(ROWS);
      expect(Object.values(shownRows(sheets[1]))).toEqual([
        ['甲', '乙'],
        [1, 2.5],
        [3, '测试'],
      ]);
    },
  );

  test('under a password that somebody chose stays shut', async () => {
    expect(await failureOfReading(readBytes(encrypted('with-password'), '台账.xls'))).toEqual({ code: 'E_ENCRYPTED' });
  });
});

/** The stream of the workbook in its compound file. */
function streamOf(name: string): Buffer {
  const stream = new CompoundFile(encrypted(name)).read('Workbook');
  if (stream === undefined) throw new Error('the file holds no workbook');
  return stream;
}

describe('a lock that is not as it should be', () => {
  const stream = streamOf('default-cryptoapi');
  const lock = stream.indexOf(Buffer.from([0x2f, 0x00]));
  test.for([
    ['another kind of encryption', 4, 0],
    ['another version', 8, 1],
    ['a header as long as the whole', 14, 0xff],
    ['another cipher', 26, 0x0e],
    ['another verifier', 167, 0],
  ] as const)('is left as it is: %s', ([, at, value]) => {
    const changed = Buffer.from(stream);
    expect(changed[lock + at]).not.toBe(value);
    changed.writeUInt8(value, lock + at);
    expect(withoutDefaultPassword(changed).equals(changed)).toBe(true);
  });

  test('in a record that is too short for it', async () => {
    for (const data of [[], [1, 0, 1, 0, 1, 0], [1, 0, 4, 0, 2, 0]]) {
      const more = [Buffer.from([0x2f, 0, data.length, 0, ...data])];
      const bytes = biffOf({ version: 8, sheets: [{ name: '表', cells: [[0, 0, '甲']] }], more });
      expect(await failureOfReading(readBytes(bytes, '台账.xls'))).toEqual({ code: 'E_ENCRYPTED' });
    }
  });
});

test('the stream of a key is that of the known vectors', () => {
  // RFC 6229: keys of 40 and 128 bits, first sixteen bytes.
  const first = (key: string): string => keyStream(Buffer.from(key, 'hex'), 16).toString('hex');
  expect(first('0102030405')).toBe('b2396305f03dc027ccc3524a0a1118a8');
  expect(first('0102030405060708090a0b0c0d0e0f10')).toBe('9ac7cc9a609d1ef7b2932899cde41b97');
});
