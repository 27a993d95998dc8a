import type { RegisterRecord } from '../register/record.ts';
import { dateOf, textOf } from './cells.ts';
import { daysBetween } from '../calendar/day-arithmetic.ts';
import { workdaysBetween } from '../calendar/workdays.ts';
import { departmentEntry, departmentLimit, departmentMatter, MATTER_FIELDS, namesShip } from './department-limits.ts';
import type { FactContext, FactDefinition, FactResult, Limit } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';

const REQUEST = 'assistanceRequest';

/** Days in which the court was completing its papers; the clock of the agency stood still meanwhile. */
function correction(record: RegisterRecord, unit: Limit['unit'], context: FactContext): number | Unknown {
  const start = dateOf(record, 'correctionStart');
  if (typeof start !== 'string') return 0;
  const end = dateOf(record, 'correctionEnd') ?? context.asOf;
  if (unit !== 'workday') return Math.max(0, daysBetween(start, end));
  const days = workdaysBetween(start, end, context.calendar);
  return days === undefined ? new Unknown('calendar-not-covered', []) : Math.max(0, days);
}

/** The limit for the kind of department and matter: a local memorandum first, then the table of departments. */
function limitOf(record: RegisterRecord, context: FactContext): Limit | Unknown {
  const memorandum = record.values.memorandumDays;
  if (typeof memorandum === 'number') return { amount: memorandum, unit: 'workday' };
  return departmentLimit(record, context);
}

/** A multiple of the limit, the days of completing papers added. `times` 1 is the limit itself. */
function limitTimes(record: RegisterRecord, context: FactContext, times: number): FactResult {
  const limit = limitOf(record, context);
  if (limit instanceof Unknown) return limit;
  const added = correction(record, limit.unit, context);
  if (added instanceof Unknown) return added;
  // A limit of "the same day" has no multiple: its steps are counted in days.
  const amount = times === 1 ? limit.amount : Math.max(limit.amount, 1) * times;
  return [amount + (limit.unit === 'hour' ? added * 24 : added), limit.unit];
}

function limitFact(name: string, zh: string, en: string, times: number): FactDefinition {
  return {
    name,
    register: REQUEST,
    label: { zh, en },
    type: 'list',
    shared: true,
    reads: fixedReads([...MATTER_FIELDS, 'memorandumDays', 'correctionStart', 'correctionEnd']),
    evaluate: (record, context) => limitTimes(record, context, times),
    // A memorandum stands in the record itself.
    fromTables: (record, context) =>
      typeof record.values.memorandumDays === 'number' ? [] : departmentEntry(record, context),
  };
}

const NETWORK = /网络|总对总|点对点|线上/u;

/** Words of conditions: which rule of its own judges the time of a matter, so that the general one leaves it alone. */
type OwnRule = 'realEstateQuery' | 'shipControl' | 'none';

function ownRuleOf(record: RegisterRecord, context: FactContext): OwnRule {
  const { departments, categories } = departmentMatter(record, context);
  if (categories.includes('control') && namesShip(record)) return 'shipControl';
  const asks = categories.length > 0 && categories.every((each) => each === 'query' || each === 'archive');
  if (asks && departments.includes('realEstate') && !NETWORK.test(textOf(record, 'channel'))) return 'realEstateQuery';
  return 'none';
}

const ownRule: FactDefinition = {
  name: 'ownRule',
  register: REQUEST,
  label: { zh: '另有专门规则判断时限的事项', en: 'matter whose time a rule of its own judges' },
  type: 'text',
  shared: true,
  reads: fixedReads([...MATTER_FIELDS, 'channel']),
  evaluate: ownRuleOf,
};

/** Limits for requests for assistance, as `limit: "@assistanceLimit"`. */
export const assistanceLimitFacts: readonly FactDefinition[] = [
  ownRule,
  limitFact('assistanceLimit', '协助事项办理时限', 'limit for the matter', 1),
  // Lateness up to once the limit, and up to three times (severity of assist-dept-overdue).
  limitFact('assistanceLimitTwofold', '协助事项办理时限的两倍', 'twice the limit for the matter', 2),
  limitFact('assistanceLimitFourfold', '协助事项办理时限的四倍', 'four times the limit for the matter', 4),
];
