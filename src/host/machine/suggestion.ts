import { closest, distance } from 'fastest-levenshtein';

/** The known word that a mistyped one is likely to mean, or `undefined` where nothing is near. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(word, known);
  return distance(word, nearest) <= Math.max(2, Math.floor(word.length / 3)) ? nearest : undefined;
}
