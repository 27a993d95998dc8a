import type { Cell } from '../sheet/grid.ts';

const oneDate = String.raw`\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{8}`;
const twoDates = new RegExp(
  String.raw`^\D{0,4}(${oneDate})\s*(?:起)?\s*[-—–~至到,;/|]+\s*(${oneDate})\s*止?\D{0,2}$`,
  'u',
);

/**
 * The start and the end of a cell that holds both: 2026年1月1日至2026年12月31日.
 * @returns `undefined` where the cell is not plainly two dates: neither half is guessed
 */
export function splitSpan(cell: Cell): readonly [start: Cell, end: Cell] | undefined {
  if (cell.kind !== 'text') return undefined;
  const match = twoDates.exec(cell.text.normalize('NFKC').trim());
  const [, start, end] = match ?? [];
  if (start === undefined || end === undefined) return undefined;
  return [
    { kind: 'text', text: start },
    { kind: 'text', text: end },
  ];
}
