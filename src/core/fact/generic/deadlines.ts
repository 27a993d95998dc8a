import type { WorkCalendar } from '../../calendar/calendar.ts';
import type { FieldValue, RegisterRecord } from '../../register/record.ts';
import { dueDate as calendarDueDate, daysBetween, minutesBetween } from '../day-arithmetic.ts';
import type { FactParams, FactResult, Limit } from '../fact.ts';
import { Unknown } from '../fact.ts';
import { dayOf, hasTime, isIsoDate } from '../iso.ts';
import type { FactReference, PreparedFact, PreparingContext, Reader } from '../reader.ts';
import { preparedFact } from '../reader.ts';
import { runsByClock, termReader } from './limits.ts';
import type { Term, TermReader } from './limits.ts';
import { readsOf } from './reads.ts';

/**
 * Bounds of a due date: equal, unless a limit by the clock starts on a day without time of day, or an extension may have
 * been granted.
 */
interface Due {
  readonly earliest: string;
  readonly latest: string;
}

const NOT_COVERED = new Unknown('calendar-not-covered', []);
const START_OF_DAY = 'T00:00:00';
const END_OF_DAY = 'T23:59:59';

/** A date, blank, or unknown. Anything else is an error of the rule. */
function asDate(value: FactResult): string | null | Unknown {
  if (value === null || value instanceof Unknown) return value;
  if (!isIsoDate(value)) throw new TypeError(`not a date: ${JSON.stringify(value)}`);
  return value;
}

function computeDue(from: string, term: Term, calendar: WorkCalendar, officeHours: boolean): Due | Unknown {
  const end = (start: string, extension: Limit | undefined) =>
    calendarDueDate(start, term.limit, calendar, { extension, officeHours });
  const clock = runsByClock(term.limit);
  const earliest = end(clock && !hasTime(from) ? from + START_OF_DAY : from, term.maybe ? undefined : term.extension);
  const latest =
    !term.maybe && (!clock || hasTime(from))
      ? earliest
      : end(clock && !hasTime(from) ? from + END_OF_DAY : from, term.extension);
  return earliest === undefined || latest === undefined ? NOT_COVERED : { earliest, latest };
}

type DueReader = (from: string, term: Term) => Due | Unknown;

/** Due dates repeat from record to record: one table of start day → end for each limit. */
function dueReader(context: PreparingContext, params: FactParams): DueReader {
  const officeHours = params['officeHours'] === true;
  const tables = new WeakMap<Limit, Map<string, Due | Unknown>>();
  let lastLimit: Limit | null = null;
  let table = new Map<string, Due | Unknown>();
  return (from, term) => {
    if (term.extension !== undefined || hasTime(from)) return computeDue(from, term, context.calendar, officeHours);
    if (term.limit !== lastLimit) {
      table = tables.get(term.limit) ?? new Map<string, Due | Unknown>();
      tables.set(term.limit, table);
      lastLimit = term.limit;
    }
    let due = table.get(from);
    if (due === undefined) {
      due = computeDue(from, term, context.calendar, officeHours);
      table.set(from, due);
    }
    return due;
  };
}

interface DeadlineReaders {
  readonly from: Reader;
  readonly term: TermReader;
  readonly due: DueReader;
  /** What is asked for where a value is blank or an extension is open. */
  readonly fromMissing: Unknown;
  readonly extendedMissing: Unknown;
}

function deadlineReaders(context: PreparingContext, params: FactParams): DeadlineReaders {
  return {
    from: context.reader(params['from'] as FactReference),
    term: termReader(context, params),
    due: dueReader(context, params),
    fromMissing: new Unknown('missing', readsOf({ from: params['from'] }).fields),
    extendedMissing: new Unknown(
      'missing',
      readsOf({ from: params['from'], extendedWhen: params['extendedWhen'] }).fields,
    ),
  };
}

function startOf(record: RegisterRecord, readers: DeadlineReaders): string | Unknown {
  return asDate(readers.from(record)) ?? readers.fromMissing;
}

function dueFrom(from: string, record: RegisterRecord, readers: DeadlineReaders): Due | Unknown {
  const term = readers.term(record);
  return term instanceof Unknown ? term : readers.due(from, term);
}

function dueOf(record: RegisterRecord, readers: DeadlineReaders): Due | Unknown {
  const from = startOf(record, readers);
  return from instanceof Unknown ? from : dueFrom(from, record, readers);
}

const DEADLINE_PARAMS = {
  from: { kind: 'reference' },
  limit: { kind: 'limit' },
  extension: { kind: 'limit', optional: true },
  extendedWhen: { kind: 'reference', optional: true },
  officeHours: { kind: 'boolean', optional: true },
} as const;

/** Last day (or moment) of a limit. Unknown where only bounds are known. */
const dueDate = preparedFact({
  name: 'dueDate',
  register: 'any',
  label: { zh: '期限届满日', en: 'due date' },
  type: 'date',
  params: DEADLINE_PARAMS,
  reads: readsOf,
  prepare: (context, params) => {
    const readers = deadlineReaders(context, params);
    return (record) => {
      const due = dueOf(record, readers);
      if (due instanceof Unknown) return due;
      return due.earliest === due.latest ? due.latest : readers.extendedMissing;
    };
  },
  describe: describeDeadline,
});

/** Whether something that happened at `to` came after a due date; `undefined` where a time of day would decide. */
function isAfter(to: string, due: string): boolean | undefined {
  if (to.length === due.length) return to > due;
  const toDay = dayOf(to);
  const dueDay = dayOf(due);
  // A due day includes its evening; a due moment against a day without time stays open on that day.
  if (!hasTime(due)) return toDay > dueDay;
  return toDay === dueDay ? undefined : toDay > dueDay;
}

/** Whether `done` lies before the start; on one day a time of day is asked of both. */
function isEarlier(done: string, start: string): boolean {
  return done.length === start.length ? done < start : dayOf(done) < dayOf(start);
}

/**
 * Whether the matter was done, or is still open, after the due date. While `to` is blank the as-of date decides, and an
 * open matter that is inside its limit counts as pending.
 */
const overdue = preparedFact({
  name: 'overdue',
  register: 'any',
  label: { zh: '逾期', en: 'overdue' },
  type: 'boolean',
  params: { ...DEADLINE_PARAMS, to: { kind: 'reference' }, early: { kind: 'boolean', optional: true } },
  reads: readsOf,
  prepare: (context, params) => {
    const readers = deadlineReaders(context, params);
    const to = context.reader(params['to'] as FactReference);
    const undecided = new Unknown('missing', readsOf(params).fields);
    const mayBeEarly = params['early'] === true;
    return (record) => {
      const from = startOf(record, readers);
      if (from instanceof Unknown) return from;
      const due = dueFrom(from, record, readers);
      if (due instanceof Unknown) return due;
      const done = asDate(to(record));
      if (done instanceof Unknown) return done;
      // What was done after the as-of day had not been done on it: the matter is still open then.
      if (done === null || dayOf(done) > context.asOf) {
        // The whole as-of day belongs to the inspection: a matter due on it is not late yet.
        if (context.asOf > dayOf(due.latest)) return true;
        if (context.asOf > dayOf(due.earliest)) return undecided;
        context.notePending(due.latest);
        return false;
      }
      // A reply dated before its question is a mistake in the register: it would pass as the earliest reply of all.
      if (!mayBeEarly && isEarlier(done, from)) return undecided;
      const afterLatest = isAfter(done, due.latest);
      if (due.earliest === due.latest) return afterLatest ?? undecided;
      if (afterLatest === true) return true;
      return isAfter(done, due.earliest) === false ? false : undecided;
    };
  },
  describe: describeDeadline,
});

const MINUTES_OF_HOUR = 60;
/** From this many hours on, a clock's delay is told in days. */
const HOURS_TOLD = 72;

/** How late something was, in words that fit: a clock of hours that ran out a minute ago is not 0 days late. */
function lateness(due: string, end: string): { readonly amount: number; readonly unit: Limit['unit'] } {
  const days = { amount: Math.max(0, daysBetween(due, end)), unit: 'day' } as const;
  if (!hasTime(due) || !hasTime(end)) return days;
  const minutes = minutesBetween(due, end);
  if (minutes < MINUTES_OF_HOUR) return { amount: Math.max(1, Math.ceil(minutes)), unit: 'minute' };
  const hours = Math.floor(minutes / MINUTES_OF_HOUR);
  return hours < HOURS_TOLD ? { amount: hours, unit: 'hour' } : days;
}

/** `due`, `limit` (amount), `unit`, `days` late, and `late` with `lateUnit` for messages. */
function describeDeadline(
  record: RegisterRecord,
  context: Parameters<NonNullable<PreparedFact['describe']>>[1],
  params: FactParams,
): Readonly<Record<string, FieldValue>> {
  const preparing = context as PreparingContext;
  const readers = deadlineReaders(preparing, params);
  const due = dueOf(record, readers);
  const term = readers.term(record);
  const from = readers.from(record);
  const described: Record<string, FieldValue> = {};
  if (typeof from === 'string') described['from'] = from;
  if (!(term instanceof Unknown)) {
    described['limit'] = term.limit.amount;
    described['unit'] = term.limit.unit;
    if (term.extension !== undefined && !term.maybe) {
      described['extension'] = term.extension.amount;
      described['extensionUnit'] = term.extension.unit;
    }
  }
  if (due instanceof Unknown) return described;
  described['due'] = due.latest;
  if (params['to'] !== undefined) {
    const to = preparing.reader(params['to'] as FactReference)(record);
    const end = typeof to === 'string' ? to : context.asOf;
    if (typeof to === 'string') described['to'] = to;
    described['days'] = Math.max(0, daysBetween(due.latest, end));
    const late = lateness(due.latest, end);
    described['late'] = late.amount;
    described['lateUnit'] = late.unit;
  }
  return described;
}

export const DEADLINE_FACTS: readonly PreparedFact[] = [dueDate, overdue];
