import type { Cell } from '../../sheet/grid.ts';
import type { ParsedValue } from '../value-parser.ts';
import { hasRightCreditCheck, looksLikeCreditCode } from './credit-code.ts';
import { hasRightIdentityCheck, looksLikeIdentityNumber, upgradedIdentityNumber } from './identity-number.ts';
import { hasLostDigits, isScientific, meansNothing, withoutSpaces } from './normalise.ts';

const UNREADABLE: ParsedValue = { value: undefined, problem: 'IDENTITY_UNREADABLE' };
const SCIENTIFIC: ParsedValue = { value: undefined, problem: 'NUMBER_IN_SCIENTIFIC_NOTATION' };
/** A masked number would match every person with the same ends: it counts as unknown. */
const MASKED: ParsedValue = { value: undefined, problem: 'ID_NUMBER_MASKED' };

const MASK = /[*＊×✱•●■□#?…]|X{3,}/u;
/** Organisation codes of nine characters, passports, permits, registration numbers: some letters and digits. */
const OTHER_NUMBER = /^(?=.*\d{4})[A-Z0-9]{5,20}$/u;

function identityOf(text: string): ParsedValue {
  const identityShape = looksLikeIdentityNumber(text);
  const creditShape = looksLikeCreditCode(text);
  if (identityShape && hasRightIdentityCheck(text)) return { value: text };
  if (creditShape && hasRightCreditCheck(text)) return { value: text };
  if (identityShape) return { value: text, warning: 'ID_NUMBER_CHECK_DIGIT' };
  if (creditShape) return { value: text, warning: 'CREDIT_CODE_CHECK_DIGIT' };
  const upgraded = upgradedIdentityNumber(text);
  if (upgraded !== undefined) return { value: upgraded };
  return OTHER_NUMBER.test(text) ? { value: text, warning: 'IDENTITY_UNREADABLE' } : UNREADABLE;
}

/**
 * Identity number (15 digits made 18, check letter in upper case) or unified social credit code. Other numbers are kept
 * with a warning: they may still be equal to themselves in another table.
 */
export function parseIdentity(cell: Cell): ParsedValue {
  switch (cell.kind) {
    case 'number':
      return hasLostDigits(cell.number) ? SCIENTIFIC : identityOf(String(cell.number));
    case 'text': {
      const text = withoutSpaces(cell.text).toUpperCase();
      if (meansNothing(text)) return { value: null };
      if (isScientific(text)) return SCIENTIFIC;
      if (MASK.test(text)) return MASKED;
      return identityOf(text.replace(/[-—–()]/gu, ''));
    }
    default:
      return UNREADABLE;
  }
}
