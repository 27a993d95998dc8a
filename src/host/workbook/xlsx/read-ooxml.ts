import type { SheetSource } from '../../../core/sheet/grid.ts';
import { WorkbookError } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import { NO_SHARED_TEXTS, OutOfOrder, RowStoreWriter, type SharedTexts } from '../row-store.ts';
import { StoredSheet } from '../stored-sheet.ts';
import type { WarningCollector } from '../warnings.ts';
import type { ZipPackage } from '../zip-package.ts';
import { CellSink } from './cell-sink.ts';
import { findParts, readWorkbookPart, type ListedSheet, type PackageParts } from './package-parts.ts';
import { parseSheet } from './parse-sheet.ts';
import { scanSheet } from './scan-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import type { SheetFrameXml } from './sheet-frame-xml.ts';
import { readStyles, type CellStyles } from './styles.ts';
import { UnusualXml } from './xml-text.ts';

/** What the sheets of a workbook share. */
interface SharedParts {
  readonly date1904: boolean;
  readonly styles: CellStyles;
  readonly texts: SharedTexts;
}

/** Sheets that hold no rows of a register: charts, dialogs, macro sheets. */
const OTHER_SHEETS: ReadonlySet<string> = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet']);

/** Reads the package of an .xlsx, .xlsm or .xlsb workbook. */
export async function readOoxml(
  zip: ZipPackage,
  bytes: Buffer,
  limits: ReadLimits,
  warnings: WarningCollector,
): Promise<{ readonly format: 'xlsx' | 'xlsb'; readonly sheets: readonly SheetSource[] }> {
  const parts = await findParts(zip);
  for (const { type } of parts.relationships) {
    if (type === 'vbaProject') warnings.add('W_MACROS_IGNORED', null, null);
    if (type === 'externalLink') warnings.add('W_EXTERNAL_LINKS', null, null);
  }
  if (parts.workbook.toLowerCase().endsWith('.bin')) {
    const { readXlsb } = await import('../legacy/read-xlsb.ts');
    return { format: 'xlsb', sheets: await readXlsb(zip, bytes, limits, warnings) };
  }
  return { format: 'xlsx', sheets: await readXlsx(zip, parts, limits, warnings) };
}

async function readXlsx(
  zip: ZipPackage,
  parts: PackageParts,
  limits: ReadLimits,
  warnings: WarningCollector,
): Promise<readonly SheetSource[]> {
  const { date1904, sheets: listed } = await readWorkbookPart(zip, parts.workbook);
  const partOf = (type: string): string | undefined =>
    parts.relationships.find((one) => one.type === type && zip.has(one.target))?.target;
  const stylesPart = partOf('styles');
  const stringsPart = partOf('sharedStrings');
  const shared: SharedParts = {
    date1904,
    styles: stylesPart === undefined ? [] : readStyles(stylesPart, await zip.read(stylesPart)),
    texts: stringsPart === undefined ? NO_SHARED_TEXTS : readSharedStrings(stringsPart, await zip.read(stringsPart)),
  };
  const sheets: SheetSource[] = [];
  for (const sheet of listed) {
    const relationship = parts.relationships.find(({ id }) => id === sheet.relationshipId);
    // Modules of the old macro language that a program brought over from .xls are listed with an empty id and have no part.
    if (sheet.relationshipId === '' || (relationship && OTHER_SHEETS.has(relationship.type))) {
      warnings.add('W_SHEET_WITHOUT_TABLE', sheet.name, null);
      continue;
    }
    if (relationship?.type !== 'worksheet' || !zip.has(relationship.target)) {
      throw new WorkbookError({ code: 'E_SHEET_LOST', sheet: sheet.name });
    }
    sheets.push(await readSheet(zip, relationship.target, sheet, shared, limits, warnings));
  }
  return sheets;
}

type SheetReader = (sink: CellSink) => Promise<SheetFrameXml>;

/** Tries the readers from the fastest to the most patient; each gives up, and is forgotten, where it is not sure. */
async function readSheet(
  zip: ZipPackage,
  part: string,
  sheet: ListedSheet,
  shared: SharedParts,
  limits: ReadLimits,
  warnings: WarningCollector,
): Promise<SheetSource> {
  const readers: readonly SheetReader[] = [
    (sink) => scanSheet(part, zip.stream(part), sink, limits),
    (sink) => parseSheet(part, zip.stream(part), sink, false),
    (sink) => parseSheet(part, zip.stream(part), sink, true),
  ];
  let doubt: unknown;
  for (const read of readers) {
    warnings.forget(sheet.name);
    const writer = new RowStoreWriter(limits, shared.texts);
    try {
      const frame = await read(new CellSink(writer, shared, sheet.name, warnings));
      const { mergedRanges, hiddenColumns } = frame;
      const { name, hidden } = sheet;
      return new StoredSheet({ name, hidden, mergedRanges, hiddenColumns }, writer.finish(), shared.texts);
    } catch (error) {
      if (!(error instanceof UnusualXml) && !(error instanceof OutOfOrder)) throw error;
      doubt = error;
    }
  }
  throw doubt;
}
