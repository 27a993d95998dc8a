import type { SheetSource } from '../../../core/sheet/grid.ts';
import { corrupt } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import type { DecodedText } from '../text/encoding.ts';
import { decodeReferences, shownText } from './html-text.ts';
import { HtmlTable } from './html-table.ts';

/**
 * Reads a page that a system exported under the name .xls: each table becomes a sheet, each cell the text it shows, so that long
 * numbers keep all digits. An own reader, because the library drops rows that do not begin with a cell, and leaves numeric
 * character references as they are. It is no browser: scripts do not run, nothing is fetched.
 */
export function readHtml(text: DecodedText, limits: ReadLimits): readonly SheetSource[] {
  const page = [...text.pieces()].join('');
  const tables = findTables(page, limits);
  const names = sheetNames(page);
  const named = names.length === tables.length ? names : tables.map((_, index) => `Sheet${index + 1}`);
  const sheets = tables.map((table, index) => table.finish(named[index] ?? ''));
  // A table around others that has no text of its own only lays out the page.
  const withText = sheets.filter((sheet) => sheet.rowCount > 0);
  return withText.length > 0 ? withText : sheets;
}

/** Comment, tag, or text; the alternatives start differently, so that a match never goes back. */
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gi;

/** Elements whose content is not shown. */
const UNSHOWN: ReadonlySet<string> = new Set(['script', 'style', 'xml']);
const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'br', 'li']);

/** All tables, in the order in which they begin. A cell's text does not include that of a table inside it. */
function findTables(page: string, limits: ReadLimits): readonly HtmlTable[] {
  const tables: HtmlTable[] = [];
  const open: HtmlTable[] = [];
  let unshown: string | undefined;
  for (const [token, slash, rawName, attributes = ''] of page.matchAll(TOKEN)) {
    const name = rawName?.toLowerCase();
    if (unshown !== undefined) {
      if (name === unshown && slash === '/') unshown = undefined;
      continue;
    }
    const table = open.at(-1);
    if (name === undefined) {
      if (!token.startsWith('<!--')) table?.text(token.replace(/[ \t\r\n]+/g, ' '));
    } else if (name === 'table') {
      if (slash === '/') open.pop()?.closeRow();
      else {
        const inner = new HtmlTable(limits);
        tables.push(inner);
        open.push(inner);
      }
    } else if (slash === '') {
      if (UNSHOWN.has(name)) unshown = name;
      else openElement(name, attributes, table);
    } else closeElement(name, table);
  }
  if (open.length > 0) throw corrupt('a table of the page is not closed');
  return tables;
}

function openElement(name: string, attributes: string, table: HtmlTable | undefined): void {
  if (name === 'tr') table?.openRow(/display\s*:\s*none/i.test(attributes));
  else if (name === 'td' || name === 'th') table?.openCell(span(attributes, 'colspan'), span(attributes, 'rowspan'));
  else if (BLOCKS.has(name)) table?.lineBreak();
}

function closeElement(name: string, table: HtmlTable | undefined): void {
  if (name === 'tr') table?.closeRow();
  else if (name === 'td' || name === 'th') table?.closeCell();
  else if (BLOCKS.has(name)) table?.lineBreak();
}

/** Value of `colspan` or `rowspan`; the bounds are those of HTML. */
function span(attributes: string, name: 'colspan' | 'rowspan'): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,5})`, 'i').exec(attributes)?.[1];
  return Math.min(Math.max(Number(found ?? 1), 1), name === 'colspan' ? 1000 : 65_534);
}

/** Names that spreadsheet programs keep for the sheets of a page, in a comment that only they read. */
function sheetNames(page: string): readonly string[] {
  return [...page.matchAll(/<x:ExcelWorksheet>\s*<x:Name>([^<]*)<\/x:Name>/gi)].map(([, name = '']) =>
    shownText(decodeReferences(name)),
  );
}
