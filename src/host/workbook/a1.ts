import type { MergedRange } from '../../core/sheet/grid.ts';

/** 1-based row and 0-based column of an address such as `AB12` or `$AB$12`. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,7})\$?(\d{1,10})$/.exec(address);
  if (!match) return undefined;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row >= 1 ? { row, column: column - 1 } : undefined;
}

/** A merged range such as `A1:C1`; both corners in any order. */
export function parseRange(text: string): MergedRange | undefined {
  const [first, last] = text.split(':');
  const a = parseAddress(first ?? '');
  const b = parseAddress(last ?? first ?? '');
  if (!a || !b) return undefined;
  return {
    firstRow: Math.min(a.row, b.row),
    lastRow: Math.max(a.row, b.row),
    firstColumn: Math.min(a.column, b.column),
    lastColumn: Math.max(a.column, b.column),
  };
}
