import { looksLikeIdentityNumber } from '../register/value/identity-number.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { Debtor } from './case-debtors.ts';
import { debtorsOf, names } from './case-debtors.ts';
import { answer, saysNo } from './cells.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { adultFrom } from './adulthood.ts';
import { fixedReads, recordsOfCase, textOf } from './neighbours.ts';
import { ownCase } from './own-case.ts';
import type { SharedContext } from './remember.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

/** Facts on debtors who refuse to report their property, or report falsely, and on what the court did (法释〔2017〕8号5、9–11条). */
const ORDERS = 'reportOrder';
const CASES = 'enforcementCase';
const SERVICE = 'serviceRecord';
const LISTINGS = 'dishonestListing';
const SANCTIONS = 'judicialSanction';

const FALSE_WORDS = ['虚假', '虚报', '不实', '隐瞒'];
const NOT_FALSE_WORDS = ['未发现', '不存在', '没有', '并非', '无虚', '无不实', '无隐瞒'];
const REFUSED_WORDS = ['拒绝报告', '拒不报告', '拒报', '未报告', '未报'];
const EXCUSE_WORDS = ['正当理由', '宽限', '延期', '下落不明'];
const NO_EXCUSE_WORDS = ['无正当理由', '没有正当理由', '未延期', '不准', '未批', '不同意', '无宽限'];
const EXPLAINED_WORDS = ['理由', '说明', '情节', '因'];
const TERMINATED_WORDS = ['终结本次执行', '终本'];
const TITLE_WORDS = ['报告财产', '财产报告'];
const NOT_SERVED_WORDS = ['未送达', '退回', '退件', '失败', '无法送达'];

type Standing = 'reported' | 'refused' | 'false';

/** What became of the order: a result of verification tells of a report even where its day is blank. */
function standingOf({ values }: RegisterRecord): Standing | Unknown {
  const verified = textOf(values.verificationResult);
  if (verified !== null && mentionsAny(verified, FALSE_WORDS) && !mentionsAny(verified, NOT_FALSE_WORDS))
    return 'false';
  if (textOf(values.reportedDate) !== null) return 'reported';
  if (verified !== null) return mentionsAny(verified, REFUSED_WORDS) ? 'refused' : 'reported';
  return values.reportedDate === undefined ? new Unknown('missing', ['reportedDate']) : 'refused';
}

/** The row's debtor, as the other registers may name them. */
function debtorOf({ values }: RegisterRecord): Debtor {
  const name = comparableText(textOf(values.debtor) ?? '');
  return { name, identityNo: textOf(values.identityNo), gone: false, minor: false };
}

/** The case of the order; unknown where it is not in the table. */
const caseOf = ownCase(['closeMode', 'closeDate']);

/** The procedure of reporting ends with performance, conclusion and refusal to enforce, not with 终本 (art. 11). */
function caseState(record: RegisterRecord, context: FactContext): FactResult {
  const own = caseOf(record, context);
  if (own instanceof Unknown) return own;
  const { closeDate, closeMode, performedDate, concludedDate } = own.values;
  if (textOf(performedDate) !== null || textOf(concludedDate) !== null) return 'ended';
  if (closeDate === undefined) return new Unknown('missing', [`${CASES}.closeDate`]);
  if (mentionsAny(textOf(closeMode) ?? '', TERMINATED_WORDS)) return 'terminated';
  return closeDate === null ? 'open' : 'ended';
}

/** Whether a row of the records of service says that the order reached the debtor inside its own term. */
function isServed({ values }: RegisterRecord, due: string | null): boolean {
  const served = textOf(values.servedDate);
  const failed = mentionsAny(textOf(values.result) ?? '', NOT_SERVED_WORDS);
  return served !== null && !failed && (due === null || served <= due);
}

/**
 * Whether the order was served: whoever reports has it; else by the order's own day of service, else by the records of service,
 * and nothing is known without either.
 */
function orderServed(record: RegisterRecord, context: FactContext): FactResult {
  if (textOf(record.values.reportedDate) !== null || standingOf(record) === 'false') return true;
  const served = textOf(record.values.servedDate);
  const due = textOf(record.values.reportDueDate);
  if (served !== null) return due === null || served <= due;
  const rows = recordsOfCase(record, context, SERVICE, ['documentTitle', 'servedDate']);
  if (rows instanceof Unknown) return rows;
  const debtor = debtorOf(record);
  const own = rows.filter(
    (row) =>
      mentionsAny(textOf(row.values.documentTitle) ?? '', TITLE_WORDS) &&
      names(row, 'recipient', 'recipientIdentityNo', debtor),
  );
  if (own.length === 0) return new Unknown('missing', [`${SERVICE}.documentTitle`]);
  return own.some((row) => isServed(row, due));
}

function listedOn({ values }: RegisterRecord): string | null {
  return textOf(values.decisionDate) ?? textOf(values.publishedDate);
}

/** Last day on which a listing counts: that of the closure, or the as-of date. */
function endOf(record: RegisterRecord, context: SharedContext): string {
  const own = caseOf(record, context);
  return (own instanceof Unknown ? null : textOf(own.values.closeDate)) ?? context.asOf;
}

/**
 * Whether the debtor stood on the list at the end, in this case or, by the whole number, in another. A listing without a day
 * counts. Unknown where the list has a row of the case that names none of those who were ordered to report.
 */
function debtorListed(record: RegisterRecord, context: FactContext): FactResult {
  const rows = recordsOfCase(record, context, LISTINGS, ['name']);
  if (rows instanceof Unknown) return rows;
  const debtor = debtorOf(record);
  const end = endOf(record, context);
  const elsewhere = context.registers.by(LISTINGS, 'identityNo', debtor.identityNo);
  const own = rows.filter((row) => names(row, 'name', 'identityNo', debtor));
  if ([...own, ...elsewhere].some((row) => (listedOn(row) ?? end) <= end)) return true;
  const ordered = context.registers.by(ORDERS, 'caseNo', record.values.caseNo).map(debtorOf);
  const unplaced = rows.some((row) => !ordered.some((each) => names(row, 'name', 'identityNo', each)));
  return unplaced ? new Unknown('missing', [`${LISTINGS}.name`]) : false;
}

/** Minors are never listed; nobody lists the dead and the dissolved. Unknown where neither number nor table tells. */
function debtorNotListable(record: RegisterRecord, context: FactContext): FactResult {
  const debtor = debtorOf(record);
  const own = caseOf(record, context);
  const known = own instanceof Unknown ? own : debtorsOf(own, context);
  const party = known instanceof Unknown ? undefined : known.find((each) => isSame(each, debtor));
  if (party !== undefined && (party.gone || party.minor)) return true;
  const number = debtor.identityNo ?? party?.identityNo ?? null;
  if (number === null) return new Unknown('missing', ['identityNo']);
  return looksLikeIdentityNumber(number) && endOf(record, context) < adultFrom(number);
}

function isSame(a: Debtor, b: Debtor): boolean {
  return a.identityNo !== null && b.identityNo !== null ? a.identityNo === b.identityNo : a.name === b.name;
}

/** A sanction of the debtor in the case, or words on the order why there is none. */
function refusalAnswered(record: RegisterRecord, context: FactContext): FactResult {
  const said = textOf(record.values.sanction);
  if (said !== null && (!saysNo(said) || mentionsAny(said, EXPLAINED_WORDS))) return true;
  const rows = recordsOfCase(record, context, SANCTIONS, ['sanctionedParty']);
  if (rows instanceof Unknown) return rows;
  return rows.some((row) => names(row, 'sanctionedParty', 'identityNo', debtorOf(record)));
}

/** Whether an extension, a grace or a good reason is on record. */
function reportExcused(record: RegisterRecord): FactResult {
  const { extensionApproval, justification, verificationResult, remark } = record.values;
  const reason = textOf(justification);
  if (reason !== null && !saysNo(reason)) return true;
  const words = [extensionApproval, verificationResult, remark].map((each) => textOf(each) ?? '').join(' ');
  if (mentionsAny(words, EXCUSE_WORDS) && !mentionsAny(words, NO_EXCUSE_WORDS)) return true;
  const said = answer(record, 'extensionApproval');
  return said === 'unknown' ? new Unknown('missing', ['extensionApproval']) : said === 'yes';
}

const CASE_READS = { register: CASES, fields: ['closeMode', 'closeDate', 'performedDate', 'concludedDate'] } as const;
const ORDER_FIELDS = ['caseNo', 'debtor', 'identityNo', 'reportedDate', 'verificationResult'] as const;

export const reportRefusalFacts: readonly FactDefinition[] = [
  {
    name: 'reportStanding',
    register: ORDERS,
    label: { zh: '财产报告情况', en: 'what became of the order to report' },
    type: 'text',
    shared: true,
    reads: fixedReads(['reportedDate', 'verificationResult']),
    evaluate: standingOf,
  },
  {
    name: 'reportCaseState',
    register: ORDERS,
    label: { zh: '所涉案件状态', en: 'state of the case' },
    type: 'text',
    shared: true,
    reads: fixedReads(['caseNo'], [CASE_READS]),
    evaluate: caseState,
  },
  {
    name: 'reportCaseClosedOn',
    register: ORDERS,
    label: { zh: '所涉案件结案日', en: 'day on which the case was closed' },
    type: 'date',
    shared: true,
    reads: fixedReads(['caseNo'], [CASE_READS]),
    evaluate: (record, context) => {
      const own = caseOf(record, context);
      return own instanceof Unknown ? own : textOf(own.values.closeDate);
    },
    sources: (record, context) => {
      const own = caseOf(record, context);
      return own instanceof Unknown ? [] : [own];
    },
  },
  {
    name: 'reportOrderServed',
    register: ORDERS,
    label: { zh: '报告财产令已送达', en: 'the order to report was served' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      [...ORDER_FIELDS, 'reportDueDate', 'servedDate'],
      [{ register: SERVICE, fields: ['documentTitle', 'recipient', 'servedDate', 'result'] }],
    ),
    evaluate: orderServed,
  },
  {
    name: 'debtorListed',
    register: ORDERS,
    label: { zh: '已纳入失信名单', en: 'the debtor was listed' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'debtor', 'identityNo'],
      [{ register: LISTINGS, fields: ['name', 'identityNo', 'decisionDate', 'publishedDate'] }, CASE_READS],
    ),
    evaluate: debtorListed,
  },
  {
    name: 'debtorNotListable',
    register: ORDERS,
    label: { zh: '未成年、死亡或者终止', en: 'a minor, dead or dissolved' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'debtor', 'identityNo'],
      [CASE_READS, { register: 'caseParty', fields: ['partyName', 'identityNo', 'minor', 'deceased'] }],
    ),
    evaluate: debtorNotListable,
  },
  {
    name: 'refusalAnswered',
    register: ORDERS,
    label: { zh: '已处罚或者说明不予处罚', en: 'sanctioned, or reasons given why not' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'debtor', 'identityNo', 'sanction'],
      [{ register: SANCTIONS, fields: ['sanctionedParty', 'identityNo'] }],
    ),
    evaluate: refusalAnswered,
  },
  {
    name: 'reportExcused',
    register: ORDERS,
    label: { zh: '延期、宽限或者正当理由', en: 'extension, grace or good reason' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['extensionApproval', 'justification', 'verificationResult', 'remark']),
    evaluate: reportExcused,
  },
];
