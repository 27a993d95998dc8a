import type { RegisterRecord } from '../register/record.ts';
import { dateOf } from './cells.ts';
import type { FactContext, FactDefinition } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { matchKey } from './measure-window.ts';
import { fixedReads, known, recordsOfCase } from './neighbours.ts';
import { sameName } from './same-property.ts';

/** What the court did about a unit that was found to have refused its assistance. */
const ANSWERS = [
  {
    register: 'judicialSanction',
    party: 'sanctionedParty',
    dates: ['presidentApprovedDate', 'fineDate', 'detentionStart', 'servedDate'],
  },
  { register: 'judicialSuggestion', party: 'recipient', dates: ['signedDate', 'servedDate'] },
] as const;

/**
 * Sanctions and recommendations of the case. A person of the unit may have been sanctioned, or a superior addressed, so
 * a row of the case counts even where it names somebody else, unless it names the debtor.
 */
function consequencesOf(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const found: RegisterRecord[] = [];
  const debtor = matchKey(record.values.debtor);
  for (const { register, party } of ANSWERS) {
    const rows = recordsOfCase(record, context, register);
    if (rows instanceof Unknown) return rows;
    found.push(...rows.filter((row) => debtor === '' || !sameName(debtor, matchKey(row.values[party]))));
  }
  return found;
}

/** First day that a row tells of itself; blank where it tells none. */
function dayOfAnswer(row: RegisterRecord): string | null {
  const fields = ANSWERS.find(({ register }) => register === row.register)?.dates ?? [];
  const days = fields.map((field) => dateOf(row, field)).filter((date) => typeof date === 'string');
  return days.map(dayOf).sort()[0] ?? null;
}

/**
 * Day on which the court answered the refusal: the earliest of the case. Of a row without a date nobody knows that it came
 * late, so it counts from the day on which the refusal was established.
 */
const refusalAnsweredDate: FactDefinition = {
  name: 'refusalAnsweredDate',
  register: 'assistanceRequest',
  label: {
    zh: '同案罚款、拘留或者司法建议的日期',
    en: 'day of a fine, detention or judicial recommendation in the case',
  },
  type: 'date',
  shared: true,
  reads: fixedReads(
    ['caseNo', 'debtor', 'refusalEstablishedDate'],
    ANSWERS.map(({ register, party, dates }) => ({ register, fields: ['caseNo', party, ...dates] })),
  ),
  evaluate: (record, context) => {
    const found = consequencesOf(record, context);
    if (found instanceof Unknown) return found;
    const established = dateOf(record, 'refusalEstablishedDate') ?? null;
    const days = found.map((row) => dayOfAnswer(row) ?? established).filter((day) => day !== null);
    return days.sort()[0] ?? null;
  },
  sources: (record, context) => known(consequencesOf(record, context)),
};

export const refusalConsequenceFacts: readonly FactDefinition[] = [refusalAnsweredDate];
