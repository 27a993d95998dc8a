import type { Cell } from './grid.ts';

/** What a person reads in the cell, without surrounding white space; empty for an empty cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  switch (cell.kind) {
    case 'text':
      return cell.text.trim();
    case 'number':
      return cell.text?.trim() ?? String(cell.number);
    case 'date':
      return cell.iso;
    case 'boolean':
      return cell.boolean ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.text;
  }
}

/** A cell counts as blank when nothing is to be read in it: white space and invisible characters are not content. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === undefined) return true;
  return cell.kind === 'text' && /^[\s\u200b-\u200d\u2060\ufeff]*$/u.test(cell.text);
}
