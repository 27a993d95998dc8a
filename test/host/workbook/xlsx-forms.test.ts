import { describe, expect, it } from 'vitest';
import { failureOfReading, readBytes, shownRows } from './shown.ts';
import {
  sharedStringsXml,
  SHEET_OPEN,
  sheetXml,
  stylesXml,
  xlsxOf,
  xlsxParts,
  zipOf,
  type TestWorkbook,
} from './zip-writer.ts';

const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

async function firstSheet(workbook: TestWorkbook): Promise<ReturnType<typeof shownRows>> {
  const { sheets } = await readBytes(xlsxOf(workbook));
  return shownRows(sheets[0]);
}

describe('cells of an .xlsx sheet', () => {
  const styles = stylesXml(['General', 'yyyy"年"m"月"d"日"', 31, 14, '000000', '[h]:mm', 20]);
  const sharedStrings = sharedStringsXml([
    '<t>案号</t>',
    '<t xml:space="preserve"> 甲 &amp; 乙 </t>',
    '<r><rPr><b/></rPr><t>富</t></r><r><t>文本</t></r><rPh sb="0" eb="1"><t>拼音</t></rPh><phoneticPr fontId="1"/>',
    '<t>一_x000D_&#10;二_x005F_x000D_</t>',
    '<t/>',
    '<t>a\r\nb</t>',
  ]);

  it.each<[string, string, (string | number | boolean | null)[]]>([
    ['shared strings', '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>', ['案号', ' 甲 & 乙 ']],
    ['rich text without phonetic runs', '<c r="A1" t="s"><v>2</v></c>', ['富文本']],
    ['spreadsheet escapes and character references', '<c r="A1" t="s"><v>3</v></c>', ['一\r\n二_x000D_']],
    ['an empty shared string as an empty cell', '<c r="A1" t="s"><v>4</v></c><c r="B1"><v>1</v></c>', [null, 1]],
    ['line ends of XML', '<c r="A1" t="s"><v>5</v></c>', ['a\nb']],
    [
      'inline strings',
      '<c r="A1" t="inlineStr"><is><t>行内</t></is></c><c r="B1" t="inlineStr"><is><r><t>富</t></r><r><t xml:space="preserve"> 文</t></r></is></c>',
      ['行内', '富 文'],
    ],
    [
      'results of formulas',
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x&lt;y</v></c>',
      [2, '2x<y'],
    ],
    [
      'an empty text as the result of a formula',
      '<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>',
      [null, 1],
    ],
    [
      'formulas without result as errors',
      '<c r="A1"><f>1+1</f></c><c r="B1"><f>1</f><v></v></c><c r="C1"><f>1</f><v/></c>',
      ['!#CALC!', '!#CALC!', '!#CALC!'],
    ],
    ['array formulas with attributes that hold >', '<c r="A1"><f t="array" ref="A1" x="a>b">1</f><v>5</v></c>', [5]],
    [
      'booleans and errors',
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c>',
      [true, false, '!#N/A'],
    ],
    [
      'dates of custom and built-in Chinese formats',
      '<c r="A1" s="1"><v>46082</v></c><c r="B1" s="2"><v>46082.5</v></c><c r="C1" s="3"><v>46082</v></c>',
      ['@2026-03-01', '@2026-03-01T12:00:00', '@2026-03-01'],
    ],
    ['a time of day', '<c r="A1" s="6"><v>0.354166666666667</v></c>', ['08:30:00']],
    ['elapsed time as a number', '<c r="A1" s="5"><v>1.5</v></c>', [1.5]],
    [
      'dates of type d',
      '<c r="A1" t="d"><v>2026-03-01T08:30:00</v></c><c r="B1" t="d"><v>2026-03-01</v></c>',
      ['@2026-03-01T08:30:00', '@2026-03-01'],
    ],
    [
      'numbers in every form',
      '<c r="A1"><v>-12.50</v></c><c r="B1"><v>1.1010119900101101E+17</v></c><c r="C1"><v>0.1</v></c><c r="D1"><v>123456789012345.6</v></c><c r="E1"><v>5e-324</v></c><c r="F1"><v>.5</v></c>',
      [-12.5, 110101199001011010, 0.1, 123456789012345.6, 5e-324, 0.5],
    ],
    [
      'what is no number as text',
      '<c r="A1"><v>NaN</v></c><c r="B1"><v>0x10</v></c><c r="C1"><v>1e999</v></c>',
      ['NaN', '0x10', '1e999'],
    ],
    ['styled empty cells as empty', '<c r="A1" s="1"/><c r="B1" s="1"></c><c r="C1"><v>1</v></c>', [null, null, 1]],
    ['cells without address in sequence', '<c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c>', [1, null, 3, 4]],
    ['single quotes, spaces and unknown attributes', "<c  r='A1'  cm='1' ph='0' ><v >7</v></c>", [7]],
    ['a style that does not exist as none', '<c r="A1" s="99"><v>46082</v></c>', [46082]],
    ['white space between elements', '\n  <c r="A1">\n    <v>1</v>\n  </c>\n', [1]],
    ['CDATA', '<c r="A1" t="str"><v><![CDATA[<a&b>]]></v></c>', ['<a&b>']],
    ['comments and processing instructions', '<!-- </row> --><c r="A1"><?x y?><v>1<!-- 2 --></v></c>', [1]],
    ['extension lists in cells', '<c r="A1"><v>1</v><extLst><ext uri="x"/></extLst></c>', [1]],
    ['cells out of order', '<c r="B1"><v>2</v></c><c r="A1"><v>1</v></c>', [1, 2]],
  ])('reads %s', async (_, cells, expected) => {
    const rows = await firstSheet({ sheets: [sheetXml(`<row r="1">${cells}</row>`)], sharedStrings, styles });
    expect(rows).toEqual({ 1: expected });
  });

  it('keeps the leading zeros of a format of zeros beside the number', async () => {
    const { sheets } = await readBytes(
      xlsxOf({ sheets: [sheetXml('<row r="1"><c r="A1" s="4"><v>12</v></c></row>')], styles }),
    );
    expect([...(sheets[0]?.rows() ?? [])][0]?.cells).toEqual([{ kind: 'number', number: 12, text: '000012' }]);
  });

  it('warns of formulas without result, with the first cell', async () => {
    const rows = '<row r="2"><c r="B2"><f>1</f></c><c r="C2"><f>1</f></c></row>';
    const { warnings } = await readBytes(xlsxOf({ sheets: [sheetXml(rows)] }));
    expect(warnings.map(({ code, sheet, cell, count }) => ({ code, sheet, cell, count }))).toEqual([
      { code: 'W_FORMULA_NOT_CALCULATED', sheet: '表1', cell: 'B2', count: 2 },
    ]);
  });

  it('warns of macros and of links to other workbooks, and touches neither', async () => {
    const parts = xlsxParts({ sheets: [sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>')] }).map((part) =>
      part.name === 'xl/_rels/workbook.xml.rels'
        ? {
            ...part,
            content: String(part.content).replace(
              '</Relationships>',
              ['vbaProject', 'externalLink', 'externalLink']
                .map(
                  (type, at) => `<Relationship Id="x${at}" Type="http://example.invalid/${type}" Target="x${at}.bin"/>`,
                )
                .join('') + '</Relationships>',
            ),
          }
        : part,
    );
    const { warnings, sheets } = await readBytes(zipOf(parts));
    expect(warnings.map(({ code, count }) => [code, count])).toEqual([
      ['W_MACROS_IGNORED', 1],
      ['W_EXTERNAL_LINKS', 2],
    ]);
    expect(shownRows(sheets[0])).toEqual({ 1: [1] });
  });

  it('counts dates from 1904 where the workbook says so', async () => {
    const sheets = [sheetXml('<row r="1"><c r="A1" s="1"><v>44620</v></c></row>')];
    const properties = '<workbookPr date1904="true"/>';
    expect(await firstSheet({ sheets, styles, workbookProperties: properties })).toEqual({ 1: ['@2026-03-01'] });
  });
});

describe('rows of an .xlsx sheet', () => {
  it.each<[string, string, Record<string, unknown[]>]>([
    [
      'without numbers in sequence',
      '<row><c><v>1</v></c></row><row r="5"><c><v>5</v></c></row><row><c><v>6</v></c></row>',
      { 1: [1], 5: [5], 6: [6] },
    ],
    [
      'hidden, by attribute or by height',
      '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0" customHeight="1"><c r="A2"><v>2</v></c></row><row r="3" hidden="false"><c r="A3"><v>3</v></c></row>',
      { '~1': [1], '~2': [2], 3: [3] },
    ],
    ['closed at once', '<row r="1"/><row r="2" hidden="1"/><row r="3"><c r="A3"><v>3</v></c></row>', { 3: [3] }],
    [
      'out of order',
      '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
      { 1: [1], 3: [3] },
    ],
    ['in two pieces', '<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>', { 2: [1, 2] }],
  ])('%s are read', async (_, rows, expected) => {
    expect(await firstSheet({ sheets: [sheetXml(rows)] })).toEqual(expected);
  });

  it('across the pieces in which a part is inflated are read whole', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => {
      const number = index + 1;
      return `<row r="${number}" spans="1:3"><c r="A${number}"><v>${number}</v></c><c r="C${number}" t="str"><v>文本${number}</v></c></row>`;
    });
    const { sheets } = await readBytes(xlsxOf({ sheets: [sheetXml(rows.join(''))] }));
    let number = 0;
    for (const row of sheets[0]?.rows() ?? []) {
      number++;
      expect(row.number).toBe(number);
      expect(row.cells).toEqual([{ kind: 'number', number }, undefined, { kind: 'text', text: `文本${number}` }]);
    }
    expect(number).toBe(30_000);
  });

  it('can be walked more than once', async () => {
    const { sheets } = await readBytes(xlsxOf({ sheets: [sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>')] }));
    expect(shownRows(sheets[0])).toEqual(shownRows(sheets[0]));
    expect(shownRows(sheets[0])).toEqual({ 1: [1] });
  });

  it('a cell that occurs twice is refused: programs differ in which they show', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>';
    expect(await failureOfReading(firstSheet({ sheets: [sheetXml(rows)] }))).toMatchObject({
      code: 'E_CORRUPT',
      detail: expect.stringContaining('A1') as string,
    });
  });
});

describe('the form of a sheet part', () => {
  const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>值</t></is></c><c r="B1"><v>2</v></c></row>';
  const expected = { 1: ['值', 2] };

  it.each<[string, string | Uint8Array]>([
    [
      'with prefixes',
      sheetXml(rows)
        .replace('xmlns=', 'xmlns:x=')
        .replaceAll(/<(\/?)(?!\?)/g, '<$1x:'),
    ],
    ['strict', sheetXml(rows).replace(MAIN, STRICT)],
    [
      'with a default namespace of another kind and prefixed rows',
      `<w:worksheet xmlns:w="${MAIN}" xmlns="urn:x"><w:sheetData>${rows.replaceAll(/<(\/?)/g, '<$1w:')}</w:sheetData></w:worksheet>`,
    ],
    ['UTF-8 with byte-order mark', `\u{feff}${sheetXml(rows)}`],
    ['UTF-16', Buffer.from(`\u{feff}${sheetXml(rows).replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['without XML declaration', sheetXml(rows).replace(/^<\?.*?\?>\s*/, '')],
    [
      'with a comment that looks like rows',
      sheetXml(rows, '<!-- <sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData> -->'),
    ],
    [
      'with content after the rows',
      sheetXml(
        rows,
        '<dimension ref="A1:XFD1048576"/><sheetViews><sheetView/></sheetViews>',
        '<autoFilter ref="A1:B1"/><extLst><ext uri="u"><y:z xmlns:y="urn:y"/></ext></extLst>',
      ),
    ],
    [
      'with an alternate content block',
      sheetXml(rows, '', '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="x14"/></mc:AlternateContent>'),
    ],
  ])('%s is read alike', async (_, sheet) => {
    expect(await firstSheet({ sheets: [sheet] })).toEqual(expected);
  });

  it('shared strings with prefixes, comments and phonetic runs are read alike', async () => {
    const sharedStrings = `<x:sst xmlns:x="${MAIN}"><!-- c --><x:si><x:t>值</x:t></x:si><x:si><x:r><x:t>富</x:t></x:r><x:rPh><x:t>音</x:t></x:rPh></x:si></x:sst>`;
    const sheet = sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>');
    expect(await firstSheet({ sheets: [sheet], sharedStrings })).toEqual({ 1: ['值', '富'] });
  });

  it('sheets come in workbook order with names, and hidden ones are marked', async () => {
    const sheet = sheetXml(rows);
    const workbook = { sheets: [sheet, sheet, sheet], states: ['', 'state="hidden"', 'state="veryHidden"'] };
    const { sheets } = await readBytes(xlsxOf(workbook));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['表1', false],
      ['表2', true],
      ['表3', true],
    ]);
  });

  it('merged ranges and hidden columns are told, and covered cells are empty', async () => {
    const three = [1, 2, 3].map(
      (row) =>
        `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}"><v>9</v></c><c r="D${row}"><v>4</v></c></row>`,
    );
    const sheet = sheetXml(
      three.join(''),
      '<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="true"/></cols>',
      '<mergeCells count="3"><mergeCell ref="A1:B2"/><mergeCell ref="D2:D1048576"/><mergeCell ref="C3"/></mergeCells>',
    );
    const { sheets } = await readBytes(xlsxOf({ sheets: [sheet] }));
    expect(sheets[0]?.hiddenColumns).toEqual([1, 3]);
    expect(sheets[0]?.mergedRanges).toEqual([
      { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 },
      { firstRow: 2, lastRow: 1_048_576, firstColumn: 3, lastColumn: 3 },
    ]);
    expect(shownRows(sheets[0])).toEqual({ 1: [1, null, null, 4], 2: [null, null, null, 4], 3: [3, 9] });
  });

  it('chart sheets are left out; their neighbours stay', async () => {
    const parts = xlsxParts({ sheets: [sheetXml(rows), '<chartsheet/>'] });
    const changed = parts.map((part) =>
      part.name.endsWith('.rels')
        ? {
            ...part,
            content: String(part.content).replace(
              /worksheet" Target="worksheets\/sheet2/,
              'chartsheet" Target="worksheets/sheet2',
            ),
          }
        : part,
    );
    const { sheets, warnings } = await readBytes(zipOf(changed));
    expect(sheets.map(({ name }) => name)).toEqual(['表1']);
    expect(warnings.map(({ code, sheet }) => [code, sheet])).toEqual([['W_SHEET_WITHOUT_TABLE', '表2']]);
  });

  it('a module of macros that is listed without a part is left out, and that is told', async () => {
    const parts = xlsxParts({ sheets: [sheetXml(rows)] }).map((part) =>
      part.name === 'xl/workbook.xml'
        ? {
            ...part,
            content: String(part.content).replace('</sheets>', '<sheet name="宏1" sheetId="9" r:id=""/></sheets>'),
          }
        : part,
    );
    const { sheets, warnings } = await readBytes(zipOf(parts));
    expect(sheets.map(({ name }) => name)).toEqual(['表1']);
    expect(warnings.map(({ code, sheet }) => [code, sheet])).toEqual([['W_SHEET_WITHOUT_TABLE', '宏1']]);
  });

  it('sheets without any cell are sheets of no rows', async () => {
    const bytes = xlsxOf({ sheets: [sheetXml(''), sheetXml('<row r="3"><c r="A3" s="1"/></row>')] });
    const { sheets } = await readBytes(bytes);
    expect(sheets.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('the workbook may stand elsewhere in the package', async () => {
    const parts = xlsxParts({ sheets: [sheetXml(rows)] }).map((part) => ({
      name: part.name.replace(/^xl\//, 'office/'),
      content:
        part.name === '_rels/.rels'
          ? String(part.content).replace('"xl/workbook.xml"', '"/office/workbook.xml"')
          : part.content,
    }));
    const { sheets } = await readBytes(zipOf(parts));
    expect(shownRows(sheets[0])).toEqual(expected);
  });

  it('rows and columns are counted by cells with content, not by what the part claims', async () => {
    const claimed = `<dimension ref="A1:XFD1048576"/>`;
    const styled = '<row r="1048576" s="1"><c r="XFD1048576" s="0"/></row>';
    const { sheets } = await readBytes(
      xlsxOf({ sheets: [`${SHEET_OPEN}${claimed}<sheetData>${rows}${styled}</sheetData></worksheet>`] }),
    );
    expect([sheets[0]?.rowCount, sheets[0]?.columnCount]).toEqual([1, 2]);
  });
});
