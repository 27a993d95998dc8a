import type { SheetSource } from '../../../core/sheet/grid.ts';
import { corrupt } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import type { DecodedText } from '../text/encoding.ts';
import { readString, storeLibrarySheet } from './library-sheet.ts';

/**
 * The tables of a page that hold no table themselves, in order: a table around others only lays out the page. Comments are left out
 * first, for they may hold markup.
 */
export function leafTables(page: string): readonly string[] {
  const html = page.replace(/<!--[\s\S]*?-->/g, '');
  const open: { start: number; leaf: boolean }[] = [];
  const tables: string[] = [];
  for (const tag of html.matchAll(/<(\/?)table\b[^>]*>/gi)) {
    if (tag[1] === '') {
      const around = open.at(-1);
      if (around) around.leaf = false;
      open.push({ start: tag.index, leaf: true });
    } else {
      const closed = open.pop();
      if (closed?.leaf === true) tables.push(html.slice(closed.start, tag.index + tag[0].length));
    }
  }
  if (open.length > 0) throw corrupt('a table of the page is not closed');
  return tables;
}

/**
 * Reads a page that a system exported under the name .xls: each table becomes a sheet, each cell the text it shows, so that long
 * numbers keep all digits.
 */
export function readHtml(text: DecodedText, limits: ReadLimits): readonly SheetSource[] {
  return leafTables([...text.pieces()].join('')).map((table, index) => {
    const book = readString(`<html><body>${table}</body></html>`);
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (!sheet) throw corrupt(`table ${index + 1} of the page cannot be read`);
    return storeLibrarySheet(sheet, { name: `Sheet${index + 1}`, hidden: false, date1904: false }, limits);
  });
}
