import type { RegisterRecord } from '../register/record.ts';
import { dueDate } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { daysBetween } from './day-arithmetic.ts';
import { disposalFacts } from './disposal.ts';
import { fixedReads, known, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { afterPeriod, parsePeriod } from './period.ts';
import { recordsOfProperty } from './same-property.ts';
import { nextRowOfProperty } from './seizure-renewal.ts';
import { mentionsAny } from './words.ts';

const SEIZURES = 'propertySeizure';
const CASES = 'enforcementCase';
const AUCTIONS = 'judicialAuction';

const SOLD_WORDS = ['成交', '抵债', '以物抵', '变卖', '拍卖完毕', '过户', '已处置', '处置完毕', '划拨', '扣划'];
const NOT_SOLD_WORDS = [
  '流拍',
  '未成交',
  '未变卖',
  '变卖不成',
  '未处置',
  '不成',
  '未能',
  '拟变卖',
  '待变卖',
  '准备变卖',
  '变卖中',
  '拟抵债',
  '拟以物抵',
];
const FULLY_PERFORMED_WORDS = ['执行完毕', '履行完毕', '全部清偿'];
const NOT_PERFORMED_WORDS = ['未执行完毕', '未履行完毕', '未全部', '尚未', '没有履行', '未清偿'];
/** Ends after which nobody enforces in this case: the claim is gone, or it went with its measures to another court. */
const ENDED_WORDS = ['终结执行', '不予执行', '驳回', '销案'];
const CURRENT_PROCEDURE_WORDS = ['终结本次执行', '终本'];

/** 到期日, or start and term where it is blank. A seizure term does not roll over holidays. */
export function expiryOf(record: RegisterRecord): string | Unknown {
  const expiry = textOf(record.values.expiryDate);
  if (expiry !== null) return expiry;
  // A date that is written but cannot be read (长期, 6月31日) is not a blank one: nothing is worked out in its place.
  const written = record.values.expiryDate === undefined && record.mapping?.columns.expiryDate !== undefined;
  if (written) return new Unknown('missing', ['expiryDate']);
  const start = textOf(record.values.effectiveDate);
  const period = parsePeriod(textOf(record.values.term) ?? '');
  if (start === null || period === null) return new Unknown('missing', ['expiryDate']);
  return afterPeriod(start, period);
}

/** How a seizure stands on the as-of day. */
type Lapse = 'inForce' | 'renewed' | 'notRenewed' | 'renewedLate' | 'renewedNextWorkday' | 'renewedTermOver';

/** End of a renewal made in time: the old term once more, where the register tells its length. */
function renewedUntil(record: RegisterRecord, expiry: string): string | null {
  const period = parsePeriod(textOf(record.values.term) ?? '');
  return period === null ? null : afterPeriod(expiry, period);
}

interface Renewal {
  /** Day of the first renewal; `null` where none is on record. */
  readonly on: string | null;
  /** The row that carries the renewal on, where the ledger has one: its own end is judged there. */
  readonly row: RegisterRecord | null;
}

function renewalOf(record: RegisterRecord, context: FactContext): Renewal | Unknown {
  const row = nextRowOfProperty(record, context);
  const own = textOf(record.values.renewedDate);
  if (own === null && row === null && record.values.renewedDate === undefined)
    return new Unknown('missing', ['renewedDate']);
  return { on: own ?? textOf(row?.values.effectiveDate), row };
}

function lapseOf(record: RegisterRecord, context: FactContext): Lapse | Unknown {
  const expiry = expiryOf(record);
  if (expiry instanceof Unknown) return expiry;
  const renewal = renewalOf(record, context);
  if (renewal instanceof Unknown) return renewal;
  const { on, row } = renewal;
  if (on === null) {
    if (expiry < context.asOf) return 'notRenewed';
    context.notePending(expiry);
    return 'inForce';
  }
  if (on <= expiry) {
    const until = row === null ? renewedUntil(record, expiry) : null;
    return until !== null && until < context.asOf ? 'renewedTermOver' : 'renewed';
  }
  const nextWorkday = dueDate(expiry, { amount: 0, unit: 'day' }, context.calendar);
  return nextWorkday !== undefined && on <= nextWorkday ? 'renewedNextWorkday' : 'renewedLate';
}

/** Waiting seals have no effect of their own yet; unknown where no column tells the rank. */
export function isWaiting(record: RegisterRecord): FactResult {
  const { seizureRank, firstSeizure, waitingOrder } = record.values;
  const rank = textOf(seizureRank);
  if (rank !== null) return mentionsAny(rank, ['轮候']);
  if (typeof firstSeizure === 'boolean') return !firstSeizure;
  const order = numberOf(waitingOrder);
  return order === null ? new Unknown('missing', ['seizureRank']) : order > 0;
}

function isSold(text: string | null): boolean {
  return text !== null && mentionsAny(text, SOLD_WORDS) && !mentionsAny(text, NOT_SOLD_WORDS);
}

function auctionsWithDeal(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const auctions = recordsOfProperty(record, context, AUCTIONS);
  return auctions instanceof Unknown ? auctions : auctions.filter((each) => textOf(each.values.dealDate) !== null);
}

/** Sold or taken in payment (查扣冻规定27条2款): by the seizure's own columns, or by the auction register. */
function soldOrTaken(record: RegisterRecord, context: FactContext): FactResult {
  const { disposedDate, disposalResult, releaseReason, remark } = record.values;
  if (textOf(disposedDate) !== null) return true;
  if ([disposalResult, releaseReason, remark].some((each) => isSold(textOf(each)))) return true;
  const deals = auctionsWithDeal(record, context);
  return deals instanceof Unknown ? deals : deals.length > 0;
}

function saysPerformed(text: string | null): boolean {
  return text !== null && mentionsAny(text, FULLY_PERFORMED_WORDS) && !mentionsAny(text, NOT_PERFORMED_WORDS);
}

/** Whether enforcement had ended, and not only for the time being, before the seizure did. */
function endedBeforeExpiry(own: RegisterRecord, record: RegisterRecord): boolean {
  const mode = textOf(own.values.closeMode) ?? '';
  const closed = textOf(own.values.closeDate);
  const expiry = expiryOf(record);
  return (
    closed !== null &&
    typeof expiry === 'string' &&
    closed <= expiry &&
    mentionsAny(mode, ENDED_WORDS) &&
    !mentionsAny(mode, CURRENT_PROCEDURE_WORDS)
  );
}

/** Nothing left to enforce: a remaining claim of 0, the words of the register, or the end of the case. */
function nothingLeft(record: RegisterRecord, context: FactContext): FactResult {
  const remaining = numberOf(record.values.remainingAmount);
  if (remaining !== null) return remaining <= 0;
  const { caseStatus, releaseReason, remark } = record.values;
  if ([caseStatus, releaseReason, remark].some((each) => saysPerformed(textOf(each)))) return true;
  const cases = recordsOfCase(record, context, CASES);
  if (cases instanceof Unknown) return cases;
  const [own] = cases;
  if (own === undefined) return new Unknown('missing', [`${CASES}.caseNo`]);
  if (saysPerformed(textOf(own.values.closeMode)) || endedBeforeExpiry(own, record)) return true;
  const left = numberOf(own.values.remainAmount);
  if (left !== null) return left <= 0;
  return textOf(own.values.closeDate) === null ? false : new Unknown('missing', [`${CASES}.remainAmount`]);
}

const EXPIRY_FIELDS = ['expiryDate', 'effectiveDate', 'term'] as const;

/** By which a later row of the same property is found. */
const ROW_FIELDS = ['caseNo', 'debtor', 'propertyName', 'seizureRank'] as const;

function rowsBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const row = nextRowOfProperty(record, context);
  return row === null ? [] : [row];
}

const lapseFacts: readonly FactDefinition[] = [
  {
    name: 'seizureExpiry',
    register: SEIZURES,
    label: { zh: '查封到期日', en: 'end of the seizure' },
    type: 'date',
    shared: true,
    reads: fixedReads(EXPIRY_FIELDS),
    evaluate: expiryOf,
  },
  {
    name: 'seizureLapse',
    register: SEIZURES,
    label: { zh: '到期与续行情况', en: 'expiry and renewal' },
    type: 'text',
    reads: fixedReads(
      [...EXPIRY_FIELDS, ...ROW_FIELDS, 'renewedDate'],
      [{ register: SEIZURES, fields: ['effectiveDate', ...ROW_FIELDS] }],
    ),
    evaluate: lapseOf,
    describe: (record, context) => {
      const expiry = expiryOf(record);
      if (expiry instanceof Unknown) return {};
      const renewal = renewalOf(record, context);
      const renewed = renewal instanceof Unknown ? null : renewal.on;
      const until = renewedUntil(record, expiry);
      return {
        expiry,
        days: Math.max(0, daysBetween(expiry, renewed ?? context.asOf)),
        ...(renewed === null ? {} : { renewed }),
        ...(until === null ? {} : { until, daysSince: Math.max(0, daysBetween(until, context.asOf)) }),
      };
    },
    sources: rowsBehind,
  },
  {
    name: 'renewalOnRecord',
    register: SEIZURES,
    label: { zh: '有续行记录', en: 'a renewal is on record' },
    type: 'boolean',
    shared: true,
    reads: fixedReads([...ROW_FIELDS, 'effectiveDate', 'renewedDate']),
    evaluate: (record, context) =>
      textOf(record.values.renewedDate) !== null || nextRowOfProperty(record, context) !== null,
    sources: rowsBehind,
  },
  {
    name: 'renewalRequestedInTime',
    register: SEIZURES,
    label: { zh: '届满前有续行申请记录', en: 'a request for renewal is on record before the end' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['renewalRequestedDate', ...EXPIRY_FIELDS]),
    evaluate: (record) => {
      const requested = textOf(record.values.renewalRequestedDate);
      const expiry = expiryOf(record);
      if (expiry instanceof Unknown) return expiry;
      return requested !== null && requested <= expiry;
    },
  },
  {
    name: 'waitingSeal',
    register: SEIZURES,
    label: { zh: '轮候查封', en: 'waiting seal' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['seizureRank', 'firstSeizure', 'waitingOrder']),
    evaluate: isWaiting,
  },
  {
    name: 'soldOrTakenInPayment',
    register: SEIZURES,
    label: { zh: '财产已拍卖、变卖或抵债', en: 'the property has been sold or taken in payment' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['disposedDate', 'disposalResult', 'releaseReason', 'remark'],
      [{ register: AUCTIONS, fields: ['caseNo', 'propertyName', 'dealDate'] }],
    ),
    evaluate: soldOrTaken,
    sources: (record, context) => known(auctionsWithDeal(record, context)),
  },
  {
    name: 'nothingLeftToEnforce',
    register: SEIZURES,
    label: { zh: '剩余标的为零或已执行完毕', en: 'nothing is left to enforce' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['remainingAmount', 'caseStatus', 'releaseReason', 'remark', ...EXPIRY_FIELDS],
      [{ register: CASES, fields: ['remainAmount', 'closeMode', 'closeDate'] }],
    ),
    evaluate: nothingLeft,
  },
];

export const seizureFacts: readonly FactDefinition[] = [...lapseFacts, ...disposalFacts];
