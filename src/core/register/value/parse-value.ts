import { assertNever } from '../../assert-never.ts';
import type { Cell } from '../../sheet/grid.ts';
import type { FieldType } from '../definition.ts';
import type { ParsedValue, ValueContext } from '../value-parser.ts';
import { parseBoolean } from './boolean.ts';
import { parseCaseNumber } from './case-number.ts';
import { parseCourtCode } from './court-code.ts';
import { parseDate } from './date.ts';
import { parseIdentity } from './identity.ts';
import { parseInteger, parseMoney, parseNumber, parseRatio } from './number.ts';
import { parseText } from './text.ts';

/**
 * Turns a cell into the value of a field: a value, `null` for blank (an empty cell, or one that says so: —, 无, N/A), or
 * `undefined` with the problem that made it unreadable. Nothing is guessed: what can be read in two ways is a problem.
 */
export function parseValue(type: FieldType, cell: Cell | undefined, context: ValueContext): ParsedValue {
  if (cell === undefined) return { value: null };
  if (cell.kind === 'error') return { value: undefined, problem: 'CELL_ERROR' };
  switch (type) {
    case 'text':
      return parseText(cell);
    case 'date':
    case 'dateTime':
      return parseDate(cell, type, context.date1904 === true);
    case 'money':
      return parseMoney(cell, context.multiplier);
    case 'number':
      return parseNumber(cell, context.multiplier);
    case 'integer':
      return parseInteger(cell, context.multiplier);
    case 'ratio':
      return parseRatio(cell, context.multiplier);
    case 'boolean':
      return parseBoolean(cell);
    case 'caseNo':
      return parseCaseNumber(cell);
    case 'identity':
      return parseIdentity(cell);
    case 'courtCode':
      return parseCourtCode(cell, context.courtCodes);
    default:
      return assertNever(type);
  }
}
