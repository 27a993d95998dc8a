import type { LocalDate } from '../calendar/local-date.ts';
import type { RegisterRecord } from '../register/record.ts';
import { dueDate } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { onceForRecord } from './remember.ts';

/** Facts on the court's own inquiry into property, and on applications of the creditor for it (法发〔2006〕35号6条). */
const CASES = 'enforcementCase';
const SURVEYS = 'propertySurvey';
const QUERIES = 'networkQuery';

interface Inquiries {
  /** Days on which property was inquired into: surveys and online queries, earliest first. */
  readonly days: readonly LocalDate[];
  readonly surveys: readonly RegisterRecord[];
  /** Those that tell of an application. */
  readonly requests: readonly RegisterRecord[];
  /** Whether all inquiries of the case are known with their days. */
  readonly complete: boolean;
}

function dayIn(row: RegisterRecord, field: string): LocalDate | null {
  const text = textOf(row.values[field]);
  return text === null ? null : dayOf(text);
}

/** Day on which a survey began: its start, else the day of the survey. */
function surveyDay(row: RegisterRecord): LocalDate | null {
  return dayIn(row, 'surveyStartedDate') ?? dayIn(row, 'surveyedDate');
}

/** Unknown where no table of surveys was handed over. */
const inquiriesOf = onceForRecord((record, context): Inquiries | Unknown => {
  const surveys = recordsOfCase(record, context, SURVEYS, ['surveyedDate']);
  if (surveys instanceof Unknown) return surveys;
  // A court that keeps no table of online queries has its surveys; what stands in either counts.
  const queries = known(recordsOfCase(record, context, QUERIES, ['requestedAt']));
  const days = [...surveys.map(surveyDay), ...queries.map((row) => dayIn(row, 'requestedAt'))];
  const dated = days.filter((day) => day !== null).sort();
  // A row that only tells of the application says nothing of a survey.
  const undated = surveys.filter(
    (row) => surveyDay(row) === null && (row.values.surveyedDate === undefined || saysMore(row)),
  );
  // The application may be noted with the case instead.
  const requests = [record, ...surveys].filter((row) => requestedOn(row) !== null);
  return {
    days: dated,
    surveys,
    requests,
    complete: undated.length === 0 && queries.every((row) => dayIn(row, 'requestedAt')),
  };
});

function requestedOn(row: RegisterRecord): LocalDate | null {
  return dayIn(row, row.register === CASES ? 'surveyRequestedDate' : 'requestedDate');
}

/** Whether a row without a day tells of a survey all the same. */
function saysMore(row: RegisterRecord): boolean {
  return textOf(row.values.surveyResult) !== null || textOf(row.values.record) !== null;
}

const NONE: readonly SurveyRequest[] = [];
const NO_DAY = new Unknown('missing', [`${SURVEYS}.surveyedDate`]);

function begunOn(record: RegisterRecord, context: FactContext): FactResult {
  const inquiries = inquiriesOf(record, context);
  if (inquiries instanceof Unknown) return inquiries;
  const [first = null] = inquiries.days;
  return inquiries.complete ? first : NO_DAY;
}

interface SurveyRequest {
  readonly row: RegisterRecord;
  readonly requested: LocalDate;
  readonly due: LocalDate;
  /** First inquiry on or after the application; `null` where there is none. */
  readonly begun: LocalDate | null;
}

/** Applications of the creditor that were answered late, or not at all by the end of the limit. */
function overdueRequests(
  record: RegisterRecord,
  context: FactContext,
  params: FactParams,
): readonly SurveyRequest[] | Unknown {
  const inquiries = inquiriesOf(record, context);
  if (inquiries instanceof Unknown) return inquiries;
  // Most cases have none.
  if (inquiries.requests.length === 0) return NONE;
  const limit = context.limit(String(params.limit), record);
  if (limit instanceof Unknown) return limit;
  const end = textOf(record.values.closeDate) ?? context.asOf;
  const overdue: SurveyRequest[] = [];
  let open = false;
  for (const row of inquiries.requests) {
    const requested = requestedOn(row);
    if (requested === null) continue;
    const due = dueDate(requested, limit, context.calendar);
    if (due === undefined) {
      open = true;
      continue;
    }
    const begun = inquiries.days.find((day) => day >= requested) ?? null;
    if (begun === null && textOf(record.values.closeDate) === null && context.asOf <= due) context.notePending(due);
    if ((begun ?? end) <= due) continue;
    // A survey whose day is not told, or lies before the application, may be the answer.
    if (inquiries.complete && !(begun === null && inquiries.days.length > 0)) {
      overdue.push({ row, requested, due, begun });
    } else open = true;
  }
  return overdue.length === 0 && open ? NO_DAY : overdue;
}

function requestFact(name: string, label: FactDefinition['label'], answered: boolean): FactDefinition {
  const found = (record: RegisterRecord, context: FactContext, params: FactParams) => {
    const requests = overdueRequests(record, context, params);
    return requests instanceof Unknown ? requests : requests.filter(({ begun }) => (begun !== null) === answered);
  };
  return {
    name,
    register: CASES,
    label,
    type: 'list',
    params: { limit: { kind: 'limit' } },
    reads: fixedReads(
      ['caseNo', 'closeDate', 'surveyRequestedDate'],
      [
        { register: SURVEYS, fields: ['requestedDate', 'surveyStartedDate', 'surveyedDate'] },
        { register: QUERIES, fields: ['requestedAt'] },
      ],
      ['limit'],
    ),
    evaluate: (record, context, params) => {
      const requests = found(record, context, params);
      return requests instanceof Unknown ? requests : requests.map(({ requested }) => requested);
    },
    describe: (record, context, params) => {
      const requests = found(record, context, params);
      const [first] = known(requests);
      if (first === undefined) return {};
      const { requested, due, begun } = first;
      return { requested, due, begun, end: textOf(record.values.closeDate) ?? context.asOf };
    },
    sources: (record, context, params) => known(found(record, context, params)).map(({ row }) => row),
  };
}

export const propertySurveyFacts: readonly FactDefinition[] = [
  {
    name: 'surveyBegunOn',
    register: CASES,
    label: { zh: '财产调查开始日', en: 'day on which the survey of property began' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['caseNo'],
      [
        { register: SURVEYS, fields: ['surveyStartedDate', 'surveyedDate', 'surveyResult', 'record'] },
        { register: QUERIES, fields: ['requestedAt'] },
      ],
    ),
    evaluate: begunOn,
    sources: (record, context) => {
      const inquiries = inquiriesOf(record, context);
      return inquiries instanceof Unknown ? [] : inquiries.surveys;
    },
  },
  requestFact(
    'lateSurveyRequests',
    { zh: '逾期才启动调查的申请', en: 'applications for a survey that was begun late' },
    true,
  ),
  requestFact(
    'unansweredSurveyRequests',
    { zh: '逾期没有启动调查的申请', en: 'applications for a survey that was not begun in time' },
    false,
  ),
];
