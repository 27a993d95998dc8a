import { addDays, addMonths, daysBetween as days, minutesBetween, workdaysBetween } from '../day-arithmetic.ts';
import type { FactParams, FactResult, Limit } from '../fact.ts';
import { Unknown } from '../fact.ts';
import { dayOf, hasTime, isIsoDate } from '../iso.ts';
import type { FactReference, PreparedFact, PreparingContext } from '../reader.ts';
import { preparedFact } from '../reader.ts';
import { limitReader } from './limits.ts';
import { readsOf } from './reads.ts';

type Pair = (a: string, b: string, context: PreparingContext) => number | boolean | undefined | null;

/** A fact over two dates; unknown when either is missing, when `pair` yields `null` (no time of day) or `undefined`. */
function datePair(
  name: string,
  label: PreparedFact['label'],
  type: 'number' | 'boolean',
  keys: readonly [string, string],
  pair: Pair,
): PreparedFact {
  return preparedFact({
    name,
    register: 'any',
    label,
    type,
    params: { [keys[0]]: { kind: 'reference' }, [keys[1]]: { kind: 'reference' } },
    reads: readsOf,
    prepare: (context, params) => {
      const first = context.reader(params[keys[0]] as FactReference);
      const second = context.reader(params[keys[1]] as FactReference);
      const firstMissing = new Unknown('missing', readsOf({ [keys[0]]: params[keys[0]] }).fields);
      const secondMissing = new Unknown('missing', readsOf({ [keys[1]]: params[keys[1]] }).fields);
      const bothMissing = new Unknown('missing', readsOf(params).fields);
      const notCovered = new Unknown('calendar-not-covered', []);
      return (record) => {
        const a = dateOr(first(record), firstMissing);
        if (a instanceof Unknown) return a;
        const b = dateOr(second(record), secondMissing);
        if (b instanceof Unknown) return b;
        const result = pair(a, b, context);
        if (result === null) return bothMissing;
        return result ?? notCovered;
      };
    },
    describe: (record, context, params) => {
      const value = context.fact(name, record, params);
      if (typeof value !== 'number') return {};
      return name.startsWith('days') || name.startsWith('workdays') ? { value, days: value } : { value };
    },
  });
}

function dateOr(value: FactResult, missing: Unknown): string | Unknown {
  if (value === null) return missing;
  if (value instanceof Unknown) return value;
  if (!isIsoDate(value)) throw new TypeError(`not a date: ${JSON.stringify(value)}`);
  return value;
}

function clock(a: string, b: string, minutes: number): number | null {
  return hasTime(a) && hasTime(b) ? minutesBetween(a, b) / minutes : null;
}

const fromTo = ['from', 'to'] as const;

const daysBetween = datePair('daysBetween', { zh: '相隔天数', en: 'days between' }, 'number', fromTo, (a, b) =>
  days(a, b),
);
const hoursBetween = datePair('hoursBetween', { zh: '相隔小时', en: 'hours between' }, 'number', fromTo, (a, b) =>
  clock(a, b, 60),
);
const minutes = datePair('minutesBetween', { zh: '相隔分钟', en: 'minutes between' }, 'number', fromTo, (a, b) =>
  clock(a, b, 1),
);
const workdays = datePair(
  'workdaysBetween',
  { zh: '相隔工作日', en: 'working days between' },
  'number',
  fromTo,
  (a, b, context) => workdaysBetween(a, b, context.calendar),
);
const sameDay = datePair(
  'sameDay',
  { zh: '同一日', en: 'on the same day' },
  'boolean',
  ['a', 'b'],
  (a, b) => dayOf(a) === dayOf(b),
);

/** First day of a window of that length that ends on `before`. */
function windowStart(before: string, limit: Limit): string {
  const day = dayOf(before);
  switch (limit.unit) {
    case 'day':
    case 'calendarDay':
      return addDays(day, -limit.amount);
    case 'month':
    case 'calendarMonth':
      return addMonths(day, -limit.amount);
    case 'year':
      return addMonths(day, -12 * limit.amount);
    default:
      throw new TypeError(`a window has no length in ${limit.unit}`);
  }
}

function windowLength(context: PreparingContext, params: FactParams) {
  if (typeof params['months'] === 'number') {
    const limit: Limit = { amount: params['months'], unit: 'month' };
    return () => limit;
  }
  if (typeof params['days'] === 'number') {
    const limit: Limit = { amount: params['days'], unit: 'day' };
    return () => limit;
  }
  return limitReader(context, params['limit']);
}

/** Whether `date` lies in the window that ends on `before`, both ends included. */
const within = preparedFact({
  name: 'within',
  register: 'any',
  label: { zh: '在期间内', en: 'within a period' },
  type: 'boolean',
  params: {
    date: { kind: 'reference' },
    before: { kind: 'reference' },
    months: { kind: 'number', optional: true },
    days: { kind: 'number', optional: true },
    limit: { kind: 'limit', optional: true },
  },
  reads: readsOf,
  prepare: (context, params) => {
    const date = context.reader(params['date'] as FactReference);
    const before = context.reader(params['before'] as FactReference);
    const length = windowLength(context, params);
    const dateMissing = new Unknown('missing', readsOf({ date: params['date'] }).fields);
    const beforeMissing = new Unknown('missing', readsOf({ before: params['before'] }).fields);
    return (record) => {
      const day = dateOr(date(record), dateMissing);
      if (day instanceof Unknown) return day;
      const end = dateOr(before(record), beforeMissing);
      if (end instanceof Unknown) return end;
      const limit = length(record);
      if (limit instanceof Unknown) return limit;
      return dayOf(day) >= windowStart(end, limit) && dayOf(day) <= dayOf(end);
    };
  },
});

export const COUNT_FACTS: readonly PreparedFact[] = [daysBetween, hoursBetween, minutes, workdays, sameDay, within];
