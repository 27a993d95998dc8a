import { cellText } from '../../../src/core/sheet/cell-text.ts';
import type { ValueParser } from '../../../src/core/register/value-parser.ts';

/** Reads just enough for tests of the import: ISO-like dates, digits as amounts in fen; text otherwise. */
export const plainParser: ValueParser = (type, cell, { multiplier }) => {
  const text = cellText(cell);
  if (cell?.kind === 'error') return { value: undefined, problem: 'CELL_ERROR' };
  if (type === 'date' || type === 'dateTime') {
    const match = /^(\d{4})[-年.](\d{1,2})[-月.](\d{1,2})日?$/u.exec(text);
    if (match === null) return { value: undefined, problem: 'DATE_UNREADABLE' };
    const [, year = '', month = '', day = ''] = match;
    return { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
  }
  if (type === 'money') {
    const yuan = Number(text);
    return Number.isNaN(yuan)
      ? { value: undefined, problem: 'NUMBER_UNREADABLE' }
      : { value: Math.round(yuan * multiplier * 100) };
  }
  return { value: text };
};
