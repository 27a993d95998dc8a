import type { RegisterRecord } from '../register/record.ts';
import { saysNo } from './cells.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const CASES = 'enforcementCase';
const ORDERS = 'reportOrder';
const SERVICE = 'serviceRecord';

const BAD_REPORT_WORDS = ['拒绝报告', '拒不报告', '拒报', '虚假', '虚报', '逾期未报', '未报告'];

function rowsOf(record: RegisterRecord, context: FactContext, register: string): readonly RegisterRecord[] {
  return known(recordsOfCase(record, context, register));
}

function closedOn(record: RegisterRecord): string | Unknown {
  return textOf(record.values.closeDate) ?? new Unknown('missing', ['closeDate']);
}

/** Whether an enforcement notice went out up to the closure, by the case's own column or the records of service. */
function noticeBeforeClosure(record: RegisterRecord, context: FactContext): FactResult {
  const closed = closedOn(record);
  if (closed instanceof Unknown) return closed;
  const noticed = textOf(record.values.noticeDate);
  if (noticed !== null && noticed <= closed) return true;
  const served = rowsOf(record, context, SERVICE).some((row) => {
    if (!mentionsAny(textOf(row.values.documentTitle) ?? '', ['执行通知'])) return false;
    const day = textOf(row.values.issuedDate) ?? textOf(row.values.servedDate);
    return day !== null && day <= closed;
  });
  if (served) return true;
  return record.values.noticeDate === undefined ? new Unknown('missing', ['noticeDate']) : false;
}

/** Whether a property-report order went out up to the closure; unknown where an order has no day. */
function reportOrderBeforeClosure(record: RegisterRecord, context: FactContext): FactResult {
  const closed = closedOn(record);
  if (closed instanceof Unknown) return closed;
  const own = textOf(record.values.reportOrderDate);
  if (own !== null && own <= closed) return true;
  let isOpen = false;
  for (const row of rowsOf(record, context, ORDERS)) {
    const day = textOf(row.values.issuedDate);
    if (day !== null && day <= closed) return true;
    if (day === null) isOpen = true;
  }
  return isOpen ? new Unknown('missing', [`${ORDERS}.issuedDate`]) : false;
}

/** Orders of the case for which the test holds; unknown where the register of orders was not handed over. */
function ordersWhere(
  record: RegisterRecord,
  context: FactContext,
  needed: readonly string[],
  test: (row: RegisterRecord) => boolean,
): readonly RegisterRecord[] {
  const orders = recordsOfCase(record, context, ORDERS, needed);
  if (orders instanceof Unknown) return [];
  return orders.length === 0 ? orders : orders.filter(test);
}

function unverified(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return ordersWhere(
    record,
    context,
    ['reportedDate', 'verificationResult'],
    ({ values }) => textOf(values.reportedDate) !== null && values.verificationResult === null,
  );
}

function unsanctioned(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return ordersWhere(record, context, ['verificationResult', 'sanction'], ({ values }) => {
    const sanction = textOf(values.sanction);
    const bad = mentionsAny(textOf(values.verificationResult) ?? '', BAD_REPORT_WORDS);
    return bad && values.sanction !== undefined && (sanction === null || saysNo(sanction));
  });
}

function namesOf(rows: readonly RegisterRecord[]): readonly string[] {
  return rows.map((row) => textOf(row.values.debtor) ?? `第${row.row}行`);
}

function orderList(
  name: string,
  label: FactDefinition['label'],
  find: (record: RegisterRecord, context: FactContext) => readonly RegisterRecord[],
): FactDefinition {
  return {
    name,
    register: CASES,
    label,
    type: 'list',
    shared: true,
    reads: fixedReads(
      ['caseNo'],
      [{ register: ORDERS, fields: ['debtor', 'reportedDate', 'verificationResult', 'sanction'] }],
    ),
    evaluate: (record, context) => namesOf(find(record, context)),
    describe: (record, context) => ({ names: namesOf(find(record, context)).join('、') }),
    sources: find,
  };
}

/** Facts about notice and property reports before the current procedure was terminated (法〔2016〕373号, arts 1, 2). */
export const terminationNoticeFacts: readonly FactDefinition[] = [
  {
    name: 'noticeBeforeClosure',
    register: CASES,
    label: { zh: '结案前已发出执行通知', en: 'notice sent before the closure' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'closeDate', 'noticeDate'],
      [{ register: SERVICE, fields: ['documentTitle', 'issuedDate', 'servedDate'] }],
    ),
    evaluate: noticeBeforeClosure,
  },
  {
    name: 'reportOrderBeforeClosure',
    register: CASES,
    label: { zh: '结案前已发出报告财产令', en: 'report order sent before the closure' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'closeDate', 'reportOrderDate'], [{ register: ORDERS, fields: ['issuedDate'] }]),
    evaluate: reportOrderBeforeClosure,
  },
  orderList(
    'reportsUnverified',
    { zh: '已报告财产而没有核查的被执行人', en: 'debtors whose reports were not verified' },
    unverified,
  ),
  orderList(
    'badReportsUnsanctioned',
    { zh: '报告不实而没有处罚的被执行人', en: 'debtors with bad reports and no sanction' },
    unsanctioned,
  ),
];
