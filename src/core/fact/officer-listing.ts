import type { RegisterRecord } from '../register/record.ts';
import { isUnitName } from './case-debtors.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { isIsoDate } from './iso.ts';
import { listedName, stateAt } from './listing-index.ts';
import { describeRow, listReads, rowsAbout } from './listing-match.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const OFFICERS = 'officerRegistration';
const OFFICER = { number: 'identityNo', masked: 'identityNoMasked', name: 'name' } as const;
const COMPANY_LAW_FROM = '2024-07-01';
const UNIT_DEBT = ['单位', '公司', '企业', '法人'];
const PERSONAL_DEBT = ['个人', '本人', '自然人'];
const LARGE = ['数额较大', '较大数额', '大额'];
const SMALL = ['小额', '数额较小', '数额不大', '未达数额较大'];

/** What is known of the debt behind a person's own listing (公司法 178(1)(5): a large debt that he owes himself). */
type OfficerListing = 'large-personal-debt' | 'debt-unclear' | 'none';

/** Listings of the officer himself, by whole number, but for those that the list says rest on a small debt or a unit's. */
function ownListings(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const matches = rowsAbout(record, context, 'dishonestListing', OFFICER);
  if (matches instanceof Unknown) return matches;
  return matches
    .filter(({ likeness, row }) => likeness === 'number' && !isUnitName(listedName(row) ?? ''))
    .map(({ row }) => row)
    .filter((row) => !mentionsAny(textOf(row.values.principalDebtKind) ?? '', UNIT_DEBT) && isLarge(row) !== false);
}

/** Whether the debt is large, as the list says; `undefined` where it does not. */
function isLarge({ values }: RegisterRecord): boolean | undefined {
  const kind = textOf(values.principalDebtKind) ?? '';
  if (values.largeDebt === false || mentionsAny(kind, SMALL)) return false;
  return values.largeDebt === true || mentionsAny(kind, LARGE) ? true : undefined;
}

function isLargePersonal(row: RegisterRecord): boolean {
  return isLarge(row) === true && mentionsAny(textOf(row.values.principalDebtKind) ?? '', PERSONAL_DEBT);
}

/** The listing in force on the day of registration, the one of a large personal debt first. */
function listingAtRegistration(record: RegisterRecord, context: FactContext): RegisterRecord | null | Unknown {
  const rows = ownListings(record, context);
  if (rows instanceof Unknown) return rows;
  const { registeredDate } = record.values;
  if (!isIsoDate(registeredDate)) return new Unknown('missing', ['registeredDate']);
  const states = rows.map((row) => ({ row, state: stateAt(row, registeredDate) }));
  const inForce = states.filter(({ state }) => state === 'in-force').map(({ row }) => row);
  const found = inForce.find(isLargePersonal) ?? inForce[0];
  if (found !== undefined) return found;
  return states.some(({ state }) => state === 'undecided')
    ? new Unknown('missing', ['dishonestListing.publishedDate', 'dishonestListing.shieldedDate'])
    : null;
}

function officerListing(record: RegisterRecord, context: FactContext): OfficerListing | Unknown {
  const row = listingAtRegistration(record, context);
  if (row instanceof Unknown) return row;
  if (row === null) return 'none';
  return isLargePersonal(row) ? 'large-personal-debt' : 'debt-unclear';
}

/** Day of a listing of the debt in question that began after registration, under the law of 2024, and still stands on the as-of date. */
function listedInOffice(
  record: RegisterRecord,
  context: FactContext,
  counts: (row: RegisterRecord) => boolean,
): FactResult {
  const rows = ownListings(record, context);
  if (rows instanceof Unknown) return rows;
  const { registeredDate } = record.values;
  if (!isIsoDate(registeredDate)) return new Unknown('missing', ['registeredDate']);
  const days = rows.filter(counts).flatMap((row) => {
    const published = textOf(row.values.publishedDate);
    const later = published !== null && published > registeredDate && published >= COMPANY_LAW_FROM;
    return later && stateAt(row, context.asOf) === 'in-force' ? [published] : [];
  });
  return days.sort()[0] ?? null;
}

function rowBehind(record: RegisterRecord, context: FactContext): RegisterRecord | null {
  const row = listingAtRegistration(record, context);
  return row instanceof Unknown ? null : row;
}

const reads = fixedReads(
  [OFFICER.number, OFFICER.masked, OFFICER.name, 'registeredDate'],
  [listReads('dishonestListing'), { register: 'dishonestListing', fields: ['principalDebtKind', 'largeDebt'] }],
);

/** Facts on company officers who are dishonest debtors themselves. */
export const officerListingFacts: readonly FactDefinition[] = [
  {
    name: 'officerListing',
    register: OFFICERS,
    label: { zh: '登记时本人的失信情况', en: 'own listing on registration' },
    type: 'text',
    shared: true,
    reads,
    evaluate: officerListing,
    describe: (record, context) => describeRow(rowBehind(record, context)),
    sources: (record, context) => {
      const row = rowBehind(record, context);
      return row === null ? [] : [row];
    },
  },
  {
    name: 'listedInOffice',
    register: OFFICERS,
    label: { zh: '任期内列入名单之日', en: 'day of being listed while in office' },
    type: 'date',
    shared: true,
    reads,
    evaluate: (record, context) => listedInOffice(record, context, isLargePersonal),
  },
  {
    name: 'listedInOfficeUnclear',
    register: OFFICERS,
    label: {
      zh: '任期内列入名单之日（债务类型或者数额不明）',
      en: 'day of being listed while in office, the debt unclear',
    },
    type: 'date',
    shared: true,
    reads,
    evaluate: (record, context) => listedInOffice(record, context, (row) => !isLargePersonal(row)),
  },
];
