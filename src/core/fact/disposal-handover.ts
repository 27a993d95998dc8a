import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, textOf } from './neighbours.ts';
import { earliestOf, recordsOfProperty } from './same-property.ts';
import { mentionsAny } from './words.ts';

const REQUESTS = 'disposalHandover';
const SEIZURES = 'propertySeizure';
const AUCTIONS = 'judicialAuction';

/** Day of the first seizure: the request's own column, else the register of seizures. */
function firstSeizureOn(record: RegisterRecord, context: FactContext): FactResult {
  const own = textOf(record.values.firstSeizureDate);
  if (own !== null) return own;
  const seized = earliestOf(recordsOfProperty(record, context, SEIZURES), 'effectiveDate');
  return seized ?? new Unknown('missing', ['firstSeizureDate']);
}

const NO_PRIORITY_WORDS = ['普通', '无', '不享有', '非优先', '没有'];
const PRIORITY_WORDS = ['抵押', '质押', '质权', '留置', '优先', '担保物权', '工程价款', '税', '船舶'];

/** Whether the requesting court enforces a prior secured or preferred claim: by the answer, the kind of claim, the court named. */
function requestHasPriority(record: RegisterRecord): FactResult {
  const { hasPriority, priorityKind, priorityCourt } = record.values;
  if (typeof hasPriority === 'boolean') return hasPriority;
  const kind = textOf(priorityKind) ?? '';
  if (mentionsAny(kind, NO_PRIORITY_WORDS)) return false;
  if (mentionsAny(kind, PRIORITY_WORDS) || textOf(priorityCourt) !== null) return true;
  return new Unknown('missing', ['hasPriority']);
}

/**
 * Whether the court of the first seizure had published a notice of auction, or begun a private sale, when it received the
 * request (法释〔2016〕6号 1). A sale that is recorded without a day counts: the reading that does not accuse.
 */
function saleBegunBeforeRequest(record: RegisterRecord, context: FactContext): FactResult {
  const { auctionAnnounced, saleBegunDate } = record.values;
  const received = textOf(record.values.requestReceivedDate);
  if (received === null) return new Unknown('missing', ['requestReceivedDate']);
  const own = textOf(saleBegunDate);
  if (own !== null) return own <= received;
  if (auctionAnnounced === true) return true;
  const noticed = earliestOf(recordsOfProperty(record, context, AUCTIONS), 'noticePublishedDate');
  if (typeof noticed === 'string') return noticed <= received;
  if (noticed === null) return false;
  return saleBegunDate === null || auctionAnnounced === false ? false : noticed;
}

/** Facts on requests to hand the disposal of property over to another court. */
export const disposalHandoverFacts: readonly FactDefinition[] = [
  {
    name: 'requestHasPriority',
    register: REQUESTS,
    label: { zh: '商请法院享有优先债权', en: 'the requesting court has a prior claim' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['hasPriority', 'priorityKind', 'priorityCourt']),
    evaluate: requestHasPriority,
  },
  {
    name: 'firstSeizureOn',
    register: REQUESTS,
    label: { zh: '首先查封日', en: 'day of the first seizure' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['firstSeizureDate', 'caseNo', 'propertyName'],
      [{ register: SEIZURES, fields: ['effectiveDate'] }],
    ),
    evaluate: firstSeizureOn,
    sources: (record, context) =>
      known(textOf(record.values.firstSeizureDate) === null ? recordsOfProperty(record, context, SEIZURES) : []),
  },
  {
    name: 'saleBegunBeforeRequest',
    register: REQUESTS,
    label: { zh: '收函时已发布拍卖公告或者进入变卖程序', en: 'the sale had begun when the request arrived' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['requestReceivedDate', 'saleBegunDate', 'auctionAnnounced', 'caseNo', 'propertyName'],
      [{ register: AUCTIONS, fields: ['noticePublishedDate'] }],
    ),
    evaluate: saleBegunBeforeRequest,
  },
];
