import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { listedConduct } from './listing-conduct.ts';
import { removalByStatus } from './listing-window.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const LISTINGS = 'dishonestListing';
const CASES = 'enforcementCase';
const QUERIES = 'terminationQuery';
const CLUES = 'propertyClue';

const CLOSED_BY_PERFORMANCE = ['执行完毕'];
const CLOSED_FOR_GOOD = ['终结执行', '不予执行'];
const CURRENT_PROCEDURE = ['终结本次执行', '终本'];

type ListingTerm = 'fixed' | 'none' | 'unclear';

const TERM_OF_CONDUCT = { 'able-to-perform': 'none', other: 'fixed', unclear: 'unclear' } as const;

/** Whether the listing has a term: by its own columns, else by the conduct. */
function listingTerm(record: RegisterRecord): ListingTerm {
  const { fixedTerm, termEnd } = record.values;
  if (textOf(termEnd) !== null || fixedTerm === true) return 'fixed';
  if (fixedTerm === false) return 'none';
  return TERM_OF_CONDUCT[listedConduct(record)];
}

/** Day of removal; blank while listed; unknown where the state says removed and no day is given. */
function delistedOn(record: RegisterRecord): FactResult {
  const { shieldedDate } = record.values;
  if (typeof shieldedDate === 'string') return dayOf(shieldedDate);
  if (shieldedDate === undefined || removalByStatus(record) === 'removed')
    return new Unknown('missing', ['shieldedDate']);
  return null;
}

function daysOfCase(enforcementCase: RegisterRecord): readonly (string | null)[] {
  const { performedDate, settlementPerformedDate, concludedDate, closeDate, closeMode } = enforcementCase.values;
  const mode = textOf(closeMode) ?? '';
  const forGood = mentionsAny(mode, CLOSED_FOR_GOOD) && !mentionsAny(mode, CURRENT_PROCEDURE);
  return [
    textOf(performedDate),
    textOf(settlementPerformedDate),
    mentionsAny(mode, CLOSED_BY_PERFORMANCE) ? textOf(closeDate) : null,
    forGood ? (textOf(concludedDate) ?? textOf(closeDate)) : null,
  ];
}

/**
 * First day on which a ground of art. 10(1) that binds the court was there: performance, a settlement performed, the
 * applicant's consent, or the end of enforcement for good. Blank where the registers show none.
 */
function delistingGround(record: RegisterRecord, context: FactContext): FactResult {
  const { removalTriggerDate, performedDate, settlementPerformedDate, applicantConsentDate } = record.values;
  const own = [removalTriggerDate, performedDate, settlementPerformedDate, applicantConsentDate].map(textOf);
  const cases = recordsOfCase(record, context, CASES);
  const ofCase = cases instanceof Unknown ? [] : cases.flatMap(daysOfCase);
  const days = [...own, ...ofCase].filter((day) => day !== null).sort();
  const [first] = days;
  if (first !== undefined) return first;
  return cases instanceof Unknown ? cases : null;
}

/**
 * Day of the second query after the termination that found nothing (art. 10(1)(4)); blank where the case was not
 * terminated, fewer queries were made, or a clue came in. A found asset ends the ground.
 */
function secondEmptyQuery(record: RegisterRecord, context: FactContext): FactResult {
  const cases = recordsOfCase(record, context, CASES);
  if (cases instanceof Unknown) return cases;
  const [terminated] = cases.filter((each) => mentionsAny(textOf(each.values.closeMode) ?? '', CURRENT_PROCEDURE));
  const closed = terminated === undefined ? null : textOf(terminated.values.closeDate);
  if (closed === null) return null;
  const rows = recordsOfCase(record, context, QUERIES, ['hasResult']);
  if (rows instanceof Unknown) return rows;
  const after = rows.filter((row) => (textOf(row.values.queriedDate) ?? '') > closed);
  if (after.some((row) => row.values.hasResult !== false)) return null;
  const days = [...new Set(after.map((row) => textOf(row.values.queriedDate) ?? ''))].sort();
  const second = days[1];
  if (second === undefined) return null;
  const clues = recordsOfCase(record, context, CLUES);
  if (clues instanceof Unknown) return clues;
  return clues.some((clue) => (textOf(clue.values.providedDate) ?? '9999') > closed) ? null : second;
}

function casesBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return known(recordsOfCase(record, context, CASES));
}

export const delistingFacts: readonly FactDefinition[] = [
  {
    name: 'listingTermKind',
    register: LISTINGS,
    label: { zh: '有无纳入期限', en: 'whether the listing has a term' },
    type: 'text',
    shared: true,
    reads: fixedReads(['fixedTerm', 'termEnd', 'conductCode', 'behaviour']),
    evaluate: listingTerm,
  },
  {
    name: 'delistedOn',
    register: LISTINGS,
    label: { zh: '删除日', en: 'day of removal' },
    type: 'date',
    shared: true,
    reads: fixedReads(['shieldedDate', 'listingStatus']),
    evaluate: delistedOn,
  },
  {
    name: 'delistingGround',
    register: LISTINGS,
    label: { zh: '应当删除的事由日', en: 'day on which removal became due' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'removalTriggerDate', 'performedDate', 'settlementPerformedDate', 'applicantConsentDate'],
      [{ register: CASES, fields: ['performedDate', 'settlementPerformedDate', 'closeMode', 'closeDate'] }],
    ),
    evaluate: delistingGround,
    sources: casesBehind,
  },
  {
    name: 'secondEmptyQuery',
    register: LISTINGS,
    label: { zh: '终本后第二次查询无财产之日', en: 'day of the second query after termination that found nothing' },
    type: 'date',
    shared: true,
    reads: fixedReads(
      ['caseNo'],
      [
        { register: CASES, fields: ['closeMode', 'closeDate'] },
        { register: QUERIES, fields: ['queriedDate', 'hasResult'] },
        { register: CLUES, fields: ['providedDate'] },
      ],
    ),
    evaluate: secondEmptyQuery,
    sources: (record, context) => known(recordsOfCase(record, context, QUERIES)),
  },
];
