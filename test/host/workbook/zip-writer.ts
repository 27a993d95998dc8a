import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a package for tests; everything that a hostile package may lie about can be set. */
export interface TestPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  readonly declaredBytes?: number;
  readonly declaredCrc?: number;
  readonly encrypted?: boolean;
}

/** Writes a zip package byte by byte. */
export function zipOf(parts: readonly TestPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const data = part.stored === true ? content : deflateRawSync(content);
    const name = Buffer.from(part.name);
    const flags = 0x800 | (part.encrypted === true ? 1 : 0);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(part.stored === true ? 0 : 8, 4);
    head.writeUInt32LE(part.declaredCrc ?? crc32(content), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(part.declaredBytes ?? content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, data]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, end, name]));
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(parts.length, 4);
  tail.writeUInt16LE(parts.length, 6);
  tail.writeUInt32LE(central.length, 8);
  tail.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, central, Buffer.from('PK\x05\x06'), tail]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const SHEET_OPEN = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">`;

/** Sheet part around the rows given as XML. */
export function sheetXml(rows: string, before = '', after = ''): string {
  return `${SHEET_OPEN}${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export interface TestWorkbook {
  /** Sheet parts as XML, in order; the sheets are called 表1, 表2, … */
  readonly sheets: readonly (string | Uint8Array)[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly workbookProperties?: string;
  /** `state` attributes by position. */
  readonly states?: readonly string[];
  readonly more?: readonly TestPart[];
}

export function stylesXml(formats: readonly (string | number)[]): string {
  const custom = formats.map((format, index) =>
    typeof format === 'string' ? `<numFmt numFmtId="${170 + index}" formatCode="${escapeXml(format)}"/>` : '',
  );
  const xfs = formats.map((format, index) => `<xf numFmtId="${typeof format === 'string' ? 170 + index : format}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Parts of a minimal .xlsx. */
export function xlsxParts({
  sheets,
  sharedStrings,
  styles,
  workbookProperties,
  states,
  more,
}: TestWorkbook): TestPart[] {
  const list = sheets.map(
    (_, index) =>
      `<sheet name="表${index + 1}" sheetId="${index + 1}" ${states?.[index] ?? ''} r:id="rId${index + 1}"/>`,
  );
  const relationships = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  if (sharedStrings !== undefined) {
    relationships.push(`<Relationship Id="rIdS" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`);
  }
  if (styles !== undefined) {
    relationships.push(`<Relationship Id="rIdT" Type="${OFFICE}/styles" Target="/xl/styles.xml"/>`);
  }
  return [
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookProperties ?? ''}<sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}">${relationships.join('')}</Relationships>`,
    },
    ...sheets.map((content, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content })),
    ...(sharedStrings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: sharedStrings }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', content: styles }]),
    ...(more ?? []),
  ];
}

export function xlsxOf(workbook: TestWorkbook): Buffer {
  return zipOf(xlsxParts(workbook));
}

export function sharedStringsXml(items: readonly string[]): string {
  return `<?xml version="1.0"?><sst xmlns="${MAIN}" count="${items.length}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
}
