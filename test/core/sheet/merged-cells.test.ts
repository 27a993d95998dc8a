import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../../../src/core/sheet/grid.ts';
import { MergedCells } from '../../../src/core/sheet/merged-cells.ts';

const range = (firstRow: number, lastRow: number, firstColumn: number, lastColumn: number) => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
});
const row = (number: number, ...texts: string[]): SheetRow => ({
  number,
  hidden: false,
  cells: texts.map((text) => (text === '' ? undefined : { kind: 'text', text })),
});
const textsOf = (merged: MergedCells, at: SheetRow) =>
  [...merged.enter(at).inherited].map(([column, cell]) => [column, cell.kind === 'text' ? cell.text : '']);

describe('merged cells', () => {
  it('are inherited by the rows below their anchor, to the last row of the range', () => {
    const merged = new MergedCells([range(2, 3, 0, 0), range(2, 4, 1, 2)]);
    expect(textsOf(merged, row(2, '甲', '乙'))).toEqual([]);
    expect(textsOf(merged, row(3))).toEqual([
      [0, '甲'],
      [1, '乙'],
    ]);
    expect(textsOf(merged, row(4))).toEqual([[1, '乙']]);
    expect(textsOf(merged, row(5))).toEqual([]);
  });

  it('give nothing where the row of the anchor was left out', () => {
    const merged = new MergedCells([range(2, 4, 0, 0)]);
    expect(textsOf(merged, row(3, ''))).toEqual([]);
  });

  it('have a width where they begin', () => {
    const merged = new MergedCells([range(2, 2, 1, 4)]);
    const entered = merged.enter(row(2, '', '一、海口片区'));
    expect([entered.widthAt(1), entered.widthAt(2)]).toEqual([4, 1]);
  });

  it('end when they are closed', () => {
    const merged = new MergedCells([range(2, 9, 0, 0)]);
    merged.enter(row(2, '甲'));
    merged.close();
    expect(textsOf(merged, row(3))).toEqual([]);
  });
});
