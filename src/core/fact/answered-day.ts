import type { FieldId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import { hasValue, textOf, unknownOf } from './cells.ts';
import type { FactResult } from './fact.ts';
import { Unknown } from './fact.ts';

/** Words of a result that say nobody has answered yet: 未反馈, 办理中, 逾期. */
const NOT_YET =
  /未(?:答|反馈|回|办|处|收|整改|完成|落实)|没有|尚|逾期|在办|正在|中$|推进|待|催|拒绝|^(?:无|否|[-—–/]+)$/u;

/**
 * Day of an answer: its column. Blank while nobody has answered; unknown where the column is blank but other cells tell of
 * an answer (采纳情况: 已采纳), for then the day is missing and not the answer.
 */
export function answeredDay(record: RegisterRecord, day: FieldId, words: readonly FieldId[]): FactResult {
  const unread = unknownOf(record, [day]);
  if (unread !== null) return unread;
  const value = record.values[day];
  if (value !== null && value !== undefined) return value;
  const told = words.some((field) => hasValue(record, field) && !NOT_YET.test(textOf(record, field)));
  return told ? new Unknown('missing', [day]) : null;
}
