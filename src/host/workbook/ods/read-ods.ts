import type { SheetSource } from '../../../core/sheet/grid.ts';
import { WorkbookError } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import { XmlReader } from '../xml.ts';
import type { ZipPackage } from '../zip-package.ts';
import { OdsHandlers } from './ods-handlers.ts';

/**
 * Reads an OpenDocument spreadsheet with an own streaming reader: the library tells neither hidden rows nor hidden sheets, and
 * repeats a repeated row a million times in memory. Dates are ISO texts in the file and stay so.
 */
export async function readOds(zip: ZipPackage, limits: ReadLimits): Promise<readonly SheetSource[]> {
  if (await isEncrypted(zip)) throw new WorkbookError({ code: 'E_ENCRYPTED' });
  const handlers = new OdsHandlers(limits);
  const reader = new XmlReader('content.xml', handlers);
  for await (const piece of zip.stream('content.xml')) reader.write(piece);
  reader.end();
  return handlers.sheets;
}

async function isEncrypted(zip: ZipPackage): Promise<boolean> {
  const manifest = 'META-INF/manifest.xml';
  if (!zip.has(manifest)) return false;
  const reader = { found: false };
  const xml = new XmlReader(manifest, {
    open({ local }) {
      if (local === 'encryption-data') reader.found = true;
    },
  });
  xml.write(await zip.read(manifest));
  xml.end();
  return reader.found;
}
