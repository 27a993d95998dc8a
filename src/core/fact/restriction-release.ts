import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { listingMatches } from './listing-index.ts';
import { partyOf } from './listing-match.ts';
import { absentColumns, fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const RESTRICTIONS = 'consumptionRestriction';
const CASES = 'enforcementCase';
const PARTY = { number: 'identityNo', masked: 'identityNoMasked', name: 'restrictedPerson' } as const;
const CLOSED_BY_PERFORMANCE = ['执行完毕'];
/** A case with several debtors may be performed by one of them for all; only performance of the whole case releases all. */
const WHOLE_CASE_FIELDS = ['performedDate', 'settlementPerformedDate'] as const;

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** First day on which the case was performed, by its own row; blank where it was not. */
function performedOn(enforcementCase: RegisterRecord): string | null {
  const { closeMode, closeDate } = enforcementCase.values;
  let first = mentionsAny(textOf(closeMode) ?? '', CLOSED_BY_PERFORMANCE) ? textOf(closeDate) : null;
  for (const field of WHOLE_CASE_FIELDS) first = earlier(first, textOf(enforcementCase.values[field]));
  return first;
}

/** Day of full performance, by the order's own row, else by the case's. */
function releaseGround(record: RegisterRecord, context: FactContext): FactResult {
  const own = textOf(record.values.performedDate);
  if (own !== null) return own;
  const cases = recordsOfCase(record, context, CASES);
  if (cases instanceof Unknown) return cases;
  if (cases.length === 0) return new Unknown('missing', [`${CASES}.caseNo`]);
  let first: string | null = null;
  for (const each of cases) first = earlier(first, performedOn(each));
  return first;
}

/** Whether another case keeps the same person (whole number) restricted on the as-of day. */
function restrictedElsewhere(record: RegisterRecord, context: FactContext): FactResult {
  const party = partyOf(record, PARTY);
  if (party instanceof Unknown) return party;
  if (absentColumns(context, RESTRICTIONS, ['caseNo']) !== null) return false;
  return listingMatches(context.registers, RESTRICTIONS, party).some(({ likeness, row }) => {
    const released = textOf(row.values.releasedDate);
    return (
      likeness === 'number' &&
      row.values.caseNo !== record.values.caseNo &&
      (released === null || released > context.asOf)
    );
  });
}

/** Orders that restrict consumption, and when they should have been lifted (限制高消费规定 9). */
export const restrictionReleaseFacts: readonly FactDefinition[] = [
  {
    name: 'releaseGround',
    register: RESTRICTIONS,
    label: { zh: '履行完毕日', en: 'day of full performance' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'performedDate'],
      [{ register: CASES, fields: [...WHOLE_CASE_FIELDS, 'closeMode', 'closeDate'] }],
    ),
    evaluate: releaseGround,
    sources: (record, context) => known(recordsOfCase(record, context, CASES)),
  },
  {
    name: 'restrictedElsewhere',
    register: RESTRICTIONS,
    label: { zh: '另案仍在限制消费', en: 'still restricted in another case' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'identityNo', 'identityNoMasked', 'restrictedPerson', 'releasedDate']),
    evaluate: restrictedElsewhere,
  },
];
