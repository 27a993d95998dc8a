/**
 * Three-valued logic (Kleene): `all` is the minimum, `any` the maximum. Numbers instead of `boolean | null`, so that the
 * bulk pass compares integers and allocates nothing.
 */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

export type Tri = typeof FALSE | typeof UNKNOWN | typeof TRUE;

export function tri(value: boolean): Tri {
  return value ? TRUE : FALSE;
}

export type TriWord = 'true' | 'false' | 'unknown';

const WORDS = ['false', 'unknown', 'true'] as const;

/** The word for a value, for traces and messages. */
export function triWord(value: Tri): TriWord {
  return WORDS[value];
}
