import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { fixedReads, known, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { ownCase } from './own-case.ts';
import type { SharedContext } from './remember.ts';
import { recordsOfProperty, sameName } from './same-property.ts';
import { remainingClaim, seizedOn } from './seized-value.ts';
import { isExempt, isScreenedOut, isSettled, isSmall } from './asset-state.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

/** Facts on property that was found and has to be put under control promptly (法释〔2017〕8号2条、执行规定24条). */
const ASSETS = 'foundProperty';
const CASES = 'enforcementCase';
const SEIZURES = 'propertySeizure';
const QUERIES = 'networkQuery';
const OBJECTIONS = 'objectionReview';
const BANKRUPTCIES = 'bankruptcyTransfer';

const CONTROL_WORDS = ['控制', '冻结', '查封', '扣划', '扣押'];
const SETTLEMENT_WORDS = ['履行中', '分期', '正常履行', '和解'];

/** The case of the property; unknown where it is not in the table. */
const caseOf = ownCase(['closeDate']);

/** Neither disposed of, explained, exempt, small nor screened out. */
function controllable(record: RegisterRecord, context: FactContext): FactResult {
  if (isSettled(record) || isExempt(record) || isScreenedOut(record)) return false;
  const own = caseOf(record, context);
  if (isSmall(record, own instanceof Unknown ? record : own)) return false;
  return record.values.unenforceableReason === undefined ? new Unknown('missing', ['unenforceableReason']) : true;
}

/** A request to freeze in the online system from the day of finding on: it may be about this property. */
function askedForControl(record: RegisterRecord, context: SharedContext): boolean {
  const found = textOf(record.values.foundDate);
  const rows = recordsOfCase(record, context, QUERIES);
  if (rows instanceof Unknown || found === null) return false;
  return rows.some(({ values }) => {
    const type = textOf(values.requestType) ?? '';
    const at = textOf(values.requestedAt);
    return (type === '2' || mentionsAny(type, CONTROL_WORDS)) && (at === null || dayOf(at) >= found);
  });
}

/**
 * First day of control, by the property's own column or the register of seizures; a waiting seal is control, too. Unknown
 * where a seizure of the case may be of this property under another name, or the online system was asked for control.
 */
function controlledOn(record: RegisterRecord, context: FactContext): FactResult {
  const own = textOf(record.values.controlledDate);
  const seizures = recordsOfProperty(record, context, SEIZURES);
  const days = known(seizures).map(({ values }) => textOf(values.effectiveDate));
  const [first] = [own, ...days].filter((day) => day !== null).sort();
  if (first !== undefined) return first;
  if (seizures instanceof Unknown) return seizures;
  if (seizures.length > 0) return new Unknown('missing', [`${SEIZURES}.effectiveDate`]);
  return askedForControl(record, context) ? new Unknown('missing', ['controlledDate']) : null;
}

/** Values of the other property of the case that was found and controlled up to the day, where its amount is told. */
function otherControlled(record: RegisterRecord, context: FactContext, day: string): number {
  return context.registers
    .by(ASSETS, 'caseNo', record.values.caseNo)
    .filter((each) => each !== record && (textOf(each.values.controlledDate) ?? '9999') <= day)
    .reduce((sum, each) => sum + (numberOf(each.values.amount) ?? 0), 0);
}

/** Whether other property under control covered what is left of the claim, so that no more could be seized (查扣冻规定19条). */
function sufficient(record: RegisterRecord, context: FactContext): FactResult {
  const own = caseOf(record, context);
  if (own instanceof Unknown) return own;
  const claim = remainingClaim(own);
  if (claim === null) return new Unknown('missing', [`${CASES}.claimAmount`]);
  const controlled = controlledOn(record, context);
  const day = typeof controlled === 'string' ? controlled : context.asOf;
  if (otherControlled(record, context, day) >= claim) return true;
  const seizures = recordsOfCase(record, context, SEIZURES);
  if (seizures instanceof Unknown) return seizures;
  const name = comparableText(textOf(record.values.propertyName) ?? '');
  const others = seizedOn(seizures, day).filter(
    ({ row }) => !sameName(name, comparableText(textOf(row.values.propertyName) ?? '')),
  );
  const value = others.reduce((sum, item) => sum + (item.value ?? 0), 0);
  if (value >= claim) return true;
  return others.some((item) => item.value === null) ? new Unknown('missing', [`${SEIZURES}.appraisedValue`]) : false;
}

/** A bankruptcy of the debtor, an outsider's objection to this property, or a settlement that is being performed. */
function hindered(record: RegisterRecord, context: FactContext): FactResult {
  const bankruptcies = recordsOfCase(record, context, BANKRUPTCIES);
  const accepted = (row: RegisterRecord): boolean => textOf(row.values.bankruptcyAcceptedDate) !== null;
  if (!(bankruptcies instanceof Unknown) && bankruptcies.some(accepted)) return true;
  const own = caseOf(record, context);
  if (!(own instanceof Unknown) && mentionsAny(textOf(own.values.settlementStatus) ?? '', SETTLEMENT_WORDS))
    return true;
  const objections = context.registers.by(OBJECTIONS, 'originalEnforcementCaseNo', record.values.caseNo);
  const name = comparableText(textOf(record.values.propertyName) ?? '');
  const disputed = objections.some(
    ({ values }) =>
      mentionsAny(textOf(values.objectionType) ?? '', ['案外人']) &&
      sameName(name, comparableText(textOf(values.propertyName) ?? '')),
  );
  if (disputed) return true;
  const unasked = [BANKRUPTCIES, OBJECTIONS].filter((register) => !context.registers.has(register));
  return unasked.length > 0 ? new Unknown('register-absent', unasked) : false;
}

const SEIZURE_READS = {
  register: SEIZURES,
  fields: ['propertyName', 'effectiveDate', 'releasedDate', 'appraisedValue', 'frozenAmount', 'seizureRank'],
} as const;
const CLAIM_READS = { register: CASES, fields: ['closeDate', 'claimAmount', 'remainAmount', 'paidAmount'] } as const;

export const foundPropertyFacts: readonly FactDefinition[] = [
  {
    name: 'assetControllable',
    register: ASSETS,
    label: { zh: '财产可以控制', en: 'the property can be put under control' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'propertyType', 'propertyName', 'amount', 'screeningResult', 'unenforceableReason', 'disposalResult'],
      [CLAIM_READS],
    ),
    evaluate: controllable,
  },
  {
    name: 'assetControlledOn',
    register: ASSETS,
    label: { zh: '财产控制日', en: 'day of control of the property' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'propertyName', 'controlledDate', 'foundDate'],
      [SEIZURE_READS, { register: QUERIES, fields: ['requestType', 'requestedAt'] }],
    ),
    evaluate: controlledOn,
    sources: (record, context) => known(recordsOfProperty(record, context, SEIZURES)),
  },
  {
    name: 'controlSuffices',
    register: ASSETS,
    label: { zh: '其他已控财产足以清偿', en: 'other property under control covers the claim' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'propertyName', 'controlledDate'], [CLAIM_READS, SEIZURE_READS]),
    evaluate: sufficient,
  },
  {
    name: 'foundInOpenCase',
    register: ASSETS,
    label: { zh: '所涉案件未结', en: 'the case is open' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo'], [CLAIM_READS]),
    evaluate: (record, context) => {
      const own = caseOf(record, context);
      return own instanceof Unknown ? own : textOf(own.values.closeDate) === null;
    },
  },
  {
    name: 'controlHindered',
    register: ASSETS,
    label: { zh: '破产受理、案外人异议或者和解履行', en: 'bankruptcy, an outsider’s objection or a settlement' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'propertyName'],
      [
        { register: BANKRUPTCIES, fields: ['bankruptcyAcceptedDate'] },
        { register: OBJECTIONS, fields: ['originalEnforcementCaseNo', 'objectionType', 'propertyName'] },
        { register: CASES, fields: ['settlementStatus'] },
      ],
    ),
    evaluate: hindered,
  },
];
