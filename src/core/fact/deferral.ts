import type { LocalDate } from '../calendar/local-date.ts';
import type { RegisterRecord } from '../register/record.ts';
import { saysNo } from './cells.ts';
import { addDays } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { APPROVED_WORDS, defers, settlementOf } from './proceeds.ts';
import { mentionsAny } from './words.ts';

const DEFERRALS = 'deferral';
const RECEIPTS = 'proceedsReceipt';
const PENDING_WORDS = ['待审', '审批中', '报批', '待批'];
const REFUSED_WORDS = ['未批', '未通过', '不同意', '驳回', '未审批', '未经'];

/** Whether a deferral was approved; an approver or a day is enough, which is the reading that does not accuse. */
type Approval = 'approved' | 'pending' | 'refused' | 'none';

function approvalOf({ values }: RegisterRecord): Approval | Unknown {
  const { approvalStatus, approvedDate, approver } = values;
  const status = textOf(approvalStatus);
  if (status !== null) {
    if (mentionsAny(status, PENDING_WORDS)) return 'pending';
    if (mentionsAny(status, REFUSED_WORDS) || saysNo(status)) return 'refused';
    if (mentionsAny(status, APPROVED_WORDS)) return 'approved';
  }
  const named = textOf(approver);
  if (textOf(approvedDate) !== null || (named !== null && !saysNo(named))) return 'approved';
  if (approvedDate === undefined || approver === undefined) return new Unknown('missing', ['approvedDate', 'approver']);
  return 'none';
}

/** Last day of a deferral: stated, or the days granted from its approval; `null` where the row does not tell. */
function endOf({ values }: RegisterRecord): LocalDate | null {
  const stated = textOf(values.deferredUntil);
  if (stated !== null) return stated;
  const approved = textOf(values.approvedDate);
  const days = numberOf(values.deferralDays);
  return approved === null || days === null ? null : addDays(approved, days);
}

/** Receipts that the deferral is about. */
function receiptsOf(deferral: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const rows = recordsOfCase(deferral, context, RECEIPTS, ['amount']);
  return rows instanceof Unknown ? rows : rows.filter((receipt) => defers(deferral, receipt));
}

/** Whether a later deferral of the same money follows this one. */
function isRenewed(deferral: RegisterRecord, context: FactContext, end: LocalDate): boolean {
  const rows = recordsOfCase(deferral, context, DEFERRALS);
  if (rows instanceof Unknown) return false;
  const { receiptNo, bankSerialNo } = deferral.values;
  return rows.some((row) => {
    const same = row.values.receiptNo === receiptNo && row.values.bankSerialNo === bankSerialNo;
    const later = endOf(row);
    return row !== deferral && same && later !== null && later > end;
  });
}

/**
 * Day after whose end the money was still there with no further deferral; blank where it was paid in time, the deferral still
 * runs, or another follows. Unknown where receipts or payouts were not handed over.
 */
function lapsedOn(deferral: RegisterRecord, context: FactContext): FactResult {
  const end = endOf(deferral);
  if (end === null) return new Unknown('missing', ['deferredUntil', 'deferralDays']);
  if (end >= context.asOf || isRenewed(deferral, context, end)) return null;
  const receipts = receiptsOf(deferral, context);
  if (receipts instanceof Unknown) return receipts;
  if (receipts.length === 0) return new Unknown('missing', [`${RECEIPTS}.receiptNo`]);
  let unknown: Unknown | null = null;
  for (const receipt of receipts) {
    const settlement = settlementOf(receipt, context);
    if (settlement instanceof Unknown) unknown = settlement;
    else if (settlement.settledOn === null || settlement.settledOn > end) return end;
  }
  return unknown;
}

/** Day on which the last of the deferred money was paid out; blank while some is left. */
function settledOn(deferral: RegisterRecord, context: FactContext): FactResult {
  const receipts = receiptsOf(deferral, context);
  if (receipts instanceof Unknown) return receipts;
  if (receipts.length === 0) return new Unknown('missing', [`${RECEIPTS}.receiptNo`]);
  let last: LocalDate | null = '';
  for (const receipt of receipts) {
    const settlement = settlementOf(receipt, context);
    if (settlement instanceof Unknown) return settlement;
    if (settlement.settledOn === null) last = null;
    else if (last !== null && settlement.settledOn > last) last = settlement.settledOn;
  }
  return last;
}

const RECEIPT_READS = {
  register: RECEIPTS,
  fields: ['caseNo', 'amount', 'receiptNo', 'bankSerialNo', 'paidDate'],
} as const;
const PAYOUT_READS = {
  register: 'proceedsPayout',
  fields: ['caseNo', 'sourceReceiptNo', 'sourceSerialNo', 'payoutStatus', 'payoutDate', 'amount'],
} as const;

function receiptsBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return known(receiptsOf(record, context));
}

/** Facts on deferrals of payment (执行款物管理工作的规定 10). */
export const deferralFacts: readonly FactDefinition[] = [
  {
    name: 'deferralApproval',
    register: DEFERRALS,
    label: { zh: '延缓发放的审批', en: 'approval of the deferral' },
    type: 'text',
    shared: true,
    reads: fixedReads(['approvalStatus', 'approvedDate', 'approver']),
    evaluate: approvalOf,
  },
  {
    name: 'deferralLapsedOn',
    register: DEFERRALS,
    label: { zh: '延缓到期而未发放、未再审批之日', en: 'day on which the deferral lapsed with money left' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'receiptNo', 'bankSerialNo', 'deferredUntil', 'approvedDate', 'deferralDays'],
      [RECEIPT_READS, PAYOUT_READS],
    ),
    evaluate: lapsedOn,
    sources: receiptsBehind,
  },
  {
    name: 'deferredMoneyPaidOn',
    register: DEFERRALS,
    label: { zh: '延缓案款发放完毕日', en: 'day on which the deferred money was paid out' },
    type: 'date',
    shared: true,
    reads: fixedReads(['caseNo', 'receiptNo', 'bankSerialNo'], [RECEIPT_READS, PAYOUT_READS]),
    evaluate: settledOn,
    sources: receiptsBehind,
  },
];
