import type { RegisterRecord } from '../register/record.ts';
import { saysNo } from './cells.ts';
import { dayOf } from './iso.ts';
import { textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const CONSUMPTION_WORDS = ['消费', '限高', '限消'];
const DAYS_OF_ISSUE = ['issuedDate', 'restrictionStart', 'publishedDate', 'decisionDate'] as const;

/** The day on which an order that restricts consumption was issued; `null` where none is recorded. */
export function restrictionIssuedOn(order: RegisterRecord): string | null {
  for (const field of DAYS_OF_ISSUE) {
    const day = textOf(order.values[field]);
    if (day !== null) return day;
  }
  return null;
}

/** Whether a row of the table of coercive restrictions is about consumption, and not about leaving the country. */
export function restrictsConsumption(order: RegisterRecord): boolean {
  const type = textOf(order.values.restrictionType);
  return type === null || mentionsAny(type, CONSUMPTION_WORDS);
}

const DATE = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/gu;
const SUSPENDED_WORDS = ['暂时解除', '临时解除', '单次解除', '暂停限制'];

function datesIn(text: string): readonly string[] {
  return [...text.normalize('NFKC').matchAll(DATE)]
    .map(([, year = '', month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .sort();
}

/**
 * Whether an approved exception (限高规定 8: 必要消费; a release for one journey) covers a day. Two dates bound it; without
 * two dates the approval is taken to cover the day, which is the reading that does not accuse.
 * @returns `undefined` where the table has no column for exceptions
 */
export function exceptionCovers(order: RegisterRecord, moment: string): boolean | undefined {
  const { exceptionApproval, releaseReason, remark } = order.values;
  const approval = textOf(exceptionApproval);
  const remarks = [releaseReason, remark].map(textOf).filter((each) => each !== null);
  const texts = [
    ...(approval === null || saysNo(approval) ? [] : [approval]),
    ...remarks.filter((each) => mentionsAny(each, SUSPENDED_WORDS)),
  ];
  const covers = texts.some((text) => {
    const dates = datesIn(text);
    const [first] = dates;
    const last = dates.at(-1);
    if (first === undefined || last === undefined || dates.length < 2) return true;
    return first <= dayOf(moment) && dayOf(moment) <= last;
  });
  return covers || exceptionApproval !== undefined ? covers : undefined;
}
