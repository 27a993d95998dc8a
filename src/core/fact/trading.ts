import type { WorkCalendar } from '../calendar/calendar.ts';
import { dateOf } from './cells.ts';
import { addDays } from '../calendar/day-arithmetic.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf, hasTime } from './iso.ts';
import { wordsOf } from './neighbours.ts';

const SATURDAY = 6;
const SUNDAY = 0;

/** Exchanges trade on working days from Monday to Friday; a weekend that is worked in exchange for a holiday is none. */
function isTradingDay(day: string, calendar: WorkCalendar): boolean | undefined {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === SATURDAY || weekday === SUNDAY ? false : calendar.isWorkday(day);
}

/** The first opening after a moment. A day without time of day is taken as its evening, which accuses less. */
function nextOpening(accepted: string, openings: readonly string[], calendar: WorkCalendar): string | undefined {
  for (let day: string = dayOf(accepted); ; day = addDays(day, 1)) {
    const trading = isTradingDay(day, calendar);
    if (trading === undefined) return undefined;
    if (!trading || (day === accepted && !hasTime(accepted))) continue;
    const opening = openings.map((time) => `${day}T${time}:00`).find((moment) => moment > accepted);
    if (opening !== undefined) return opening;
  }
}

/** Moment at which trading opens next after acceptance, by the times (HH:mm) of the rule's parameter `openings`. */
const nextTradingOpening: FactDefinition = {
  name: 'nextTradingOpening',
  register: 'securitiesAssist',
  label: { zh: '受理后最近一个开市时刻', en: 'next opening of trading after acceptance' },
  type: 'dateTime',
  reads: () => ({ fields: ['acceptedAt'], neighbours: [], parameters: ['openings'] }),
  evaluate: (record, context): FactResult => {
    const accepted = dateOf(record, 'acceptedAt');
    if (typeof accepted !== 'string') return accepted === null ? null : new Unknown('missing', ['acceptedAt']);
    const openings = wordsOf(record, context, { openings: 'openings' }, 'openings');
    if (openings instanceof Unknown) return openings;
    return nextOpening(accepted, openings, context.calendar) ?? new Unknown('calendar-not-covered', []);
  },
};

/** Facts on the freezing of securities. */
export const tradingFacts: readonly FactDefinition[] = [nextTradingOpening];
