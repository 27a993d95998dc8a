import type { RegisterRecord } from '../register/record.ts';
import { dueDate } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams, FactResult, Limit } from './fact.ts';
import { Unknown } from './fact.ts';
import { absentColumns, fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { upheld } from './party-remedy.ts';
import { sameName } from './same-property.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

const SEIZURES = 'propertySeizure';
const CASES = 'enforcementCase';
const OBJECTIONS = 'objectionReview';

const CURRENT_PROCEDURE_WORDS = ['终结本次执行', '终本'];
/** Ends by which measures go on: they pass to another court, or become those of a suit or a bankruptcy. */
const HANDED_ON_WORDS = ['提级', '指定', '委托', '移送', '破产', '和解', '起诉', '合并'];
const SETTLED_WORDS = ['执行完毕', '履行完毕', '清偿', '撤回申请', '撤销申请', '放弃债权', '放弃执行'];
const ENDED_WORDS = ['终结执行', '不予执行', '驳回申请', '销案'];

type Ground = 'settled' | 'other' | 'none';

interface Ended {
  readonly ground: Ground;
  readonly on: string | null;
}

/** How the case ended, as far as it calls for the release of its measures (查扣冻规定28条). */
function endOf(record: RegisterRecord, context: FactContext): Ended | Unknown {
  const cases = recordsOfCase(record, context, CASES, ['closeMode', 'closeDate']);
  if (cases instanceof Unknown) return cases;
  const [own] = cases;
  if (own === undefined) return new Unknown('missing', [`${CASES}.caseNo`]);
  const { closeMode, closeReason, completionReason, conclusionReason, cancellationReason, closeDate } = own.values;
  const words = [closeMode, closeReason, completionReason, conclusionReason, cancellationReason]
    .map((each) => textOf(each) ?? '')
    .join(' ');
  const on = textOf(closeDate);
  if (on === null || mentionsAny(words, CURRENT_PROCEDURE_WORDS)) return { ground: 'none', on };
  const settled = mentionsAny(words, SETTLED_WORDS);
  if (!settled && mentionsAny(words, HANDED_ON_WORDS)) return { ground: 'none', on };
  if (settled) return { ground: 'settled', on };
  return { ground: mentionsAny(words, ENDED_WORDS) ? 'other' : 'none', on };
}

interface Upheld {
  readonly row: RegisterRecord;
  /** Last day on which the preservation applicant could sue. */
  readonly until: string;
}

function periodEnd(row: RegisterRecord, context: FactContext, period: Limit): string | null | Unknown {
  const served = textOf(row.values.decisionServedDate);
  if (served === null || upheld(row) !== true) return null;
  if (row.values.suitAcceptedDate === undefined) return new Unknown('missing', [`${OBJECTIONS}.suitAcceptedDate`]);
  if (textOf(row.values.suitAcceptedDate) !== null) return null;
  return dueDate(served, period, context.calendar) ?? new Unknown('calendar-not-covered', []);
}

/** The upheld objection of an outsider to this property against which nobody sued in time; `null` where there is none. */
function upheldObjection(record: RegisterRecord, context: FactContext, params: FactParams): Upheld | null | Unknown {
  const absent = absentColumns(context, OBJECTIONS, ['objectionType', 'decisionResult', 'propertyName']);
  if (absent !== null) return absent;
  const period = context.limit(String(params.period), record);
  if (period instanceof Unknown) return period;
  const name = comparableText(textOf(record.values.propertyName) ?? '');
  const { registers } = context;
  const rows = new Set([
    ...registers.by(OBJECTIONS, 'originalEnforcementCaseNo', record.values.caseNo),
    ...registers.by(OBJECTIONS, 'caseNo', record.values.caseNo),
  ]);
  for (const row of rows) {
    const outsider = mentionsAny(textOf(row.values.objectionType) ?? '', ['案外人']);
    if (!outsider || !sameName(name, comparableText(textOf(row.values.propertyName) ?? ''))) continue;
    const until = periodEnd(row, context, period);
    if (until instanceof Unknown) return until;
    if (until !== null) return { row, until };
  }
  return null;
}

const CASE_READS = { register: CASES, fields: ['closeMode', 'closeDate', 'closeReason', 'conclusionReason'] } as const;

/** Facts about measures whose ground is gone. */
export const seizureReleaseFacts: readonly FactDefinition[] = [
  {
    name: 'releaseGround',
    register: SEIZURES,
    label: { zh: '应当解除措施的结案事由', en: 'end of the case that calls for release' },
    type: 'text',
    shared: true,
    reads: fixedReads(['caseNo'], [CASE_READS]),
    evaluate: (record, context): FactResult => {
      const end = endOf(record, context);
      return end instanceof Unknown ? end : end.ground;
    },
    sources: (record, context) => known(recordsOfCase(record, context, CASES)),
  },
  {
    name: 'caseEndedOn',
    register: SEIZURES,
    label: { zh: '本案结案日', en: 'day on which the case was closed' },
    type: 'date',
    shared: true,
    reads: fixedReads(['caseNo'], [CASE_READS]),
    evaluate: (record, context): FactResult => {
      const end = endOf(record, context);
      return end instanceof Unknown ? end : end.on;
    },
  },
  {
    name: 'outsiderSuitPeriodEnd',
    register: SEIZURES,
    label: {
      zh: '案外人异议成立后起诉期限届满日',
      en: 'end of the time to sue after an outsider’s objection was upheld',
    },
    type: 'date',
    params: { period: { kind: 'limit' } },
    reads: fixedReads(
      ['caseNo', 'propertyName'],
      [
        {
          register: OBJECTIONS,
          fields: ['objectionType', 'propertyName', 'decisionResult', 'decisionServedDate', 'suitAcceptedDate'],
        },
      ],
      ['period'],
    ),
    evaluate: (record, context, params) => {
      const objection = upheldObjection(record, context, params);
      return objection instanceof Unknown ? objection : (objection?.until ?? null);
    },
    sources: (record, context, params) => {
      const objection = upheldObjection(record, context, params);
      return objection instanceof Unknown || objection === null ? [] : [objection.row];
    },
  },
];
