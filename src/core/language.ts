/** The two languages of the interface and of messages. Chinese is the source language. */
export type Language = 'zh' | 'en';

/** The same words in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
