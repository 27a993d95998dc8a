import type { Cell } from '../../sheet/grid.ts';
import type { ParsedValue } from '../value-parser.ts';
import { hasLostDigits, isPlaceholder, isScientific, normalised } from './normalise.ts';

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/gu;
/** Control characters other than white space, and those that turn the direction of writing (they can hide text). */

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]/gu;
/** ———— and the like; a longer row of marks is somebody's text. */
const LONGEST_PLACEHOLDER = 8;
const LOST: ParsedValue = { value: undefined, problem: 'NUMBER_IN_SCIENTIFIC_NOTATION' };

function cleaned(text: string): ParsedValue {
  const visible = text.replace(CONTROL, '');
  const value = visible.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
  // A spreadsheet writes 6.2E+18 where it kept 15 digits of an account number: what is left identifies nothing.
  if (isScientific(value) && hasLostDigits(Number(value))) return LOST;
  const blank = value === '' || (value.length <= LONGEST_PLACEHOLDER && isPlaceholder(normalised(value)));
  const result = { value: blank ? null : value };
  return visible === text ? result : { ...result, warning: 'TEXT_CONTROL_CHARACTER' };
}

/** A number in a column of text, with the leading zeros that its format shows. */
function numberText(number: number, shown: string | undefined): string {
  return shown !== undefined && /^0\d+$/u.test(shown) ? shown : String(number);
}

/**
 * The text as it stands, white space collapsed, control characters removed (with a warning). A dash or a slash that stands for
 * an empty cell is blank, as in every other type: a notice with the number “—” was not issued.
 */
export function parseText(cell: Cell): ParsedValue {
  switch (cell.kind) {
    case 'text':
      return cleaned(cell.text);
    case 'number':
      return hasLostDigits(cell.number) ? LOST : { value: numberText(cell.number, cell.text) };
    case 'date':
      return { value: cell.iso.replace('T', ' ') };
    case 'boolean':
      return { value: cell.boolean ? 'TRUE' : 'FALSE' };
    case 'error':
      return { value: undefined, problem: 'CELL_ERROR' };
  }
}
