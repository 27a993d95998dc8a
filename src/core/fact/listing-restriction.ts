import type { RegisterRecord } from '../register/record.ts';
import { isUnitName } from './case-debtors.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { partyName } from './listing-index.ts';
import { rowsAbout } from './listing-match.ts';
import { removedOn } from './listing-window.ts';
import { absentColumns, fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { onceForRecord, onceForRegisters } from './remember.ts';
import { restrictsConsumption } from './restriction-order.ts';
import { comparableText } from './text.ts';

const LISTINGS = 'dishonestListing';
const RESTRICTIONS = 'consumptionRestriction';
const PARTY = { number: 'identityNo', masked: 'identityNoMasked', name: 'name' } as const;

/** Whether the listing stands on the as-of day. */
function stands(record: RegisterRecord, context: FactContext): FactResult {
  const removed = removedOn(record);
  if (removed === undefined) return new Unknown('missing', ['shieldedDate']);
  return removed === null || removed.slice(0, context.asOf.length) > context.asOf;
}

/**
 * Restriction orders against the listed person: by whole number in any case, by name or visible part of a number in the
 * same one. Unknown where an order of the case names nobody who can be told, or the orders of the listing's court were not
 * handed over.
 */
const ordersAgainst = onceForRecord((record, context): readonly RegisterRecord[] | Unknown => {
  const about = rowsAbout(record, context as FactContext, RESTRICTIONS, PARTY);
  if (about instanceof Unknown) return about;
  const own = textOf(record.values.caseNo);
  const rows = about
    .filter(({ likeness, row }) => likeness === 'number' || (own !== null && row.values.caseNo === own))
    .map(({ row }) => row);
  if (rows.length > 0) return rows;
  const ofCase = recordsOfCase(record, context, RESTRICTIONS, ['restrictedPerson']);
  if (ofCase instanceof Unknown) return ofCase;
  if (ofCase.some((row) => restrictsConsumption(row) && partyName(row.values.restrictedPerson) === ''))
    return new Unknown('missing', [`${RESTRICTIONS}.restrictedPerson`]);
  return courtIsCovered(record, context as FactContext) ? [] : new Unknown('missing', [`${RESTRICTIONS}.court`]);
});

/** Courts that the table of orders names; the empty text where a row names none. */
const courtsOfOrders = onceForRegisters(
  ({ registers }) => new Set(registers.all(RESTRICTIONS).map((row) => comparableText(textOf(row.values.court) ?? ''))),
);

/** Whether the table of orders has any of the listing's court; an empty table, and one without courts, counts as that of all. */
function courtIsCovered(record: RegisterRecord, context: FactContext): boolean {
  const court = comparableText(textOf(record.values.court) ?? '');
  if (court === '' || !context.registers.hasField(RESTRICTIONS, 'court')) return true;
  const courts = courtsOfOrders(context);
  return courts.size === 0 || courts.has('') || courts.has(court);
}

type RestrictionState = 'none' | 'lifted' | 'in-force';

/** The usual state: an order of the same case against the same number that still stands. Nothing else need be looked up. */
function plainlyRestricted(record: RegisterRecord, context: FactContext): boolean {
  const { identityNo } = record.values;
  if (textOf(identityNo) === null) return false;
  const rows = recordsOfCase(record, context, RESTRICTIONS, ['restrictedPerson', 'identityNo']);
  if (rows instanceof Unknown) return false;
  return rows.some(
    (row) =>
      row.values.identityNo === identityNo && textOf(row.values.releasedDate) === null && restrictsConsumption(row),
  );
}

function restrictionState(record: RegisterRecord, context: FactContext): FactResult {
  if (plainlyRestricted(record, context)) return 'in-force' satisfies RestrictionState;
  const orders = ordersAgainst(record, context);
  if (orders instanceof Unknown) return orders;
  if (orders.length === 0) return 'none' satisfies RestrictionState;
  const lifted = orders.every((row) => {
    const day = textOf(row.values.releasedDate);
    return day !== null && day <= context.asOf;
  });
  return (lifted ? 'lifted' : 'in-force') satisfies RestrictionState;
}

/**
 * Whether a unit is restricted and nobody has an order as its responsible person. False where the table has no column for
 * the unit behind a person: this is one more check, not one that the others wait for.
 */
function responsibleMissing(record: RegisterRecord, context: FactContext): FactResult {
  const name = comparableText(textOf(record.values.name) ?? '');
  if (!isUnitName(name) || absentColumns(context, RESTRICTIONS, ['relatedUnit']) !== null) return false;
  const orders = ordersAgainst(record, context);
  if (orders instanceof Unknown) return orders;
  if (orders.length === 0) return false;
  return context.registers.by(RESTRICTIONS, 'relatedUnit', record.values.name).length === 0;
}

const READS = fixedReads(
  ['name', 'identityNo', 'identityNoMasked', 'caseNo', 'court'],
  [{ register: RESTRICTIONS, fields: ['restrictedPerson', 'identityNo', 'caseNo', 'restrictionType', 'releasedDate'] }],
);

function ordersBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return known(ordersAgainst(record, context));
}

/** Listings against restrictions of consumption (限制高消费规定 1(2)). */
export const listingRestrictionFacts: readonly FactDefinition[] = [
  {
    name: 'listingStands',
    register: LISTINGS,
    label: { zh: '失信信息仍在公布', en: 'the listing still stands' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['shieldedDate', 'listingStatus']),
    evaluate: stands,
  },
  {
    name: 'listedRestriction',
    register: LISTINGS,
    label: { zh: '对失信被执行人的限制消费', en: 'restriction of the listed debtor' },
    type: 'text',
    shared: true,
    reads: READS,
    evaluate: restrictionState,
    describe: (record, context) => {
      const days = ordersBehind(record, context).map((row) => textOf(row.values.releasedDate) ?? '');
      return { released: days.sort().at(-1) ?? null };
    },
    sources: ordersBehind,
  },
  {
    name: 'responsibleUnrestricted',
    register: LISTINGS,
    label: { zh: '单位的责任人员没有单独记录', en: 'no record of a responsible person of the unit' },
    type: 'boolean',
    shared: true,
    reads: READS,
    evaluate: responsibleMissing,
    sources: ordersBehind,
  },
];
