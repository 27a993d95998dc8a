import { dayNumber } from '../calendar/day-number.ts';
import type { NumberInterval, SuspendedInterval } from '../calendar/intervals.ts';
import { unionOfIntervals } from '../calendar/intervals.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { FieldValue, RegisterRecord } from '../register/record.ts';
import { caseTypeOf } from './case-number.ts';
import { addDays, addMonths, daysBetween, workdayFrom } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { absentColumns, fixedReads, known, numberOf, recordsOfCase, textOf, wordsOf } from './neighbours.ts';
import { afterPeriod, parsePeriod } from './period.ts';
import { onceForRecordWith } from './remember.ts';
import { isApprovedExtension } from './term-record.ts';
import { wordList } from './word-list.ts';
import type { WordList } from './word-list.ts';

const CASES = 'enforcementCase';
const EXTENSIONS = 'termExtension';
const DEDUCTIONS = 'termDeduction';

function recordsOrNone(record: RegisterRecord, context: FactContext, register: string): readonly RegisterRecord[] {
  return known(recordsOfCase(record, context, register));
}

/** End of the term after one approved extension. */
function extended(due: LocalDate, extension: RegisterRecord): LocalDate | Unknown {
  const { extensionMonths, extensionDays, extensionPeriod, endDate } = extension.values;
  const months = numberOf(extensionMonths);
  if (months !== null) return addMonths(due, months);
  const days = numberOf(extensionDays);
  if (days !== null) return addDays(due, days);
  const period = parsePeriod(textOf(extensionPeriod) ?? '');
  if (period !== null) return afterPeriod(due, period);
  const end = textOf(endDate);
  if (end !== null) return end > due ? end : due;
  return new Unknown('missing', [`${EXTENSIONS}.extensionPeriod`]);
}

const NO_STAYS: readonly NumberInterval[] = [];

/** Stays of the case after its filing as disjoint intervals in order: overlapping ones are counted once. */
function staysOf(record: RegisterRecord, context: FactContext, filed: LocalDate): readonly NumberInterval[] | Unknown {
  const stop = textOf(record.values.closeDate) ?? context.asOf;
  const deductions = recordsOrNone(record, context, DEDUCTIONS);
  if (deductions.length === 0) return NO_STAYS;
  const stays: SuspendedInterval[] = [];
  for (const deduction of deductions) {
    const start = textOf(deduction.values.startDate);
    if (start === null || deduction.values.endDate === undefined) {
      return new Unknown('missing', [`${DEDUCTIONS}.${start === null ? 'startDate' : 'endDate'}`]);
    }
    const to = textOf(deduction.values.endDate) ?? stop;
    const from = start < filed ? filed : start;
    if (to >= from) stays.push({ from, to });
  }
  return unionOfIntervals(stays, stop);
}

interface Term {
  readonly due: LocalDate;
  readonly extensions: number;
  readonly deductedDays: number;
}

/**
 * Limit → approved extensions → union of the deducted intervals → rolled once. A stay that began after the term was over
 * does not revive it; one that still runs keeps it open.
 */
function termOf(record: RegisterRecord, context: FactContext, params: FactParams): Term | Unknown {
  const filed = textOf(record.values.filedDate);
  if (filed === null) return new Unknown('missing', ['filedDate']);
  const limit = context.limit(String(params.limit), record);
  if (limit instanceof Unknown) return limit;
  let due = addMonths(filed, limit.amount);
  let extensions = 0;
  for (const extension of recordsOrNone(record, context, EXTENSIONS)) {
    if (!isApprovedExtension(extension)) continue;
    const later = extended(due, extension);
    if (later instanceof Unknown) return later;
    due = later;
    extensions += 1;
  }
  const stays = staysOf(record, context, filed);
  if (stays instanceof Unknown) return stays;
  let deductedDays = 0;
  for (const { first, last } of stays) {
    if (first > dayNumber(due)) break;
    const days = last - first + 1;
    due = addDays(due, days);
    deductedDays += days;
  }
  const stated = textOf(record.values.limitEnd);
  if (stated !== null && stated > due && !recordsSeen(context)) due = stated;
  const rolled = workdayFrom(due, context.calendar);
  if (rolled === undefined) return new Unknown('calendar-not-covered', []);
  return { due: rolled, extensions, deductedDays };
}

/** Whether the tables that could show a longer term were all handed over. */
function recordsSeen(context: FactContext): boolean {
  return [EXTENSIONS, DEDUCTIONS].every((register) => absentColumns(context, register, ['caseNo']) === null);
}

function closedOn(record: RegisterRecord): string | null | Unknown {
  const closed = record.values.closeDate;
  return closed === undefined ? new Unknown('missing', ['closeDate']) : textOf(closed);
}

function isOverdue(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const term = termOf(record, context, params);
  if (term instanceof Unknown) return term;
  const closed = closedOn(record);
  if (closed instanceof Unknown) return closed;
  if (closed !== null) return closed > term.due;
  if (context.asOf > term.due) return true;
  context.notePending(term.due);
  return false;
}

/** Months over in the steps that inspections use (1, 2, 3, 6). */
function bucketOf(due: LocalDate, end: LocalDate): string {
  const months = [6, 3, 2, 1].find((each) => end > addMonths(due, each));
  return months === undefined ? '1个月以内' : `${months}个月以上`;
}

const NEIGHBOURS = [
  {
    register: EXTENSIONS,
    fields: ['approvedDate', 'approvedBy', 'approver', 'extensionMonths', 'extensionDays', 'extensionPeriod'],
  },
  { register: DEDUCTIONS, fields: ['startDate', 'endDate'] },
] as const;

const TERM_PARAMS = { limit: { kind: 'limit' } } as const;

type TermKind = 'ordinary' | 'administrative' | 'criminal';

function mentions(cell: FieldValue, words: WordList): boolean {
  return typeof cell === 'string' && words.foundIn(cell);
}

const kindByWords = onceForRecordWith((record, _context, administrative: WordList, criminal: WordList): TermKind => {
  const { basisType, basisNo, cause, caseType } = record.values;
  const says = (words: WordList) =>
    mentions(basisType, words) || mentions(basisNo, words) || mentions(cause, words) || mentions(caseType, words);
  return says(administrative) ? 'administrative' : says(criminal) ? 'criminal' : 'ordinary';
});

/** Which term applies, by the kind of instrument; where nothing is said, the ordinary one, which is never the shorter. */
function termKind(record: RegisterRecord, context: FactContext, params: FactParams): TermKind | Unknown {
  const administrative = wordsOf(record, context, params, 'administrativeWords');
  const criminal = wordsOf(record, context, params, 'criminalWords');
  if (administrative instanceof Unknown) return administrative;
  if (criminal instanceof Unknown) return criminal;
  return kindByWords(record, context, wordList(administrative), wordList(criminal));
}

export const executionTermFacts: readonly FactDefinition[] = [
  {
    name: 'caseTypeCode',
    register: CASES,
    label: { zh: '案件类型代字', en: 'type of the case by its number' },
    type: 'text',
    shared: true,
    reads: fixedReads(['caseNo', 'caseType']),
    evaluate: (record) => {
      const { caseNo, caseType } = record.values;
      const number = textOf(caseNo);
      const type = number === null ? null : caseTypeOf(number);
      if (type !== null) return type;
      return textOf(caseType) ?? new Unknown('missing', ['caseNo', 'caseType']);
    },
  },
  {
    name: 'executionTermKind',
    register: CASES,
    label: { zh: '执行期限种类', en: 'kind of enforcement term' },
    type: 'text',
    params: { administrativeWords: { kind: 'parameter' }, criminalWords: { kind: 'parameter' } },
    reads: fixedReads(['basisType', 'basisNo', 'cause', 'caseType'], [], ['administrativeWords', 'criminalWords']),
    evaluate: termKind,
  },
  {
    name: 'executionDue',
    register: CASES,
    label: { zh: '执行期限届满日（含延长与扣除）', en: 'end of the enforcement term, extensions and stays included' },
    type: 'date',
    params: TERM_PARAMS,
    reads: fixedReads(['filedDate', 'closeDate', 'limitEnd'], NEIGHBOURS, ['limit']),
    evaluate: (record, context, params) => {
      const term = termOf(record, context, params);
      return term instanceof Unknown ? term : term.due;
    },
  },
  {
    name: 'executionOverdue',
    register: CASES,
    label: { zh: '超过执行期限', en: 'past the enforcement term' },
    type: 'boolean',
    params: TERM_PARAMS,
    reads: fixedReads(['filedDate', 'closeDate', 'limitEnd'], NEIGHBOURS, ['limit']),
    evaluate: isOverdue,
    describe: (record, context, params) => {
      const term = termOf(record, context, params);
      const limit = context.limit(String(params.limit), record);
      if (term instanceof Unknown || limit instanceof Unknown) return {};
      const end = textOf(record.values.closeDate) ?? context.asOf;
      return {
        due: term.due,
        limit: limit.amount,
        unit: limit.unit,
        days: Math.max(0, daysBetween(term.due, end)),
        extensions: term.extensions,
        deductedDays: term.deductedDays,
        bucket: bucketOf(term.due, end),
      };
    },
    sources: (record, context) =>
      [EXTENSIONS, DEDUCTIONS].flatMap((register) => recordsOrNone(record, context, register)),
  },
  {
    name: 'stayRecorded',
    register: CASES,
    label: { zh: '有扣除期限记录', en: 'a stay is on record' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo'], [{ register: DEDUCTIONS, fields: ['startDate'] }]),
    evaluate: (record, context) => recordsOrNone(record, context, DEDUCTIONS).length > 0,
  },
];
