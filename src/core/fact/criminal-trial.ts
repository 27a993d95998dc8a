import type { RegisterRecord } from '../register/record.ts';
import { answer, dateOf, textOf } from './cells.ts';
import type { Interval, RunVerdict, TermRun } from './criminal-term.ts';
import { judgeRun } from './criminal-term.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';

/** Facts on criminal trials at first instance (刑事诉讼法 206, 208, 212, 220, 225; 刑事诉讼法解释 202, 210, 211). */
const REGISTER = 'criminalTrial';
const SUSPENSIONS = [
  ['suspendedFrom', 'suspendedUntil'],
  ['appraisalStart', 'appraisalEnd'],
] as const;

/** 简易转普通: the ordinary procedure, counted from the day of the decision: the reading that does not accuse. */
const CONVERTED = /转[为成]?普通/u;

function isConverted(record: RegisterRecord): boolean {
  return CONVERTED.test(textOf(record, 'procedure'));
}

/** The runs of the trial: it starts anew after supplementary investigation or a change of jurisdiction. */
function runsOf(record: RegisterRecord, accepted: string): readonly TermRun[] | Unknown {
  const contradictory = new Unknown('missing', ['acceptedDate', 'judgedDate']);
  const judged = dateOf(record, 'judgedDate');
  if (judged === undefined) return new Unknown('missing', ['judgedDate']);
  const restarted = dateOf(record, 'restartedDate');
  const supplement = dateOf(record, 'supplementStart');
  const resumed = dateOf(record, 'supplementEnd');
  const runs: TermRun[] = [];
  let start = accepted;
  if (typeof supplement === 'string') {
    if (supplement < accepted || (typeof resumed === 'string' && resumed < supplement)) return contradictory;
    runs.push({ start: accepted, end: supplement });
    if (typeof resumed !== 'string') return judged === null ? runs : new Unknown('missing', ['supplementEnd']);
    start = resumed;
  }
  // The court that had the case before a change of jurisdiction is not this record's.
  const current = typeof restarted === 'string' && restarted > start ? restarted : start;
  const kept = current === start ? runs : [];
  if (judged !== null && judged < current) return contradictory;
  return [...kept, { start: current, end: judged }];
}

interface Judged {
  readonly run: TermRun;
  readonly verdict: RunVerdict;
}

function judge(record: RegisterRecord, context: FactContext, params: FactParams): readonly Judged[] | Unknown {
  const accepted = dateOf(record, 'acceptedDate');
  if (typeof accepted !== 'string') return new Unknown('missing', ['acceptedDate']);
  const limit = context.limit(String(params.limit), record);
  if (limit instanceof Unknown) return limit;
  const extension = typeof params.extension === 'string' ? context.limit(params.extension, record) : undefined;
  if (extension instanceof Unknown) return extension;
  const suspended: Interval[] = [];
  for (const [startField, endField] of SUSPENSIONS) {
    const start = dateOf(record, startField);
    if (typeof start === 'string') suspended.push({ start, end: dateOf(record, endField) ?? null });
  }
  const runs = runsOf(record, accepted);
  if (runs instanceof Unknown) return runs;
  const inCustody = record.values.inCustody === true;
  const judged: Judged[] = [];
  for (const run of runs) {
    const verdict = judgeRun(run, { limit, extension, inCustody, monthEndToMonthEnd: true, suspended }, context);
    if (verdict instanceof Unknown) return verdict;
    judged.push({ run, verdict });
  }
  // The day of conversion starts the term anew; where it is not on record, what was counted may be too long.
  const conversionUnknown = isConverted(record) && typeof dateOf(record, 'restartedDate') !== 'string';
  return conversionUnknown && judged.some(({ verdict }) => verdict.late === true)
    ? new Unknown('missing', ['restartedDate'])
    : judged;
}

/** Whether any run of the trial was longer than the term; pending while the last is open and inside it. */
const trialOverdue: FactDefinition = {
  name: 'trialOverdue',
  register: REGISTER,
  label: { zh: '审理超期', en: 'trial overdue' },
  type: 'boolean',
  params: { limit: { kind: 'limit' }, extension: { kind: 'limit', optional: true } },
  reads: fixedReads(
    [
      'acceptedDate',
      'judgedDate',
      'inCustody',
      'procedure',
      'restartedDate',
      'supplementStart',
      'supplementEnd',
      ...SUSPENSIONS.flat(),
    ],
    [],
    ['limit', 'extension'],
  ),
  evaluate: (record, context, params): FactResult => {
    const judged = judge(record, context, params);
    if (judged instanceof Unknown) return judged;
    if (judged.some(({ verdict }) => verdict.late === true)) return true;
    const open = judged.find(({ verdict }) => verdict.open);
    if (open !== undefined) context.notePending(open.verdict.due);
    else if (record.values.judgedDate === null) context.notePending(context.asOf);
    return false;
  },
  describe: (record, context, params) => {
    const judged = judge(record, context, params);
    if (judged instanceof Unknown) return {};
    const late = judged.find(({ verdict }) => verdict.late === true);
    return late === undefined ? {} : { from: late.run.start, due: late.verdict.due, days: late.verdict.days };
  },
};

/** Which procedure the trial is in; blank counts as ordinary, and so does a trial converted to it. */
const trialProcedure: FactDefinition = {
  name: 'trialProcedure',
  register: REGISTER,
  label: { zh: '审理程序', en: 'procedure of the trial' },
  type: 'text',
  shared: true,
  reads: fixedReads(['procedure']),
  evaluate: (record): FactResult => {
    const written = textOf(record, 'procedure');
    return written === '' || isConverted(record) ? '普通程序' : written;
  },
};

/** Whether an extension was approved: a day, an approving organ, or words; unknown where no such column was handed over. */
function approvalFact(name: string, label: FactDefinition['label'], fields: readonly string[]): FactDefinition {
  return {
    name,
    register: REGISTER,
    label,
    type: 'boolean',
    shared: true,
    reads: fixedReads(fields),
    evaluate: (record): FactResult => {
      const answers = fields.map((field) => answer(record, field));
      if (answers.includes('yes')) return true;
      return answers.every((each) => each === 'unknown') ? new Unknown('missing', fields) : false;
    },
  };
}

export const criminalTrialFacts: readonly FactDefinition[] = [
  trialOverdue,
  trialProcedure,
  approvalFact('trialExtensionApproved', { zh: '延长审限已获批准', en: 'extension of the trial approved' }, [
    'extensionApproval',
    'extensionApprovedDate',
    'extensionApprovedBy',
  ]),
  approvalFact('supremeExtensionApproved', { zh: '最高法批准再延长', en: 'further extension approved by the SPC' }, [
    'supremeExtensionApproval',
  ]),
];
