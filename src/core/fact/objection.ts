import type { RegisterRecord } from '../register/record.ts';
import { answer } from './cells.ts';
import { dueDate } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams, FactResult, Limit } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { absentColumns, fixedReads, textOf } from './neighbours.ts';
import { isPayout, isProceedsPayout } from './payout-status.ts';
import { sameName } from './same-property.ts';
import { comparableText } from './text.ts';
import { mentionsAny, namesIn } from './words.ts';

const OBJECTIONS = 'objectionReview';
const CASES = 'enforcementCase';
const AUCTIONS = 'judicialAuction';
const SEIZURES = 'propertySeizure';
const PAYOUTS = 'proceedsPayout';

/** The enforcement case that an objection is about: its own column, else the row's number where the register is kept by it. */
export function enforcementCaseNo(record: RegisterRecord): string | null {
  return textOf(record.values.originalEnforcementCaseNo) ?? textOf(record.values.caseNo);
}

/** Words that stand for members who are not named (测试法官甲等三人). */
const UNNAMED = /等|\d|[三五七]人/u;

function membersOf(record: RegisterRecord, field: string): readonly string[] | Unknown {
  const text = textOf(record.values[field]);
  if (text === null || UNNAMED.test(comparableText(text))) return new Unknown('missing', [field]);
  return namesIn(text);
}

/** Members named, the judge in charge included: some registers name him in a column of his own. */
function panelSize(record: RegisterRecord): FactResult {
  const members = membersOf(record, 'panelMembers');
  if (members instanceof Unknown) return members;
  const handlers = namesIn(textOf(record.values.handler) ?? '');
  return new Set([...members, ...handlers]).size;
}

/** Members of the panel who have the same name as somebody who handled the enforcement case. */
function implementersOn(record: RegisterRecord, context: FactContext): readonly string[] | Unknown {
  const members = membersOf(record, 'panelMembers');
  if (members instanceof Unknown) return members;
  const absent = absentColumns(context, CASES, ['caseNo', 'handler']);
  if (absent !== null) return absent;
  const caseNo = enforcementCaseNo(record);
  if (caseNo === null) return new Unknown('missing', ['originalEnforcementCaseNo']);
  const handled = context.registers.by(CASES, 'caseNo', caseNo);
  if (handled.length === 0) return new Unknown('missing', [`${CASES}.caseNo`]);
  const names = handled.flatMap((each) =>
    ['handler', 'presidingJudge', 'panel'].flatMap((field) => namesIn(textOf(each.values[field]) ?? '')),
  );
  return members.filter((member) => names.includes(member));
}

/** How the panel of a second examination stands to the first: `same`, `overlap`, or `none`. */
function panelRepeated(record: RegisterRecord): FactResult {
  const before = membersOf(record, 'formerPanelMembers');
  if (before instanceof Unknown) return before;
  const now = membersOf(record, 'panelMembers');
  if (now instanceof Unknown) return now;
  const kept = now.filter((member) => before.includes(member));
  if (kept.length === 0) return 'none';
  return kept.length === now.length ? 'same' : 'overlap';
}

interface Protected {
  readonly from: string;
  readonly to: string;
}

/**
 * Periods in which the object of an outsider's objection must not be disposed of: while the objection is examined, for some
 * days after the rejection was served, and while an action of objection is tried. Without a day of service the days run
 * from the ruling: it was not served earlier.
 */
function protectedPeriods(
  record: RegisterRecord,
  context: FactContext,
  protect: Limit,
): readonly Protected[] | Unknown {
  const { receivedDate, decisionDate, decisionServedDate, withdrawnDate, suitAcceptedDate, suitConcludedDate } =
    record.values;
  const received = textOf(receivedDate);
  if (received === null) return new Unknown('missing', ['receivedDate']);
  if (decisionDate === undefined) return new Unknown('missing', ['decisionDate']);
  const decided = textOf(decisionServedDate) ?? textOf(decisionDate);
  const withdrawn = textOf(withdrawnDate);
  const periods: Protected[] = [];
  if (withdrawn !== null) periods.push({ from: received, to: withdrawn });
  else if (decided === null) periods.push({ from: received, to: context.asOf });
  else {
    const until = dueDate(decided, protect, context.calendar);
    if (until === undefined) return new Unknown('calendar-not-covered', []);
    periods.push({ from: received, to: until });
  }
  const sued = textOf(suitAcceptedDate);
  if (sued !== null) periods.push({ from: sued, to: textOf(suitConcludedDate) ?? context.asOf });
  return periods;
}

type DisposalKind = 'sold' | 'possiblySold' | 'paidOut';

interface Disposal {
  readonly kind: DisposalKind;
  readonly on: string;
  readonly row: RegisterRecord;
}

const DISPOSED_WORDS = ['拍卖', '变卖', '抵债', '划拨', '扣划', '成交', '处置'];
const NOT_DISPOSED_WORDS = ['未', '流拍', '撤', '中止', '解除'];

/** Whether a row of the seizure register says that the property was sold, transferred or taken in payment. */
export function wasDisposed(row: RegisterRecord): boolean {
  const result = textOf(row.values.disposalResult) ?? '';
  return mentionsAny(result, DISPOSED_WORDS) && !mentionsAny(result, NOT_DISPOSED_WORDS);
}

/** Whether a row is about the object of the objection; `null` where a name is missing. */
function aboutObject(record: RegisterRecord, row: RegisterRecord): boolean | null {
  const object = textOf(record.values.propertyName);
  const name = textOf(row.values.propertyName);
  return object === null || name === null ? null : sameName(comparableText(object), comparableText(name));
}

function saleOf(record: RegisterRecord, row: RegisterRecord, field: string): readonly Disposal[] {
  const on = textOf(row.values[field]);
  const about = aboutObject(record, row);
  if (on === null || about === false) return [];
  return [{ kind: about === true ? 'sold' : 'possiblySold', on: dayOf(on), row }];
}

function disposalsOf(record: RegisterRecord, context: FactContext, caseNo: string): readonly Disposal[] {
  const { registers } = context;
  const auctions = registers.by(AUCTIONS, 'caseNo', caseNo).flatMap((row) => saleOf(record, row, 'dealDate'));
  const disposed = registers
    .by(SEIZURES, 'caseNo', caseNo)
    .filter(wasDisposed)
    .flatMap((row) => saleOf(record, row, 'disposedDate'));
  const paid = registers
    .by(PAYOUTS, 'caseNo', caseNo)
    .filter((row) => isPayout(row) && isProceedsPayout(row))
    .flatMap((row): readonly Disposal[] => {
      const on = textOf(row.values.payoutDate);
      return on === null ? [] : [{ kind: 'paidOut', on: dayOf(on), row }];
    });
  return [...auctions, ...disposed, ...paid];
}

const GRAVEST_FIRST: readonly DisposalKind[] = ['sold', 'possiblySold', 'paidOut'];

/** The gravest disposal inside a protected period, the earliest of its kind; `null` where there was none. */
function disposalUnderObjection(
  record: RegisterRecord,
  context: FactContext,
  params: FactParams,
): Disposal | null | Unknown {
  const protect = context.limit(String(params.protect), record);
  if (protect instanceof Unknown) return protect;
  const caseNo = enforcementCaseNo(record);
  if (caseNo === null) return new Unknown('missing', ['originalEnforcementCaseNo']);
  const periods = protectedPeriods(record, context, protect);
  if (periods instanceof Unknown) return periods;
  const inside = disposalsOf(record, context, caseNo)
    .filter(({ on }) => periods.some(({ from, to }) => on >= from && on <= to))
    .sort((a, b) => GRAVEST_FIRST.indexOf(a.kind) - GRAVEST_FIRST.indexOf(b.kind) || (a.on < b.on ? -1 : 1));
  return inside[0] ?? absentColumns(context, AUCTIONS, ['caseNo', 'dealDate']);
}

const PROTECT = { protect: { kind: 'limit' } } as const;

/** Facts about objections to enforcement, their panels, and what happened to the object meanwhile. */
export const objectionFacts: readonly FactDefinition[] = [
  {
    name: 'reviewStart',
    register: OBJECTIONS,
    label: { zh: '上一级法院收到或者立案之日', en: 'receipt or filing by the higher court' },
    type: 'date',
    shared: true,
    reads: fixedReads(['upperReceivedDate', 'reviewFiledDate']),
    evaluate: (record) => textOf(record.values.upperReceivedDate) ?? textOf(record.values.reviewFiledDate),
  },
  {
    name: 'reviewExtensionApproved',
    register: OBJECTIONS,
    label: { zh: '延长审查期限已获批准', en: 'extension of the review approved' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['extensionApproval']),
    evaluate: (record) => {
      const said = answer(record, 'extensionApproval');
      return said === 'unknown' ? new Unknown('missing', ['extensionApproval']) : said === 'yes';
    },
  },
  {
    name: 'panelSize',
    register: OBJECTIONS,
    label: { zh: '合议庭人数', en: 'members of the panel' },
    type: 'number',
    shared: true,
    reads: fixedReads(['panelMembers', 'handler']),
    evaluate: panelSize,
  },
  {
    name: 'panelImplementers',
    register: OBJECTIONS,
    label: { zh: '与实施案件办理人员同名的合议庭成员', en: 'members named like those who handled the case' },
    type: 'list',
    shared: true,
    reads: fixedReads(
      ['panelMembers', 'originalEnforcementCaseNo', 'caseNo'],
      [{ register: CASES, fields: ['handler', 'presidingJudge', 'panel'] }],
    ),
    evaluate: implementersOn,
    describe: (record, context) => {
      const names = implementersOn(record, context);
      return names instanceof Unknown ? {} : { names: names.join('、') };
    },
    sources: (record, context) => context.registers.by(CASES, 'caseNo', enforcementCaseNo(record)),
  },
  {
    name: 'panelRepeated',
    register: OBJECTIONS,
    label: { zh: '重新审查的合议庭是否另行组成', en: 'whether a new panel was formed for the second examination' },
    type: 'text',
    shared: true,
    reads: fixedReads(['panelMembers', 'formerPanelMembers']),
    evaluate: panelRepeated,
  },
  {
    name: 'disposalUnderObjection',
    register: OBJECTIONS,
    label: { zh: '案外人异议期间的处分', en: 'disposal while an outsider objects' },
    type: 'text',
    params: PROTECT,
    reads: fixedReads(
      [
        'receivedDate',
        'decisionDate',
        'decisionServedDate',
        'withdrawnDate',
        'suitAcceptedDate',
        'suitConcludedDate',
        'propertyName',
        'originalEnforcementCaseNo',
        'caseNo',
      ],
      [
        { register: AUCTIONS, fields: ['dealDate', 'propertyName'] },
        { register: SEIZURES, fields: ['disposedDate', 'disposalResult', 'propertyName'] },
        { register: PAYOUTS, fields: ['payoutDate', 'payoutStatus', 'payoutType'] },
      ],
      ['protect'],
    ),
    evaluate: (record, context, params) => {
      const disposal = disposalUnderObjection(record, context, params);
      if (disposal instanceof Unknown) return disposal;
      return disposal === null ? 'none' : disposal.kind;
    },
    describe: (record, context, params) => {
      const disposal = disposalUnderObjection(record, context, params);
      if (disposal instanceof Unknown || disposal === null) return {};
      return { on: disposal.on, object: textOf(disposal.row.values.propertyName) };
    },
    sources: (record, context, params) => {
      const disposal = disposalUnderObjection(record, context, params);
      return disposal instanceof Unknown || disposal === null ? [] : [disposal.row];
    },
  },
];
