import { suspendedDays } from '../calendar/intervals.ts';
import type { RegisterRecord } from '../register/record.ts';
import { saysNone } from './cells.ts';
import { daysBetween } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { parsePeriod } from './period.ts';
import { mentionsAny } from './words.ts';

const CASES = 'enforcementCase';
const EXTENSIONS = 'termExtension';
const DEDUCTIONS = 'termDeduction';

const REFUSED_WORDS = ['未批准', '不同意', '不予批准', '驳回'];
const CRIMINAL_WORDS = ['刑初', '刑终', '刑事', '罚金', '没收财产', '追缴', '退赔'];

function othersOf(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const rows = recordsOfCase(record, context, record.register);
  return rows instanceof Unknown ? [] : rows.filter((row) => row !== record);
}

/**
 * Whether somebody approved an extension; where no column could say so, in the court's favour. A court whose table tells
 * organ and officer apart may fill in either.
 */
export function isApprovedExtension({ values }: RegisterRecord): boolean {
  const { approvedDate, approvedBy, approver } = values;
  if (approvedDate === undefined && approvedBy === undefined && approver === undefined) return true;
  const told = [approvedBy, approver].map(textOf).filter((text) => text !== null && !saysNone(text));
  if (told.some((text) => mentionsAny(text ?? '', REFUSED_WORDS))) return false;
  return told.length > 0 || textOf(approvedDate) !== null;
}

interface Length {
  readonly amount: number;
  readonly unit: 'months' | 'days';
}

/** How long an extension is, by whichever of its columns says so; `null` where none can be read. */
function lengthOf({ values }: RegisterRecord): Length | null {
  const months = numberOf(values.extensionMonths);
  if (months !== null) return { amount: months, unit: 'months' };
  const days = numberOf(values.extensionDays);
  if (days !== null) return { amount: days, unit: 'days' };
  const period = parsePeriod(textOf(values.extensionPeriod) ?? '');
  if (period !== null) return { amount: period.amount, unit: period.unit === 'calendarDay' ? 'days' : 'months' };
  const start = textOf(values.startDate);
  const end = textOf(values.endDate);
  return start === null || end === null ? null : { amount: daysBetween(start, end) + 1, unit: 'days' };
}

/** Longer than the months allowed, or than the days that so many months can have. */
function extensionTooLong(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const months = context.limit(String(params.months), record);
  const days = context.limit(String(params.days), record);
  if (months instanceof Unknown) return months;
  if (days instanceof Unknown) return days;
  const length = lengthOf(record);
  if (length === null) return new Unknown('missing', ['extensionPeriod']);
  return length.amount > (length.unit === 'months' ? months.amount : days.amount);
}

function extensionDay(row: RegisterRecord): string | null {
  return textOf(row.values.startDate) ?? textOf(row.values.approvedDate);
}

/** Extensions of the same case that were approved and came before this one; those without a day say nothing. */
function formerExtensions(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const own = extensionDay(record);
  if (own === null) return [];
  return othersOf(record, context).filter((row) => {
    const day = extensionDay(row);
    return day !== null && day < own && isApprovedExtension(row);
  });
}

/** Whether the case extended enforces the property part of a criminal judgment; unknown where the case is not in the table. */
function ofCriminalCase(record: RegisterRecord, context: FactContext): FactResult {
  const rows = recordsOfCase(record, context, CASES);
  if (rows instanceof Unknown) return rows;
  const [enforced] = rows;
  if (enforced === undefined) return new Unknown('missing', [`${CASES}.caseNo`]);
  const { basisType, basisNo, cause } = enforced.values;
  return mentionsAny([basisType, basisNo, cause].map((each) => textOf(each) ?? '').join(' '), CRIMINAL_WORDS);
}

/** Kind and reasons of a deduction as written. */
function groundsOf({ values }: RegisterRecord): readonly string[] {
  return [values.type, values.suspensionReason, values.deferralReason].map(textOf).filter((each) => each !== null);
}

/**
 * Days deducted in the case, overlaps counted once, where they are more than the days that it has been running; told on the
 * deduction that began last, `null` on the others.
 */
function deductedBeyondCase(record: RegisterRecord, context: FactContext): number | null {
  const [own] = known(recordsOfCase(record, context, CASES));
  const filed = own === undefined ? null : textOf(own.values.filedDate);
  const start = textOf(record.values.startDate);
  if (own === undefined || filed === null || start === null) return null;
  const rows = known(recordsOfCase(record, context, DEDUCTIONS));
  if (rows.some((row) => (textOf(row.values.startDate) ?? '') > start)) return null;
  const until = textOf(own.values.closeDate) ?? context.asOf;
  const intervals = rows.flatMap(({ values }) => {
    const from = textOf(values.startDate);
    return from === null || from > until ? [] : [{ from, to: textOf(values.endDate) }];
  });
  const days = suspendedDays(intervals, until);
  return days > daysBetween(filed, until) + 1 ? days : null;
}

/** Deductions of the same case that share a day with this one; an open end runs to the as-of date. */
function overlapping(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const start = textOf(record.values.startDate);
  if (start === null) return [];
  const end = textOf(record.values.endDate) ?? context.asOf;
  return othersOf(record, context).filter((row) => {
    const from = textOf(row.values.startDate);
    const to = textOf(row.values.endDate) ?? context.asOf;
    return from !== null && from <= end && to >= start;
  });
}

/** Facts about single records of extensions and deductions of the enforcement term. */
export const termRecordFacts: readonly FactDefinition[] = [
  {
    name: 'furtherExtension',
    register: EXTENSIONS,
    label: { zh: '再次延长', en: 'a further extension' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'startDate', 'approvedDate', 'approvedBy', 'approver']),
    evaluate: (record, context) => formerExtensions(record, context).length > 0,
    sources: formerExtensions,
  },
  {
    name: 'extensionTooLong',
    register: EXTENSIONS,
    label: { zh: '一次延长超过上限', en: 'a single extension beyond the longest' },
    type: 'boolean',
    params: { months: { kind: 'limit' }, days: { kind: 'limit' } },
    reads: fixedReads(
      ['extensionMonths', 'extensionDays', 'extensionPeriod', 'startDate', 'endDate'],
      [],
      ['months', 'days'],
    ),
    evaluate: extensionTooLong,
    describe: (record) => {
      const length = lengthOf(record);
      return length === null ? {} : { length: `${String(length.amount)}${length.unit === 'months' ? '个月' : '日'}` };
    },
  },
  {
    name: 'extensionOfCriminalCase',
    register: EXTENSIONS,
    label: { zh: '刑事裁判涉财产部分执行案件', en: 'property part of a criminal judgment' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo'], [{ register: CASES, fields: ['basisType', 'basisNo', 'cause'] }]),
    evaluate: ofCriminalCase,
  },
  {
    name: 'deductionOverlaps',
    register: DEDUCTIONS,
    label: { zh: '与同案另一次扣除重叠', en: 'overlaps with another deduction of the case' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'startDate', 'endDate']),
    evaluate: (record, context) => overlapping(record, context).length > 0,
    sources: overlapping,
  },
  {
    name: 'deductionGrounds',
    register: DEDUCTIONS,
    label: { zh: '扣除事由', en: 'grounds of the deduction' },
    type: 'text',
    shared: true,
    reads: fixedReads(['type', 'suspensionReason', 'deferralReason']),
    evaluate: (record) => {
      const grounds = groundsOf(record);
      return grounds.length === 0 ? null : grounds.join('、');
    },
  },
  {
    name: 'deductedBeyondCase',
    register: DEDUCTIONS,
    label: { zh: '扣除合计超过案件存续天数', en: 'more days deducted than the case has been running' },
    type: 'number',
    shared: true,
    reads: fixedReads(['caseNo', 'startDate', 'endDate'], [{ register: CASES, fields: ['filedDate', 'closeDate'] }]),
    evaluate: deductedBeyondCase,
  },
];
