import { addDays, addMonths } from './day-arithmetic.ts';
import type { FactDefinition } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, numberOf, textOf } from './neighbours.ts';

/** Facts about applications to a higher court for cases left unenforced (Civil Procedure Law, art. 237). */
export const urgePetitionFacts: readonly FactDefinition[] = [
  {
    name: 'urgeEarliestDate',
    register: 'urgePetition',
    label: { zh: '可以申请督促之日（扣除不计入的天数）', en: 'first day of application, days not counted added' },
    type: 'date',
    params: { months: { kind: 'limit' } },
    reads: fixedReads(['stallStartDate', 'excludedDays'], [], ['months']),
    evaluate: (record, context, params) => {
      const start = textOf(record.values.stallStartDate);
      if (start === null) return new Unknown('missing', ['stallStartDate']);
      const limit = context.limit(String(params.months), record);
      if (limit instanceof Unknown) return limit;
      return addDays(addMonths(start, limit.amount), numberOf(record.values.excludedDays) ?? 0);
    },
  },
];
