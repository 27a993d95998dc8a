import type { Cell, SheetSource } from '../core/sheet/grid.ts';

/** A cell as the `sheets` command writes it: dates ISO, numbers shortest, TRUE/FALSE, errors as shown. */
export function cellText(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case undefined:
      return '';
    case 'text':
    case 'error':
      return cell.text;
    case 'number':
      return String(cell.number);
    case 'date':
      return cell.iso;
    case 'boolean':
      return cell.boolean ? 'TRUE' : 'FALSE';
  }
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const LINE_END = '\r\n';

/**
 * Fields up to which every line is as wide as the sheet. One cell in the last corner of a sheet would otherwise make thousands of
 * millions of commas: beyond this a line ends after its last cell.
 */
const MOST_PADDED_FIELDS = 2 ** 28;

/** A sheet as lines of RFC 4180, one for each row from 1 to the last used, each as wide as the sheet. */
export function* csvLines(sheet: SheetSource): Generator<string, void, undefined> {
  const padded = sheet.rowCount * sheet.columnCount <= MOST_PADDED_FIELDS;
  const blank = (padded ? ','.repeat(Math.max(0, sheet.columnCount - 1)) : '') + LINE_END;
  let next = 1;
  for (const { number, cells } of sheet.rows()) {
    for (; next < number; next++) yield blank;
    const length = padded ? sheet.columnCount : cells.length;
    const fields = Array.from({ length }, (_, column) => quoted(cellText(cells[column])));
    yield fields.join(',') + LINE_END;
    next = number + 1;
  }
  for (; next <= sheet.rowCount; next++) yield blank;
}
