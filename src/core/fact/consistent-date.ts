import type { FactDefinition } from './fact.ts';
import { Unknown } from './fact.ts';
import { readsOf } from './generic/reads.ts';
import { compareDates, isIsoDate } from './iso.ts';
import type { FactReference } from './reader.ts';
import { preparedFact } from './reader.ts';

/**
 * A date that cannot lie before another: blank while blank, unknown where it does. A reply dated before the question is a
 * mistake in the register; without this fact it would pass as the earliest reply of all.
 */
const notBefore = preparedFact({
  name: 'notBefore',
  register: 'any',
  label: { zh: '不早于起点的日期', en: 'a date not before its start' },
  type: 'date',
  params: { date: { kind: 'reference' }, start: { kind: 'reference' } },
  reads: readsOf,
  prepare: (context, params) => {
    const date = context.reader(params.date as FactReference);
    const start = context.reader(params.start as FactReference);
    const contradictory = new Unknown('missing', readsOf(params).fields);
    return (record) => {
      const value = date(record);
      const first = start(record);
      return isIsoDate(value) && isIsoDate(first) && compareDates(value, first) < 0 ? contradictory : value;
    };
  },
});

export const consistentDateFacts: readonly FactDefinition[] = [notBefore];
