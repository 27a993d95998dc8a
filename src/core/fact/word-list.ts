import { comparableCode, comparableText, isReadableInPlace } from './text.ts';

/** Answers kept for each list, for texts that must be normalised first: cells of a register repeat (modes, reasons, roles). */
const KEPT_ANSWERS = 1000;
const LONGEST_KEPT = 64;
const SLOTS = 256;

/** Keywords that many texts are searched for, compared like `containsAny` of a condition. */
export class WordList {
  readonly #words: readonly string[];
  /** 1 where a word begins with a character of that low byte: most places of a text are passed over by it. */
  readonly #beginnings = new Uint8Array(SLOTS);
  readonly #hasEmptyWord: boolean;
  readonly #answers = new Map<string, boolean>();

  constructor(words: readonly string[]) {
    this.#words = words.map(comparableText);
    this.#hasEmptyWord = this.#words.includes('');
    for (const word of this.#words) if (word !== '') this.#beginnings[word.charCodeAt(0) % SLOTS] = 1;
  }

  /** Whether the text contains one of the words. */
  foundIn(text: string): boolean {
    if (this.#hasEmptyWord) return true;
    if (isReadableInPlace(text)) return this.#search(text);
    const known = this.#answers.get(text);
    if (known !== undefined) return known;
    const found = this.#search(comparableText(text));
    if (this.#answers.size < KEPT_ANSWERS && text.length <= LONGEST_KEPT) this.#answers.set(text, found);
    return found;
  }

  #search(text: string): boolean {
    for (let index = 0; index < text.length; index += 1) {
      if (this.#beginnings[comparableCode(text.charCodeAt(index)) % SLOTS] === 0) continue;
      for (const word of this.#words) if (standsAt(text, index, word)) return true;
    }
    return false;
  }
}

function standsAt(text: string, start: number, word: string): boolean {
  if (start + word.length > text.length) return false;
  for (let index = 0; index < word.length; index += 1) {
    if (comparableCode(text.charCodeAt(start + index)) !== word.charCodeAt(index)) return false;
  }
  return true;
}

const lists = new WeakMap<readonly string[], WordList>();

const listsByWords = new Map<string, WordList>();

/**
 * The list made of these words; one for all rules that write the same words down. Lists are parameters and constants: the
 * same objects for every record.
 */
export function wordList(words: readonly string[]): WordList {
  let list = lists.get(words);
  if (list === undefined) {
    const key = words.join('\n');
    list = listsByWords.get(key) ?? new WordList(words);
    listsByWords.set(key, list);
    lists.set(words, list);
  }
  return list;
}
