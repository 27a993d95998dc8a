import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { isPayout, isProceedsPayout, isProceedsReceipt } from './payout-status.ts';
import { onceForRecord } from './remember.ts';
import type { SharedContext } from './remember.ts';

const CASES = 'enforcementCase';
const RECEIPTS = 'proceedsReceipt';
const PAYOUTS = 'proceedsPayout';
const DEPOSITS = 'proceedsDeposit';
const BALANCES = 'proceedsBalance';

/** Sum of a money field in fen; unknown where one cell cannot be read or is blank. */
function sumOf(rows: readonly RegisterRecord[], field: string): number | Unknown {
  let sum = 0;
  for (const row of rows) {
    const amount = numberOf(row.values[field]);
    if (amount === null) return new Unknown('missing', [`${row.register}.${field}`]);
    sum += amount;
  }
  return sum;
}

function rowsOf(
  record: RegisterRecord,
  context: SharedContext,
  register: string,
  keep: (row: RegisterRecord) => boolean,
): readonly RegisterRecord[] | Unknown {
  const rows = recordsOfCase(record, context, register, ['amount']);
  return rows instanceof Unknown || rows.every(keep) ? rows : rows.filter(keep);
}

const receiptsOf = onceForRecord((record, context) => rowsOf(record, context, RECEIPTS, isProceedsReceipt));

function payoutsOf(record: RegisterRecord, context: SharedContext): readonly RegisterRecord[] | Unknown {
  return rowsOf(record, context, PAYOUTS, (row) => isPayout(row) && isProceedsPayout(row));
}

/** Sums of a case in fen. */
interface Sums {
  readonly received: number;
  readonly paidOut: number;
}

const sumsOf = onceForRecord((record, context): Sums | Unknown => {
  const receipts = receiptsOf(record, context);
  if (receipts instanceof Unknown) return receipts;
  const payouts = payoutsOf(record, context);
  if (payouts instanceof Unknown) return payouts;
  const received = sumOf(receipts, 'amount');
  if (received instanceof Unknown) return received;
  const paidOut = sumOf(payouts, 'amount');
  return paidOut instanceof Unknown ? paidOut : { received, paidOut };
});

/** Payouts less receipts; positive where more went out than came in. */
function payoutsBeyondReceipts(record: RegisterRecord, context: FactContext): FactResult {
  const sums = sumsOf(record, context);
  return sums instanceof Unknown ? sums : sums.paidOut - sums.received;
}

/** What should be left: receipts − payouts − deposits not returned − money handed in − enforcement fee. */
interface Balance {
  readonly expected: number;
  readonly stated: number;
}

function newestBalance(balances: readonly RegisterRecord[]): RegisterRecord | undefined {
  const day = (row: RegisterRecord) => textOf(row.values.balanceDate) ?? '';
  return [...balances].sort((a, b) => (day(a) < day(b) ? 1 : -1))[0];
}

/** Deposits of the case that have not been returned. */
function depositedOf(record: RegisterRecord, context: FactContext): number {
  const deposits = recordsOfCase(record, context, DEPOSITS, ['depositAmount']);
  if (deposits instanceof Unknown) return 0;
  return deposits.reduce(
    (all, row) => all + (numberOf(row.values.depositAmount) ?? 0) - (numberOf(row.values.returnedAmount) ?? 0),
    0,
  );
}

function balanceOf(record: RegisterRecord, context: FactContext): Balance | Unknown {
  const balances = recordsOfCase(record, context, BALANCES, ['accountBalance']);
  if (balances instanceof Unknown) return balances;
  const sums = sumsOf(record, context);
  if (sums instanceof Unknown) return sums;
  const newest = newestBalance(balances);
  const remitted = numberOf(newest?.values.remitted) ?? 0;
  const fee = numberOf(newest?.values.enforcementFee) ?? 0;
  const expected = sums.received - sums.paidOut - depositedOf(record, context) - remitted - fee;
  // A case that the table of balances leaves out has nothing left: that is only certain where nothing should be.
  const stated = newest === undefined && expected === 0 ? 0 : numberOf(newest?.values.accountBalance);
  return stated === null ? new Unknown('missing', [`${BALANCES}.accountBalance`]) : { expected, stated };
}

/** 0 where no table of balances was handed over: the comparison is one more check, not one that the others wait for. */
function balanceDifference(record: RegisterRecord, context: FactContext): FactResult {
  if (!context.registers.has(BALANCES)) return 0;
  const balance = balanceOf(record, context);
  return balance instanceof Unknown ? balance : Math.abs(balance.expected - balance.stated);
}

function receivedOf(record: RegisterRecord, context: FactContext): number | Unknown {
  const receipts = receiptsOf(record, context);
  return receipts instanceof Unknown ? receipts : sumOf(receipts, 'amount');
}

/** Amount recovered by the case's own column less receipts. Direct performance and payment in kind do not pass the account. */
function recoveredBeyondReceipts(record: RegisterRecord, context: FactContext): FactResult {
  const recovered = record.values.paidAmount;
  if (recovered === null) return 0;
  if (typeof recovered !== 'number') return new Unknown('missing', ['paidAmount']);
  const received = receivedOf(record, context);
  return received instanceof Unknown ? received : recovered - received;
}

/** Amount recovered and amount waived of a case are less than the claim at closure, in fen; negative is more. */
function shortfall(record: RegisterRecord): FactResult {
  const { closeClaim, paidAmount, waivedAmount } = record.values;
  const claim = numberOf(closeClaim);
  const recovered = numberOf(paidAmount);
  if (claim === null || recovered === null) return new Unknown('missing', ['closeClaim', 'paidAmount']);
  return claim - recovered - (numberOf(waivedAmount) ?? 0);
}

function rowsBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return [receiptsOf(record, context), payoutsOf(record, context)].flatMap((rows) => known(rows));
}

function describeSums(record: RegisterRecord, context: FactContext): Readonly<Record<string, number>> {
  const sums = sumsOf(record, context);
  return sums instanceof Unknown ? {} : { received: sums.received, paidOut: sums.paidOut };
}

const RECEIPT_READS = { register: RECEIPTS, fields: ['caseNo', 'amount', 'businessType'] } as const;
const PAYOUT_READS = { register: PAYOUTS, fields: ['caseNo', 'amount', 'payoutStatus', 'payoutType'] } as const;

export const proceedsLedgerFacts: readonly FactDefinition[] = [
  {
    name: 'payoutsBeyondReceipts',
    register: CASES,
    label: { zh: '出账合计减入账合计', en: 'payouts less receipts' },
    type: 'money',
    shared: true,
    reads: fixedReads(['caseNo'], [RECEIPT_READS, PAYOUT_READS]),
    evaluate: payoutsBeyondReceipts,
    describe: describeSums,
    sources: rowsBehind,
  },
  {
    name: 'accountBalanceDifference',
    register: CASES,
    label: { zh: '账户余额与收支差额之差', en: 'difference of the account from receipts less payouts' },
    type: 'money',
    shared: true,
    reads: fixedReads(
      ['caseNo'],
      [
        RECEIPT_READS,
        PAYOUT_READS,
        { register: DEPOSITS, fields: ['depositAmount', 'returnedAmount'] },
        { register: BALANCES, fields: ['accountBalance', 'remitted', 'enforcementFee'] },
      ],
    ),
    evaluate: balanceDifference,
    describe: (record, context) => {
      const balance = balanceOf(record, context);
      return balance instanceof Unknown ? {} : { expected: balance.expected, stated: balance.stated };
    },
    sources: rowsBehind,
  },
  {
    name: 'recoveredBeyondReceipts',
    register: CASES,
    label: { zh: '到位金额减入账合计', en: 'amount recovered less receipts' },
    type: 'money',
    shared: true,
    reads: fixedReads(['caseNo', 'paidAmount'], [RECEIPT_READS]),
    evaluate: recoveredBeyondReceipts,
    describe: (record, context) => {
      const received = receivedOf(record, context);
      return received instanceof Unknown ? {} : { received };
    },
    sources: (record, context) => known(receiptsOf(record, context)),
  },
  {
    name: 'closureShortfall',
    register: CASES,
    label: { zh: '结案标的减到位与放弃金额', en: 'claim at closure less recovered and waived' },
    type: 'money',
    shared: true,
    reads: fixedReads(['closeClaim', 'paidAmount', 'waivedAmount']),
    evaluate: shortfall,
    describe: (record) => {
      const value = shortfall(record);
      return typeof value === 'number' ? { amount: value } : {};
    },
  },
];
