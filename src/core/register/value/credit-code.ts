/** The characters of a unified social credit code (GB 32100-2015): no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/u;

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

export function looksLikeCreditCode(text: string): boolean {
  return SHAPE.test(text);
}

export function hasRightCreditCheck(text: string): boolean {
  return creditCheckCharacter(text.slice(0, 17)) === text.charAt(17);
}
