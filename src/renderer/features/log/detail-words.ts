import type { TFunction } from 'i18next';
import { checklistZh } from '../../i18n/checklist.zh.ts';
import { logZh } from '../../i18n/log.zh.ts';
import { reportZh } from '../../i18n/report.zh.ts';
import { reviewZh } from '../../i18n/review.zh.ts';
import { settingsZh } from '../../i18n/settings.zh.ts';

const isKey = (text: string): text is keyof typeof logZh.keys => Object.hasOwn(logZh.keys, text);
const isAnswer = (text: string): text is keyof typeof checklistZh.answer => Object.hasOwn(checklistZh.answer, text);
const isTable = (text: string): text is keyof typeof settingsZh.table => Object.hasOwn(settingsZh.table, text);
const isMarking = (text: string): text is keyof typeof reportZh.markings => Object.hasOwn(reportZh.markings, text);
const isAction = (text: string): text is keyof typeof reviewZh.action => Object.hasOwn(reviewZh.action, text);

/** A detail of the log (`findings=3 action=dismiss`) in words; what is not known stands as it was written. */
export function detailWords(detail: string, t: TFunction): string {
  return detail
    .split(/ (?=[a-zA-Z0-9]+=)/u)
    .map((part) => {
      const [, key = '', value = ''] = /^([a-zA-Z0-9]+)=(.*)$/u.exec(part) ?? [];
      if (key === 'action' && isAction(value)) return t(`review.action.${value}`);
      if (key === 'marking' && isMarking(value)) {
        return t('log.keys.marking', { value: t(`report.markings.${value}`) });
      }
      if (key === 'table' && isTable(value)) return t(`settings.table.${value}.name`);
      if (key === 'answer') return isAnswer(value) ? t(`checklist.answer.${value}`) : t('checklist.takeBack');
      return isKey(key) ? t(`log.keys.${key}`, { value, count: Number(value) }) : part;
    })
    .join(' · ');
}
