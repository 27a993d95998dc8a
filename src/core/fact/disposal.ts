import type { RegisterRecord } from '../register/record.ts';
import { caseTypeOf } from './case-number.ts';
import { datesIn } from './dates-in-words.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { afterPeriod, parsePeriod } from './period.ts';
import { earliestOf, recordsOfProperty } from './same-property.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

const SEIZURES = 'propertySeizure';
const CASES = 'enforcementCase';
const DISPOSALS = 'propertyDisposal';
const AUCTIONS = 'judicialAuction';
const OBJECTIONS = 'objectionReview';
const DEDUCTIONS = 'termDeduction';

const STAY_WORDS = ['中止', '暂缓'];
const NOT_STAYED_WORDS = [
  '未中止',
  '未暂缓',
  '无中止',
  '无暂缓',
  '没有中止',
  '没有暂缓',
  '已恢复',
  '恢复执行',
  '解除中止',
];
const OUTSIDER_WORDS = ['案外人', '标的异议'];
const ENDED_WORDS = ['执行完毕', '终结执行', '销案', '不予执行', '驳回'];

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** A preservation seizure becomes one of enforcement with the case (民诉解释168条): the later of seizure and filing counts. */
function enforcementSeizureStart(record: RegisterRecord, context: FactContext): FactResult {
  const seized = textOf(record.values.effectiveDate);
  if (seized === null) return new Unknown('missing', ['effectiveDate']);
  const filed = earliestOf(recordsOfCase(record, context, CASES), 'filedDate');
  if (filed instanceof Unknown) return filed;
  return filed === null ? new Unknown('missing', [`${CASES}.filedDate`]) : later(seized, filed);
}

function pricingStart(record: RegisterRecord, context: FactContext): string | null | Unknown {
  return earliestOf(recordsOfProperty(record, context, DISPOSALS), 'pricingStartedDate');
}

/** Day on which the duty to start pricing was met or ended: pricing, release, disposal, or the end of the case. */
function pricingSettled(record: RegisterRecord, context: FactContext): FactResult {
  const started = pricingStart(record, context);
  if (started instanceof Unknown) return started;
  const cases = recordsOfCase(record, context, CASES);
  const ended =
    cases instanceof Unknown
      ? []
      : cases.filter((each) => mentionsAny(textOf(each.values.closeMode) ?? '', ENDED_WORDS));
  const days = [started, record.values.releasedDate, record.values.disposedDate]
    .concat(ended.map((each) => textOf(each.values.closeDate)))
    .filter((day) => typeof day === 'string')
    .sort();
  return days[0] ?? null;
}

/** An objection of an outsider in the case that was open when pricing was due to start or later. */
function outsiderObjectionOpen(record: RegisterRecord, context: FactContext): FactResult {
  const objections = recordsOfCase(record, context, OBJECTIONS);
  if (objections instanceof Unknown) return objections;
  const start = enforcementSeizureStart(record, context);
  return objections.some((each) => {
    const decided = textOf(each.values.decisionDate);
    const outsider = mentionsAny(textOf(each.values.objectionType) ?? '', OUTSIDER_WORDS);
    return outsider && (decided === null || typeof start !== 'string' || decided >= start);
  });
}

/** A stay of the case, by its flag or by a deducted interval. */
function caseStayed(record: RegisterRecord, context: FactContext): FactResult {
  const cases = recordsOfCase(record, context, CASES);
  const deductions = recordsOfCase(record, context, DEDUCTIONS);
  if (!(deductions instanceof Unknown) && deductions.length > 0) return true;
  if (cases instanceof Unknown) return cases;
  const flags = cases.map((each) => textOf(each.values.stayFlag) ?? '');
  if (flags.some((flag) => mentionsAny(flag, STAY_WORDS) && !mentionsAny(flag, NOT_STAYED_WORDS))) return true;
  return deductions instanceof Unknown ? deductions : false;
}

/**
 * A court that notes the start of the sale in its table of valuations, and handed over no table of auctions, has no other record:
 * a blank start is then none, and so is a blank notice.
 */
function keepsOwnStarts(record: RegisterRecord, context: FactContext): boolean {
  return record.values.disposalStartedDate === null && !context.registers.has(AUCTIONS);
}

/** A day of the first auction: the disposal table's own column, else the table of auctions. */
function auctionDate(field: string): (record: RegisterRecord, context: FactContext) => string | null | Unknown {
  return (record, context) => {
    const own = textOf(record.values[field]);
    if (own !== null) return own;
    if (keepsOwnStarts(record, context)) return null;
    return earliestOf(recordsOfProperty(record, context, AUCTIONS), field);
  };
}

/**
 * Start of the sale: the column of the disposal table, else the ruling to auction. A notice without any column of rulings
 * leaves the start unrecorded: the notice alone is judged, as a lead.
 */
function disposalStart(record: RegisterRecord, context: FactContext): FactResult {
  const own = textOf(record.values.disposalStartedDate);
  if (own !== null) return own;
  if (keepsOwnStarts(record, context)) return null;
  const ruled = earliestOf(recordsOfProperty(record, context, AUCTIONS), 'auctionRulingDate');
  const announced = auctionDate('noticePublishedDate')(record, context);
  return ruled instanceof Unknown && typeof announced === 'string' ? null : ruled;
}

function auctionsBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return known(recordsOfProperty(record, context, AUCTIONS));
}

const pricingFacts: readonly FactDefinition[] = [
  {
    name: 'seizureCaseType',
    register: SEIZURES,
    label: { zh: '案件类型代字', en: 'type of the case by its number' },
    type: 'text',
    shared: true,
    reads: fixedReads(['caseNo']),
    evaluate: (record) => {
      const number = textOf(record.values.caseNo);
      return (number === null ? null : caseTypeOf(number)) ?? new Unknown('missing', ['caseNo']);
    },
  },
  {
    name: 'enforcementSeizureStart',
    register: SEIZURES,
    label: { zh: '查封与执行立案中较晚日', en: 'the later of seizure and filing of the enforcement case' },
    type: 'date',
    shared: true,
    reads: fixedReads(['effectiveDate', 'caseNo'], [{ register: CASES, fields: ['filedDate'] }]),
    evaluate: enforcementSeizureStart,
  },
  {
    name: 'pricingStart',
    register: SEIZURES,
    label: { zh: '确定参考价程序启动日', en: 'start of pricing' },
    type: 'date',
    shared: true,
    reads: fixedReads(['caseNo', 'propertyName'], [{ register: DISPOSALS, fields: ['pricingStartedDate'] }]),
    evaluate: pricingStart,
    sources: (record, context) => known(recordsOfProperty(record, context, DISPOSALS)),
  },
  {
    name: 'pricingSettled',
    register: SEIZURES,
    label: { zh: '启动定价或不再需要启动之日', en: 'day on which pricing was started or no longer due' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'propertyName', 'releasedDate', 'disposedDate'],
      [
        { register: DISPOSALS, fields: ['pricingStartedDate'] },
        { register: CASES, fields: ['closeMode', 'closeDate'] },
      ],
    ),
    evaluate: pricingSettled,
  },
  {
    name: 'outsiderObjectionOpen',
    register: SEIZURES,
    label: { zh: '案外人异议审查', en: "an outsider's objection" },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo'], [{ register: OBJECTIONS, fields: ['objectionType', 'decisionDate'] }]),
    evaluate: outsiderObjectionOpen,
  },
];

function stayFact(register: string): FactDefinition {
  return {
    name: 'caseStayed',
    register,
    label: { zh: '案件暂缓或中止', en: 'the case is stayed' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['caseNo'],
      [
        { register: CASES, fields: ['stayFlag'] },
        { register: DEDUCTIONS, fields: ['startDate'] },
      ],
    ),
    evaluate: caseStayed,
  };
}

const saleFacts: readonly FactDefinition[] = [
  {
    name: 'disposalStart',
    register: DISPOSALS,
    label: { zh: '变价程序启动日', en: 'start of the sale' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['disposalStartedDate', 'noticePublishedDate', 'caseNo', 'propertyName'],
      [{ register: AUCTIONS, fields: ['auctionRulingDate', 'noticePublishedDate'] }],
    ),
    evaluate: disposalStart,
    sources: auctionsBehind,
  },
  {
    name: 'auctionNoticeDate',
    register: DISPOSALS,
    label: { zh: '一拍公告发布日', en: 'first notice of auction' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'propertyName', 'noticePublishedDate', 'disposalStartedDate'],
      [{ register: AUCTIONS, fields: ['noticePublishedDate'] }],
    ),
    evaluate: auctionDate('noticePublishedDate'),
    sources: auctionsBehind,
  },
  {
    name: 'auctionOpeningDate',
    register: DISPOSALS,
    label: { zh: '一拍开拍日', en: 'opening of the first auction' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'propertyName', 'openingDate', 'disposalStartedDate'],
      [{ register: AUCTIONS, fields: ['openingDate'] }],
    ),
    evaluate: auctionDate('openingDate'),
    sources: auctionsBehind,
  },
];

/** Last day of validity: a date, or a length (一年, 12个月) counted from the day on which the price was fixed. */
const validityEnd: FactDefinition = {
  name: 'validityEnd',
  register: DISPOSALS,
  label: { zh: '参考价有效期届满日', en: 'end of validity of the reference price' },
  type: 'date',
  shared: true,
  reads: fixedReads(['validUntil', 'referencePriceDate']),
  evaluate: (record): FactResult => {
    const written = textOf(record.values.validUntil);
    if (written === null) return null;
    const period = parsePeriod(written);
    const fixed = textOf(record.values.referencePriceDate);
    if (period !== null && fixed !== null) return afterPeriod(fixed, period);
    const days = datesIn(comparableText(written));
    return days.at(-1) ?? new Unknown('missing', ['validUntil']);
  },
};

export const disposalFacts: readonly FactDefinition[] = [
  validityEnd,
  ...pricingFacts,
  stayFact(SEIZURES),
  stayFact(DISPOSALS),
  stayFact('foundProperty'),
  ...saleFacts,
];
