import type { Same } from './same.ts';
import type { logZh } from './log.zh.ts';

export const logEn: Same<typeof logZh> = {
  title: 'Log',
  note: 'read-only, newest first',
  number: 'No.',
  at: 'Time',
  what: 'What',
  detail: 'Detail',
  empty: 'Nothing recorded yet',
  page: 'Page {{page}} of {{pages}}',
  previous: 'Previous',
  next: 'Next',
};
