import type { Bilingual } from '../../core/language.ts';

/** Codes that facts answer with, in words. Registers hold no such words, so a code met here is never a person's entry. */
const words: Readonly<Record<string, Bilingual>> = {
  'in-force': { zh: '有效', en: 'in force' },
  'not-yet': { zh: '尚未生效', en: 'not yet in force' },
  ended: { zh: '已失效', en: 'ended' },
  'same-day': { zh: '同日，先后不明', en: 'the same day, order unknown' },
  'same-minute': { zh: '同一分钟', en: 'the same minute' },
  inverted: { zh: '先后颠倒', en: 'in reverse order' },
  'term-open': { zh: '未载明期限', en: 'no last day recorded' },
  undecided: { zh: '资料不足', en: 'not decidable' },
  'other-body': { zh: '另一机关的措施', en: "another body's measure" },
  unrecorded: { zh: '未记载', en: 'not recorded' },
  unsaid: { zh: '未写明', en: 'not said' },
  unclear: { zh: '不明', en: 'unclear' },
  none: { zh: '无', en: 'none' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  ordinary: { zh: '一般', en: 'ordinary' },
  administrative: { zh: '行政', en: 'administrative' },
  criminal: { zh: '刑事', en: 'criminal' },
  recognised: { zh: '已认定', en: 'established' },
  suspected: { zh: '疑似', en: 'suspected' },
  fixed: { zh: '有固定期限', en: 'a fixed term' },
  forbidden: { zh: '通知载明禁止', en: 'forbidden by the notice' },
  'notice-silent': { zh: '通知未写明', en: 'the notice is silent' },
  'name-only': { zh: '仅名称相符', en: 'the name alone agrees' },
  'old-rule': { zh: '适用旧规定', en: 'under the earlier rules' },
  heard: { zh: '已按时约谈', en: 'heard in time' },
  late: { zh: '逾期', en: 'late' },
};

/** @returns `undefined` where a value is no code */
export function factCodeWords(value: unknown): Bilingual | undefined {
  return typeof value === 'string' && Object.hasOwn(words, value) ? words[value] : undefined;
}
