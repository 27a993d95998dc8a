import type { RegisterRecord } from '../register/record.ts';
import { dateOf } from './cells.ts';
import type { CriminalTerm, Interval, RunVerdict, TermRun } from './criminal-term.ts';
import { judgeRun } from './criminal-term.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known } from './neighbours.ts';
import { comparableText } from './text.ts';

/** Facts on 审查起诉: the term starts anew after each return for supplementary investigation (刑事诉讼法 172, 175). */
const REGISTER = 'prosecutionReview';
const RETURN_FIELDS = [
  ['firstSupplementStart', 'firstSupplementEnd'],
  ['secondSupplementStart', 'secondSupplementEnd'],
] as const;
const DATE_IN_TEXT = /(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})/gu;

/** Start and end of each return as written in one cell: 2026-02-01至2026-03-01；…; a last date without a partner is open. */
function spansOf(text: string): readonly Interval[] {
  const days = [...comparableText(text).matchAll(DATE_IN_TEXT)].map(
    ([, year = '', month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  const spans: Interval[] = [];
  for (let index = 0; index < days.length; index += 2) {
    spans.push({ start: days[index] ?? '', end: days[index + 1] ?? null });
  }
  return spans;
}

/** The returns on record, in order; unknown where the number of returns says that some are not. */
function returnsOf(record: RegisterRecord): readonly Interval[] | Unknown {
  const missing = new Unknown('missing', ['supplementCount', 'supplementSpans', 'firstSupplementStart']);
  const count = record.values.supplementCount;
  const spans = record.values.supplementSpans;
  const intervals: Interval[] = [];
  for (const [startField, endField] of RETURN_FIELDS) {
    const start = dateOf(record, startField);
    const end = dateOf(record, endField);
    if (typeof start === 'string') intervals.push({ start, end: end ?? null });
    else if (typeof end === 'string') return missing;
  }
  if (intervals.length === 0 && typeof spans === 'string') intervals.push(...spansOf(spans));
  if (typeof count === 'number') return count > intervals.length ? missing : intervals;
  const nothingSaid = [count, spans, record.values.firstSupplementStart].every((value) => value === undefined);
  return intervals.length === 0 && nothingSaid ? missing : intervals;
}

/** The stretches in which the procuratorate had the case; unknown where the dates contradict one another. */
function runsOf(record: RegisterRecord, received: string, returns: readonly Interval[]): readonly TermRun[] | Unknown {
  const contradictory = new Unknown('missing', ['receivedDate', 'decidedDate', 'firstSupplementStart']);
  const changed = dateOf(record, 'jurisdictionChangedDate');
  let start: string | null = typeof changed === 'string' && changed > received ? changed : received;
  const runs: TermRun[] = [];
  for (const each of returns) {
    if (start === null || each.start < start || (each.end !== null && each.end < each.start)) return contradictory;
    runs.push({ start, end: each.start });
    start = each.end;
  }
  const decided = dateOf(record, 'decidedDate');
  if (decided === undefined) return new Unknown('missing', ['decidedDate']);
  // Still with the police on the day that decides: the term does not run.
  if (start === null) return decided === null ? runs : contradictory;
  if (decided !== null && decided < start) return contradictory;
  return [...runs, { start, end: decided }];
}

interface Judged {
  readonly run: TermRun;
  readonly verdict: RunVerdict;
}

function judge(record: RegisterRecord, context: FactContext, params: FactParams): readonly Judged[] | Unknown {
  const received = dateOf(record, 'receivedDate');
  if (typeof received !== 'string') return new Unknown('missing', ['receivedDate']);
  const limit = context.limit(String(params.limit), record);
  if (limit instanceof Unknown) return limit;
  const extension = typeof params.extension === 'string' ? context.limit(params.extension, record) : undefined;
  if (extension instanceof Unknown) return extension;
  const appraisal = dateOf(record, 'appraisalStart');
  const term: CriminalTerm = {
    limit,
    extension,
    inCustody: record.values.inCustody === true,
    monthEndToMonthEnd: false,
    suspended: typeof appraisal === 'string' ? [{ start: appraisal, end: dateOf(record, 'appraisalEnd') ?? null }] : [],
  };
  const returns = returnsOf(record);
  const runs = runsOf(record, received, known(returns));
  if (runs instanceof Unknown) return runs;
  const judged: Judged[] = [];
  for (const run of runs) {
    const verdict = judgeRun(run, term, context);
    if (verdict instanceof Unknown) return verdict;
    judged.push({ run, verdict });
  }
  // Returns that the register does not show could only shorten what was counted.
  return returns instanceof Unknown && judged.some(({ verdict }) => verdict.late === true) ? returns : judged;
}

/** Whether any run of the review was longer than the term; pending while the last is open and inside it. */
const prosecutionReviewOverdue: FactDefinition = {
  name: 'prosecutionReviewOverdue',
  register: REGISTER,
  label: { zh: '审查起诉超期', en: 'review for prosecution overdue' },
  type: 'boolean',
  params: { limit: { kind: 'limit' }, extension: { kind: 'limit', optional: true } },
  reads: (params) =>
    fixedReads(
      [
        'receivedDate',
        'decidedDate',
        'inCustody',
        'supplementCount',
        'supplementSpans',
        ...RETURN_FIELDS.flat(),
        'jurisdictionChangedDate',
        'appraisalStart',
        'appraisalEnd',
      ],
      [],
      ['limit', 'extension'],
    )(params),
  evaluate: (record, context, params): FactResult => {
    const judged = judge(record, context, params);
    if (judged instanceof Unknown) return judged;
    if (judged.some(({ verdict }) => verdict.late === true)) return true;
    const open = judged.find(({ verdict }) => verdict.open);
    if (open !== undefined) context.notePending(open.verdict.due);
    else if (record.values.decidedDate === null) context.notePending(context.asOf);
    return false;
  },
  describe: (record, context, params) => {
    const judged = judge(record, context, params);
    if (judged instanceof Unknown) return {};
    const late = judged.find(({ verdict }) => verdict.late === true);
    return late === undefined ? {} : { from: late.run.start, due: late.verdict.due, days: late.verdict.days };
  },
};

export const prosecutionReviewFacts: readonly FactDefinition[] = [prosecutionReviewOverdue];
