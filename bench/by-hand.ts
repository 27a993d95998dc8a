import type { WorkCalendar } from '../src/core/calendar/calendar.ts';
import { addDays, addMonths } from '../src/core/calendar/day-arithmetic.ts';
import { workdayFrom } from '../src/core/calendar/workdays.ts';
import type { RegisterSet } from '../src/core/fact/fact.ts';
import type { RegisterRecord } from '../src/core/register/record.ts';

/**
 * Ten rules of enforcement cases as somebody would write them who has these tables and no rule engine: conditions in
 * TypeScript, one after the other. No missing columns, no versions of parameters, no trace, no reasons; text dates compared
 * as they are. The bench holds its counts to those of the rules.
 */

type Values = RegisterRecord['values'];
type Rows = ReadonlyMap<string, readonly Values[]>;

/** What the loops look up, by case number. */
export interface HandIndexes {
  readonly logs: Rows;
  readonly restrictions: Rows;
  readonly queries: Rows;
  readonly surveys: Rows;
  readonly interviews: Rows;
}

const NONE: readonly Values[] = [];

function byCase(registers: RegisterSet, register: string): Rows {
  const rows = new Map<string, Values[]>();
  for (const { values } of registers.all(register)) {
    const number = String(values.caseNo);
    const known = rows.get(number);
    if (known === undefined) rows.set(number, [values]);
    else known.push(values);
  }
  return rows;
}

export function handIndexes(registers: RegisterSet): HandIndexes {
  return {
    logs: byCase(registers, 'disclosureLog'),
    restrictions: byCase(registers, 'consumptionRestriction'),
    queries: byCase(registers, 'networkQuery'),
    surveys: byCase(registers, 'propertySurvey'),
    interviews: byCase(registers, 'applicantInterview'),
  };
}

/** A day or text of a row; `null` where it is blank. */
function text(values: Values, field: string): string | null {
  const value = values[field];
  return typeof value === 'string' ? value : null;
}

const FIRST_ENFORCEMENT = /执\d+号$/u;
const OTHER_TERM = /非诉|行审|行政处罚决定|行政决定|行政处理决定|刑初|刑终|刑事|罚金|没收财产|追缴|退赔/u;
const STAYED = /中止|暂缓/u;
const CLASSES = ['银行', '互联网银行', '证券', '车辆', '不动产', '工商', '人民银行'];

/** Numbers of the records that break each of the ten rules. */
export class HandWritten {
  readonly counts = {
    'exec-notice-10d': 0,
    'handler-assign-7d': 0,
    'duration-overdue': 0,
    'long-unresolved': 0,
    'disclosure-nodes-missing': 0,
    'terminal-restriction-missing': 0,
    'terminal-query-stale': 0,
    'terminal-approval-missing': 0,
    'terminal-survey-missing': 0,
    'terminal-interview-missing': 0,
  };
  readonly #indexes: HandIndexes;
  readonly #calendar: WorkCalendar;
  readonly #asOf: string;

  constructor(indexes: HandIndexes, calendar: WorkCalendar, asOf: string) {
    this.#indexes = indexes;
    this.#calendar = calendar;
    this.#asOf = asOf;
  }

  judge({ values }: RegisterRecord): void {
    const caseNo = text(values, 'caseNo') ?? '';
    const filed = text(values, 'filedDate');
    const closed = text(values, 'closeDate');
    if (filed === null || !FIRST_ENFORCEMENT.test(caseNo)) return;
    const { counts } = this;
    if (this.#noticeLate(values, filed, closed)) counts['exec-notice-10d'] += 1;
    const assigned = text(values, 'assignedDate');
    if (assigned !== null && assigned > this.#rolled(addDays(filed, 7))) counts['handler-assign-7d'] += 1;
    if (this.#isOverdue(values, filed, closed)) counts['duration-overdue'] += 1;
    if (this.#isUnresolved(values, filed, closed)) counts['long-unresolved'] += 1;
    if (this.#lacksNode(values, caseNo, filed, closed)) counts['disclosure-nodes-missing'] += 1;
    const mode = text(values, 'closeMode') ?? '';
    const isTerminated = mode.includes('终结本次执行') || mode.includes('终本');
    if (!isTerminated || closed === null || closed < '2016-12-01') return;
    if (this.#isUnrestricted(values, caseNo, closed)) counts['terminal-restriction-missing'] += 1;
    if (this.#isUnqueried(caseNo, closed)) counts['terminal-query-stale'] += 1;
    if (isUnapproved(values, closed)) counts['terminal-approval-missing'] += 1;
    if (this.#isUnsurveyed(values, caseNo, closed)) counts['terminal-survey-missing'] += 1;
    if (this.#isUnheard(values, caseNo, closed)) counts['terminal-interview-missing'] += 1;
  }

  /** The day itself, or the next working day. */
  #rolled(day: string): string {
    return workdayFrom(day, this.#calendar) ?? '9999-12-31';
  }

  #noticeLate(values: Values, filed: string, closed: string | null): boolean {
    const due = this.#rolled(addDays(text(values, 'receivedDate') ?? filed, 10));
    const noticed = text(values, 'noticeDate');
    if (noticed !== null) return noticed > due;
    return (closed ?? '9999-12-31') > due && this.#asOf > due;
  }

  #isOverdue(values: Values, filed: string, closed: string | null): boolean {
    for (const field of ['basisType', 'basisNo', 'cause', 'caseType']) {
      if (OTHER_TERM.test(text(values, field) ?? '')) return false;
    }
    if (closed === null && STAYED.test(text(values, 'stayFlag') ?? '')) return false;
    return (closed ?? this.#asOf) > this.#rolled(addMonths(filed, 6));
  }

  #isUnresolved(values: Values, filed: string, closed: string | null): boolean {
    if (closed !== null && closed <= this.#asOf) return false;
    return this.#asOf > addMonths(filed, 12) && !STAYED.test(text(values, 'stayFlag') ?? '');
  }

  #lacksNode(values: Values, caseNo: string, filed: string, closed: string | null): boolean {
    const log = this.#indexes.logs.get(caseNo) ?? NONE;
    const lacks = (node: string, day: string | null) =>
      day !== null && addDays(day, 3) < this.#asOf && !log.some((push) => (text(push, 'node') ?? '').includes(node));
    const assigned = text(values, 'handler') === null ? null : text(values, 'assignedDate');
    return lacks('立案', filed) || lacks('承办', assigned) || lacks('结案', closed);
  }

  #isUnrestricted(values: Values, caseNo: string, closed: string): boolean {
    const orders = this.#indexes.restrictions.get(caseNo) ?? NONE;
    return !orders.some(
      (order) =>
        (text(order, 'restrictionType') ?? '').includes('消费') &&
        (text(order, 'issuedDate') ?? closed) <= closed &&
        (text(order, 'releasedDate') ?? '9999-12-31') > closed &&
        order.identityNo === values.debtorIdentityNo,
    );
  }

  #isUnqueried(caseNo: string, closed: string): boolean {
    const from = addDays(addMonths(closed, -3), -1);
    const queries = (this.#indexes.queries.get(caseNo) ?? NONE).filter((query) => {
      const day = text(query, 'requestedAt') ?? '';
      return query.requestType === '1' && day >= from && day <= closed;
    });
    if (queries.length === 0) return true;
    const scopes = queries.map((query) => text(query, 'queryScope') ?? '');
    return !CLASSES.every((each) => scopes.some((scope) => scope.includes('全项') || scope.includes(each)));
  }

  #isUnsurveyed(values: Values, caseNo: string, closed: string): boolean {
    const surveys = (this.#indexes.surveys.get(caseNo) ?? NONE).filter(
      (survey) => (text(survey, 'surveyedDate') ?? closed) <= closed,
    );
    if (surveys.length === 0) return true;
    const isMissing = (text(values, 'debtorStatus') ?? '').includes('下落不明');
    return isMissing && surveys.every((survey) => text(survey, 'whereaboutsSearched') === null);
  }

  #isUnheard(values: Values, caseNo: string, closed: string): boolean {
    if (values.applicantTerminal === true || (text(values, 'applicant') ?? '').includes('人民法院')) return false;
    const heard = (this.#indexes.interviews.get(caseNo) ?? NONE).filter(
      (interview) =>
        !(text(interview, 'role') ?? '').includes('被执行人') && (text(interview, 'interviewedAt') ?? '9999') <= closed,
    );
    return !heard.some((interview) => interview.agreesToTermination !== null);
  }
}

function isUnapproved(values: Values, closed: string): boolean {
  if (values.applicantTerminal === true || (text(values, 'applicantConfirmedDate') ?? '9999-12-31') <= closed)
    return false;
  const approved = text(values, 'terminationApprovedDate');
  if (approved === null || text(values, 'panelDeliberatedDate') === null) return true;
  const ruled = text(values, 'closeDocumentDate') ?? closed;
  return (ruled < closed ? ruled : closed) < approved;
}
