import { daysBetween } from '../fact/day-arithmetic.ts';
import { dayOf, isIsoDate } from '../fact/iso.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { RuleContext } from './context.ts';
import type { NoticeLevel, UpcomingNotice } from './format.ts';
import { TRUE } from './kleene.ts';

/** A deadline ahead. */
export interface Upcoming {
  readonly due: string;
  readonly daysLeft: number;
  readonly level: NoticeLevel;
}

/** Conditions of the rule that say whether there is anything to announce. */
export interface NoticeConditions {
  readonly applicability: CompiledCondition;
  readonly when: CompiledCondition | null;
  /** Facts that excuse every limb: with one of them proven no deadline matters. */
  readonly excuses: readonly CompiledCondition[];
}

/** The notice of a rule as a closure; `null` for a record without a deadline inside the notice. */
export function compileNotice(
  notice: UpcomingNotice,
  context: RuleContext,
  { applicability, when, excuses }: NoticeConditions,
): (record: RegisterRecord) => Upcoming | null {
  const { fact, params } = notice.due;
  const due = context.reader(params === undefined ? fact : { fact, params });
  const days = (name: string | undefined, record: RegisterRecord): number => {
    const value = name === undefined ? null : context.parameter(name, record);
    return typeof value === 'number' ? value : -1;
  };
  const levelOf = (record: RegisterRecord, daysLeft: number): NoticeLevel => {
    if (daysLeft <= days(notice.urgent, record)) return 'urgent';
    return daysLeft <= days(notice.soon, record) ? 'soon' : 'notice';
  };
  return (record) => {
    if (applicability.evaluate(record) !== TRUE) return null;
    if (when !== null && when.evaluate(record) !== TRUE) return null;
    const day = due(record);
    if (!isIsoDate(day)) return null;
    const daysLeft = daysBetween(context.asOf, day);
    if (daysLeft < 0 || daysLeft > days(notice.within, record)) return null;
    if (excuses.some((excuse) => excuse.evaluate(record) === TRUE)) return null;
    return { due: dayOf(day), daysLeft, level: levelOf(record, daysLeft) };
  };
}
