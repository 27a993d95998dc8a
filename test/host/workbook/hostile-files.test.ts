import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CFB, utils, write } from 'xlsx';
import { explainFailure, WorkbookError, type WorkbookFailure } from '../../../src/host/workbook/error-codes.ts';
import { identifyFile } from '../../../src/host/workbook/file-identity.ts';
import { readWorkbook } from '../../../src/host/workbook/read-workbook.ts';
import { biffOf, record } from './biff-writer.ts';
import { failureOfReading, readBytes, shownRows } from './shown.ts';
import { sharedStringsXml, sheetXml, xlsxOf, xlsxParts, zipOf, type TestPart } from './zip-writer.ts';

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
const good = xlsxOf({ sheets: [sheetXml(ROW)] });

interface CompoundWriter {
  readonly utils: { cfb_new(): object; cfb_add(file: object, path: string, content: Buffer): void };
  write(file: object, options: { readonly type: 'buffer' }): Buffer;
}

function compoundWith(...paths: readonly string[]): Buffer {
  const writer = CFB as CompoundWriter;
  const file = writer.utils.cfb_new();
  for (const path of paths) writer.utils.cfb_add(file, path, Buffer.alloc(600, 1));
  return writer.write(file, { type: 'buffer' });
}

/** An .xls whose chain of sectors leads back to its own beginning. */
function circling(where: 'directory' | 'stream'): Buffer {
  const cells = Array.from({ length: 400 }, (_, row) => [row, 0, '某某公司'] as const);
  const writer = CFB as CompoundWriter;
  const file = writer.utils.cfb_new();
  writer.utils.cfb_add(file, '/Workbook', biffOf({ version: 8, sheets: [{ name: '表', cells }] }));
  const bytes = writer.write(file, { type: 'buffer' });
  const sectorAt = (number: number): number => (number + 1) * 512;
  const table = sectorAt(bytes.readUInt32LE(76));
  const directory = bytes.readUInt32LE(48);
  const entries = Array.from({ length: 4 }, (_, index) => sectorAt(directory) + 128 * index);
  const stream = entries.find((at) => bytes.toString('utf16le', at, at + 16) === 'Workbook') ?? 0;
  const sector = where === 'directory' ? directory : bytes.readUInt32LE(stream + 116);
  bytes.writeUInt32LE(sector, table + 4 * sector);
  return bytes;
}

function withParts(change: (parts: TestPart[]) => TestPart[], sheets = [sheetXml(ROW)]): Buffer {
  return zipOf(change(xlsxParts({ sheets })));
}

function replacing(name: string, content: string): (parts: TestPart[]) => TestPart[] {
  return (parts) => parts.map((part) => (part.name === name ? { ...part, content } : part));
}

const SHEET = 'xl/worksheets/sheet1.xml';

interface ContainerReader {
  read(
    bytes: Buffer,
    options: { readonly type: 'buffer' },
  ): { readonly FullPaths: string[]; readonly FileIndex: { readonly content: Buffer }[] };
}

/** Parts of a package that the library wrote. */
function partsOf(bytes: Buffer): { name: string; content: Buffer }[] {
  const { FullPaths, FileIndex } = (CFB as ContainerReader).read(bytes, { type: 'buffer' });
  return FullPaths.flatMap((path, index) =>
    path.endsWith('/')
      ? []
      : [{ name: path.replace(/^[^/]*\//, ''), content: FileIndex[index]?.content ?? Buffer.alloc(0) }],
  );
}
const word = zipOf([
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: 'word/document.xml', content: '<d/>' },
]);

describe('a file that is refused', () => {
  it.each<[string, Buffer, Partial<WorkbookFailure>]>([
    ['an empty file', Buffer.alloc(0), { code: 'E_EMPTY', part: 'file' }],
    ['a PDF named .xlsx', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), { code: 'E_NOT_A_WORKBOOK' }],
    ['a JPEG named .xlsx', Buffer.from('ffd8ffe000104a46', 'hex'), { code: 'E_NOT_A_WORKBOOK' }],
    ['a Word document named .xlsx', word, { code: 'E_NOT_A_WORKBOOK' }],
    ['an old Word document named .xls', compoundWith('/WordDocument'), { code: 'E_NOT_A_WORKBOOK' }],
    ['a zip archive', zipOf([{ name: 'a.txt', content: 'x' }]), { code: 'E_NOT_A_WORKBOOK' }],
    ['an OFD document', zipOf([{ name: 'OFD.xml', content: 'x' }]), { code: 'E_NOT_A_WORKBOOK' }],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251)),
      { code: 'E_NOT_A_WORKBOOK' },
    ],
    ['prose', Buffer.from('关于开展专项检查的通知\n请各单位按时报送。\n'), { code: 'E_NOT_A_WORKBOOK' }],
    ['JSON', Buffer.from('{"a": [1, 2], "b": 3}'), { code: 'E_NOT_A_WORKBOOK' }],
    ['another XML', Buffer.from('<?xml version="1.0"?><note/>'), { code: 'E_NOT_A_WORKBOOK' }],
    ['a Numbers document', zipOf([{ name: 'Index/Document.iwa', content: 'x' }]), { code: 'E_UNSUPPORTED_FORMAT' }],
    ['a BIFF4 stream', Buffer.from('09040600000000000000', 'hex'), { code: 'E_UNSUPPORTED_FORMAT' }],
    ['a page in one MIME file', Buffer.from('MIME-Version: 1.0\r\nX: y\r\n'), { code: 'E_UNSUPPORTED_FORMAT' }],
    ['an encrypted .xlsx', compoundWith('/EncryptionInfo', '/EncryptedPackage'), { code: 'E_ENCRYPTED' }],
    [
      'an .xls with a password',
      biffOf({ version: 8, sheets: [{ name: '表', cells: [[0, 0, '甲']] }], more: [record(0x002f, 1, 1, 1)] }),
      { code: 'E_ENCRYPTED' },
    ],
    [
      'a zip with an encrypted part',
      withParts((parts) => parts.map((part) => ({ ...part, encrypted: true }))),
      { code: 'E_ENCRYPTED' },
    ],
    ['a truncated zip', good.subarray(0, good.length - 30), { code: 'E_CORRUPT' }],
    ['a zip cut to its first bytes', good.subarray(0, 10), { code: 'E_CORRUPT' }],
    ['a zip with a hole', Buffer.concat([good.subarray(0, 60), good.subarray(90)]), { code: 'E_CORRUPT' }],
    [
      'a part with a wrong checksum',
      withParts((parts) => parts.map((part) => (part.name === SHEET ? { ...part, declaredCrc: 1 } : part))),
      { code: 'E_CORRUPT' },
    ],
    [
      'a part longer than declared',
      withParts((parts) => parts.map((part) => (part.name === SHEET ? { ...part, declaredBytes: 20 } : part))),
      { code: 'E_CORRUPT' },
    ],
    [
      'a part that declares a size that cannot be',
      withParts((parts) => parts.map((part) => (part.name === SHEET ? { ...part, declaredBytes: 60_000_000 } : part))),
      { code: 'E_CORRUPT' },
    ],
    [
      'a part that occurs twice',
      withParts((parts) => [...parts, { name: SHEET.toUpperCase(), content: 'x' }]),
      { code: 'E_CORRUPT' },
    ],
    [
      'a workbook without its sheet part',
      withParts((parts) => parts.filter(({ name }) => name !== SHEET)),
      { code: 'E_SHEET_LOST', sheet: '表1' },
    ],
    [
      'a sheet without relationship',
      withParts(replacing('xl/_rels/workbook.xml.rels', '<Relationships/>')),
      { code: 'E_SHEET_LOST' },
    ],
    [
      'a package without workbook',
      withParts((parts) => parts.filter(({ name }) => name !== 'xl/workbook.xml')),
      { code: 'E_CORRUPT' },
    ],
    ['a workbook without sheets', xlsxOf({ sheets: [] }), { code: 'E_EMPTY', part: 'sheets' }],
    [
      'a workbook in a draft of the format, with other namespaces',
      withParts((parts) =>
        parts.map((part) => ({
          ...part,
          content: String(part.content).replaceAll('spreadsheetml/2006/main', 'spreadsheetml/2006/5/main'),
        })),
      ),
      { code: 'E_UNSUPPORTED_FORMAT' },
    ],
    [
      'shared strings that are missing',
      xlsxOf({ sheets: [sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')] }),
      { code: 'E_CORRUPT' },
    ],
    [
      'a shared string out of range',
      xlsxOf({
        sheets: [sheetXml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')],
        sharedStrings: sharedStringsXml(['<t>a</t>']),
      }),
      { code: 'E_CORRUPT' },
    ],
    ['a sheet whose XML stops', withParts(replacing(SHEET, sheetXml(ROW).slice(0, -20))), { code: 'E_CORRUPT' }],
    [
      'a sheet whose rows stop',
      withParts(replacing(SHEET, sheetXml(`${ROW}<row r="2"><c r="A2"><v>2</v>`).slice(0, -25))),
      { code: 'E_CORRUPT' },
    ],
    [
      'a cell in the wrong row',
      xlsxOf({ sheets: [sheetXml('<row r="1"><c r="A2"><v>1</v></c></row>')] }),
      { code: 'E_CORRUPT' },
    ],
    ['a row with number 0', xlsxOf({ sheets: [sheetXml('<row r="0"><c><v>1</v></c></row>')] }), { code: 'E_CORRUPT' }],
    [
      'a row with a negative number',
      xlsxOf({ sheets: [sheetXml('<row r="-5"><c><v>1</v></c></row>')] }),
      { code: 'E_CORRUPT' },
    ],
    [
      'a row beyond the last',
      xlsxOf({ sheets: [sheetXml('<row r="99999999"><c><v>1</v></c></row>')] }),
      { code: 'E_TOO_LARGE', part: 'rows' },
    ],
    [
      'a column beyond the last',
      xlsxOf({ sheets: [sheetXml('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')] }),
      { code: 'E_TOO_LARGE', part: 'columns' },
    ],
    [
      'a million cells in one row',
      xlsxOf({ sheets: [sheetXml(`<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`)] }),
      { code: 'E_TOO_LARGE', part: 'columns' },
    ],
    [
      'elements nested a hundred thousand deep',
      xlsxOf({ sheets: [`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`] }),
      { code: 'E_CORRUPT' },
    ],
    [
      'external entities',
      xlsxOf({
        sheets: [
          sheetXml('<row r="1"><c r="A1" t="str"><v>&e;</v></c></row>').replace(
            '<worksheet',
            '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet',
          ),
        ],
      }),
      { code: 'E_CORRUPT' },
    ],
    [
      'entities that multiply',
      xlsxOf({
        sheets: [sheetXml(ROW)],
        sharedStrings: `<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${sharedStringsXml(['<t>&b;</t>'])}`,
      }),
      { code: 'E_CORRUPT' },
    ],
    [
      'an unknown entity',
      xlsxOf({ sheets: [sheetXml('<row r="1"><c r="A1" t="str"><v>&e;</v></c></row>')] }),
      { code: 'E_CORRUPT' },
    ],
    [
      'two blocks of rows',
      xlsxOf({ sheets: [sheetXml(ROW, '', `<sheetData>${ROW}</sheetData>`)] }),
      { code: 'E_CORRUPT' },
    ],
  ])('%s: with its code', async (_, bytes, expected) => {
    expect(await failureOfReading(readBytes(bytes))).toMatchObject(expected);
  });

  it('a part that inflates beyond all measure is a bomb', async () => {
    const bytes = withParts(replacing(SHEET, ' '.repeat(70 * 2 ** 20)));
    expect(bytes.length).toBeLessThan(100_000);
    expect(await failureOfReading(readBytes(bytes))).toMatchObject({ code: 'E_ZIP_BOMB' });
  });

  it('limits of size, parts and inflated bytes hold', async () => {
    const reading = (limits: Parameters<typeof readBytes>[2]): Promise<WorkbookFailure> =>
      failureOfReading(readBytes(good, '测试.xlsx', limits));
    expect(await reading({ maxFileBytes: 100 })).toMatchObject({
      code: 'E_TOO_LARGE',
      part: 'fileBytes',
      actual: good.length,
      limit: 100,
    });
    expect(await reading({ maxZipEntries: 2 })).toMatchObject({ code: 'E_TOO_LARGE', part: 'zipEntries' });
    expect(await reading({ maxInflatedBytes: 100 })).toMatchObject({ code: 'E_TOO_LARGE', part: 'inflatedBytes' });
    const long = xlsxOf({ sheets: [sheetXml(`<row r="1">${' '.repeat(600_000)}<c r="A1"><v>1</v></c></row>`)] });
    expect(await failureOfReading(readBytes(long, '测试.xlsx', { maxRowBytes: 100_000 }))).toMatchObject({
      code: 'E_TOO_LARGE',
      part: 'rowBytes',
    });
  });

  it('an .xlsb sheet that the library would drop silently is a lost sheet', async () => {
    const book = utils.book_new(utils.aoa_to_sheet([['a']]), '一');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['b']]), '二');
    const parts = partsOf(write(book, { type: 'buffer', bookType: 'xlsb' }) as Buffer).map((part) =>
      part.name.endsWith('sheet2.bin') ? { ...part, content: Buffer.from([0xff, 0x7f, 0x01, 0x00]) } : part,
    );
    expect(await failureOfReading(readBytes(zipOf(parts)))).toEqual({ code: 'E_SHEET_LOST', sheet: '二' });
  });
});

describe('a file name', () => {
  it.each([
    ['机密★台账.xlsx', '机密'],
    ['【秘 密】执行案件.xlsx', '秘密'],
    ['绝密.csv', '绝密'],
  ])('%s bears a mark and is not opened', async (fileName, mark) => {
    expect(await failureOfReading(readWorkbook({ path: `/nowhere/${fileName}` }))).toEqual({
      code: 'E_CLASSIFIED',
      mark,
    });
  });

  it.each(['商业秘密纠纷执行台账.xlsx', '台账.xlsx'])('%s bears none', async (fileName) => {
    const { sheets } = await readBytes(good, fileName);
    expect(shownRows(sheets[0])).toEqual({ 1: [1] });
  });
});

describe('a path', () => {
  it('to nothing, and to a folder, ends in a code', async () => {
    expect(await failureOfReading(readWorkbook({ path: '/nowhere/台账.xlsx' }))).toEqual({ code: 'E_NOT_FOUND' });
    expect(await failureOfReading(readWorkbook({ path: import.meta.dirname }))).toEqual({
      code: 'E_IO',
      detail: 'not a regular file',
    });
  });

  it('to a pipe that nobody writes to, or a device without end, is not opened', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pipe-'));
    const pipe = join(folder, '台账.xlsx');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, '/dev/zero']) {
      expect((await failureOfReading(readWorkbook({ path }))).code).toBe('E_IO');
      expect(await identifyFile(path)).toBeNull();
    }
    rmSync(folder, { recursive: true });
  });
});

describe('a strange but honest file', () => {
  it('a sheet that claims A1:XFD1048576 costs nothing', async () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
      '<dimension ref="A1:XFD1048576"/>',
    );
    const started = performance.now();
    const { sheets } = await readBytes(xlsxOf({ sheets: [sheet] }));
    expect([...(sheets[0]?.rows() ?? [])].map(({ number, cells }) => [number, cells.length])).toEqual([
      [1, 1],
      [1_048_576, 16_384],
    ]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('nor does an .xls sheet that claims all rows and columns', async () => {
    const stream = biffOf({ version: 8, sheets: [{ name: '表', cells: [[0, 0, '甲']], claimsAll: true }] });
    const { sheets } = await readBytes(stream, '测试.xls');
    expect([sheets[0]?.rowCount, sheets[0]?.columnCount]).toEqual([1, 1]);
  });

  it('nor does an .xlsb sheet that claims all rows and columns', async () => {
    const book = utils.book_new(utils.aoa_to_sheet([['甲']]), '表');
    const parts = partsOf(write(book, { type: 'buffer', bookType: 'xlsb' }) as Buffer).map((part) => {
      if (!part.name.endsWith('sheet1.bin')) return part;
      const content = Buffer.from(part.content);
      const dimension = content.indexOf(Buffer.from([0x94, 0x01, 0x10]));
      expect(dimension).toBeGreaterThan(0);
      content.writeUInt32LE(1_048_575, dimension + 7);
      content.writeUInt32LE(16_383, dimension + 15);
      return { ...part, content };
    });
    const { sheets } = await readBytes(zipOf(parts), '测试.xlsb');
    expect([sheets[0]?.rowCount, sheets[0]?.columnCount]).toEqual([1, 1]);
  });

  it.each(['xlsx', 'xlsb', 'biff8', 'ods', 'xlml'] as const)(
    'columns and a sheet of %s with names of objects’ insides are plain data',
    async (bookType) => {
      const header = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
      const book = utils.book_new(utils.aoa_to_sheet([header, [1, 2, 3, 4]]), '表');
      const { sheets } = await readBytes(write(book, { type: 'buffer', bookType }) as Buffer, '测试');
      expect(shownRows(sheets[0])).toEqual({ 1: header, 2: [1, 2, 3, 4] });
      expect(({} as Record<string, unknown>)['1']).toBeUndefined();
    },
  );

  it('an .xls whose directory leads in a circle is read to the point where it does', async () => {
    const { sheets } = await readBytes(circling('directory'), '测试.xls');
    expect(sheets[0]?.rowCount).toBe(400);
  });

  it('a sheet called __proto__ is read', async () => {
    const stream = biffOf({
      version: 8,
      sheets: [
        { name: '__proto__', cells: [[0, 0, '甲']] },
        { name: '表', cells: [[0, 0, '乙']] },
      ],
    });
    const { sheets } = await readBytes(stream, '测试.xls');
    expect(sheets.map((sheet) => [sheet.name, shownRows(sheet)])).toEqual([
      ['__proto__', { 1: ['甲'] }],
      ['表', { 1: ['乙'] }],
    ]);
  });

  it('names that lead out of the package lead nowhere', async () => {
    const bytes = withParts((parts) => [
      ...parts,
      { name: '../../../outside.txt', content: 'x' },
      { name: '/absolute', content: 'y' },
    ]);
    expect(shownRows((await readBytes(bytes)).sheets[0])).toEqual({ 1: [1] });
  });

  it('a relationship that climbs above the root stays in the package', async () => {
    const bytes = withParts((parts) =>
      parts.map((part) =>
        part.name.endsWith('workbook.xml.rels')
          ? { ...part, content: String(part.content).replace('worksheets/', '../../../../xl/worksheets/') }
          : part,
      ),
    );
    expect(shownRows((await readBytes(bytes)).sheets[0])).toEqual({ 1: [1] });
  });

  it('a workbook that is cut anywhere, or has any byte changed, is read whole or ends in a code', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`,
    ).join('');
    const whole = xlsxOf({ sheets: [sheetXml(rows)], sharedStrings: sharedStringsXml(['<t>甲公司</t>']) });
    const expected = shownRows((await readBytes(whole)).sheets[0]);
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      for (const bytes of [whole.subarray(0, at), changed]) {
        try {
          const { sheets } = await readBytes(bytes);
          expect(shownRows(sheets[0])).toEqual(expected);
        } catch (error) {
          if (!(error instanceof WorkbookError)) throw error;
          expect(error.code).toMatch(/^E_/);
          expect(error.code).not.toBe('E_INTERNAL');
        }
      }
    }
  });
});

describe('the words of a failure', () => {
  const failures: readonly WorkbookFailure[] = [
    { code: 'E_NOT_FOUND' },
    { code: 'E_PERMISSION' },
    { code: 'E_IO', detail: 'EIO' },
    { code: 'E_EMPTY', part: 'cells' },
    { code: 'E_TOO_LARGE', part: 'fileBytes', actual: 2 ** 30, limit: 2 ** 20 },
    { code: 'E_ZIP_BOMB', detail: '1:1000' },
    { code: 'E_ENCRYPTED' },
    { code: 'E_NOT_A_WORKBOOK', looksLike: { zh: 'PDF 文档', en: 'a PDF document' } },
    { code: 'E_UNSUPPORTED_FORMAT', format: 'SYLK' },
    { code: 'E_CORRUPT', detail: 'x' },
    { code: 'E_SHEET_LOST', sheet: '表1' },
    { code: 'E_CLASSIFIED', mark: '机密' },
    { code: 'E_TIMEOUT', limitMilliseconds: 5000 },
    { code: 'E_MEMORY', limitMegabytes: 64 },
    { code: 'E_INTERNAL', detail: 'x' },
  ];

  it.each(failures)('$code says what happened, what it affects, and what to do, in both languages', (failure) => {
    for (const { zh, en } of Object.values(explainFailure(failure))) {
      expect(zh).toMatch(/^[^a-z].*\p{Script=Han}.*。$/su);
      expect(en).toMatch(/^[A-Z].*\.$/su);
    }
  });
});
