import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { fixedReads, recordsOfCase, textOf } from './neighbours.ts';
import { onceForRecord } from './remember.ts';
import { comparableText } from './text.ts';
import { mentionsAny, namesIn } from './words.ts';

const CASES = 'enforcementCase';
const INTERVIEWS = 'applicantInterview';
const SERVICE = 'serviceRecord';

const TERMINATION_NOTICE = ['终本', '终结本次执行'];

/** Whether an interview was with the debtor; then it informs nobody whose opinion counts. */
function withDebtor(interview: RegisterRecord, record: RegisterRecord): boolean {
  if (mentionsAny(textOf(interview.values.role) ?? '', ['被执行人'])) return true;
  const person = comparableText(textOf(interview.values.interviewee) ?? '');
  return person !== '' && namesIn(textOf(record.values.debtor) ?? '').includes(person);
}

interface Heard {
  readonly inTime: readonly RegisterRecord[];
  readonly late: readonly RegisterRecord[];
  readonly undated: readonly RegisterRecord[];
}

const NOBODY_HEARD: Heard = { inTime: [], late: [], undated: [] };

const heardOf = onceForRecord((record, context): Heard | Unknown => {
  const closed = textOf(record.values.closeDate);
  if (closed === null) return new Unknown('missing', ['closeDate']);
  const rows = recordsOfCase(record, context, INTERVIEWS, ['interviewedAt']);
  if (rows instanceof Unknown) return rows;
  if (rows.length === 0) return NOBODY_HEARD;
  const applicants = rows.filter((row) => !withDebtor(row, record));
  const day = (row: RegisterRecord) => {
    const at = textOf(row.values.interviewedAt);
    return at === null ? null : dayOf(at);
  };
  return {
    inTime: applicants.filter((row) => (day(row) ?? '9999') <= closed),
    late: applicants.filter((row) => (day(row) ?? '') > closed),
    undated: applicants.filter((row) => day(row) === null),
  };
});

/** Notice of the termination that was served on somebody other than the debtor before the case was closed. */
function wasInformedInWriting(record: RegisterRecord, context: FactContext): boolean {
  const closed = textOf(record.values.closeDate) ?? '';
  const served = recordsOfCase(record, context, SERVICE);
  if (served instanceof Unknown || served.length === 0) return false;
  const debtors = namesIn(textOf(record.values.debtor) ?? '');
  return served.some((row) => {
    const day = textOf(row.values.servedDate) ?? textOf(row.values.issuedDate);
    return (
      mentionsAny(textOf(row.values.documentTitle) ?? '', TERMINATION_NOTICE) &&
      !debtors.includes(comparableText(textOf(row.values.recipient) ?? '')) &&
      day !== null &&
      day <= closed
    );
  });
}

/**
 * - `heard`: an interview before the closure; `informed`: only a written notice; `late`: only after it
 * - `none`: no record in a register that has a column for every form (电话、短信、笔录); `tableOnly`: one that has not
 */
function hearingOf(record: RegisterRecord, context: FactContext): FactResult {
  const heard = heardOf(record, context);
  if (heard instanceof Unknown) return heard;
  if (heard.inTime.length > 0) return 'heard';
  if (heard.undated.length > 0) return new Unknown('missing', [`${INTERVIEWS}.interviewedAt`]);
  if (wasInformedInWriting(record, context)) return 'informed';
  if (heard.late.length > 0) return 'late';
  return context.registers.hasField(INTERVIEWS, 'method') ? 'none' : 'tableOnly';
}

/** Whether an interview in time says what the applicant thinks of the termination; true where no column could. */
function opinionRecorded(record: RegisterRecord, context: FactContext): FactResult {
  const heard = heardOf(record, context);
  if (heard instanceof Unknown) return heard;
  if (!context.registers.hasField(INTERVIEWS, 'agreesToTermination')) return true;
  return heard.inTime.some((row) => row.values.agreesToTermination !== null);
}

function interviewsBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const heard = heardOf(record, context);
  return heard instanceof Unknown ? [] : [...heard.inTime, ...heard.late];
}

const READS = fixedReads(
  ['caseNo', 'closeDate', 'debtor'],
  [
    { register: INTERVIEWS, fields: ['interviewee', 'role', 'interviewedAt', 'method', 'agreesToTermination'] },
    { register: SERVICE, fields: ['documentTitle', 'recipient', 'servedDate'] },
  ],
);

export const terminationInterviewFacts: readonly FactDefinition[] = [
  {
    name: 'applicantHearing',
    register: CASES,
    label: { zh: '终本前告知并听取意见的情况', en: 'how the applicant was informed and heard' },
    type: 'text',
    shared: true,
    reads: READS,
    evaluate: hearingOf,
    describe: (record, context) => {
      const heard = heardOf(record, context);
      if (heard instanceof Unknown) return {};
      const first = heard.late.flatMap((row) => textOf(row.values.interviewedAt) ?? []).sort()[0] ?? null;
      return { late: first };
    },
    sources: interviewsBehind,
  },
  {
    name: 'opinionRecorded',
    register: CASES,
    label: { zh: '约谈记载是否同意终本', en: 'the interview says whether the applicant agrees' },
    type: 'boolean',
    shared: true,
    reads: READS,
    evaluate: opinionRecorded,
    sources: interviewsBehind,
  },
];
