import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { csvLines } from '../../../src/cli/csv-text.ts';
import { DelimitedParser, sniffDelimiter, type Delimiter } from '../../../src/host/workbook/text/delimited-parser.ts';
import { failureOfReading, readBytes, shownRows } from './shown.ts';

function parse(text: string, delimiter: Delimiter = ','): string[][] {
  const records: string[][] = [];
  const parser = new DelimitedParser(delimiter, (fields) => records.push([...fields]));
  parser.write(text);
  parser.end();
  return records;
}

describe('delimited text by RFC 4180', () => {
  it.each<[string, string, string[][]]>([
    [
      'quoted fields hold delimiters, quotes and line ends',
      'a,"b,""c""\r\nd"\r\ne,f\r\n',
      [
        ['a', 'b,"c"\r\nd'],
        ['e', 'f'],
      ],
    ],
    ['a record without line end at the end counts', 'a,b\nc', [['a', 'b'], ['c']]],
    ['a blank line is a row', 'a\n\nb', [['a'], [''], ['b']]],
    ['a trailing delimiter makes an empty field', 'a,\n', [['a', '']]],
    ['carriage returns alone end lines', 'a\rb\r', [['a'], ['b']]],
    ['quotes inside an unquoted field are text', 'a"b",c', [['a"b"', 'c']]],
    ['text after a closing quote is kept', '"a"b,c', [['ab', 'c']]],
    ['an empty quoted field is a field', '"",x', [['', 'x']]],
    ['nothing is no record', '', []],
  ])('%s', (_, text, records) => {
    expect(parse(text)).toEqual(records);
  });

  it('gives the same records however the text is cut into pieces', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '案', ' ') });
    fc.assert(
      fc.property(fc.array(field), (pieces) => {
        const whole = parse(pieces.join(''));
        const records: string[][] = [];
        const parser = new DelimitedParser(',', (fields) => records.push([...fields]));
        for (const piece of pieces) parser.write(piece);
        parser.end();
        expect(records).toEqual(whole);
      }),
    );
  });

  it.each<[string, Delimiter | undefined]>([
    ['台账（示例）\n案号,日期,金额\na,b,c\n', ','],
    ['案号\t被执行人,申请执行人\t金额\nx\ty\tz', '\t'],
    ['案号;日期\n1;2\n', ';'],
    ['一列\n两行\n', undefined],
    ['"a;b;c","d"\n"e;f;g","h"\n', ','],
    ['案号,备注\n1,5"管\n2,a;b;c\n3,d;e;f\n4,g;h;i\n', ','],
    ['编号\t"甲"方,乙方\t金额\n1\t"丙"方,丁方\t2\n', '\t'],
  ])('%j is split by %j', (head, delimiter) => {
    expect(sniffDelimiter(head)).toBe(delimiter);
  });
});

describe('a .csv file', () => {
  const text = '案号,身份证号码,金额\r\n（2026）琼9999执1号,469999190001010018,0012.50\r\n';
  const rows = { 1: ['案号', '身份证号码', '金额'], 2: ['（2026）琼9999执1号', '469999190001010018', '0012.50'] };

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with byte-order mark', Buffer.from(`\u{feff}${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16 LE with mark', Buffer.from(`\u{feff}${text}`, 'utf16le')],
    ['UTF-16 BE with mark', Buffer.from(`\u{feff}${text}`, 'utf16le').swap16()],
    ['UTF-16 LE without mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE without mark', Buffer.from(text, 'utf16le').swap16()],
  ])('in %s keeps every character and digit', async (_, bytes) => {
    const workbook = await readBytes(bytes, '网络查控.2026.csv');
    expect(workbook.format).toBe('delimited-text');
    expect(workbook.sheets[0]?.name).toBe('网络查控.2026');
    expect(shownRows(workbook.sheets[0])).toEqual(rows);
    expect(workbook.warnings).toEqual([]);
  });

  it.each(['utf-8', 'gb18030'] as const)('with a stray NUL is still %s, and not UTF-16', async (encoding) => {
    const lines = `案号,承办人\r\n${'（2026）琼9999执1号,某某\r\n'.repeat(100)}（2026）琼9999执2号,`;
    const bytes = Buffer.concat([iconv.encode(lines, encoding), Buffer.from('\0\r\n')]);
    const workbook = await readBytes(bytes, '导出.csv');
    expect(workbook.encoding).toBe(encoding);
    expect(shownRows(workbook.sheets[0])[102]).toEqual(['（2026）琼9999执2号', '\0']);
  });

  it('decodes rare characters of GB18030 that lie across pieces', async () => {
    const name = '某㐂䶮𠮷';
    const line = `${name},${'测'.repeat(37)}\n`;
    const bytes = iconv.encode(line.repeat(20_000), 'gb18030');
    expect(bytes.length).toBeGreaterThan(2 ** 20);
    const { sheets } = await readBytes(bytes, '测试.csv');
    const texts = new Set([...(sheets[0]?.rows() ?? [])].map(({ cells }) => JSON.stringify(cells)));
    expect(texts.size).toBe(1);
    expect([...texts][0]).toContain(name);
  });

  it('obeys the hint sep= of its first line, which is no row', async () => {
    const { sheets } = await readBytes(Buffer.from('sep=;\r\na,b;c\r\n'), '测试.csv');
    expect(shownRows(sheets[0])).toEqual({ 1: ['a,b', 'c'] });
  });

  it('named .xls is read, with a warning about the name', async () => {
    const { format, warnings, sheets } = await readBytes(Buffer.from('案号\t金额\n甲\t1\n'), '导出.xls');
    expect(format).toBe('delimited-text');
    expect(warnings.map(({ code }) => code)).toEqual(['W_ENDING_DIFFERS']);
    expect(shownRows(sheets[0])).toEqual({ 1: ['案号', '金额'], 2: ['甲', '1'] });
  });

  it('warns of undecodable bytes and of a quote that is never closed', async () => {
    const bytes = Buffer.concat([Buffer.from('a,"b\nc,'), Buffer.from([0xff]), Buffer.from('\n')]);
    const { warnings } = await readBytes(bytes, '测试.csv');
    expect(warnings.map(({ code, cell, count }) => [code, cell, count])).toEqual([
      ['W_UNDECODABLE_TEXT', 'B1', 1],
      ['W_UNCLOSED_QUOTE', 'A1', 1],
    ]);
  });

  it('keeps row numbers over blank lines', async () => {
    const { sheets } = await readBytes(Buffer.from('a,b\n\n,\nc,d\n\n'), '测试.csv');
    expect(shownRows(sheets[0])).toEqual({ 1: ['a', 'b'], 4: ['c', 'd'] });
    expect(sheets[0]?.rowCount).toBe(4);
  });

  it('with a million fields in one record is refused', async () => {
    const failure = await failureOfReading(readBytes(Buffer.from(`a,b\n${'x,'.repeat(1_000_000)}`), '测试.csv'));
    expect(failure).toMatchObject({ code: 'E_TOO_LARGE', part: 'columns' });
  });

  it('comes back equal after writing and reading', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ';', '\t', '案', ' ', '=') });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, async (records) => {
        fc.pre(records.some((fields) => fields.some((one) => one !== '')));
        const quoted = records.map((fields) => fields.map((one) => `"${one.replaceAll('"', '""')}"`).join(','));
        const { sheets } = await readBytes(Buffer.from(quoted.join('\r\n')), '测试.csv');
        const [sheet] = sheets;
        expect(sheet).toBeDefined();
        if (!sheet) return;
        const again = parse([...csvLines(sheet)].join(''));
        expect(again.length).toBe(sheet.rowCount);
        for (const { number, cells } of sheet.rows()) {
          const given = records[number - 1] ?? [];
          const read = given.map((_, column) => {
            const cell = cells[column];
            return cell?.kind === 'text' ? cell.text : '';
          });
          expect(read).toEqual(given);
          expect(again[number - 1]).toEqual(
            Array.from({ length: sheet.columnCount }, (_, column) => given[column] ?? ''),
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});
