import type { Alignment, Borders, Fill, Font } from '@zurmokeeper/exceljs';
import type { FindingClass } from '../../../core/rule/format.ts';

/** A font that Windows and WPS have; LibreOffice takes the Chinese font it has in its place. */
const fontName = '微软雅黑';

export const bodyFont: Partial<Font> = { name: fontName, size: 10 };
export const boldFont: Partial<Font> = { ...bodyFont, bold: true };
export const titleFont: Partial<Font> = { name: fontName, size: 16, bold: true };
export const sectionFont: Partial<Font> = { name: fontName, size: 12, bold: true, color: { argb: 'FF1F3864' } };
export const mutedFont: Partial<Font> = { ...bodyFont, color: { argb: 'FF595959' } };
export const linkFont: Partial<Font> = { ...bodyFont, underline: true, color: { argb: 'FF0B4FB3' } };
export const headerFont: Partial<Font> = { ...boldFont, color: { argb: 'FFFFFFFF' } };

export const headerFill = solid('FF1F3864');
export const wrapped: Partial<Alignment> = { wrapText: true, vertical: 'top' };
export const centred: Partial<Alignment> = { wrapText: true, vertical: 'middle', horizontal: 'center' };

const line = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
export const cellBorder: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

/** Light enough to print in grey, told apart by words as well: the class is always written out. */
const classColours: Readonly<Record<FindingClass, { readonly fill: Fill; readonly text: string }>> = {
  violation: { fill: solid('FFF8D7DA'), text: 'FF8B1A1A' },
  overLimit: { fill: solid('FFFFF0CC'), text: 'FF7A5200' },
  lead: { fill: solid('FFDCE8F7'), text: 'FF1F4E79' },
};

interface ClassStyle {
  readonly fill: Fill;
  readonly font: Partial<Font>;
}

const classStyles: Readonly<Record<FindingClass, ClassStyle>> = {
  violation: withBoldText('violation'),
  overLimit: withBoldText('overLimit'),
  lead: withBoldText('lead'),
};

function withBoldText(of: FindingClass): ClassStyle {
  const { fill, text } = classColours[of];
  return { fill, font: { ...boldFont, color: { argb: text } } };
}

/** The same objects every time, so that cells of one class share their style. */
export function classStyle(of: FindingClass): ClassStyle {
  return classStyles[of];
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
