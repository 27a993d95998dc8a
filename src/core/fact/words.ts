import { comparableText } from './text.ts';

/** Whether the text contains one of the words, compared like `containsAny` of a condition. */
export function mentionsAny(text: string, words: readonly string[]): boolean {
  const comparable = comparableText(text);
  return words.some((word) => comparable.includes(comparableText(word)));
}

/** Names in a cell that holds one or several: 甲公司、乙公司. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[、，,；;/\n]+/u)
    .map(comparableText)
    .filter((name) => name !== '');
}
