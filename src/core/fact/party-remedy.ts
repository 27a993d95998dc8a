import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { absentColumns, fixedReads, known, textOf } from './neighbours.ts';
import { enforcementCaseNo, wasDisposed } from './objection.ts';
import { onceForRecord } from './remember.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

const OBJECTIONS = 'objectionReview';
const CASES = 'enforcementCase';
const SEIZURES = 'propertySeizure';
const STAYS = 'enforcementStay';

interface Period {
  readonly from: string;
  readonly to: string;
}

/** While a reconsideration or an action of the party that was added is open, up to the as-of day where it has no end. */
function remedyPeriods({ values }: RegisterRecord, asOf: string): readonly Period[] {
  const review = textOf(values.reviewReceivedDate) ?? textOf(values.reviewFiledDate);
  const suit = textOf(values.suitAcceptedDate);
  return [
    ...(review === null ? [] : [{ from: review, to: textOf(values.reviewDecisionDate) ?? asOf }]),
    ...(suit === null ? [] : [{ from: suit, to: textOf(values.suitConcludedDate) ?? asOf }]),
  ];
}

/** Property of the added party that was disposed of while their remedy was open; unknown without the seizure register. */
const disposedMeanwhile = onceForRecord((record, context): readonly RegisterRecord[] | Unknown => {
  const added = comparableText(textOf(record.values.addedParty) ?? '');
  if (added === '') return new Unknown('missing', ['addedParty']);
  const caseNo = enforcementCaseNo(record);
  if (caseNo === null) return new Unknown('missing', ['originalEnforcementCaseNo']);
  const absent = absentColumns(context, SEIZURES, ['caseNo', 'disposedDate', 'debtor']);
  if (absent !== null) return absent;
  const periods = remedyPeriods(record, context.asOf);
  return context.registers.by(SEIZURES, 'caseNo', caseNo).filter((row) => {
    const on = textOf(row.values.disposedDate);
    const owner = comparableText(textOf(row.values.debtor) ?? '');
    return on !== null && owner === added && wasDisposed(row) && periods.some(({ from, to }) => on >= from && on <= to);
  });
});

/** Whether the case objected to is still open; unknown where it is not in the table. */
function originalCaseOpen(record: RegisterRecord, context: FactContext): FactResult {
  const absent = absentColumns(context, CASES, ['caseNo', 'closeDate']);
  if (absent !== null) return absent;
  const cases = context.registers.by(CASES, 'caseNo', enforcementCaseNo(record));
  if (cases.length === 0) return new Unknown('missing', [`${CASES}.caseNo`]);
  return cases.every((each) => each.values.closeDate === null);
}

const JURISDICTION = /管辖权?异议/u;

/** Stays of the case whose ground names the objection to jurisdiction, begun while it was examined. */
const jurisdictionStays = onceForRecord((record, context): readonly RegisterRecord[] | Unknown => {
  const received = textOf(record.values.receivedDate);
  if (received === null) return new Unknown('missing', ['receivedDate']);
  const absent = absentColumns(context, STAYS, ['caseNo', 'stayKind', 'stayStartDate']);
  if (absent !== null) return absent;
  const end = textOf(record.values.reviewDecisionDate) ?? textOf(record.values.decisionDate) ?? context.asOf;
  return context.registers.by(STAYS, 'caseNo', enforcementCaseNo(record)).filter(({ values }) => {
    const from = textOf(values.stayStartDate);
    const ground = [values.stayKind, values.remark].map((each) => comparableText(textOf(each) ?? '')).join(' ');
    return from !== null && from >= received && from <= end && JURISDICTION.test(ground);
  });
});

const REFUSED_WORDS = ['不成立', '驳回', '不支持', '不予', '撤回'];
const UPHELD_WORDS = ['成立', '支持', '移送', '撤销执行案件', '中止对'];

/** Whether the result of an objection says that it was upheld; unknown without the column. */
export function upheld(record: RegisterRecord): FactResult {
  if (record.values.decisionResult === undefined) return new Unknown('missing', ['decisionResult']);
  const result = textOf(record.values.decisionResult) ?? '';
  return mentionsAny(result, UPHELD_WORDS) && !mentionsAny(result, REFUSED_WORDS);
}

/** Remedies against being added as a party, and objections to jurisdiction. */
export const partyRemedyFacts: readonly FactDefinition[] = [
  {
    name: 'disposedDuringRemedy',
    register: OBJECTIONS,
    label: { zh: '复议、诉讼期间处分被追加人财产', en: 'property of the added party disposed of during a remedy' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      [
        'addedParty',
        'originalEnforcementCaseNo',
        'caseNo',
        'reviewReceivedDate',
        'reviewFiledDate',
        'reviewDecisionDate',
        'suitAcceptedDate',
        'suitConcludedDate',
      ],
      [{ register: SEIZURES, fields: ['debtor', 'disposedDate', 'disposalResult', 'propertyName'] }],
    ),
    evaluate: (record, context) => {
      const disposed = disposedMeanwhile(record, context);
      return disposed instanceof Unknown ? disposed : disposed.length > 0;
    },
    describe: (record, context) => {
      const disposed = disposedMeanwhile(record, context);
      const [first] = known(disposed);
      if (first === undefined) return {};
      return { on: textOf(first.values.disposedDate), property: textOf(first.values.propertyName) };
    },
    sources: (record, context) => known(disposedMeanwhile(record, context)),
  },
  {
    name: 'objectionUpheld',
    register: OBJECTIONS,
    label: { zh: '异议成立', en: 'the objection was upheld' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['decisionResult']),
    evaluate: upheld,
  },
  {
    name: 'originalCaseOpen',
    register: OBJECTIONS,
    label: { zh: '原执行案件尚未结案', en: 'the enforcement case is still open' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['originalEnforcementCaseNo', 'caseNo'], [{ register: CASES, fields: ['closeDate'] }]),
    evaluate: originalCaseOpen,
    sources: (record, context) => context.registers.by(CASES, 'caseNo', enforcementCaseNo(record)),
  },
  {
    name: 'stayedForJurisdiction',
    register: OBJECTIONS,
    label: { zh: '因管辖权异议停止执行', en: 'enforcement stayed because of the objection to jurisdiction' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['receivedDate', 'decisionDate', 'reviewDecisionDate', 'originalEnforcementCaseNo', 'caseNo'],
      [{ register: STAYS, fields: ['stayKind', 'stayStartDate', 'remark'] }],
    ),
    evaluate: (record, context) => {
      const stays = jurisdictionStays(record, context);
      return stays instanceof Unknown ? stays : stays.length > 0;
    },
    describe: (record, context) => {
      const stays = jurisdictionStays(record, context);
      const [first] = known(stays);
      return first === undefined ? {} : { on: textOf(first.values.stayStartDate), kind: textOf(first.values.stayKind) };
    },
    sources: (record, context) => known(jurisdictionStays(record, context)),
  },
];
