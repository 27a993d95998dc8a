import { daysInMonth } from '../../calendar/day-number.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** Check character of the first 17 digits of an identity number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function identityCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

const LENGTH = 18;
const ZERO = 48;
const NINE = 57;
const CAPITAL_X = 88;

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= ZERO && code <= NINE;
}

function digitsOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + (text.charCodeAt(index) - ZERO);
  return value;
}

/** Whether the eight digits from there are a birthday. */
function isBirthday(text: string, from: number): boolean {
  const year = digitsOf(text, from, from + 4);
  const month = digitsOf(text, from + 4, from + 6);
  const day = digitsOf(text, from + 6, from + 8);
  return year >= 1800 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Whether the text has the shape of an 18-character identity number, with a birthday that exists. Compared character by
 * character, without a pattern: this is asked for every party of every record.
 */
export function looksLikeIdentityNumber(text: string): boolean {
  if (text.length !== LENGTH || text.charCodeAt(0) === ZERO) return false;
  for (let index = 0; index < LENGTH - 1; index += 1) if (!isDigit(text, index)) return false;
  return (isDigit(text, LENGTH - 1) || text.charCodeAt(LENGTH - 1) === CAPITAL_X) && isBirthday(text, 6);
}

export function hasRightIdentityCheck(text: string): boolean {
  return identityCheckCharacter(text.slice(0, 17)) === text.charAt(17);
}

/** 18 characters of a 15-digit number of the first generation (birthdays 19xx); `undefined` where it is none. */
export function upgradedIdentityNumber(text: string): string | undefined {
  if (!/^[1-9]\d{14}$/u.test(text)) return undefined;
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  return isBirthday(first17, 6) ? first17 + identityCheckCharacter(first17) : undefined;
}
