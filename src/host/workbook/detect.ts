import type { Bilingual } from '../../core/language.ts';
import type { ZipPackage } from './zip-package.ts';

/** What the first bytes of a file say it is. Only containers that may hold a workbook are named; the rest is refused by `looksLike`. */
export type Container =
  | { readonly kind: 'zip' }
  | { readonly kind: 'compound' }
  | { readonly kind: 'bareBiff' }
  | { readonly kind: 'text' }
  | { readonly kind: 'unsupported'; readonly format: string }
  | { readonly kind: 'other'; readonly looksLike: Bilingual };

const other = (zh: string, en: string): Container => ({ kind: 'other', looksLike: { zh, en } });

/** Signatures in hexadecimal, longest match not needed: no one is the beginning of another. */
const SIGNATURES: readonly (readonly [hex: string, container: Container])[] = [
  ['504b0304', { kind: 'zip' }],
  ['504b0506', { kind: 'zip' }],
  ['504b0708', { kind: 'zip' }],
  ['d0cf11e0a1b11ae1', { kind: 'compound' }],
  ['0908', { kind: 'bareBiff' }],
  ['09000400', { kind: 'unsupported', format: 'Excel 2 (BIFF2)' }],
  ['09020600', { kind: 'unsupported', format: 'Excel 3 (BIFF3)' }],
  ['09040600', { kind: 'unsupported', format: 'Excel 4 (BIFF4)' }],
  ['255044462d', other('PDF 文档', 'a PDF document')],
  ['ffd8ff', other('JPEG 图片', 'a JPEG picture')],
  ['89504e470d0a1a0a', other('PNG 图片', 'a PNG picture')],
  ['47494638', other('GIF 图片', 'a GIF picture')],
  ['49492a00', other('TIFF 图片', 'a TIFF picture')],
  ['4d4d002a', other('TIFF 图片', 'a TIFF picture')],
  ['424d', other('BMP 图片', 'a BMP picture')],
  ['52617221', other('RAR 压缩包', 'a RAR archive')],
  ['377abcaf271c', other('7z 压缩包', 'a 7z archive')],
  ['1f8b08', other('gzip 压缩包', 'a gzip archive')],
  ['7b5c727466', other('RTF 文档', 'an RTF document')],
  ['4d5a', other('Windows 程序', 'a Windows program')],
  ['7f454c46', other('Linux 程序', 'a Linux program')],
  ['53514c69746520666f726d6174', other('SQLite 数据库', 'a SQLite database')],
];

/** Two printable letters that also begin texts: believed only where binary bytes follow. */
const SHORT_TEXTUAL = new Set(['424d', '4d5a']);

/** Tells the container by content, never by the name. */
export function detectContainer(bytes: Buffer): Container {
  const start = bytes.toString('hex', 0, 16);
  for (const [hex, container] of SIGNATURES) {
    if (start.startsWith(hex) && !(SHORT_TEXTUAL.has(hex) && !bytes.subarray(0, 512).includes(0))) return container;
  }
  return { kind: 'text' };
}

/** What a zip package holds. */
export type PackageKind =
  | { readonly kind: 'ooxml' }
  | { readonly kind: 'ods' }
  | { readonly kind: 'unsupported'; readonly format: string }
  | { readonly kind: 'other'; readonly looksLike: Bilingual };

/** @param mimetype content of the part of that name, or '' */
export function detectPackage(zip: ZipPackage, mimetype: string): PackageKind {
  if (mimetype.includes('opendocument.spreadsheet')) return { kind: 'ods' };
  if (mimetype.includes('opendocument.text')) return no('OpenDocument 文字文档', 'an OpenDocument text');
  if (mimetype.includes('opendocument')) return no('OpenDocument 文档', 'an OpenDocument document');
  const names = zip.names.map((name) => name.toLowerCase());
  const any = (prefix: string): boolean => names.some((name) => name.startsWith(prefix));
  if (any('index/document.iwa')) return { kind: 'unsupported', format: 'Apple Numbers' };
  if (any('ofd.xml')) return no('OFD 版式文档', 'an OFD document');
  if (any('uof.xml') || any('objectdata.xml')) return { kind: 'unsupported', format: 'UOF 标文通' };
  if (any('word/')) return no('Word 文档', 'a Word document');
  if (any('ppt/')) return no('PowerPoint 演示文稿', 'a PowerPoint presentation');
  if (zip.has('[Content_Types].xml') || any('xl/') || zip.has('_rels/.rels')) return { kind: 'ooxml' };
  if (zip.has('content.xml') && zip.has('META-INF/manifest.xml')) return { kind: 'ods' };
  return no('zip 压缩包', 'a zip archive');
}

function no(zh: string, en: string): PackageKind {
  return { kind: 'other', looksLike: { zh, en } };
}

/** What a plain text is, from its beginning. `named` tells whether the name says that it is delimited text. */
export type TextKind =
  | { readonly kind: 'delimited' }
  | { readonly kind: 'html' }
  | { readonly kind: 'spreadsheetml2003' }
  | { readonly kind: 'unsupported'; readonly format: string }
  | { readonly kind: 'other'; readonly looksLike: Bilingual };

/**
 * @param head first characters of the text
 * @param delimited whether the name ends as delimited text does (.csv, .tsv, .txt)
 * @param splits whether a delimiter splits its first records
 */
export function detectText(head: string, delimited: boolean, splits: boolean): TextKind {
  const trimmed = head.trimStart();
  if (trimmed.startsWith('<')) {
    if (/<\?mso-application\s+progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet"/i.test(trimmed)) {
      if (/<(?:[\w-]+:)?Workbook[\s>]/.test(trimmed)) return { kind: 'spreadsheetml2003' };
    }
    if (/<(?:html|table|!doctype html|head|body|meta|style)[\s>]/i.test(trimmed)) return { kind: 'html' };
    if (/^<\?xml[\s?]/i.test(trimmed)) return { kind: 'other', looksLike: { zh: 'XML 文件', en: 'an XML file' } };
  }
  if (/^MIME-Version:/i.test(trimmed)) return { kind: 'unsupported', format: 'MHTML 单个文件网页' };
  if (trimmed.startsWith('ID;P')) return { kind: 'unsupported', format: 'SYLK' };
  if (hasControlCharacters(head)) return { kind: 'other', looksLike: { zh: '二进制数据', en: 'binary data' } };
  if (delimited) return { kind: 'delimited' };
  if (/^[[{]\s*["{[\]}]/.test(trimmed)) return { kind: 'other', looksLike: { zh: 'JSON 文件', en: 'a JSON file' } };
  return splits ? { kind: 'delimited' } : { kind: 'other', looksLike: { zh: '纯文本', en: 'plain text' } };
}

/** More than a stray one: texts copied from other systems do contain a few. */
function hasControlCharacters(head: string): boolean {
  let count = 0;
  for (let index = 0; index < head.length; index++) {
    const code = head.charCodeAt(index);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c) count++;
  }
  return count > head.length / 200;
}
