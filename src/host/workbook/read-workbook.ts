import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { SheetSource } from '../../core/sheet/grid.ts';
import { classificationMark } from './classified-name.ts';
import { detectContainer, detectPackage, detectText } from './detect.ts';
import { WorkbookError } from './error-codes.ts';
import { fileSystemFailure, parseError } from './failure-of.ts';
import { fileNameOf, type WorkbookInput } from './input.ts';
import { DEFAULT_LIMITS, type ReadLimits } from './limits.ts';
import { regularFileBytes } from './regular-file.ts';
import { sniffDelimiter } from './text/delimited-parser.ts';
import { decodeText, textHead, type TextEncoding } from './text/encoding.ts';
import { readDelimited } from './text/read-delimited.ts';
import { WarningCollector } from './warnings.ts';
import type { Workbook, WorkbookFormat } from './workbook.ts';
import { ZipPackage } from './zip-package.ts';

interface ReadSheets {
  readonly format: WorkbookFormat;
  readonly sheets: readonly SheetSource[];
  readonly encoding?: TextEncoding;
}

/**
 * Reads a workbook of any supported format, told by its content and not by its name. Checks come before parsing, and nothing of
 * the file is executed, fetched or written. For untrusted files call it through `openInWorker`, which adds limits of heap and time.
 *
 * @throws WorkbookError, and nothing else, for a file that cannot be read whole; see `WorkbookFailure` for the codes
 */
export async function readWorkbook(input: WorkbookInput, limits: ReadLimits = DEFAULT_LIMITS): Promise<Workbook> {
  const fileName = fileNameOf(input);
  const mark = classificationMark(fileName);
  if (mark !== undefined) throw new WorkbookError({ code: 'E_CLASSIFIED', mark });
  const bytes = await load(input, limits);
  const warnings = new WarningCollector();
  let read: ReadSheets;
  try {
    read = await readSheets(bytes, fileName, limits, warnings);
  } catch (error) {
    throw parseError(error, limits);
  }
  const { format, sheets, encoding = null } = read;
  if (sheets.length === 0) throw new WorkbookError({ code: 'E_EMPTY', part: 'sheets' });
  if (endingDiffers(fileName, format)) warnings.add('W_ENDING_DIFFERS', null, null);
  return {
    fileName,
    format,
    encoding,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    sheets,
    warnings: warnings.list(),
  };
}

async function load(input: WorkbookInput, limits: ReadLimits): Promise<Buffer> {
  let bytes: Buffer;
  if ('path' in input) {
    refuseLargeFile(await regularFileBytes(input.path), limits);
    try {
      bytes = await readFile(input.path);
    } catch (error) {
      throw new WorkbookError(fileSystemFailure(error), { cause: error });
    }
  } else {
    bytes = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength);
  }
  refuseLargeFile(bytes.length, limits);
  if (bytes.length === 0) throw new WorkbookError({ code: 'E_EMPTY', part: 'file' });
  return bytes;
}

function refuseLargeFile(sizeBytes: number, { maxFileBytes }: ReadLimits): void {
  if (sizeBytes <= maxFileBytes) return;
  throw new WorkbookError({ code: 'E_TOO_LARGE', part: 'fileBytes', actual: sizeBytes, limit: maxFileBytes });
}

async function readSheets(
  bytes: Buffer,
  fileName: string,
  limits: ReadLimits,
  warnings: WarningCollector,
): Promise<ReadSheets> {
  const container = detectContainer(bytes);
  switch (container.kind) {
    case 'zip':
      return readPackage(bytes, limits, warnings);
    case 'compound':
    case 'bareBiff': {
      // Loaded on demand: most workbooks never need the library.
      const { readBiff } = await import('./legacy/read-biff.ts');
      if (bytes.includes(MACRO_STORAGE)) warnings.add('W_MACROS_IGNORED', null, null);
      return readBiff(bytes, container.kind, limits, warnings);
    }
    case 'text':
      return readText(bytes, fileName, limits, warnings);
    case 'unsupported':
      throw new WorkbookError({ code: 'E_UNSUPPORTED_FORMAT', format: container.format });
    case 'other':
      throw new WorkbookError({ code: 'E_NOT_A_WORKBOOK', looksLike: container.looksLike });
  }
}

async function readPackage(bytes: Buffer, limits: ReadLimits, warnings: WarningCollector): Promise<ReadSheets> {
  const zip = await ZipPackage.open(bytes, limits);
  const mimetype = zip.sizeOf('mimetype') > 0 && zip.sizeOf('mimetype') < 200 ? await zip.read('mimetype') : '';
  const kind = detectPackage(zip, mimetype.toString());
  switch (kind.kind) {
    case 'ooxml': {
      const { readOoxml } = await import('./xlsx/read-ooxml.ts');
      return readOoxml(zip, bytes, limits, warnings);
    }
    case 'ods': {
      const { readOds } = await import('./ods/read-ods.ts');
      return { format: 'ods', sheets: await readOds(zip, limits) };
    }
    case 'unsupported':
      throw new WorkbookError({ code: 'E_UNSUPPORTED_FORMAT', format: kind.format });
    case 'other':
      throw new WorkbookError({ code: 'E_NOT_A_WORKBOOK', looksLike: kind.looksLike });
  }
}

/** Name of the storage in which a compound file keeps the macros of a workbook. */
const MACRO_STORAGE = Buffer.from('_VBA_PROJECT_CUR', 'utf16le');

const DELIMITED_ENDINGS = new Set(['.csv', '.tsv', '.txt']);

async function readText(
  bytes: Buffer,
  fileName: string,
  limits: ReadLimits,
  warnings: WarningCollector,
): Promise<ReadSheets> {
  const text = decodeText(bytes);
  if (!text) {
    throw new WorkbookError({ code: 'E_NOT_A_WORKBOOK', looksLike: { zh: '二进制数据', en: 'binary data' } });
  }
  const { encoding } = text;
  const head = textHead(text);
  const ending = extname(fileName);
  const delimited = DELIMITED_ENDINGS.has(ending.toLowerCase());
  const kind = detectText(head, delimited, sniffDelimiter(head) !== undefined);
  switch (kind.kind) {
    case 'delimited': {
      const name = fileName.slice(0, fileName.length - ending.length) || fileName;
      return { format: 'delimited-text', encoding, sheets: [readDelimited(text, name, limits, warnings)] };
    }
    case 'html': {
      const { readHtml } = await import('./html/read-html.ts');
      return { format: 'html', encoding, sheets: readHtml(text, limits) };
    }
    case 'spreadsheetml2003': {
      const { readSpreadsheetMl } = await import('./legacy/read-spreadsheetml.ts');
      return { format: 'spreadsheetml2003', encoding, sheets: readSpreadsheetMl(text, limits) };
    }
    case 'unsupported':
      throw new WorkbookError({ code: 'E_UNSUPPORTED_FORMAT', format: kind.format });
    case 'other':
      throw new WorkbookError({ code: 'E_NOT_A_WORKBOOK', looksLike: kind.looksLike });
  }
}

const ENDINGS: Readonly<Record<WorkbookFormat, readonly string[]>> = {
  xlsx: ['.xlsx', '.xlsm', '.xltx', '.xltm'],
  xlsb: ['.xlsb'],
  biff8: ['.xls', '.et', '.xlt', '.ett'],
  biff5: ['.xls', '.et', '.xlt', '.ett'],
  ods: ['.ods', '.ots'],
  html: ['.html', '.htm'],
  spreadsheetml2003: ['.xml'],
  'delimited-text': ['.csv', '.tsv', '.txt'],
};

function endingDiffers(fileName: string, format: WorkbookFormat): boolean {
  return !ENDINGS[format].includes(extname(fileName).toLowerCase());
}
