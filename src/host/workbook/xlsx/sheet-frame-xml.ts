import type { MergedRange } from '../../../core/sheet/grid.ts';
import { parseRange } from '../a1.ts';
import { corrupt } from '../error-codes.ts';
import type { XmlElement } from '../xml.ts';
import { isTrue, MAIN_NAMESPACES } from './package-parts.ts';

/** What surrounds the rows in a sheet part: columns before them, merged ranges after them. */
export class SheetFrameXml {
  readonly mergedRanges: MergedRange[] = [];
  readonly hiddenColumns: number[] = [];
  #sheetData = 0;

  /** To be told of every element outside rows. */
  open(element: XmlElement): void {
    if (!MAIN_NAMESPACES.includes(element.uri)) return;
    switch (element.local) {
      case 'sheetData':
        if (++this.#sheetData > 1) throw corrupt('a sheet has two blocks of rows');
        break;
      case 'col':
        this.#column(element);
        break;
      case 'mergeCell': {
        const range = parseRange(element.attribute('ref') ?? '');
        if (range) this.mergedRanges.push(range);
      }
    }
  }

  #column(element: XmlElement): void {
    if (!isTrue(element.attribute('hidden')) && element.attribute('width') !== '0') return;
    const first = Number(element.attribute('min'));
    const last = Math.min(Number(element.attribute('max')), 16_384);
    for (let column = Math.max(first, 1); column <= last; column++) this.hiddenColumns.push(column - 1);
  }
}
