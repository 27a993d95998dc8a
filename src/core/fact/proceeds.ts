import type { LocalDate } from '../calendar/local-date.ts';
import type { RegisterRecord } from '../register/record.ts';
import { saysNo } from './cells.ts';
import { addDays } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { deferredByOwnWords, depositedByOwnWords } from './own-deferral.ts';
import { isPayout, isProceedsPayout } from './payout-status.ts';
import { proceedsLedgerFacts } from './proceeds-ledger.ts';
import { mentionsAny } from './words.ts';

const RECEIPTS = 'proceedsReceipt';
const PAYOUTS = 'proceedsPayout';
const DEFERRALS = 'deferral';
const DEPOSITS = 'proceedsDeposit';

export const APPROVED_WORDS = ['同意', '批准', '通过', '已审批', '已批'];
export const WAITING_WORDS = ['待审', '审批中', '未批', '未通过', '不同意', '驳回'];

/** Whether a payout names the receipt that it pays out. */
function paysOut(payout: RegisterRecord, receipt: RegisterRecord): boolean {
  const number = textOf(payout.values.sourceReceiptNo);
  if (number !== null && number === textOf(receipt.values.receiptNo)) return true;
  const serial = textOf(payout.values.sourceSerialNo);
  return serial !== null && serial === textOf(receipt.values.bankSerialNo);
}

interface Settlement {
  readonly balanceFen: number;
  /** Day of the last payout once nothing is left. */
  readonly settledOn: LocalDate | null;
  readonly payouts: readonly RegisterRecord[];
}

/** What one table for both sides (到账, 发放) says of its row; `null` where it has no columns of payouts. */
function ownSettlement(receipt: RegisterRecord, amount: number): Settlement | Unknown | null {
  const { ownPayoutDate, ownPayoutAmount } = receipt.values;
  const paid = numberOf(ownPayoutAmount);
  const day = textOf(ownPayoutDate);
  if (day === null && paid === null) {
    return ownPayoutDate === null ? { balanceFen: amount, settledOn: null, payouts: [] } : null;
  }
  // A payout without its amount is one of the whole; an amount without its day was paid, and nobody knows when.
  const balanceFen = Math.max(0, amount - (paid ?? amount));
  if (balanceFen > 0) return { balanceFen, settledOn: null, payouts: [] };
  return day === null ? new Unknown('missing', ['ownPayoutDate']) : { balanceFen, settledOn: day, payouts: [] };
}

/** Without the register of payouts the receipt's own columns say what was paid out, or its 未发放余额 that money is left. */
function withoutPayouts(receipt: RegisterRecord, amount: number, absent: Unknown): Settlement | Unknown {
  const own = ownSettlement(receipt, amount);
  if (own !== null) return own;
  const balanceFen = numberOf(receipt.values.unpaidBalance);
  return balanceFen !== null && balanceFen > 0 ? { balanceFen, settledOn: null, payouts: [] } : absent;
}

/**
 * What became of a receipt. Payouts are matched by the number of the receipt or of the bank; a payout of the same case that
 * names no receipt may be this one's, so a balance is unknown while such payouts could cover it.
 */
export function settlementOf(receipt: RegisterRecord, context: FactContext): Settlement | Unknown {
  const amount = numberOf(receipt.values.amount);
  if (amount === null) return new Unknown('missing', ['amount']);
  const rows = recordsOfCase(receipt, context, PAYOUTS);
  if (rows instanceof Unknown) return withoutPayouts(receipt, amount, rows);
  const paid = rows.filter((row) => isPayout(row) && isProceedsPayout(row));
  const own = paid.filter((row) => paysOut(row, receipt));
  const inOneTable = own.length === 0 && textOf(receipt.values.ownPayoutDate) !== null;
  const recorded = inOneTable ? ownSettlement(receipt, amount) : null;
  if (recorded !== null) return recorded;
  if (own.some((row) => numberOf(row.values.amount) === null)) {
    return new Unknown('missing', [`${PAYOUTS}.amount`]);
  }
  const sum = own.reduce((all, row) => all + (numberOf(row.values.amount) ?? 0), 0);
  const balanceFen = Math.max(0, amount - sum);
  if (balanceFen > 0) {
    const receipts = context.registers.by(RECEIPTS, 'caseNo', receipt.values.caseNo);
    if (paid.some((row) => !receipts.some((each) => paysOut(row, each)))) {
      return new Unknown('missing', [`${PAYOUTS}.sourceReceiptNo`]);
    }
    return { balanceFen, settledOn: null, payouts: own };
  }
  const days = own.map((row) => textOf(row.values.payoutDate));
  if (days.includes(null)) return new Unknown('missing', [`${PAYOUTS}.payoutDate`]);
  const last = days
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return { balanceFen, settledOn: last ?? textOf(receipt.values.paidDate), payouts: own };
}

/** A deferral that names another receipt is not this one's. */
export function defers(deferral: RegisterRecord, receipt: RegisterRecord): boolean {
  const number = textOf(deferral.values.receiptNo);
  const serial = textOf(deferral.values.bankSerialNo);
  if (number === null && serial === null) return true;
  return (
    (number !== null && number === textOf(receipt.values.receiptNo)) ||
    (serial !== null && serial === textOf(receipt.values.bankSerialNo))
  );
}

function isApproved(deferral: RegisterRecord): boolean | Unknown {
  const { approvalStatus, approvedDate, approver } = deferral.values;
  const status = textOf(approvalStatus);
  if (status !== null) {
    if (mentionsAny(status, WAITING_WORDS) || saysNo(status)) return false;
    if (mentionsAny(status, APPROVED_WORDS)) return true;
  }
  const named = textOf(approver);
  if (textOf(approvedDate) !== null || (named !== null && !saysNo(named))) return true;
  return approvedDate === undefined && approver === undefined
    ? new Unknown('missing', [`${DEFERRALS}.approvedDate`])
    : false;
}

/**
 * Last day of a deferral: stated, or the days granted from its approval; where the approval has no date, from the arrival of
 * the money, which is earlier: a deferral that covers the day even so covers it.
 */
function deferredUntil(deferral: RegisterRecord, receipt: RegisterRecord): LocalDate | Unknown {
  const stated = textOf(deferral.values.deferredUntil);
  if (stated !== null) return stated;
  const { arrivalNoticeDate, paidDate } = receipt.values;
  const approved = textOf(deferral.values.approvedDate) ?? textOf(arrivalNoticeDate) ?? textOf(paidDate);
  const days = numberOf(deferral.values.deferralDays);
  return approved === null || days === null
    ? new Unknown('missing', [`${DEFERRALS}.deferralDays`])
    : addDays(approved, days);
}

/** Whether an approved deferral covers the day of payment, or the as-of day while money is left. */
function isDeferred(receipt: RegisterRecord, context: FactContext): FactResult {
  if (deferredByOwnWords(receipt)) return true;
  const rows = recordsOfCase(receipt, context, DEFERRALS);
  if (rows instanceof Unknown) return rows;
  const settlement = settlementOf(receipt, context);
  const day = settlement instanceof Unknown ? context.asOf : (settlement.settledOn ?? context.asOf);
  let unknown: Unknown | null = null;
  for (const row of rows.filter((each) => defers(each, receipt))) {
    const approved = isApproved(row);
    if (approved === false) continue;
    const until = deferredUntil(row, receipt);
    if (approved instanceof Unknown || until instanceof Unknown) {
      unknown = approved instanceof Unknown ? approved : (until as Unknown);
      continue;
    }
    if (until >= day) return true;
    if (textOf(row.values.approvedDate) === null && textOf(row.values.deferredUntil) === null) {
      unknown = new Unknown('missing', [`${DEFERRALS}.approvedDate`]);
    }
  }
  return unknown ?? false;
}

/** Whether a deferral of the receipt was approved at any time, whether or not it still runs. */
function wasEverDeferred(receipt: RegisterRecord, context: FactContext): FactResult {
  if (deferredByOwnWords(receipt)) return true;
  const rows = recordsOfCase(receipt, context, DEFERRALS);
  if (rows instanceof Unknown) return rows;
  const approvals = rows.filter((row) => defers(row, receipt)).map(isApproved);
  return approvals.includes(true) || (approvals.find((each) => each instanceof Unknown) ?? false);
}

/** Deposited with a third party (提存): by the receipt's own flag or by the register of deposits. */
function isDeposited(receipt: RegisterRecord, context: FactContext): FactResult {
  if (receipt.values.deposited === true || depositedByOwnWords(receipt)) return true;
  const rows = recordsOfCase(receipt, context, DEPOSITS);
  if (rows instanceof Unknown) return receipt.values.deposited === false ? false : rows;
  return rows.some((row) => textOf(row.values.returnedDate) === null);
}

const PAYOUT_READS = {
  register: PAYOUTS,
  fields: ['caseNo', 'sourceReceiptNo', 'sourceSerialNo', 'payoutStatus', 'payoutType', 'payoutDate', 'amount'],
} as const;
const OWN_DEFERRAL = ['ownDeferralApproval', 'remark'] as const;
const RECEIPT_FIELDS = [
  'caseNo',
  'amount',
  'receiptNo',
  'bankSerialNo',
  'unpaidBalance',
  'ownPayoutDate',
  'ownPayoutAmount',
] as const;

function payoutsBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const settlement = settlementOf(record, context);
  return settlement instanceof Unknown ? [] : settlement.payouts;
}

const receiptFacts: readonly FactDefinition[] = [
  {
    name: 'receiptBalance',
    register: RECEIPTS,
    label: { zh: '未发放余额', en: 'balance not paid out' },
    type: 'money',
    shared: true,
    reads: fixedReads(RECEIPT_FIELDS, [PAYOUT_READS]),
    evaluate: (record, context) => {
      const settlement = settlementOf(record, context);
      return settlement instanceof Unknown ? settlement : settlement.balanceFen;
    },
    describe: (record, context) => {
      const settlement = settlementOf(record, context);
      return settlement instanceof Unknown ? {} : { balance: settlement.balanceFen };
    },
    sources: payoutsBehind,
  },
  {
    name: 'receiptSettledOn',
    register: RECEIPTS,
    label: { zh: '发放完毕日', en: 'day on which all was paid out' },
    type: 'date',
    shared: true,
    reads: fixedReads([...RECEIPT_FIELDS, 'paidDate'], [PAYOUT_READS]),
    evaluate: (record, context) => {
      const settlement = settlementOf(record, context);
      return settlement instanceof Unknown ? settlement : settlement.settledOn;
    },
    sources: payoutsBehind,
  },
  {
    name: 'payoutDeferred',
    register: RECEIPTS,
    label: { zh: '有有效的延缓发放审批', en: 'an approved deferral is in force' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      [...RECEIPT_FIELDS, ...OWN_DEFERRAL, 'arrivalNoticeDate', 'paidDate'],
      [
        { register: DEFERRALS, fields: ['approvedDate', 'approvalStatus', 'deferralDays', 'deferredUntil'] },
        PAYOUT_READS,
      ],
    ),
    evaluate: isDeferred,
    sources: (record, context) => {
      const rows = recordsOfCase(record, context, DEFERRALS);
      return rows instanceof Unknown ? [] : rows.filter((row) => defers(row, record));
    },
  },
  {
    name: 'everDeferred',
    register: RECEIPTS,
    label: { zh: '曾批准延缓发放', en: 'a deferral was approved at some time' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'receiptNo', 'bankSerialNo', ...OWN_DEFERRAL],
      [{ register: DEFERRALS, fields: ['approvedDate', 'approvalStatus', 'approver', 'receiptNo', 'bankSerialNo'] }],
    ),
    evaluate: wasEverDeferred,
  },
  {
    name: 'receiptDeposited',
    register: RECEIPTS,
    label: { zh: '已提存', en: 'deposited' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'deposited', 'remark'],
      [{ register: DEPOSITS, fields: ['depositedDate', 'returnedDate'] }],
    ),
    evaluate: isDeposited,
  },
];

export const proceedsFacts: readonly FactDefinition[] = [...receiptFacts, ...proceedsLedgerFacts];
