import type { RegisterRecord } from '../register/record.ts';
import type { Debtor } from './case-debtors.ts';
import { debtorsOf, isUnitName, names } from './case-debtors.ts';
import { saysNo } from './cells.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { absentColumns, fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { onceForRecord } from './remember.ts';
import type { SharedContext } from './remember.ts';
import { restrictionIssuedOn, restrictsConsumption } from './restriction-order.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

const CASES = 'enforcementCase';
const RESTRICTIONS = 'consumptionRestriction';
const LISTINGS = 'dishonestListing';
const ORDERS = 'reportOrder';
const SANCTIONS = 'judicialSanction';

const RECOGNISED_WORDS = [
  '拒绝报告',
  '拒不报告',
  '虚假报告',
  '虚报',
  '规避',
  '隐匿',
  '转移',
  '抗拒',
  '妨碍',
  '违反限制消费',
];
const REPORTED_BADLY_WORDS = ['拒绝报告', '拒不报告', '拒报', '虚假', '虚报', '逾期未报', '未报告'];

/** Orders of the case that restrict consumption; an order without a day counts as issued. */
function ordersUpTo(record: RegisterRecord, context: SharedContext, day: string): readonly RegisterRecord[] | Unknown {
  const rows = recordsOfCase(record, context, RESTRICTIONS);
  if (rows instanceof Unknown || rows.length === 0) return rows;
  return rows.filter((row) => {
    const issued = restrictionIssuedOn(row);
    return restrictsConsumption(row) && (issued === null || issued <= day);
  });
}

interface Restricted {
  readonly debtors: readonly Debtor[];
  readonly orders: readonly RegisterRecord[];
  readonly closed: string;
}

const restrictedOf = onceForRecord((record, context): Restricted | Unknown => {
  const closed = textOf(record.values.closeDate);
  if (closed === null) return new Unknown('missing', ['closeDate']);
  const orders = ordersUpTo(record, context, closed);
  if (orders instanceof Unknown) return orders;
  const debtors = debtorsOf(record, context);
  if (debtors instanceof Unknown) {
    // Nobody was restricted in the case at all: whoever the debtor is, no order went out.
    return orders.length === 0 ? { debtors: [], orders, closed } : debtors;
  }
  return { debtors: debtors.filter((debtor) => !debtor.gone), orders, closed };
});

function ordersFor(debtor: Debtor, orders: readonly RegisterRecord[]): readonly RegisterRecord[] {
  return orders.filter((order) => names(order, 'restrictedPerson', 'identityNo', debtor));
}

/** Whether an order of another case names one of the debtors: a resumed case goes on under the order of the first one. */
function orderedBefore(debtors: readonly Debtor[], closed: string, context: FactContext): boolean {
  return debtors.some(({ name }) =>
    context.registers.by(RESTRICTIONS, 'restrictedPerson', name).some((order) => {
      const issued = restrictionIssuedOn(order);
      return restrictsConsumption(order) && (issued === null || issued <= closed);
    }),
  );
}

function debtorsWithoutOrder(record: RegisterRecord, context: FactContext): FactResult {
  const restricted = restrictedOf(record, context);
  if (restricted instanceof Unknown) return restricted;
  const { debtors, orders, closed } = restricted;
  if (debtors.length === 0) {
    const known = debtorsOf(record, context);
    return orders.length === 0 && known instanceof Unknown ? ['被执行人'] : [];
  }
  const missing = debtors.filter((debtor) => ordersFor(debtor, orders).length === 0);
  const resumed = (textOf(record.values.caseNo) ?? '').includes('执恢');
  if (resumed && orderedBefore(missing, closed, context)) return new Unknown('missing', [`${RESTRICTIONS}.caseNo`]);
  if (orders.length === 0) return missing.map(({ name }) => name);
  const unplaced = orders.some(
    (order) =>
      !debtors.some((debtor) => names(order, 'restrictedPerson', 'identityNo', debtor)) &&
      textOf(order.values.relatedUnit) === null,
  );
  // An order of the case whose person is nobody we know may be the missing one under a masked or mistyped name.
  return missing.length > 0 && unplaced
    ? new Unknown('missing', [`${RESTRICTIONS}.restrictedPerson`])
    : missing.map(({ name }) => name);
}

/** Debtors of whom every order had been lifted when the case was closed. */
function debtorsLifted(record: RegisterRecord, context: FactContext): FactResult {
  const restricted = restrictedOf(record, context);
  if (restricted instanceof Unknown) return restricted;
  if (restricted.orders.length === 0) return [];
  return restricted.debtors
    .filter((debtor) => {
      const orders = ordersFor(debtor, restricted.orders);
      const lifted = orders.map((order) => textOf(order.values.releasedDate));
      return orders.length > 0 && lifted.every((day) => day !== null && day <= restricted.closed);
    })
    .map(({ name }) => name);
}

/** Units in whose name somebody responsible has no record of his own. */
function unitsWithoutResponsible(record: RegisterRecord, context: FactContext): FactResult {
  const restricted = restrictedOf(record, context);
  if (restricted instanceof Unknown) return restricted;
  if (restricted.orders.length === 0) return [];
  const units = restricted.debtors.filter(
    (debtor) => isUnitName(debtor.name) && ordersFor(debtor, restricted.orders).length > 0,
  );
  if (units.length === 0) return [];
  // One more check, not one that the others wait for: the standard table has no 关联单位, and without it nothing can be said.
  if (absentColumns(context, RESTRICTIONS, ['relatedUnit']) !== null) return [];
  const related = restricted.orders.map((order) => comparableText(textOf(order.values.relatedUnit) ?? ''));
  return units.filter((unit) => !related.includes(unit.name)).map(({ name }) => name);
}

type Dishonesty = 'recognised' | 'suspected' | 'none';

/** Whether the registers show a ground of listing: recognised by a sanction, or only suspected from a property report. */
function dishonestyOf(record: RegisterRecord, context: FactContext): Dishonesty {
  const orders = recordsOfCase(record, context, ORDERS);
  const sanctions = recordsOfCase(record, context, SANCTIONS);
  const closed = textOf(record.values.closeDate) ?? context.asOf;
  if (!(sanctions instanceof Unknown)) {
    const recognised = sanctions.some((each) => {
      const decided = textOf(each.values.fineDate) ?? textOf(each.values.presidentApprovedDate);
      return mentionsAny(textOf(each.values.reason) ?? '', RECOGNISED_WORDS) && (decided === null || decided <= closed);
    });
    if (recognised) return 'recognised';
  }
  if (orders instanceof Unknown) return 'none';
  const sanctioned = orders.some((order) => {
    const sanction = textOf(order.values.sanction);
    return sanction !== null && !saysNo(sanction);
  });
  if (sanctioned) return 'recognised';
  return orders.some((order) => mentionsAny(textOf(order.values.verificationResult) ?? '', REPORTED_BADLY_WORDS))
    ? 'suspected'
    : 'none';
}

/** The ground that was seen while nobody of the case was listed up to its closure; `none` where all is well. */
function unlistedDishonesty(record: RegisterRecord, context: FactContext): FactResult {
  const ground = dishonestyOf(record, context);
  if (ground === 'none') return 'none';
  const debtors = debtorsOf(record, context);
  if (!(debtors instanceof Unknown) && debtors.length > 0 && debtors.every((each) => each.minor || each.gone))
    return 'none';
  const listings = recordsOfCase(record, context, LISTINGS);
  if (listings instanceof Unknown) return listings;
  return listings.length > 0 ? 'none' : ground;
}

function joined(value: FactResult): Readonly<Record<string, string>> {
  return Array.isArray(value) ? { names: value.join('、') } : {};
}

function ordersBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return known(recordsOfCase(record, context, RESTRICTIONS));
}

const CASE_FIELDS = ['caseNo', 'closeDate', 'debtor'] as const;
const RESTRICTION_READS = {
  register: RESTRICTIONS,
  fields: ['caseNo', 'restrictedPerson', 'identityNo', 'restrictionType', 'issuedDate', 'releasedDate'],
} as const;

function debtorList(
  name: string,
  label: FactDefinition['label'],
  evaluate: (record: RegisterRecord, context: FactContext) => FactResult,
): FactDefinition {
  return {
    name,
    register: CASES,
    label,
    type: 'list',
    shared: true,
    reads: fixedReads(CASE_FIELDS, [RESTRICTION_READS, { register: 'caseParty', fields: ['partyName', 'partyRole'] }]),
    evaluate,
    describe: (record, context) => joined(evaluate(record, context)),
    sources: ordersBehind,
  };
}

export const terminationRestrictionFacts: readonly FactDefinition[] = [
  debtorList(
    'debtorsWithoutRestriction',
    { zh: '终本前未发限制消费令的被执行人', en: 'debtors without a restriction order before termination' },
    debtorsWithoutOrder,
  ),
  debtorList(
    'debtorsWithLiftedRestriction',
    { zh: '终本时限制消费已解除的被执行人', en: 'debtors whose restriction had been lifted' },
    debtorsLifted,
  ),
  debtorList(
    'unitsWithoutResponsible',
    { zh: '无责任人员限制记录的单位', en: 'units without a record of a responsible person' },
    unitsWithoutResponsible,
  ),
  {
    name: 'unlistedDishonesty',
    register: CASES,
    label: { zh: '有失信情形而未纳入名单', en: 'ground of dishonesty without a listing' },
    type: 'text',
    shared: true,
    reads: fixedReads(CASE_FIELDS, [
      { register: ORDERS, fields: ['verificationResult', 'sanction'] },
      { register: SANCTIONS, fields: ['reason'] },
      { register: LISTINGS, fields: ['caseNo'] },
    ]),
    evaluate: unlistedDishonesty,
    sources: (record, context) =>
      [ORDERS, SANCTIONS].flatMap((register) => known(recordsOfCase(record, context, register))),
  },
];
