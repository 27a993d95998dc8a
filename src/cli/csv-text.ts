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

/** A sheet as lines of RFC 4180, one for each row from 1 to the last used, each as wide as the sheet. */
export function* csvLines(sheet: SheetSource): Generator<string, void, undefined> {
  const blank = ','.repeat(Math.max(0, sheet.columnCount - 1)) + LINE_END;
  let next = 1;
  for (const { number, cells } of sheet.rows()) {
    for (; next < number; next++) yield blank;
    const fields = Array.from({ length: sheet.columnCount }, (_, column) => quoted(cellText(cells[column])));
    yield fields.join(',') + LINE_END;
    next = number + 1;
  }
  for (; next <= sheet.rowCount; next++) yield blank;
}
