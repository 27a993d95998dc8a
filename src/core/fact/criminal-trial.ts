import type { FieldId, RegisterId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import { answer, dateOf, textOf } from './cells.ts';
import type { Interval, RunVerdict, TermRun } from './criminal-term.ts';
import { judgeRun } from './criminal-term.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';

/**
 * Facts on criminal trials at first instance (刑事诉讼法 206, 208, 212, 220, 225; 刑事诉讼法解释 202, 210, 211), for the two
 * registers that tell of trials: the table of criminal trials and the table of private prosecutions.
 */
interface TrialTable {
  readonly register: RegisterId;
  /** What the names of its facts begin with; facts are known by name whatever their register. */
  readonly prefix: string;
  /** Day on which the term starts; blank where the record shows no trial. */
  readonly accepted: (record: RegisterRecord) => FactResult;
  readonly acceptedFields: readonly FieldId[];
  /** Columns on supplementary investigation, which a private prosecution does not know. */
  readonly supplement: readonly FieldId[];
}
const SUSPENSIONS = [
  ['suspendedFrom', 'suspendedUntil'],
  ['appraisalStart', 'appraisalEnd'],
] as const;

const TERM_FIELDS = ['judgedDate', 'inCustody', 'procedure', 'restartedDate', ...SUSPENSIONS.flat()];

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

function judge(
  table: TrialTable,
  record: RegisterRecord,
  context: FactContext,
  params: FactParams,
): readonly Judged[] | Unknown {
  const accepted = table.accepted(record);
  if (typeof accepted !== 'string') return new Unknown('missing', table.acceptedFields);
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

/** The name of a fact for a table: `trialOverdue`, `privateTrialOverdue`. */
function named(table: TrialTable, name: string): string {
  return table.prefix === '' ? name : `${table.prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Whether any run of the trial was longer than the term; pending while the last is open and inside it. */
function overdueFact(table: TrialTable): FactDefinition {
  return {
    name: named(table, 'trialOverdue'),
    register: table.register,
    label: { zh: '审理超期', en: 'trial overdue' },
    type: 'boolean',
    params: { limit: { kind: 'limit' }, extension: { kind: 'limit', optional: true } },
    reads: fixedReads([...table.acceptedFields, ...TERM_FIELDS, ...table.supplement], [], ['limit', 'extension']),
    evaluate: (record, context, params): FactResult => {
      const judged = judge(table, record, context, params);
      if (judged instanceof Unknown) return judged;
      if (judged.some(({ verdict }) => verdict.late === true)) return true;
      const open = judged.find(({ verdict }) => verdict.open);
      if (open !== undefined) context.notePending(open.verdict.due);
      else if (record.values.judgedDate === null) context.notePending(context.asOf);
      return false;
    },
    describe: (record, context, params) => {
      const judged = judge(table, record, context, params);
      if (judged instanceof Unknown) return {};
      const late = judged.find(({ verdict }) => verdict.late === true);
      return late === undefined ? {} : { from: late.run.start, due: late.verdict.due, days: late.verdict.days };
    },
  };
}

/** Which procedure the trial is in; blank counts as ordinary, and so does a trial converted to it. */
function procedureFact(table: TrialTable): FactDefinition {
  return {
    name: named(table, 'trialProcedure'),
    register: table.register,
    label: { zh: '审理程序', en: 'procedure of the trial' },
    type: 'text',
    shared: true,
    reads: fixedReads(['procedure']),
    evaluate: (record): FactResult => {
      const written = textOf(record, 'procedure');
      return written === '' || isConverted(record) ? '普通程序' : written;
    },
  };
}

const EXTENSION_FIELDS = ['extensionApproval', 'extensionApprovedDate', 'extensionApprovedBy'];

/** Whether an extension was approved: a day, an approving organ, or words; unknown where no such column was handed over. */
function approvalFact(
  register: RegisterId,
  name: string,
  label: FactDefinition['label'],
  fields: readonly string[],
): FactDefinition {
  return {
    name,
    register,
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

function extensionFact(table: TrialTable): FactDefinition {
  const label = { zh: '延长审限已获批准', en: 'extension of the trial approved' };
  return approvalFact(table.register, named(table, 'trialExtensionApproved'), label, EXTENSION_FIELDS);
}

const TRIALS: TrialTable = {
  register: 'criminalTrial',
  prefix: '',
  accepted: (record) => dateOf(record, 'acceptedDate') ?? null,
  acceptedFields: ['acceptedDate'],
  supplement: ['supplementStart', 'supplementEnd'],
};

const NOT_FILED = /不予受理|不受理|不予立案|不立案|驳回|撤回|退回/u;

/**
 * A private prosecution is tried from its acceptance; where the table has one column for 立案 and 不予受理, from that day, if
 * the row shows that it was accepted: by a judgment, or by its result.
 */
const PRIVATE: TrialTable = {
  register: 'privateProsecution',
  prefix: 'private',
  accepted: (record) => {
    const accepted = dateOf(record, 'acceptedDate');
    if (typeof accepted === 'string') return accepted;
    const { judgedDate } = record.values;
    if (judgedDate === undefined) return null;
    const result = textOf(record, 'filingResult');
    const filed = typeof judgedDate === 'string' || (/立案|受理/u.test(result) && !NOT_FILED.test(result));
    return filed ? (dateOf(record, 'filingDecidedDate') ?? null) : null;
  },
  acceptedFields: ['acceptedDate', 'filingDecidedDate'],
  supplement: [],
};

/** Day on which the trial of a private prosecution began; blank where the row shows none. */
const privateTrialStart: FactDefinition = {
  name: 'privateTrialStart',
  register: PRIVATE.register,
  label: { zh: '自诉案件受理日', en: 'day on which a private prosecution was accepted' },
  type: 'date',
  shared: true,
  reads: fixedReads([...PRIVATE.acceptedFields, 'judgedDate', 'filingResult']),
  evaluate: PRIVATE.accepted,
};

export const criminalTrialFacts: readonly FactDefinition[] = [
  ...[TRIALS, PRIVATE].flatMap((table) => [overdueFact(table), procedureFact(table), extensionFact(table)]),
  approvalFact(
    TRIALS.register,
    'supremeExtensionApproved',
    { zh: '最高法批准再延长', en: 'further extension approved by the SPC' },
    ['supremeExtensionApproval'],
  ),
  privateTrialStart,
];
