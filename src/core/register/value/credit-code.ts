/** The characters of a unified social credit code (GB 32100-2015): no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
const FIRST_DIGIT_OF_DIVISION = 2;
const AFTER_DIVISION = 8;
const DIGITS = 10;

/** Check character of the first 17 characters: weights are the powers of 3 modulo 31. */
export function creditCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The place of each character of the alphabet, by its code; -1 for others. */
const PLACES = Int8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/**
 * Two characters, six digits of the administrative division, ten characters. Compared character by character, without a
 * pattern: this is asked for every party of every record.
 */
export function looksLikeCreditCode(text: string): boolean {
  if (text.length !== LENGTH) return false;
  for (let index = 0; index < LENGTH; index += 1) {
    const place = PLACES[text.charCodeAt(index)] ?? -1;
    const isDivision = index >= FIRST_DIGIT_OF_DIVISION && index < AFTER_DIVISION;
    if (place < 0 || (isDivision && place >= DIGITS)) return false;
  }
  return true;
}

export function hasRightCreditCheck(text: string): boolean {
  return creditCheckCharacter(text.slice(0, 17)) === text.charAt(17);
}
