import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, recordsOfCase, textOf } from './neighbours.ts';
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

function extensionDay(row: RegisterRecord): string | null {
  return textOf(row.values.startDate) ?? textOf(row.values.approvedDate);
}

/** Extensions of the same case that were approved and came before this one; those without a day say nothing. */
function formerExtensions(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const own = extensionDay(record);
  if (own === null) return [];
  return othersOf(record, context).filter((row) => {
    const day = extensionDay(row);
    return day !== null && day < own && !mentionsAny(textOf(row.values.approvedBy) ?? '', REFUSED_WORDS);
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

/** Kind and reason of a deduction, to tell one ground entered twice from two that ran at the same time. */
function groundOf({ values }: RegisterRecord): string {
  return [values.type, values.suspensionReason, values.deferralReason].map((each) => textOf(each) ?? '').join('|');
}

/**
 * Deductions of the same case on the same ground that share a day with this one; an open end runs to the as-of date.
 * Different grounds may lawfully run at the same time.
 */
function overlapping(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const start = textOf(record.values.startDate);
  if (start === null) return [];
  const end = textOf(record.values.endDate) ?? context.asOf;
  return othersOf(record, context).filter((row) => {
    const from = textOf(row.values.startDate);
    const to = textOf(row.values.endDate) ?? context.asOf;
    return groundOf(row) === groundOf(record) && from !== null && from <= end && to >= start;
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
    reads: fixedReads(['caseNo', 'startDate', 'approvedDate', 'approvedBy']),
    evaluate: (record, context) => formerExtensions(record, context).length > 0,
    sources: formerExtensions,
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
    label: { zh: '与同案同一事由的另一次扣除重叠', en: 'overlaps with another deduction on the same ground' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'type', 'suspensionReason', 'deferralReason', 'startDate', 'endDate']),
    evaluate: (record, context) => overlapping(record, context).length > 0,
    sources: overlapping,
  },
];
