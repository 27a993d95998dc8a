import i18next from 'i18next';
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

/** Words that came from the host in both languages. */
export const pick = <Words = Bilingual['zh']>(words: { readonly zh: Words; readonly en: Words }): Words =>
  i18next.language === 'en' ? words.en : words.zh;
