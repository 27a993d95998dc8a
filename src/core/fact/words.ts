import { comparableText } from './text.ts';

/** Comparable forms of the word lists in use: lists are parameters and constants, the same objects for every record. */
const comparableLists = new WeakMap<readonly string[], readonly string[]>();

function comparableList(words: readonly string[]): readonly string[] {
  let list = comparableLists.get(words);
  if (list === undefined) {
    list = words.map(comparableText);
    comparableLists.set(words, list);
  }
  return list;
}

/** Whether the text contains one of the words, compared like `containsAny` of a condition. */
export function mentionsAny(text: string, words: readonly string[]): boolean {
  const comparable = comparableText(text);
  for (const word of comparableList(words)) if (comparable.includes(word)) return true;
  return false;
}

/** Names in a cell that holds one or several: 甲公司、乙公司. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[、，,；;/\n]+/u)
    .map(comparableText)
    .filter((name) => name !== '');
}
