import { searchable } from '../../core/searchable.ts';

/** Something that is looked for by name. */
export interface Named {
  /** What it is called, in every language, and its ids. */
  readonly texts: readonly string[];
  /** First letters of the pinyin of its Chinese name. */
  readonly initials: string;
}

/** The words of a search, as `rank` compares them. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .split(/\s+/u)
    .map(searchable)
    .filter((word) => word !== '');

const EXACT = 0;
const BEGINS = 1;
const INITIALS_BEGIN = 2;
const HOLDS = 3;
const INITIALS_HOLD = 4;

function rankOfWord({ texts, initials }: Named, word: string): number | null {
  const compared = texts.map(searchable);
  if (compared.includes(word)) return EXACT;
  if (compared.some((text) => text.startsWith(word))) return BEGINS;
  const byInitials = /^[a-z0-9]+$/u.test(word);
  if (byInitials && initials.startsWith(word)) return INITIALS_BEGIN;
  if (compared.some((text) => text.includes(word))) return HOLDS;
  return byInitials && initials.includes(word) ? INITIALS_HOLD : null;
}

/** How well a name fits: 0 is best; `null` where a word is not found in it. Without words everything fits alike. */
export function rank(named: Named, words: readonly string[]): number | null {
  let sum = 0;
  for (const word of words) {
    const fit = rankOfWord(named, word);
    if (fit === null) return null;
    sum += fit;
  }
  return sum;
}

/** Those that fit, best first, equals in the order given. */
export function bestOf<Each extends Named>(all: readonly Each[], words: readonly string[], most: number): Each[] {
  return all
    .flatMap((each) => {
      const fit = rank(each, words);
      return fit === null ? [] : [{ each, fit }];
    })
    .sort((a, b) => a.fit - b.fit)
    .slice(0, most)
    .map(({ each }) => each);
}
