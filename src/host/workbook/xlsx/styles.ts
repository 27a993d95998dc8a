import { builtInFormatKind, numberFormatKind, type NumberFormatKind } from '../number-format.ts';
import { readXml } from '../xml.ts';
import { MAIN_NAMESPACES } from './package-parts.ts';

/** Number format of each cell style, by its index in `cellXfs`. */
export type CellStyles = readonly NumberFormatKind[];

/** Reads the number formats of a styles part. A format that the file defines goes before the built-in one of the same id. */
export function readStyles(part: string, bytes: Buffer): CellStyles {
  const custom = new Map<number, NumberFormatKind>();
  const formatIds: number[] = [];
  const path: string[] = [];
  readXml(part, bytes, {
    open(element) {
      const parent = path.at(-1);
      path.push(element.local);
      if (!MAIN_NAMESPACES.includes(element.uri)) return;
      if (element.local === 'numFmt' && parent === 'numFmts') {
        custom.set(Number(element.attribute('numFmtId')), numberFormatKind(element.attribute('formatCode') ?? ''));
      } else if (element.local === 'xf' && parent === 'cellXfs') {
        formatIds.push(Number(element.attribute('numFmtId') ?? 0));
      }
    },
    close() {
      path.pop();
    },
  });
  return formatIds.map((id) => custom.get(id) ?? builtInFormatKind(id));
}
