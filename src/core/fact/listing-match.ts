import type { FieldId } from '../register/definition.ts';
import type { FieldValue, RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactParams, FactReads, FactResult, ParamDefinition } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf, isIsoDate } from './iso.ts';
import { absentColumns, textOf } from './neighbours.ts';
import type { Likeness, ListingMatch, ListingRegister, Party } from './listing-index.ts';
import { listedName, listingMatches, partyName, stateAt } from './listing-index.ts';
import type { ListingState } from './listing-window.ts';
import { partyNumbers } from './party-number.ts';
import type { FactReference, PreparedFact, PreparingContext } from './reader.ts';
import { preparedFact, referenceCalls } from './reader.ts';
import { exceptionCovers, restrictionIssuedOn } from './restriction-order.ts';

/** The columns of a record that tell who is looked up. */
export interface PartyFields {
  readonly number: FieldId;
  readonly masked?: FieldId;
  readonly name?: FieldId;
}

/**
 * What the list says of somebody at a moment, gravest first.
 * - `listed` the whole number is the same and the row was in force (its term had not ended)
 * - `same-day` likewise, but it began or ended on that day
 * - `partial`, `name` in force, but the number agrees only in part, or there is none
 * - `none` no such row
 */
type ListingAnswer = 'listed' | 'same-day' | 'partial' | 'name' | 'none';

interface Found {
  readonly answer: ListingAnswer | 'undecided';
  readonly row: RegisterRecord | null;
}

const NOT_FOUND: Found = { answer: 'none', row: null };
const GRAVITY: readonly Found['answer'][] = ['listed', 'same-day', 'undecided', 'partial', 'name', 'none'];
const NAME_COLUMN: Readonly<Record<ListingRegister, FieldId>> = {
  dishonestListing: 'name',
  consumptionRestriction: 'restrictedPerson',
};
const BEGUN_COLUMN: Readonly<Record<ListingRegister, FieldId>> = {
  dishonestListing: 'publishedDate',
  consumptionRestriction: 'issuedDate',
};

function answerOf(likeness: Likeness, state: ListingState): Found['answer'] {
  // Past its term a listing binds no more, removed or not; whether it was removed is asked of the court's own list.
  if (state === 'out' || state === 'term-over') return 'none';
  if (likeness === 'number') return state === 'in-force' ? 'listed' : state;
  // What rests on less than the number is said only of a row that was certainly in force.
  if (state !== 'in-force') return 'none';
  return likeness === 'too-short' ? 'undecided' : likeness;
}

function gravest(matches: readonly ListingMatch[], moment: string): Found {
  let best = NOT_FOUND;
  for (const { likeness, row } of matches) {
    const answer = answerOf(likeness, stateAt(row, moment));
    if (GRAVITY.indexOf(answer) < GRAVITY.indexOf(best.answer)) best = { answer, row };
  }
  return best;
}

/** Who a record names in these columns; unknown where it names nobody. */
export function partyOf(record: RegisterRecord, { number, masked, name }: PartyFields): Party | Unknown {
  const numbers = partyNumbers(record.values[number], masked === undefined ? null : record.values[masked]);
  const own = name === undefined ? '' : partyName(record.values[name]);
  if (numbers.length > 0 || own !== '') return { numbers, name: own };
  return new Unknown('missing', [number]);
}

/** Why the list cannot be asked; `null` when it can. */
function absentList(context: FactContext, register: ListingRegister): Unknown | null {
  const named = absentColumns(context, register, [NAME_COLUMN[register]]);
  return named === null ? null : absentColumns(context, register, ['identityNo']);
}

/** Rows of the list about the party of a record. */
export function rowsAbout(
  record: RegisterRecord,
  context: FactContext,
  register: ListingRegister,
  fields: PartyFields,
): readonly ListingMatch[] | Unknown {
  const party = partyOf(record, fields);
  if (party instanceof Unknown) return party;
  return absentList(context, register) ?? listingMatches(context.registers, register, party);
}

/** What the list says of the party at a moment, with the row that says it. */
export function lookUp(
  record: RegisterRecord,
  context: FactContext,
  register: ListingRegister,
  fields: PartyFields,
  moment: FactResult,
): { readonly answer: ListingAnswer; readonly row: RegisterRecord | null } | Unknown {
  if (moment instanceof Unknown) return moment;
  const matches = rowsAbout(record, context, register, fields);
  if (matches instanceof Unknown) return matches;
  // Who is on no list at all needs no date.
  if (matches.length === 0) return { answer: 'none', row: null };
  if (!isIsoDate(moment)) return new Unknown('missing', []);
  const { answer, row } = gravest(matches, moment);
  if (answer === 'undecided') return new Unknown('missing', undecidedFields(register, row));
  return { answer, row };
}

function undecidedFields(register: ListingRegister, row: RegisterRecord | null): readonly string[] {
  const begun = BEGUN_COLUMN[register];
  if (row !== null && textOf(row.values[begun]) === null) return [`${register}.${begun}`];
  const end = register === 'dishonestListing' ? 'shieldedDate' : 'releasedDate';
  return row?.values.identityNo === undefined ? [`${register}.identityNo`] : [`${register}.${end}`];
}

/** Words on the row that a finding rests on: who, which court, which case, since when. */
export function describeRow(row: RegisterRecord | null): Readonly<Record<string, FieldValue>> {
  if (row === null) return {};
  const { court, caseNo, publishedDate, termEnd, shieldedDate, releasedDate } = row.values;
  const listing = row.register === 'dishonestListing';
  return {
    listed: listedName(row),
    court: textOf(court),
    caseNo: textOf(caseNo),
    since: listing ? textOf(publishedDate) : restrictionIssuedOn(row),
    termEnd: textOf(termEnd),
    removed: textOf(listing ? shieldedDate : releasedDate),
  };
}

const LISTING_READS = {
  register: 'dishonestListing',
  fields: ['identityNo', 'name', 'publishedDate', 'shieldedDate', 'termEnd', 'listingStatus'],
} as const;
const RESTRICTION_READS = {
  register: 'consumptionRestriction',
  fields: ['identityNo', 'restrictedPerson', 'restrictionType', 'issuedDate', 'releasedDate', 'termEnd'],
} as const;

/** What a lookup in a list reads, for the declaration of facts. */
export function listReads(register: ListingRegister): FactReads['neighbours'][number] {
  return register === 'dishonestListing' ? LISTING_READS : RESTRICTION_READS;
}

function partyFieldsOf(params: FactParams): PartyFields {
  const { number, masked, name } = params;
  return {
    number: String(number),
    ...(typeof masked === 'string' ? { masked } : {}),
    ...(typeof name === 'string' ? { name } : {}),
  };
}

const PARTY_PARAMS: Readonly<Record<string, ParamDefinition>> = {
  number: { kind: 'field' },
  masked: { kind: 'field', optional: true },
  name: { kind: 'field', optional: true },
  on: { kind: 'reference' },
};

function readsOfParty(register: ListingRegister, params: FactParams): FactReads {
  const { number, masked, name } = partyFieldsOf(params);
  const own = [number, masked, name].filter((each) => each !== undefined);
  return {
    fields: [...own, ...referenceCalls(params['on']).map(({ fact }) => fact)],
    neighbours: [listReads(register)],
    parameters: [],
  };
}

function matchFact(name: string, register: ListingRegister, label: FactDefinition['label']): PreparedFact {
  const found = (record: RegisterRecord, context: FactContext, params: FactParams) => {
    const on = (context as PreparingContext).reader(params['on'] as FactReference);
    const result = lookUp(record, context, register, partyFieldsOf(params), on(record));
    return result instanceof Unknown ? null : result.row;
  };
  return preparedFact({
    name,
    register: 'any',
    label,
    type: 'text',
    params: PARTY_PARAMS,
    reads: (params) => readsOfParty(register, params),
    prepare: (context, params) => {
      const on = context.reader(params['on'] as FactReference);
      const fields = partyFieldsOf(params);
      return (record) => {
        const result = lookUp(record, context, register, fields, on(record));
        return result instanceof Unknown ? result : result.answer;
      };
    },
    describe: (record, context, params) => describeRow(found(record, context, params)),
    sources: (record, context, params) => {
      const row = found(record, context, params);
      return row === null ? [] : [row];
    },
  });
}

/** Whether each restriction of the party that was in force then was open by an approved exception. */
const restrictionExcepted = preparedFact({
  name: 'restrictionExcepted',
  register: 'any',
  label: { zh: '限制消费有例外批准', en: 'an exception from the restriction was approved' },
  type: 'boolean',
  params: PARTY_PARAMS,
  reads: (params) => {
    const { fields, parameters } = readsOfParty('consumptionRestriction', params);
    return {
      fields,
      neighbours: [{ register: 'consumptionRestriction', fields: ['exceptionApproval', 'releaseReason'] }],
      parameters,
    };
  },
  prepare: (context, params) => {
    const on = context.reader(params['on'] as FactReference);
    const fields = partyFieldsOf(params);
    return (record) => {
      const moment = on(record);
      if (moment instanceof Unknown) return moment;
      const matches = rowsAbout(record, context, 'consumptionRestriction', fields);
      if (matches instanceof Unknown) return matches;
      if (!isIsoDate(moment)) return new Unknown('missing', []);
      const inForce = matches.filter(({ row }) => stateAt(row, moment) === 'in-force');
      const covered = inForce.map(({ row }) => exceptionCovers(row, dayOf(moment)));
      if (covered.includes(false) || covered.length === 0) return false;
      return covered.includes(undefined) ? new Unknown('missing', ['consumptionRestriction.exceptionApproval']) : true;
    };
  },
});

/** Lookups in the list of dishonest debtors and in the restrictions on consumption, for the record of any register. */
export const listingMatchFacts: readonly FactDefinition[] = [
  matchFact('listingMatch', 'dishonestListing', {
    zh: '是否在失信被执行人名单内',
    en: 'whether on the list of dishonest debtors',
  }),
  matchFact('restrictionMatch', 'consumptionRestriction', {
    zh: '是否被限制消费',
    en: 'whether restricted in consumption',
  }),
  restrictionExcepted,
];
