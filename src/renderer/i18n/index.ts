import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { initReactI18next } from 'react-i18next';
import type { Bilingual } from '../../contract/model.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export async function startI18n(language: 'zh' | 'en'): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

const fixedWords = new Map<string, TFunction>();
const onLanguage = (changed: () => void): (() => void) => {
  i18next.on('languageChanged', changed);
  return () => {
    i18next.off('languageChanged', changed);
  };
};

/** As `useTranslation`, for what is drawn by the hundred while one scrolls: nothing is made anew for each. */
export function useWords(): TFunction {
  const language = useSyncExternalStore(onLanguage, () => i18next.language);
  const known = fixedWords.get(language);
  if (known !== undefined) return known;
  const words = i18next.getFixedT(language);
  fixedWords.set(language, words);
  return words;
}

/** Words that came from the host in both languages. */
export const pick = <Words = Bilingual['zh']>(words: { readonly zh: Words; readonly en: Words }): Words =>
  i18next.language === 'en' ? words.en : words.zh;
