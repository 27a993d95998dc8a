import { daysInMonth } from '../../calendar/day-number.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** Check character of the first 17 digits of an identity number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function identityCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

function isBirthday(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(4, 6));
  const day = Number(text.slice(6, 8));
  return year >= 1800 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether the text has the shape of an 18-character identity number, with a birthday that exists. */
export function looksLikeIdentityNumber(text: string): boolean {
  return /^[1-9]\d{16}[\dX]$/u.test(text) && isBirthday(text.slice(6, 14));
}

export function hasRightIdentityCheck(text: string): boolean {
  return identityCheckCharacter(text.slice(0, 17)) === text.charAt(17);
}

/** 18 characters of a 15-digit number of the first generation (birthdays 19xx); `undefined` where it is none. */
export function upgradedIdentityNumber(text: string): string | undefined {
  if (!/^[1-9]\d{14}$/u.test(text)) return undefined;
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  return isBirthday(first17.slice(6, 14)) ? first17 + identityCheckCharacter(first17) : undefined;
}
