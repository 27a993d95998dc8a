import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { CFB, utils, write, type BookType, type CellObject } from 'xlsx';
import { biffOf } from './biff-writer.ts';
import { failureOfReading, readBytes, shownRows } from './shown.ts';
import { zipOf } from './zip-writer.ts';

interface CompoundWriter {
  readonly utils: { cfb_new(): object; cfb_add(file: object, path: string, content: Buffer): void };
  write(file: object, options: { readonly type: 'buffer' }): Buffer;
}
const compound = CFB as CompoundWriter;

function compoundOf(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = compound.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) compound.utils.cfb_add(file, path, content);
  return compound.write(file, { type: 'buffer' });
}

const date = (v: number, z: string): CellObject => ({ t: 'n', v, z });
const ROWS = [
  ['案号', '日期', '金额', '__proto__', '错误'],
  ['（2026）琼9999执1号', date(46_082.5, 'yyyy/m/d h:mm'), -12.345, true, { t: 'e', v: 0x2a, w: '#N/A' }],
  [null, date(46_082, 'yyyy"年"m"月"d"日"'), 1e-7, false, '469999190001010018'],
  ['合并', null],
];
const SHOWN = {
  1: ['案号', '日期', '金额', '__proto__', '错误'],
  2: ['（2026）琼9999执1号', '@2026-03-01T12:00:00', -12.345, true, '!#N/A'],
  3: [null, '@2026-03-01', 1e-7, false, '469999190001010018'],
  4: ['合并'],
};

function written(bookType: BookType): Buffer {
  const sheet = utils.aoa_to_sheet(ROWS);
  sheet['!merges'] = [{ s: { r: 3, c: 0 }, e: { r: 3, c: 1 } }];
  const book = utils.book_new(sheet, '台账');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['隐藏']]), '第二');
  book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
  return write(book, { type: 'buffer', bookType, compression: true }) as Buffer;
}

describe('one table in several formats', () => {
  it.each<[BookType, string, string]>([
    ['xlsx', '台账.xlsx', 'xlsx'],
    ['xlsm', '台账.xlsm', 'xlsx'],
    ['xlsb', '台账.xlsb', 'xlsb'],
    ['biff8', '台账.xls', 'biff8'],
    ['biff8', '台账.et', 'biff8'],
    ['ods', '台账.ods', 'ods'],
    ['xlml', '台账.xml', 'spreadsheetml2003'],
  ])('%s as %s is the same', async (bookType, fileName, format) => {
    const workbook = await readBytes(written(bookType), fileName);
    expect(workbook.format).toBe(format);
    expect(workbook.warnings).toEqual([]);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['台账', '第二']);
    const shown = shownRows(workbook.sheets[0]);
    // The library writes no error values into .ods.
    if (bookType === 'ods')
      expect({ ...shown, 2: shown['2']?.slice(0, 4) }).toEqual({ ...SHOWN, 2: SHOWN[2].slice(0, 4) });
    else expect(shown).toEqual(SHOWN);
    expect(workbook.sheets[0]?.mergedRanges).toEqual([{ firstRow: 4, lastRow: 4, firstColumn: 0, lastColumn: 1 }]);
    if (bookType !== 'ods') expect(workbook.sheets[1]?.hidden).toBe(true);
  });
});

describe('.xls', () => {
  const formats = [0, 14, 27, 31, 36, 57, 32, 55, 4];
  const numbers = formats.map((_, column) => [1, column, 46_082.25, column] as const);
  const shown = [46_082.25, ...Array<string>(7).fill('@2026-03-01T06:00:00'), 46_082.25];

  it.each([5, 8] as const)(
    'BIFF%d is read with Chinese text, hidden rows and sheets, and built-in Chinese formats',
    async (version) => {
      const stream = biffOf({
        version,
        formats,
        sheets: [
          { name: '拒执台账', cells: [[0, 0, '某某涉嫌拒不执行判决、裁定'], ...numbers], hiddenRows: [1] },
          { name: '备用', hidden: true, cells: [[2, 1, '甲公司']] },
        ],
      });
      const bytes = compoundOf({ [version === 5 ? '/Book' : '/Workbook']: stream });
      const workbook = await readBytes(bytes, '测试.xls');
      expect(workbook.format).toBe(`biff${version}`);
      expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
        ['拒执台账', false],
        ['备用', true],
      ]);
      expect(shownRows(workbook.sheets[0])).toEqual({ 1: ['某某涉嫌拒不执行判决、裁定'], '~2': shown });
      expect(shownRows(workbook.sheets[1])).toEqual({ 3: [null, '甲公司'] });
    },
  );

  it('is read as a bare stream too', async () => {
    const stream = biffOf({ version: 8, sheets: [{ name: '表', cells: [[0, 0, '甲']] }] });
    expect(shownRows((await readBytes(stream, '测试.xls')).sheets[0])).toEqual({ 1: ['甲'] });
  });

  it('counts dates from 1904 where the workbook says so', async () => {
    const stream = biffOf({
      version: 8,
      date1904: true,
      formats: [14],
      sheets: [{ name: '表', cells: [[0, 0, 44_620]] }],
    });
    expect(shownRows((await readBytes(stream, '测试.xls')).sheets[0])).toEqual({ 1: ['@2026-03-01'] });
  });

  it('with two sheets of one name is refused, for the library returns one of them twice', async () => {
    const sheet = { name: '表', cells: [[0, 0, '甲']] } as const;
    const stream = biffOf({ version: 8, sheets: [sheet, { ...sheet, cells: [[0, 0, '乙']] }] });
    expect(await failureOfReading(readBytes(stream, '测试.xls'))).toEqual({ code: 'E_SHEET_LOST', sheet: '表' });
  });

  it('cut off in the middle is corrupt', async () => {
    const stream = biffOf({
      version: 8,
      sheets: [
        {
          name: '表',
          cells: [
            [0, 0, '甲'],
            [1, 0, '乙'],
          ],
        },
      ],
    });
    for (const cut of [stream.length - 4, stream.length - 20, 40]) {
      const bytes = compoundOf({ '/Workbook': stream.subarray(0, cut) });
      expect((await failureOfReading(readBytes(bytes, '测试.xls'))).code).toBe('E_CORRUPT');
    }
  });
});

const ODS_NAMESPACES = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

function odsOf(tables: string, styles = ''): Buffer {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${ODS_NAMESPACES} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', content },
  ]);
}

const odsCell = (value: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;

describe('.ods', () => {
  it('tells hidden sheets, rows and columns, spans and repetitions', async () => {
    const bytes = odsOf(
      `<table:table table:name="一"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>
       <table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"><text:p>标题</text:p></table:table-cell><table:covered-table-cell><text:p>盖住</text:p></table:covered-table-cell>${odsCell('右')}</table:table-row>
       <table:table-row table:visibility="filter" table:number-rows-repeated="2"><table:table-cell/><table:table-cell/>${odsCell('重复').replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="2"')}</table:table-row>
       <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
       <table:table table:name="二" table:style-name="ta2"><table:table-row>${odsCell('x')}</table:table-row></table:table>`,
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
    );
    const { sheets } = await readBytes(bytes, '测试.ods');
    expect(sheets.map(({ name, hidden, rowCount, columnCount }) => [name, hidden, rowCount, columnCount])).toEqual([
      ['一', false, 3, 4],
      ['二', true, 1, 1],
    ]);
    expect(shownRows(sheets[0])).toEqual({
      1: ['标题', null, '右'],
      '~2': [null, null, '重复', '重复'],
      '~3': [null, null, '重复', '重复'],
    });
    expect(sheets[0]?.hiddenColumns).toEqual([1, 2]);
    expect(sheets[0]?.mergedRanges).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 }]);
  });

  it.each<[string, string, string | number | boolean]>([
    ['a day', '<table:table-cell office:value-type="date" office:date-value="2026-03-01"/>', '@2026-03-01'],
    [
      'a moment',
      '<table:table-cell office:value-type="date" office:date-value="2026-03-01T08:30:00"/>',
      '@2026-03-01T08:30:00',
    ],
    ['a time of day', '<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/>', '08:30:00'],
    ['a duration', '<table:table-cell office:value-type="time" office:time-value="PT36H00M00S"/>', 1.5],
    [
      'a number',
      '<table:table-cell office:value-type="currency" office:value="12.5"><text:p>¥12.50</text:p></table:table-cell>',
      12.5,
    ],
    ['a truth value', '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>', true],
    [
      'an error',
      '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
      '!#DIV/0!',
    ],
    [
      'spaces, tabs and lines',
      odsCell('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d  \n e</text:p><text:p>f'),
      'a  b\tc\nd e\nf',
    ],
    [
      'text without its note',
      odsCell('甲').replace('<text:p>', '<office:annotation><text:p>批注</text:p></office:annotation><text:p>'),
      '甲',
    ],
    ['text with spans', odsCell('甲<text:span>乙</text:span>丙'), '甲乙丙'],
  ])('reads %s', async (_, cell, expected) => {
    const bytes = odsOf(`<table:table table:name="一"><table:table-row>${cell}</table:table-row></table:table>`);
    expect(shownRows((await readBytes(bytes, '测试.ods')).sheets[0])).toEqual({ 1: [expected] });
  });

  it('that repeats a cell beyond all measure is a bomb', async () => {
    const cell = odsCell('x').replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16384"');
    const bytes = odsOf(
      `<table:table><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table>`,
    );
    expect((await failureOfReading(readBytes(bytes, '测试.ods'))).code).toBe('E_ZIP_BOMB');
  });

  it('that is encrypted is told so', async () => {
    const manifest =
      '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
    const bytes = zipOf([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      { name: 'META-INF/manifest.xml', content: manifest },
      { name: 'content.xml', content: 'x' },
    ]);
    expect((await failureOfReading(readBytes(bytes, '测试.ods'))).code).toBe('E_ENCRYPTED');
  });
});

it('says of macros in an old workbook that they were not run', async () => {
  const stream = biffOf({ version: 8, sheets: [{ name: '表', cells: [[0, 0, '甲']] }] });
  const bytes = compoundOf({ '/Workbook': stream, '/_VBA_PROJECT_CUR/VBA/dir': Buffer.from('x') });
  expect((await readBytes(bytes, '测试.xls')).warnings.map(({ code }) => code)).toEqual(['W_MACROS_IGNORED']);
});

describe('a page named .xls', () => {
  const page = (body: string): string =>
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312"><style>td{mso-number-format:"\\@"}</style></head><body>${body}</body></html>`;

  it.each<[string, string, Record<string, unknown[]>]>([
    [
      'long numbers keep all digits',
      '<table><tr><td style="mso-number-format:\'\\@\'">469999190001010018</td><td x:num>0012</td></tr></table>',
      { 1: ['469999190001010018', '0012'] },
    ],
    [
      'character references and line breaks',
      '<table><tr><td>甲&nbsp;&amp;&#20057;&#x4E19;<br>第二行<p>第三段</p></td><td>&nbsp;</td><td>&unknown;</td></tr></table>',
      { 1: ['甲 &乙丙\n第二行\n第三段', null, '&unknown;'] },
    ],
    [
      'spans',
      '<table><tr><td colspan=2>标题</td><td rowspan="2">右</td></tr><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td><td>e</td></tr></table>',
      { 1: ['标题', null, '右'], 2: ['a', 'b'], 3: ['c', 'd', 'e'] },
    ],
    [
      'cells and rows that are not closed',
      '<table><tr><td>a<td>b<tr><th>c<td>d</table>',
      { 1: ['a', 'b'], 2: ['c', 'd'] },
    ],
    [
      'rows that do not begin with a cell',
      '<table><tbody><tr><!-- x --><font><td>a</td></font></tr></tbody></table>',
      { 1: ['a'] },
    ],
    [
      'hidden rows',
      '<table><tr style="display:none"><td>a</td></tr><tr><td>b</td></tr></table>',
      { '~1': ['a'], 2: ['b'] },
    ],
    [
      'scripts and styles as nothing',
      '<table><tr><td>a<script>if (1<2) "</td>"</script></td></tr></table>',
      { 1: ['a'] },
    ],
    [
      'comments with markup as nothing',
      '<!--[if gte mso 9]><xml><table></xml><![endif]--><table><tr><td>a</td></tr></table>',
      { 1: ['a'] },
    ],
    [
      'column __proto__',
      '<table><tr><td>__proto__</td><td>constructor</td></tr></table>',
      { 1: ['__proto__', 'constructor'] },
    ],
  ])('%s', async (_, body, expected) => {
    const workbook = await readBytes(iconv.encode(page(body), 'gb18030'), '导出.xls');
    expect(workbook.format).toBe('html');
    expect(workbook.sheets).toHaveLength(1);
    expect(shownRows(workbook.sheets[0])).toEqual(expected);
  });

  it('several tables are several sheets; one that only lays out the page is none', async () => {
    const inner = (text: string): string => `<table><tr><td>${text}</td></tr></table>`;
    const body = `<table><tr><td>${inner('甲')}</td><td>${inner('乙')}</td></tr></table>${inner('丙')}`;
    const { sheets } = await readBytes(Buffer.from(page(body)), '导出.xls');
    expect(sheets.map((sheet) => [sheet.name, shownRows(sheet)])).toEqual([
      ['Sheet2', { 1: ['甲'] }],
      ['Sheet3', { 1: ['乙'] }],
      ['Sheet4', { 1: ['丙'] }],
    ]);
  });

  it('text beside an inner table is not lost', async () => {
    const body = '<table><tr><td>外<table><tr><td>内</td></tr></table></td></tr></table>';
    const { sheets } = await readBytes(Buffer.from(page(body)), '导出.xls');
    expect(sheets.map((sheet) => shownRows(sheet))).toEqual([{ 1: ['外'] }, { 1: ['内'] }]);
  });

  it('takes the sheet name that spreadsheet programs keep in a comment', async () => {
    const name =
      '<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>不起诉</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->';
    const { sheets } = await readBytes(Buffer.from(page(`${name}<table><tr><td>a</td></tr></table>`)), '导出.xls');
    expect(sheets.map((sheet) => sheet.name)).toEqual(['不起诉']);
  });

  it('cut off in the middle of a table is corrupt', async () => {
    const bytes = Buffer.from(page('<table><tr><td>a</td></tr><tr><td>b').replace('</body></html>', ''));
    expect((await failureOfReading(readBytes(bytes, '导出.xls'))).code).toBe('E_CORRUPT');
  });
});

describe('the XML of Excel 2003 named .xls', () => {
  const book = (rows: string): Buffer =>
    Buffer.from(
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles><Worksheet ss:Name="表"><Table><Column ss:Hidden="1"/>${rows}</Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>`,
    );

  it('is read with dates, spans, hidden rows, columns and sheets', async () => {
    const rows =
      '<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">标题</Data></Cell><Cell><Data ss:Type="String">右</Data></Cell></Row>' +
      '<Row ss:Index="4" ss:Hidden="1"><Cell><Data ss:Type="DateTime">2026-03-01T08:30:00.000</Data></Cell><Cell ss:Index="3" ss:StyleID="d"><Data ss:Type="Number">46082</Data></Cell></Row>' +
      '<Row><Cell><Data ss:Type="DateTime">1899-12-31T12:00:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell><Cell><ss:Data ss:Type="String"><B>粗</B>体</ss:Data></Cell></Row>';
    const { format, sheets } = await readBytes(book(rows), '导出.xls');
    expect(format).toBe('spreadsheetml2003');
    expect(shownRows(sheets[0])).toEqual({
      1: ['标题', null, '右'],
      '~4': ['@2026-03-01T08:30:00', null, '@2026-03-01'],
      5: ['12:00:00', true, '!#REF!', '粗体'],
    });
    expect([sheets[0]?.hidden, sheets[0]?.hiddenColumns]).toEqual([true, [0]]);
    expect(sheets[0]?.mergedRanges).toEqual([{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 1 }]);
  });
});
