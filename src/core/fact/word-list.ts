import { comparableText, isComparableForm } from './text.ts';

/** Answers kept for each list: cells of a register repeat (modes, reasons, roles); where they do not, no more are kept. */
const KEPT_ANSWERS = 1000;
const LONGEST_KEPT = 64;
/** So short a text is searched sooner than its answer is found. */
const LONGEST_SEARCHED_ANEW = 12;
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
    if (text.length <= LONGEST_SEARCHED_ANEW && isComparableForm(text)) return this.#search(text);
    const known = this.#answers.get(text);
    if (known !== undefined) return known;
    const found = this.#search(comparableText(text));
    if (this.#answers.size < KEPT_ANSWERS && text.length <= LONGEST_KEPT) this.#answers.set(text, found);
    return found;
  }

  #search(text: string): boolean {
    for (let index = 0; index < text.length; index += 1) {
      if (this.#beginnings[text.charCodeAt(index) % SLOTS] === 0) continue;
      for (const word of this.#words) if (text.startsWith(word, index)) return true;
    }
    return false;
  }
}

const lists = new WeakMap<readonly string[], WordList>();

/** The list made of these words. Lists are parameters and constants: the same objects for every record. */
export function wordList(words: readonly string[]): WordList {
  let list = lists.get(words);
  if (list === undefined) {
    list = new WordList(words);
    lists.set(words, list);
  }
  return list;
}
