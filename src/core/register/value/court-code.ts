import type { Cell } from '../../sheet/grid.ts';
import type { CourtCode, CourtCodeTable } from '../court-code-table.ts';
import type { ParsedValue } from '../value-parser.ts';
import { COURT_PROVINCES } from './case-number.ts';
import { meansNothing, withoutSpaces } from './normalise.ts';

/** The court of a code or of a case number's code; `undefined` where the table does not know it. */
export function courtOfCode(table: CourtCodeTable, code: string): CourtCode | undefined {
  const wanted = withoutSpaces(code);
  return table.courts.find((court) => court.code === wanted);
}

/** The table has the courts of some provinces only: of the others every code that is well formed counts. */
function isListed(table: CourtCodeTable, text: string): boolean {
  const province = COURT_PROVINCES.find((word) => text.startsWith(word)) ?? '';
  const ofProvince = table.courts.filter(({ code }) => code.startsWith(province));
  return ofProvince.length === 0 || ofProvince.some(({ code }) => code === text);
}

const CODE = new RegExp(`^(?:${COURT_PROVINCES.join('|')})(?:\\d{4}|\\d{2})?$`, 'u');

/**
 * A court code as it stands. Text in another form is kept with a warning, and so is a code of a province whose courts the table
 * lists, which is not among them.
 */
export function parseCourtCode(cell: Cell, table?: CourtCodeTable): ParsedValue {
  const text = cell.kind === 'text' ? withoutSpaces(cell.text) : cell.kind === 'number' ? String(cell.number) : '';
  if (meansNothing(text)) return { value: null };
  const known = CODE.test(text) && (table === undefined || isListed(table, text));
  return known ? { value: text } : { value: text, warning: 'COURT_CODE_UNKNOWN' };
}
