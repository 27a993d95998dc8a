import { assertNever } from '../assert-never.ts';
import type { KnownValue, Limit } from '../fact/fact.ts';
import { isIsoDate } from '../fact/iso.ts';
import type { Language } from '../language.ts';
import type { ParameterUnit, ParameterValue } from './format.ts';
import { timeUnit } from './parameters.ts';
import type { FieldView } from './register-view.ts';

const NOT_FILLED = { zh: '未填', en: 'not filled in' } as const;
const YES = { zh: '是', en: 'yes' } as const;
const NO = { zh: '否', en: 'no' } as const;
const SEPARATOR = { zh: '、', en: ', ' } as const;

const UNIT_WORDS: Readonly<Record<Limit['unit'], { zh: string; en: string }>> = {
  day: { zh: '日', en: 'day' },
  calendarDay: { zh: '日', en: 'day' },
  workday: { zh: '个工作日', en: 'working day' },
  month: { zh: '个月', en: 'month' },
  calendarMonth: { zh: '个月', en: 'month' },
  year: { zh: '年', en: 'year' },
  hour: { zh: '小时', en: 'hour' },
  minute: { zh: '分钟', en: 'minute' },
};

/** 未填: what a placeholder without a value prints. */
export function notFilled(language: Language): string {
  return NOT_FILLED[language];
}

/** 2026年3月1日, with 14时05分 where there is a time of day; ISO in English. */
export function formatDate(iso: string, language: Language): string {
  const time = iso.length > 10 ? iso.slice(11, 16) : '';
  if (language === 'en') return time === '' ? iso : `${iso.slice(0, 10)} ${time}`;
  const day = `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`;
  return time === '' ? day : `${day}${time.slice(0, 2)}时${time.slice(3, 5)}分`;
}

/** Fen as 12,345.00元. */
export function formatMoney(fen: number, language: Language): string {
  const [whole = '0', cents = '00'] = (Math.abs(fen) / 100).toFixed(2).split('.');
  const amount = `${fen < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/gu, ',')}.${cents}`;
  return language === 'zh' ? `${amount}元` : `CNY ${amount}`;
}

/** A number without noise from binary fractions. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

/** 7日, 5个工作日; 7 days. */
export function formatLimit(amount: number, unit: Limit['unit'], language: Language): string {
  const words = UNIT_WORDS[unit];
  if (language === 'zh') return `${formatNumber(amount)}${words.zh}`;
  return `${formatNumber(amount)} ${words.en}${amount === 1 ? '' : 's'}`;
}

/** Any value of a field or fact, by its type. */
export function formatValue(value: KnownValue | undefined, type: FieldView['type'] | null, language: Language): string {
  if (value === null || value === undefined || value === '') return notFilled(language);
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  if (typeof value === 'number') {
    if (type === 'money') return formatMoney(value, language);
    if (type === 'ratio') return `${formatNumber(value * 100)}%`;
    return formatNumber(value);
  }
  if (typeof value === 'string') return isIsoDate(value) ? formatDate(value, language) : value;
  return value.map((each) => formatValue(each, type, language)).join(SEPARATOR[language]);
}

/** A parameter's value with its unit, as written in the rule (money in yuan). */
export function formatParameter(value: ParameterValue['value'], unit: ParameterUnit, language: Language): string {
  const time = timeUnit(unit);
  if (time !== null && typeof value === 'number') return formatLimit(value, time, language);
  switch (unit) {
    case 'yuan':
      return typeof value === 'number'
        ? formatMoney(Math.round(value * 100), language)
        : formatValue(value, null, language);
    case 'ratio':
      return formatValue(value, 'ratio', language);
    case 'count':
    case 'list':
    case 'date':
    case 'day':
    case 'calendarDay':
    case 'workday':
    case 'month':
    case 'calendarMonth':
    case 'year':
    case 'hour':
    case 'minute':
      return formatValue(value, null, language);
    default:
      return assertNever(unit);
  }
}
