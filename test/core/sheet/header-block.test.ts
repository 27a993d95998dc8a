import { describe, expect, it } from 'vitest';
import { headerBlocksEndingAt, headerSearchRows, readTop } from '../../../src/core/sheet/header-block.ts';
import type { HeaderBlock } from '../../../src/core/sheet/header-block.ts';
import { buildSheet } from './build-sheet.ts';
import type { SheetParts } from './build-sheet.ts';

function block(parts: SheetParts, lastRow: number, height: number): HeaderBlock | undefined {
  const top = readTop(buildSheet(parts));
  return headerBlocksEndingAt(
    top,
    top.rows.findIndex((row) => row.number === lastRow),
  )[height - 1];
}
const shown = (found: HeaderBlock | undefined) => found?.cells.map(({ groups, text }) => [...groups, text].join('>'));

describe('header blocks', () => {
  it('a caption merged over columns stands over each of them, a cell merged downwards names its column', () => {
    const parts = {
      rows: [
        ['案号', '公安', null, '法院'],
        [null, '接收', '回执', '移送'],
      ],
      merged: ['A1:A2', 'B1:C1'],
    };
    expect(shown(block(parts, 2, 2))).toEqual(['案号', '公安>接收', '公安>回执', '法院>移送']);
  });

  it('three levels of captions', () => {
    const parts = {
      rows: [
        ['案号', '公安', null, '备注'],
        [null, '接收', '审查'],
        [null, '日期', '结果'],
      ],
      merged: ['A1:A3', 'B1:C1', 'D1:D3'],
    };
    expect(shown(block(parts, 3, 3))).toEqual(['案号', '公安>接收>日期', '公安>审查>结果', '备注']);
  });

  it('the title across the table is no caption of its columns', () => {
    expect(shown(block({ rows: [['某某台账'], ['案号', '法院', '备注']], merged: ['A1:C1'] }, 2, 2))).toEqual([
      '案号',
      '法院',
      '备注',
    ]);
  });

  it('rows with a gap between them are no one header', () => {
    const top = readTop(buildSheet({ rows: [['甲', '乙'], [], ['案号', '法院']] }));
    expect(headerBlocksEndingAt(top, 1)).toHaveLength(1);
  });

  it('a long sheet is not walked for its header', () => {
    let walked = 0;
    const source = buildSheet({ rows: [] });
    readTop({
      ...source,
      *rows() {
        for (let number = 1; number <= 1_000_000; number += 1) {
          walked = number;
          yield { number, hidden: false, cells: [] };
        }
      },
    });
    expect(walked).toBe(headerSearchRows + 1);
  });
});
