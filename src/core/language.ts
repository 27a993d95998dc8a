/** The two languages of the interface and of messages. Chinese is the source language. */
export type Language = 'zh' | 'en';

/** The same words in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A count with its noun, in English: `1 file`, `2 files` */
export const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
