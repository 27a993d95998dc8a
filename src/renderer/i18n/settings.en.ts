import type { Same } from './same.ts';
import type { settingsZh } from './settings.zh.ts';

export const settingsEn: Same<typeof settingsZh> = {
  title: 'Settings',
  saved: 'Changes are saved at once',
  appearance: 'Appearance',
  language: 'Language',
  zh: '中文',
  en: 'English',
  theme: 'Theme',
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  fontSize: 'Text size',
  privacy: 'Privacy',
  masked: 'Mask names and ID numbers',
  maskedHint: 'Switched off, names and ID numbers are shown in full; while an inspection is open, that is logged.',
  calendar: 'Working calendar',
  calendarHint: 'Outside its range workdays cannot be counted; such rows are undecidable.',
  range: 'Covers',
  version: 'Version',
  noInspection: 'Shown while an inspection is open',
  about: 'About',
  app: 'Program',
  rulePack: 'Rule pack',
  rules: '{{count}} rules',
  runtime: 'Runtime',
};
