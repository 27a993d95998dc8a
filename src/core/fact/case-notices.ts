import type { RegisterRecord } from '../register/record.ts';
import { debtorsOf, names } from './case-debtors.ts';
import { saysNone } from './cells.ts';
import { dueDate } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const CASES = 'enforcementCase';
const ORDERS = 'reportOrder';
const SERVICE = 'serviceRecord';

const NOTICE_WORDS = ['执行通知'];
const ORDER_WORDS = ['报告财产', '财产报告'];

const MONEY_WORDS = ['金钱', '货币', '款', '钱', '给付', '债务', '罚金'];
const OTHER_WORDS = [
  '行为',
  '物',
  '交付',
  '腾退',
  '迁出',
  '探望',
  '排除妨害',
  '履行合同',
  '过户',
  '恢复原状',
  '停止侵',
  '道歉',
  '搬离',
  '拆除',
];

/** Whether the subject of enforcement is money: by its words, else by the amount claimed. */
function monetaryClaim(record: RegisterRecord): FactResult {
  const subject = textOf(record.values.subject);
  if (subject !== null && mentionsAny(subject, MONEY_WORDS)) return true;
  if (subject !== null && mentionsAny(subject, OTHER_WORDS)) return false;
  const amount = numberOf(record.values.claimAmount);
  return amount === null ? new Unknown('missing', ['subject']) : amount > 0;
}

function ordersOf(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return known(recordsOfCase(record, context, ORDERS));
}

/** Day on which the last of the property-report orders of the case went out; blank where none did. */
function reportOrderOn(record: RegisterRecord, context: FactContext): FactResult {
  const orders = recordsOfCase(record, context, ORDERS, ['issuedDate']);
  const sent = known(orders);
  let issued = textOf(record.values.reportOrderDate);
  for (const order of sent) {
    const day = textOf(order.values.issuedDate);
    if (day !== null && (issued === null || day > issued)) issued = day;
  }
  if (issued !== null) return issued;
  // An order that was served went out, on a day that nobody wrote down.
  if (sent.length > 0 || served(record, context, ORDER_WORDS).length > 0)
    return new Unknown('missing', [`${ORDERS}.issuedDate`]);
  if (record.values.reportOrderDate === undefined && orders instanceof Unknown) {
    return new Unknown('missing', ['reportOrderDate']);
  }
  return null;
}

/** Debtors whom none of the rows names, where there are rows at all; a row that names nobody known may be theirs. */
function debtorsMissing(
  record: RegisterRecord,
  context: FactContext,
  rows: readonly RegisterRecord[],
  nameField: string,
  identityField: string,
): FactResult {
  if (rows.length === 0) return [];
  const debtors = debtorsOf(record, context);
  if (debtors instanceof Unknown) return [];
  const missing = debtors.filter(
    (debtor) => !debtor.gone && !rows.some((row) => names(row, nameField, identityField, debtor)),
  );
  const unplaced = rows.some((row) => !debtors.some((debtor) => names(row, nameField, identityField, debtor)));
  return missing.length > 0 && unplaced
    ? new Unknown('missing', [`${rows[0]?.register ?? ''}.${nameField}`])
    : missing.map(({ name }) => name);
}

/** Records of service of the case whose title has one of the words; none where the table was not handed over. */
function served(record: RegisterRecord, context: FactContext, words: readonly string[]): readonly RegisterRecord[] {
  const rows = known(recordsOfCase(record, context, SERVICE));
  return rows.length === 0 ? rows : rows.filter((row) => mentionsAny(textOf(row.values.documentTitle) ?? '', words));
}

function noticesServed(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return served(record, context, NOTICE_WORDS);
}

/** Whether the notice went out on an unknown day: it has a number, or was served. */
function noticeOnRecord(record: RegisterRecord, context: FactContext): boolean {
  const number = textOf(record.values.noticeNo);
  return (number !== null && !saysNone(number)) || noticesServed(record, context).length > 0;
}

/** Orders whose debtor reported a change of property after the limit, or not at all. */
function lateSupplements(
  record: RegisterRecord,
  context: FactContext,
  params: FactParams,
): readonly RegisterRecord[] | Unknown {
  const limit = context.limit(String(params.limit), record);
  if (limit instanceof Unknown) return limit;
  const changes = ordersOf(record, context).filter((order) => textOf(order.values.assetChangedDate) !== null);
  if (changes.length === 0) return changes;
  return changes.filter((order) => {
    const changed = textOf(order.values.assetChangedDate);
    const reported = textOf(order.values.supplementaryReportDate);
    const due = changed === null ? undefined : dueDate(changed, limit, context.calendar);
    return due !== undefined && order.values.supplementaryReportDate !== undefined && (reported ?? context.asOf) > due;
  });
}

function namesOf(rows: readonly RegisterRecord[]): readonly string[] {
  return rows.map((row) => textOf(row.values.debtor) ?? `第${row.row}行`);
}

function joined(value: FactResult): Readonly<Record<string, string>> {
  return Array.isArray(value) ? { names: value.join('、') } : {};
}

const PARTY_READS = { register: 'caseParty', fields: ['partyName', 'partyRole'] } as const;

export const caseNoticeFacts: readonly FactDefinition[] = [
  {
    name: 'monetaryClaim',
    register: CASES,
    label: { zh: '执行标的为金钱', en: 'the claim is for money' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['subject', 'claimAmount']),
    evaluate: monetaryClaim,
  },
  {
    name: 'reportOrderOn',
    register: CASES,
    label: { zh: '报告财产令发出日', en: 'day of the property-report order' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'reportOrderDate'],
      [
        { register: ORDERS, fields: ['issuedDate'] },
        { register: SERVICE, fields: ['documentTitle'] },
      ],
    ),
    evaluate: reportOrderOn,
    sources: ordersOf,
  },
  {
    name: 'noticeOnRecord',
    register: CASES,
    label: { zh: '执行通知书有文号或者送达记录', en: 'the notice has a number or was served' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'noticeNo'], [{ register: SERVICE, fields: ['documentTitle'] }]),
    evaluate: noticeOnRecord,
    sources: noticesServed,
  },
  {
    name: 'debtorsWithoutReportOrder',
    register: CASES,
    label: { zh: '未收到报告财产令的被执行人', en: 'debtors without a property-report order' },
    type: 'list',
    shared: true,
    reads: fixedReads(['caseNo', 'debtor'], [{ register: ORDERS, fields: ['debtor', 'identityNo'] }, PARTY_READS]),
    evaluate: (record, context) => debtorsMissing(record, context, ordersOf(record, context), 'debtor', 'identityNo'),
    describe: (record, context) =>
      joined(debtorsMissing(record, context, ordersOf(record, context), 'debtor', 'identityNo')),
    sources: ordersOf,
  },
  {
    name: 'debtorsWithoutNotice',
    register: CASES,
    label: { zh: '送达记录中没有执行通知书的被执行人', en: 'debtors without a served enforcement notice' },
    type: 'list',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'debtor'],
      [{ register: SERVICE, fields: ['documentTitle', 'recipient', 'recipientIdentityNo'] }, PARTY_READS],
    ),
    evaluate: (record, context) =>
      debtorsMissing(record, context, noticesServed(record, context), 'recipient', 'recipientIdentityNo'),
    describe: (record, context) =>
      joined(debtorsMissing(record, context, noticesServed(record, context), 'recipient', 'recipientIdentityNo')),
    sources: noticesServed,
  },
  {
    name: 'lateSupplements',
    register: CASES,
    label: { zh: '未按期补充报告财产变动的被执行人', en: 'debtors who reported a change of property late' },
    type: 'list',
    params: { limit: { kind: 'limit' } },
    reads: fixedReads(
      ['caseNo'],
      [{ register: ORDERS, fields: ['assetChangedDate', 'supplementaryReportDate', 'debtor'] }],
      ['limit'],
    ),
    evaluate: (record, context, params) => {
      const late = lateSupplements(record, context, params);
      return late instanceof Unknown ? late : namesOf(late);
    },
    describe: (record, context, params) => {
      const late = lateSupplements(record, context, params);
      return late instanceof Unknown ? {} : { names: namesOf(late).join('、') };
    },
    sources: (record, context, params) => known(lateSupplements(record, context, params)),
  },
];
