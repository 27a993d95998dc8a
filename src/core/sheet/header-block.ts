import type { Cell, MergedRange, SheetRow, SheetSource } from './grid.ts';
import { cellText } from './cell-text.ts';

/** How far down the header may stand, and of how many rows it may consist. */
export const headerSearchRows = 60;
const maximumHeaderHeight = 3;
/** No register has more columns, and no header more words; what goes beyond is data, or meant to keep a reader busy. */
const headerSearchColumns = 500;
const longestHeader = 120;

/** The rows at the top of a sheet among which the header is looked for. */
export interface SheetTop {
  readonly rows: readonly SheetRow[];
  readonly mergedRanges: readonly MergedRange[];
}

/** The header of one column as it may be read, most specific first: `公安接收日期` before `接收日期`. */
export interface HeaderCell {
  readonly column: number;
  /** The lowest header cell that has words: what a person calls the column. */
  readonly text: string;
  /** Captions above it, from the outermost inwards. */
  readonly groups: readonly string[];
}

/** Some adjacent rows read as the header of a table. */
export interface HeaderBlock {
  /** 1-based, ascending; the last is the row right above the data. */
  readonly rows: readonly number[];
  readonly cells: readonly HeaderCell[];
}

/** Reads the first rows only: a register of a million rows is not walked for its header. */
export function readTop(source: SheetSource): SheetTop {
  const rows: SheetRow[] = [];
  for (const row of source.rows()) {
    if (row.number > headerSearchRows) break;
    rows.push(row);
  }
  const mergedRanges = source.mergedRanges.filter((range) => range.firstRow <= headerSearchRows);
  return { rows, mergedRanges };
}

/** All readings of the block that ends on the row `rows[last]`: one row high, two, three. */
export function headerBlocksEndingAt(top: SheetTop, last: number): readonly HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  for (let height = 1; height <= maximumHeaderHeight && height <= last + 1; height += 1) {
    const block = top.rows.slice(last - height + 1, last + 1);
    const first = block[0];
    const lowest = block[height - 1];
    if (first === undefined || lowest === undefined || lowest.number - first.number !== height - 1) break;
    if (height > 1 && isRepeated(first, block.slice(1))) break;
    blocks.push(composeBlock(block, top.mergedRanges));
  }
  return blocks;
}

/** The same words again further down are the header repeated on a new page, not a second level of it. */
function isRepeated(row: SheetRow, below: readonly SheetRow[]): boolean {
  return below.some((lower) => {
    const same = row.cells.filter((cell, column) => {
      const text = cellText(cell);
      return text !== '' && text === cellText(lower.cells[column]);
    });
    return same.length >= 2;
  });
}

function composeBlock(rows: readonly SheetRow[], mergedRanges: readonly MergedRange[]): HeaderBlock {
  const width = Math.min(Math.max(...rows.map((row) => row.cells.length), 0), headerSearchColumns);
  const levels = rows.map((row, index) => captionsOfRow(row, rows[index + 1], mergedRanges, width));
  const cells: HeaderCell[] = [];
  for (let column = 0; column < width; column += 1) {
    const texts: string[] = [];
    for (const level of levels) {
      const text = level[column] ?? '';
      if (text !== '' && texts.at(-1) !== text) texts.push(text);
    }
    const text = texts.pop();
    if (text !== undefined) cells.push({ column, text, groups: texts });
  }
  return { rows: rows.map((row) => row.number), cells: splitStartAndEnd(cells, rows, mergedRanges) };
}

/** The text over each column in one header row: its own cell, or the caption of the merged range it lies in. */
function captionsOfRow(
  row: SheetRow,
  below: SheetRow | undefined,
  mergedRanges: readonly MergedRange[],
  width: number,
): readonly string[] {
  const captions = Array.from({ length: width }, (_, column) => captionOf(row.cells[column]));
  const here = mergedRanges.filter((range) => range.firstRow === row.number && range.lastColumn > range.firstColumn);
  for (const range of here) {
    const caption = captions[range.firstColumn] ?? '';
    // A caption over (nearly) the whole width is the title of the table, not the caption of a group of columns.
    if (range.lastColumn - range.firstColumn + 1 >= Math.max(3, Math.ceil(width * 0.8)))
      captions[range.firstColumn] = '';
    else captions.fill(caption, range.firstColumn, Math.min(range.lastColumn + 1, width));
  }
  if (below !== undefined && mergedRanges.length === 0) spreadRight(captions, below);
  return captions;
}

function captionOf(cell: Cell | undefined): string {
  const text = cellText(cell);
  return text.length > longestHeader ? '' : text;
}

/** Text files have lost their merged ranges: a caption stands for the columns to its right that have words below but none here. */
function spreadRight(captions: string[], below: SheetRow): void {
  let caption = '';
  for (let column = 0; column < captions.length; column += 1) {
    const own = captions[column] ?? '';
    const hasLower = cellText(below.cells[column]) !== '';
    if (own !== '') caption = hasLower ? own : '';
    else if (hasLower) captions[column] = caption;
    else caption = '';
  }
}

/** 期限起/止 over two columns, with nothing below, names the first 期限起 and the second 期限止. */
function splitStartAndEnd(
  cells: readonly HeaderCell[],
  rows: readonly SheetRow[],
  mergedRanges: readonly MergedRange[],
): readonly HeaderCell[] {
  const firstRow = rows[0]?.number ?? 0;
  const lastRow = rows.at(-1)?.number ?? 0;
  return cells.map((cell) => {
    const match = /^(.*?)起\s*[/／]?\s*止(.*)$/su.exec(cell.text);
    if (match === null) return cell;
    const range = mergedRanges.find(
      (merged) =>
        merged.firstRow >= firstRow &&
        merged.lastRow <= lastRow &&
        merged.lastColumn === merged.firstColumn + 1 &&
        cell.column >= merged.firstColumn &&
        cell.column <= merged.lastColumn,
    );
    if (range === undefined) return cell;
    const half = cell.column === range.firstColumn ? '起' : '止';
    return { ...cell, text: `${match[1] ?? ''}${half}${match[2] ?? ''}` };
  });
}
