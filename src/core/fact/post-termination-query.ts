import type { LocalDate } from '../calendar/local-date.ts';
import type { RegisterRecord } from '../register/record.ts';
import { addMonths, workdayFrom, workdaysBetween } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams, FactResult, Limit } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { absentColumns, fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { onceForRecord, onceForRecordWith } from './remember.ts';
import type { SharedContext } from './remember.ts';

const CASES = 'enforcementCase';
const AFTER = 'terminationQuery';
const BEFORE = 'networkQuery';

/** Rows of the register of queries after termination; unknown where it was not handed over. */
function rowsOf(record: RegisterRecord, context: SharedContext): readonly RegisterRecord[] | Unknown {
  return recordsOfCase(record, context, AFTER, ['queriedDate']);
}

/** 终本裁定日: of the query register, else of the ruling, else the day of closure. */
function terminatedOn(record: RegisterRecord, rows: readonly RegisterRecord[]): LocalDate | null {
  for (const row of rows) {
    const stated = textOf(row.values.terminationDate);
    if (stated !== null) return stated;
  }
  return textOf(record.values.closeDocumentDate) ?? textOf(record.values.closeDate);
}

/** Queries after the termination, of either register. */
function queryDays(
  record: RegisterRecord,
  context: SharedContext,
  rows: readonly RegisterRecord[],
  terminated: LocalDate,
): readonly LocalDate[] {
  const days: LocalDate[] = [];
  const add = (queried: string | null) => {
    const day = queried === null ? terminated : dayOf(queried);
    if (day > terminated && day <= context.asOf) days.push(day);
  };
  for (const row of rows) add(textOf(row.values.queriedDate));
  const others = recordsOfCase(record, context, BEFORE);
  if (!(others instanceof Unknown)) for (const row of others) add(textOf(row.values.requestedAt));
  return days.sort();
}

const ENDS = ['resumedDate', 'performedDate', 'settlementPerformedDate', 'concludedDate'] as const;

/** Day from which nobody has to query any more: resumption, performance or conclusion; else the as-of day. */
function until(record: RegisterRecord, context: SharedContext): LocalDate {
  let first = context.asOf;
  for (const field of ENDS) {
    const day = textOf(record.values[field]);
    if (day !== null && day < first) first = day;
  }
  return first;
}

interface Period {
  readonly number: number;
  /** The day before the first day of the period. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface Queries {
  readonly rows: readonly RegisterRecord[];
  readonly days: readonly LocalDate[];
  readonly periods: readonly Period[];
  readonly running: Period | null;
}

interface Terminated {
  readonly rows: readonly RegisterRecord[];
  readonly terminated: LocalDate;
  readonly days: readonly LocalDate[];
  readonly end: LocalDate;
}

const terminatedOf = onceForRecord((record, context): Terminated | Unknown => {
  const rows = rowsOf(record, context);
  if (rows instanceof Unknown) return rows;
  const terminated = terminatedOn(record, rows);
  if (terminated === null) return new Unknown('missing', ['closeDate']);
  return { rows, terminated, days: queryDays(record, context, rows, terminated), end: until(record, context) };
});

const queriesWithin = onceForRecordWith((record, context, interval: Limit, span: Limit): Queries | Unknown => {
  const known = terminatedOf(record, context);
  if (known instanceof Unknown) return known;
  const { rows, terminated, days, end } = known;
  const periods: Period[] = [];
  let running: Period | null = null;
  let from = terminated;
  for (let number = 1; number * interval.amount <= span.amount * 12; number += 1) {
    const last = addMonths(terminated, number * interval.amount);
    const to = workdayFrom(last, context.calendar);
    if (to === undefined || to >= end) {
      running = from < end && end === context.asOf ? { number, from, to: to ?? end } : null;
      break;
    }
    periods.push({ number, from, to });
    from = last;
  }
  return { rows, days, periods, running };
});

function queriesOf(record: RegisterRecord, context: FactContext, params: FactParams): Queries | Unknown {
  const known = terminatedOf(record, context);
  if (known instanceof Unknown) return known;
  const interval = context.limit(String(params.interval), record);
  const span = context.limit(String(params.span), record);
  if (interval instanceof Unknown) return interval;
  return span instanceof Unknown ? span : queriesWithin(record, context, interval, span);
}

function isCovered(period: Period, { days, rows }: Queries): boolean {
  if (days.some((day) => day > period.from && day <= period.to)) return true;
  return rows.some((row) => {
    const day = textOf(row.values.queriedDate);
    return row.values.systemOutage === true && day !== null && day > period.from && day <= period.to;
  });
}

function missedPeriods(record: RegisterRecord, context: FactContext, params: FactParams): readonly Period[] | Unknown {
  const queries = queriesOf(record, context, params);
  if (queries instanceof Unknown) return queries;
  const { running } = queries;
  if (running !== null && !isCovered(running, queries)) context.notePending(running.to);
  return queries.periods.filter((period) => !isCovered(period, queries));
}

/** Two queries in a row that lie further apart than the interval, though no period is without one. */
function widestGap(record: RegisterRecord, context: FactContext, params: FactParams): readonly LocalDate[] | Unknown {
  const queries = queriesOf(record, context, params);
  if (queries instanceof Unknown) return queries;
  const interval = context.limit(String(params.interval), record);
  if (interval instanceof Unknown) return interval;
  const { days } = queries;
  if (days.length < 2) return [];
  const index = days.findIndex((day, at) => at > 0 && day > addMonths(days[at - 1] ?? day, interval.amount));
  return index < 0 ? [] : days.slice(index - 1, index + 1);
}

/** Queries in the register of queries after termination, and the days on which the applicant was told. */
interface Informed {
  readonly queried: LocalDate;
  readonly informed: LocalDate | null;
}

const informedOf = onceForRecord((record, context): readonly Informed[] | Unknown => {
  const absent = absentColumns(context, AFTER, ['applicantInformedDate']);
  if (absent !== null) return absent;
  const rows = rowsOf(record, context);
  if (rows instanceof Unknown) return rows;
  const queried: Informed[] = [];
  for (const row of rows) {
    const day = textOf(row.values.repliedAt) ?? textOf(row.values.queriedDate);
    if (day !== null) queried.push({ queried: dayOf(day), informed: textOf(row.values.applicantInformedDate) });
  }
  return queried;
});

/** Whether the register has queries of days before the as-of day and none was ever followed by word to the applicant. */
function neverInformed(record: RegisterRecord, context: FactContext): FactResult {
  const informed = informedOf(record, context);
  if (informed instanceof Unknown) return informed;
  if (informed.length === 0) return false;
  const earlier = informed.filter(({ queried }) => queried < context.asOf);
  return earlier.length > 0 && informed.every((each) => each.informed === null);
}

/** Most working days between a query and the word to the applicant, among those he was told of. */
function informedAfter(record: RegisterRecord, context: FactContext): FactResult {
  const informed = informedOf(record, context);
  if (informed instanceof Unknown) return informed;
  if (informed.length === 0) return 0;
  const waits = informed.map(({ queried, informed: told }) =>
    told === null ? 0 : workdaysBetween(queried, told, context.calendar),
  );
  return waits.includes(undefined)
    ? new Unknown('calendar-not-covered', [])
    : waits.reduce<number>((most, wait) => Math.max(most, wait ?? 0), 0);
}

const PERIOD_PARAMS = { interval: { kind: 'limit' }, span: { kind: 'limit' } } as const;
const CASE_FIELDS = [
  'caseNo',
  'closeDate',
  'closeDocumentDate',
  'resumedDate',
  'performedDate',
  'concludedDate',
] as const;
const READS = [
  { register: AFTER, fields: ['queriedDate', 'terminationDate', 'systemOutage'] },
  { register: BEFORE, fields: ['requestedAt'] },
] as const;

function rowsBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return known(rowsOf(record, context));
}

export const postTerminationQueryFacts: readonly FactDefinition[] = [
  {
    name: 'missedQueryPeriods',
    register: CASES,
    label: { zh: '终本后未查询的半年期', en: 'half-years after termination without a query' },
    type: 'number',
    params: PERIOD_PARAMS,
    reads: fixedReads(CASE_FIELDS, READS, ['interval', 'span']),
    evaluate: (record, context, params) => {
      const missed = missedPeriods(record, context, params);
      return missed instanceof Unknown ? missed : missed.length;
    },
    describe: (record, context, params) => {
      const missed = missedPeriods(record, context, params);
      const [first] = known(missed);
      return first === undefined
        ? {}
        : {
            number: first.number,
            from: first.from,
            to: first.to,
            count: missed instanceof Unknown ? 0 : missed.length,
          };
    },
    sources: rowsBehind,
  },
  {
    name: 'widestQueryGap',
    register: CASES,
    label: { zh: '相邻两次查询间隔过长', en: 'two queries in a row too far apart' },
    type: 'list',
    params: PERIOD_PARAMS,
    reads: fixedReads(CASE_FIELDS, READS, ['interval', 'span']),
    evaluate: widestGap,
    describe: (record, context, params) => {
      const gap = widestGap(record, context, params);
      return gap instanceof Unknown || gap.length < 2 ? {} : { from: gap[0], to: gap[1] };
    },
    sources: rowsBehind,
  },
  {
    name: 'applicantNeverInformed',
    register: CASES,
    label: { zh: '查询后从未告知申请执行人', en: 'applicant never told of a query' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo'], [{ register: AFTER, fields: ['queriedDate', 'repliedAt', 'applicantInformedDate'] }]),
    evaluate: neverInformed,
    sources: rowsBehind,
  },
  {
    name: 'applicantInformedAfterWorkdays',
    register: CASES,
    label: { zh: '查询至告知的工作日数', en: 'working days from a query to the word to the applicant' },
    type: 'number',
    shared: true,
    reads: fixedReads(['caseNo'], [{ register: AFTER, fields: ['queriedDate', 'repliedAt', 'applicantInformedDate'] }]),
    evaluate: informedAfter,
    sources: rowsBehind,
  },
];
