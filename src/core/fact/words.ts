import { comparableText } from './text.ts';
import { wordList } from './word-list.ts';

/** Lists so short that searching costs less than remembering; they may be written where they are used. */
const SHORT_LIST = 2;

/**
 * Whether the text contains one of the words, compared like `containsAny` of a condition. A list of more than two words
 * should be a constant or a parameter: what is worked out for it is remembered by it.
 */
export function mentionsAny(text: string, words: readonly string[]): boolean {
  if (words.length > SHORT_LIST) return wordList(words).foundIn(text);
  const comparable = comparableText(text);
  for (const word of words) if (comparable.includes(comparableText(word))) return true;
  return false;
}

const SEPARATED = /[、，,；;/\n]/u;

/** Names in a cell that holds one or several: 甲公司、乙公司. */
export function namesIn(text: string): readonly string[] {
  if (!SEPARATED.test(text)) {
    const name = comparableText(text);
    return name === '' ? [] : [name];
  }
  return text
    .split(/[、，,；;/\n]+/u)
    .map(comparableText)
    .filter((name) => name !== '');
}
