import { describe, expect, test } from 'vitest';
import type { ReportPreview } from '../../../../src/contract/report-preview.ts';
import { PAPER, pagesOf } from '../../../../src/renderer/features/report/paper.ts';

type Sheet = ReportPreview['sheets'][number];

/** A sheet with a head and rows of one height, in points. */
function sheet(widths: readonly number[], heights: readonly number[], heads = 1): Sheet {
  return {
    name: '发现',
    widths: [...widths],
    heads,
    rows: heights.map((height) => ({ height, cells: [] })),
    cut: false,
    unprinted: 0,
  };
}

describe('a sheet on paper', () => {
  test('is never made larger than it is', () => {
    expect(pagesOf(sheet([10], [15])).map(({ scale }) => scale)).toEqual([1]);
  });

  test('is made as small as its columns need', () => {
    const [page] = pagesOf(sheet([150, 150], [15]));
    const wide = (page?.widths ?? []).reduce((sum, width) => sum + width, 0);
    expect(wide * (page?.scale ?? 0)).toBeLessThanOrEqual(PAPER.width);
    expect(page?.scale).toBeCloseTo(0.4954, 3);
  });

  test('goes on to further pages, its head on each, and loses no row', () => {
    const pages = pagesOf(sheet([10], [30, ...Array.from({ length: 100 }, () => 15)]));
    expect(pages.length).toBe(4);
    for (const { rows } of pages) expect(rows[0]?.height).toBe(40);
    expect(pages.reduce((sum, { rows }) => sum + rows.length - 1, 0)).toBe(100);
  });

  test('has one page where it has no row, and a row taller than the page stands alone', () => {
    expect(pagesOf(sheet([10], [30])).length).toBe(1);
    expect(pagesOf(sheet([10], [30, 900, 15])).map(({ rows }) => rows.length)).toEqual([2, 2]);
  });
});
