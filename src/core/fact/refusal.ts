import type { FieldId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import { answer, dateOf, hasValue, isUnread, saysNo, saysNone, textOf, unknownOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { compareDates } from './iso.ts';
import { fixedReads } from './neighbours.ts';
import { comparableText } from './text.ts';

/** Facts on referrals for 拒不执行判决、裁定罪, from receipt by the police to the notice of refusal. */
const REFERRAL = 'crimeReferral';

const NOTICE_FIELDS = ['refusalNoticeNo', 'documentNo'] as const;

const UNDECIDED = /拟|待|建议/u;
const REFUSAL = /不予立案|不立案/u;
const RETURNED = /退回|退件|退案/u;
/** Sent back for more material is no refusal. */
const FOR_SUPPLEMENT = /补充|补正|补齐|补材料/u;

/** Whether the result column says that the police refused to file or sent the matter back. */
function refusedByResult(record: RegisterRecord): boolean {
  const result = textOf(record, 'result');
  if (UNDECIDED.test(result)) return false;
  return REFUSAL.test(result) || (RETURNED.test(result) && !FOR_SUPPLEMENT.test(result));
}

/** Whether the police refused to file: a day of refusal, a number of the notice, or the result column. */
const filingRefused: FactDefinition = {
  name: 'filingRefused',
  register: REFERRAL,
  label: { zh: '公安机关不予立案', en: 'police refused to file the case' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['refusedDate', 'result']),
  evaluate: (record): FactResult => {
    if (hasValue(record, 'refusedDate') || refusedByResult(record)) return true;
    const { refusedDate, result } = record.values;
    // A result that is blank does not make up for a day that cannot be read.
    const silent = result === undefined || result === null;
    return refusedDate === undefined && silent ? new Unknown('missing', ['refusedDate', 'result']) : false;
  },
};

/**
 * Number of the 不予立案通知书: its own column, or the column for the number of whatever document was made. Blank where the
 * columns that the sheet has are empty.
 */
const refusalNotice: FactDefinition = {
  name: 'refusalNotice',
  register: REFERRAL,
  label: { zh: '不予立案通知书文号', en: 'number of the notice of refusal' },
  type: 'text',
  shared: true,
  reads: fixedReads(NOTICE_FIELDS),
  evaluate: (record): FactResult => {
    const given = NOTICE_FIELDS.find((field) => hasValue(record, field));
    if (given !== undefined) return textOf(record, given);
    const blank = NOTICE_FIELDS.some((field) => record.values[field] !== undefined);
    return blank && !NOTICE_FIELDS.some((field) => isUnread(record, field)) ? null : unknownOf(record, NOTICE_FIELDS);
  },
};

/**
 * Whether the data name a complainant: 有无控告人, a name, or a service on one. Never unknown: the duty towards a
 * complainant is judged only where one is known.
 */
const complainantKnown: FactDefinition = {
  name: 'complainantKnown',
  register: REFERRAL,
  label: { zh: '已知有控告人', en: 'a complainant is known' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['complainant', 'complainantName', 'complainantServedDate']),
  evaluate: (record): FactResult => {
    const name = textOf(record, 'complainantName');
    return (
      record.values.complainant === true ||
      (name !== '' && !saysNone(name)) ||
      hasValue(record, 'complainantServedDate')
    );
  },
};

const EXTENSION_FIELDS = ['complex', 'extensionReview', 'extensionApprovedDate', 'extensionApproved'];
const APPROVAL_FIELDS = ['extensionReview', 'extensionApprovedDate', 'extensionApproved'];

/**
 * Which review period the register shows: `extended`, `ordinary`, or `unrecorded`.
 * - 法发〔2025〕8号 asks that the case be grave, doubtful or complex and names no approving officer: marked so, or an
 *   extension on record → extended; marked as not so → ordinary; nothing said → unrecorded.
 * - The older paper (`approvalRequired`) asks for approval: a column for it that is empty means there was none.
 */
const reviewExtension: FactDefinition = {
  name: 'reviewExtension',
  register: REFERRAL,
  label: { zh: '审查期限是否延长', en: 'whether the review period was extended' },
  type: 'text',
  params: { approvalRequired: { kind: 'boolean' } },
  shared: true,
  reads: fixedReads(EXTENSION_FIELDS),
  evaluate: (record, _context, params): FactResult => {
    const complex = record.values.complex;
    const approvals = APPROVAL_FIELDS.map((field) => answer(record, field));
    if (approvals.includes('yes')) return 'extended';
    if (params.approvalRequired === true) {
      if (complex === true) return 'unrecorded';
      return complex === false || approvals.some((each) => each !== 'unknown') ? 'ordinary' : 'unrecorded';
    }
    if (complex === true) return 'extended';
    return complex === false || approvals.includes('no') ? 'ordinary' : 'unrecorded';
  },
};

/** Every way in which the police end the review: filing, refusal, or transfer to the organ with jurisdiction. */
const DECISION_DATES = ['filedDate', 'refusedDate', 'filingDecidedDate', 'jurisdictionTransferredAt'] as const;

/** Steps that only a filed case can reach: the day of filing is then missing, and not the filing. */
const LATER_STEPS = [
  'withdrawnDate',
  'arrestRequestedDate',
  'arrestDecidedDate',
  'prosecutionReferredDate',
  'prosecutionAcceptedDate',
  'indictedDate',
  'nonProsecutionDate',
  'nonProsecutionNo',
] as const;
const FILED_WORDS = /撤案|撤销案件|侦查|起诉|刑拘|刑事拘留|逮捕/u;

/** Results by which the matter goes on: 审查中, 未答复, 逾期未决定. Any other one ended it on a day that is not recorded. */
const STILL_OPEN = /审查|在办|办理中|处理中|正在|未|待|拟|尚|没有|逾期|超期|(?<!不予?)受理|受案|接收|登记|建议/u;

/** Whether the row shows that the case was filed, whatever it says of the day. */
function wasFiled(record: RegisterRecord): boolean {
  if (hasValue(record, 'filingDecisionNo') || LATER_STEPS.some((field) => hasValue(record, field))) return true;
  const result = textOf(record, 'result');
  if (UNDECIDED.test(result) || saysNo(result) || refusedByResult(record)) return false;
  return result.includes('立案') || FILED_WORDS.test(result);
}

const ACCEPTANCE_FIELDS = ['acceptanceFormNo', 'receiptDate', 'filedDate', 'refusedDate', 'refusalNoticeNo'] as const;

/** Whether the row shows that the police took the matter in, although the day of receipt may be blank: a form, a receipt, a decision. */
const acceptanceShown: FactDefinition = {
  name: 'acceptanceShown',
  register: REFERRAL,
  label: { zh: '台账显示已经接收', en: 'the row shows that it was taken in' },
  type: 'boolean',
  shared: true,
  reads: fixedReads([...ACCEPTANCE_FIELDS, ...LATER_STEPS, 'filingDecisionNo', 'result']),
  evaluate: (record): FactResult => {
    if (ACCEPTANCE_FIELDS.some((field) => hasValue(record, field)) || wasFiled(record)) return true;
    const result = textOf(record, 'result');
    if (REFUSAL.test(result) && !UNDECIDED.test(result)) return true;
    const unread = ACCEPTANCE_FIELDS.filter((field) => isUnread(record, field));
    return unread.length > 0 ? new Unknown('missing', unread) : false;
  },
};

/**
 * Day of the first decision on a referral. Blank while none is on record. Unknown where a result stands without its day,
 * or the decision lies before the receipt: such a row proves neither lateness nor timeliness.
 */
const filingDecisionDate: FactDefinition = {
  name: 'filingDecisionDate',
  register: REFERRAL,
  label: { zh: '立案或者不予立案决定日', en: 'day of the decision to file or not' },
  type: 'date',
  shared: true,
  reads: fixedReads([...DECISION_DATES, ...LATER_STEPS, 'receivedAt', 'result', 'filingDecisionNo', 'refusalNoticeNo']),
  evaluate: (record): FactResult => {
    const received = dateOf(record, 'receivedAt');
    const decisions = DECISION_DATES.map((field) => dateOf(record, field)).filter((date) => typeof date === 'string');
    const [first] = decisions.sort(compareDates);
    if (first !== undefined) {
      const contradictory = typeof received === 'string' && compareDates(first, received) < 0;
      return contradictory ? new Unknown('missing', ['receivedAt', 'filedDate', 'refusedDate']) : first;
    }
    const result = textOf(record, 'result');
    const ended = result !== '' && !saysNone(result) && !STILL_OPEN.test(result);
    if (ended || refusedByResult(record) || wasFiled(record) || hasValue(record, 'refusalNoticeNo')) {
      return new Unknown('missing', ['filedDate', 'refusedDate']);
    }
    return unknownOf(record, ['filedDate', 'refusedDate']);
  },
};

const DECIDED = ['filedDate', 'refusedDate'] as const;
const REPLY_DATES = [
  'writtenReplyDate',
  'filedDate',
  'courtNotifiedDate',
  'courtServedDate',
  'complainantServedDate',
  'servedDate',
];

/**
 * Day of the first written answer of the police, whatever paper gave it. A refusal counts when it has a notice.
 * Unknown where neither filing nor refusal is on record and their columns were not handed over (nor one for the reply), and
 * where the row shows that the case was filed but not when.
 */
const firstWrittenReply: FactDefinition = {
  name: 'firstWrittenReply',
  register: REFERRAL,
  label: { zh: '首次书面答复日', en: 'day of the first written reply' },
  type: 'date',
  shared: true,
  reads: fixedReads([...REPLY_DATES, ...LATER_STEPS, ...NOTICE_FIELDS, 'refusedDate', 'result', 'filingDecisionNo']),
  evaluate: (record): FactResult => {
    if (!hasValue(record, 'filedDate') && wasFiled(record)) return new Unknown('missing', ['filedDate']);
    const dates = REPLY_DATES.map((field) => dateOf(record, field));
    if (NOTICE_FIELDS.some((field) => hasValue(record, field))) dates.push(dateOf(record, 'refusedDate'));
    const [first] = dates.filter((date) => typeof date === 'string').sort(compareDates);
    if (first !== undefined) return first;
    // A column for the written reply that is empty says that there was none, unless a decision could not be read.
    const answered = record.values.writtenReplyDate === null;
    return answered && !DECIDED.some((field) => isUnread(record, field)) ? null : unknownOf(record, DECIDED);
  },
};

const NOT_OURS =
  /(?:不属|不归|不在|不是|非|无|没有)[^,;。]{0,12}管辖|管辖[^,;。]{0,6}(?:不符|有误|错误|不对|不明|异议|争议)|应当?[由向归][^,;。]{0,20}管辖|移[送交][^,;。]{0,12}管辖|^管辖(?:权|问题|原因)?$/u;

/** Whether the reason given for a refusal is that another organ has jurisdiction: 本案属我局管辖 says the contrary. */
const deniesJurisdiction: FactDefinition = {
  name: 'deniesJurisdiction',
  register: REFERRAL,
  label: { zh: '以不属本机关管辖为理由', en: 'want of jurisdiction is the reason given' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['intakeRefusalReason', 'refusalReason']),
  evaluate: (record): FactResult =>
    NOT_OURS.test(textOf(record, 'intakeRefusalReason')) || NOT_OURS.test(textOf(record, 'refusalReason')),
};

/** Elements that the inspection's list expects of a 不予立案通知书; reconsideration is the complainant's remedy only. */
const NOTICE_ELEMENTS: readonly {
  readonly field: FieldId;
  readonly zh: string;
  readonly complainantOnly?: true;
  /** The law asks the reason of a complainant (刑事诉讼法 112): a limb of its own; the list alone asks it of a court's. */
  readonly courtOnly?: true;
  /** A column that holds an answer, not the element itself. */ readonly answer?: true;
}[] = [
  { field: 'documentNo', zh: '文书号' },
  { field: 'complainant', zh: '控告或者移送单位' },
  { field: 'cause', zh: '案由' },
  { field: 'refusalReason', zh: '不立案理由', courtOnly: true },
  { field: 'legalGrounds', zh: '法律依据' },
  { field: 'reconsiderationRight', zh: '复议权利与期限', complainantOnly: true, answer: true },
  { field: 'seal', zh: '作出机关印章', answer: true },
  { field: 'documentDate', zh: '日期' },
  { field: 'signedFor', zh: '签收', answer: true },
];

/** Whether the notice answers a court's referral: said so, or the addressee is a court. */
function forCourt(record: RegisterRecord): boolean {
  return record.values.referredByCourt === true || textOf(record, 'complainant').includes('法院');
}

const noticeForCourt: FactDefinition = {
  name: 'noticeForCourt',
  register: 'refusalDocument',
  label: { zh: '法院移送件的通知书', en: 'notice that answers a court’s referral' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['referredByCourt', 'complainant']),
  evaluate: forCourt,
};

/** Names of the list's elements that the notice lacks; blank when it has them all. */
const missingNoticeElements: FactDefinition = {
  name: 'missingNoticeElements',
  register: 'refusalDocument',
  label: { zh: '缺少的文书要素', en: 'elements that the document lacks' },
  type: 'text',
  shared: true,
  reads: fixedReads([...NOTICE_ELEMENTS.map((element) => element.field), 'referredByCourt']),
  evaluate: (record): FactResult => {
    const court = forCourt(record);
    const due = NOTICE_ELEMENTS.filter((element) => (court ? element.complainantOnly : element.courtOnly) !== true);
    const lacking = due.filter((element) =>
      element.answer === true
        ? ['no', 'blank'].includes(answer(record, element.field))
        : record.values[element.field] === null || saysNone(textOf(record, element.field)),
    );
    if (lacking.length > 0) return lacking.map((element) => element.zh).join('、');
    return unknownOf(
      record,
      due.map((element) => element.field),
    );
  },
  describe: (record, context) => {
    const value = context.fact('missingNoticeElements', record);
    return typeof value === 'string' ? { elements: value } : {};
  },
};

/** Whether the grounds cite article 112 of the Criminal Procedure Law, in figures or in words. Blank when there are none. */
const citesArticle112: FactDefinition = {
  name: 'citesArticle112',
  register: 'refusalDocument',
  label: { zh: '法律依据引用刑事诉讼法第一百一十二条', en: 'grounds cite article 112 of the Criminal Procedure Law' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['legalGrounds']),
  evaluate: (record): FactResult => {
    const grounds = record.values.legalGrounds;
    if (grounds === undefined) return new Unknown('missing', ['legalGrounds']);
    if (typeof grounds !== 'string') return null;
    return /(?<!\d)112(?!\d)|一百一十二|一一二/u.test(comparableText(grounds));
  },
};

export const refusalFacts: readonly FactDefinition[] = [
  filingRefused,
  refusalNotice,
  complainantKnown,
  reviewExtension,
  acceptanceShown,
  filingDecisionDate,
  firstWrittenReply,
  deniesJurisdiction,
  noticeForCourt,
  missingNoticeElements,
  citesArticle112,
];
