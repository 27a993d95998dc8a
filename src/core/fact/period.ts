import type { LocalDate } from '../calendar/local-date.ts';
import { addDays, addMonths } from './day-arithmetic.ts';
import type { Limit } from './fact.ts';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PERIOD = /^(?:为|共|延长|期限)?([\d.]+|半|[零一二两三四五六七八九十]+)(?:个)?(年|月|日|天)(?:期|整)?$/u;

/** A Chinese number below one hundred, or digits; `半` is a half. */
function amountOf(words: string): number | null {
  if (words === '半') return 0.5;
  if (/^\d+(?:\.\d+)?$/u.test(words)) return Number(words);
  const [tens, ones] = words.split('十');
  if (ones === undefined) return words.length === 1 ? (DIGITS[words] ?? null) : null;
  const high = tens === '' ? 1 : DIGITS[tens ?? ''];
  const low = ones === '' ? 0 : DIGITS[ones];
  return high === undefined || low === undefined ? null : high * 10 + low;
}

/**
 * Reads a length of time as registers write it: 3年, 三年, 36个月, 90日, 半年. A bare number says no unit and is not guessed.
 * @returns days or whole months, without roll-over; `null` when unreadable
 */
export function parsePeriod(words: string): Limit | null {
  const match = PERIOD.exec(words.normalize('NFKC').replace(/\s+/gu, ''));
  if (match === null) return null;
  const amount = amountOf(match[1] ?? '');
  if (amount === null) return null;
  const days = match[2] === '日' || match[2] === '天';
  const whole = match[2] === '年' ? amount * 12 : amount;
  return Number.isInteger(whole) ? { amount: whole, unit: days ? 'calendarDay' : 'calendarMonth' } : null;
}

/** Day after a period, without roll-over. */
export function afterPeriod(day: LocalDate, period: Limit): LocalDate {
  return period.unit === 'calendarDay' ? addDays(day, period.amount) : addMonths(day, period.amount);
}
