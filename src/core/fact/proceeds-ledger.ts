import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { isPayout, isProceedsPayout, isProceedsReceipt } from './payout-status.ts';

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
  context: FactContext,
  register: string,
  keep: (row: RegisterRecord) => boolean,
): readonly RegisterRecord[] | Unknown {
  const rows = recordsOfCase(record, context, register, ['amount']);
  return rows instanceof Unknown ? rows : rows.filter(keep);
}

function receiptsOf(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  return rowsOf(record, context, RECEIPTS, isProceedsReceipt);
}

function payoutsOf(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  return rowsOf(record, context, PAYOUTS, (row) => isPayout(row) && isProceedsPayout(row));
}

/** Sums of a case in fen. */
interface Sums {
  readonly received: number;
  readonly paidOut: number;
}

function sumsOf(record: RegisterRecord, context: FactContext): Sums | Unknown {
  const receipts = receiptsOf(record, context);
  if (receipts instanceof Unknown) return receipts;
  const payouts = payoutsOf(record, context);
  if (payouts instanceof Unknown) return payouts;
  const received = sumOf(receipts, 'amount');
  if (received instanceof Unknown) return received;
  const paidOut = sumOf(payouts, 'amount');
  return paidOut instanceof Unknown ? paidOut : { received, paidOut };
}

function toleranceOf(record: RegisterRecord, context: FactContext, params: FactParams): number | Unknown {
  const tolerance = context.parameter(String(params['tolerance']), record);
  if (tolerance instanceof Unknown) return tolerance;
  return typeof tolerance === 'number' ? tolerance : 0;
}

/** More paid out than came in. */
function payoutsExceedReceipts(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const sums = sumsOf(record, context);
  if (sums instanceof Unknown) return sums;
  const tolerance = toleranceOf(record, context, params);
  return tolerance instanceof Unknown ? tolerance : sums.paidOut - sums.received > tolerance;
}

/** What should be left: receipts − payouts − deposits not returned − money handed in − enforcement fee. */
interface Balance {
  readonly expected: number;
  readonly stated: number;
}

function balanceOf(record: RegisterRecord, context: FactContext): Balance | null | Unknown {
  const balances = recordsOfCase(record, context, BALANCES, ['accountBalance']);
  if (balances instanceof Unknown) return balances;
  const newest = [...balances].sort((a, b) =>
    (textOf(a.values['balanceDate']) ?? '') < (textOf(b.values['balanceDate']) ?? '') ? 1 : -1,
  )[0];
  if (newest === undefined) return null;
  const stated = numberOf(newest.values['accountBalance']);
  if (stated === null) return new Unknown('missing', [`${BALANCES}.accountBalance`]);
  const sums = sumsOf(record, context);
  if (sums instanceof Unknown) return sums;
  const deposits = recordsOfCase(record, context, DEPOSITS, ['depositAmount']);
  const kept = deposits instanceof Unknown ? [] : deposits;
  const deposited = kept.reduce(
    (all, row) => all + (numberOf(row.values['depositAmount']) ?? 0) - (numberOf(row.values['returnedAmount']) ?? 0),
    0,
  );
  const remitted = numberOf(newest.values['remitted']) ?? 0;
  const fee = numberOf(newest.values['enforcementFee']) ?? 0;
  return { expected: sums.received - sums.paidOut - deposited - remitted - fee, stated };
}

function balanceDiffers(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const balance = balanceOf(record, context);
  if (balance instanceof Unknown) return balance;
  const tolerance = toleranceOf(record, context, params);
  if (tolerance instanceof Unknown) return tolerance;
  return balance !== null && Math.abs(balance.expected - balance.stated) > tolerance;
}

/** The case says that more was recovered than came in. Direct performance and payment in kind do not pass the account. */
function recoveredBeyondReceipts(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const recovered = record.values['paidAmount'];
  if (recovered === null) return false;
  if (typeof recovered !== 'number') return new Unknown('missing', ['paidAmount']);
  const receipts = receiptsOf(record, context);
  if (receipts instanceof Unknown) return receipts;
  const received = sumOf(receipts, 'amount');
  if (received instanceof Unknown) return received;
  const tolerance = toleranceOf(record, context, params);
  return tolerance instanceof Unknown ? tolerance : recovered - received > tolerance;
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
  return [receiptsOf(record, context), payoutsOf(record, context)].flatMap((rows) =>
    rows instanceof Unknown ? [] : rows,
  );
}

function describeSums(record: RegisterRecord, context: FactContext): Readonly<Record<string, number>> {
  const sums = sumsOf(record, context);
  return sums instanceof Unknown ? {} : { received: sums.received, paidOut: sums.paidOut };
}

const TOLERANCE = { tolerance: { kind: 'parameter' } } as const;
const RECEIPT_READS = { register: RECEIPTS, fields: ['caseNo', 'amount', 'businessType'] } as const;
const PAYOUT_READS = { register: PAYOUTS, fields: ['caseNo', 'amount', 'payoutStatus', 'payoutType'] } as const;

export const proceedsLedgerFacts: readonly FactDefinition[] = [
  {
    name: 'payoutsExceedReceipts',
    register: CASES,
    label: { zh: '出账合计大于入账合计', en: 'more was paid out than came in' },
    type: 'boolean',
    params: TOLERANCE,
    reads: fixedReads(['caseNo'], [RECEIPT_READS, PAYOUT_READS], ['tolerance']),
    evaluate: payoutsExceedReceipts,
    describe: describeSums,
    sources: rowsBehind,
  },
  {
    name: 'accountBalanceDiffers',
    register: CASES,
    label: { zh: '账户余额与收支差额不符', en: 'the balance of the account differs from receipts less payouts' },
    type: 'boolean',
    params: TOLERANCE,
    reads: fixedReads(
      ['caseNo'],
      [
        RECEIPT_READS,
        PAYOUT_READS,
        { register: DEPOSITS, fields: ['depositAmount', 'returnedAmount'] },
        { register: BALANCES, fields: ['accountBalance', 'remitted', 'enforcementFee'] },
      ],
      ['tolerance'],
    ),
    evaluate: balanceDiffers,
    describe: (record, context) => {
      const balance = balanceOf(record, context);
      return balance instanceof Unknown || balance === null
        ? {}
        : { expected: balance.expected, stated: balance.stated };
    },
    sources: rowsBehind,
  },
  {
    name: 'recoveredBeyondReceipts',
    register: CASES,
    label: { zh: '到位金额大于入账合计', en: 'more recovered than came in' },
    type: 'boolean',
    params: TOLERANCE,
    reads: fixedReads(['caseNo', 'paidAmount'], [RECEIPT_READS], ['tolerance']),
    evaluate: recoveredBeyondReceipts,
    describe: (record, context) => {
      const receipts = receiptsOf(record, context);
      const received = receipts instanceof Unknown ? receipts : sumOf(receipts, 'amount');
      return received instanceof Unknown ? {} : { received };
    },
    sources: (record, context) => {
      const receipts = receiptsOf(record, context);
      return receipts instanceof Unknown ? [] : receipts;
    },
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
