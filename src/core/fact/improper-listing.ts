import type { RegisterRecord } from '../register/record.ts';
import { looksLikeIdentityNumber } from '../register/value/identity-number.ts';
import { adultFrom } from './adulthood.ts';
import { isUnitName } from './case-debtors.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { fixedReads, known, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { partyNumbers } from './party-number.ts';
import { onceForRecord } from './remember.ts';
import { isWaiting } from './seizure.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

const LISTINGS = 'dishonestListing';
const CASES = 'enforcementCase';
const SEIZURES = 'propertySeizure';
const STAYS = 'enforcementStay';
const PARTIES = 'caseParty';

/** Day of the decision to list; where it is not told, of the publication: the decision was not later. */
function listedOn(record: RegisterRecord): string | Unknown {
  const day = textOf(record.values.decisionDate) ?? textOf(record.values.publishedDate);
  return day === null ? new Unknown('missing', ['decisionDate']) : dayOf(day);
}

/** Whether the table of parties says of the person that they are a minor; `null` where it says nothing of them. */
function minorByParties(record: RegisterRecord, context: FactContext): boolean | null {
  const parties = recordsOfCase(record, context, PARTIES, ['minor']);
  const name = comparableText(textOf(record.values.name) ?? '');
  if (parties instanceof Unknown || name === '') return null;
  const own = parties.filter((each) => comparableText(textOf(each.values.partyName) ?? '') === name);
  const [only] = own;
  return own.length === 1 && typeof only?.values.minor === 'boolean' ? only.values.minor : null;
}

/**
 * Whether somebody was under eighteen when listed (法释〔2017〕7号 4): by the whole identity number, else by the table of
 * parties. The birthday itself counts as grown up.
 */
function listedAsMinor(record: RegisterRecord, context: FactContext): FactResult {
  const numbers = partyNumbers(record.values.identityNo, record.values.identityNoMasked);
  const full = numbers.length === 1 && numbers[0]?.kind === 'full' ? numbers[0].number : null;
  if (full !== null && !looksLikeIdentityNumber(full)) return false;
  if (full !== null) {
    const on = listedOn(record);
    return on instanceof Unknown ? on : on < adultFrom(full);
  }
  if (isUnitName(textOf(record.values.name) ?? '')) return false;
  return minorByParties(record, context) ?? new Unknown('missing', ['identityNo']);
}

function controlledBy(on: string, debtor: string): (row: RegisterRecord) => boolean {
  return (row) => {
    const { effectiveDate, releasedDate } = row.values;
    const from = textOf(effectiveDate);
    const released = textOf(releasedDate);
    const owner = comparableText(textOf(row.values.debtor) ?? debtor);
    const inForce = from !== null && from <= on && (released === null || released > on);
    return inForce && owner === debtor && isWaiting(row) !== true;
  };
}

interface Controlled {
  readonly rows: readonly RegisterRecord[];
  /** Fen. Property without a value counts for nothing: the reading that does not accuse. */
  readonly value: number;
}

/** The debtor's property that was under seizure in the case on the day of listing. */
const controlled = onceForRecord((record, context): Controlled | Unknown => {
  const on = listedOn(record);
  if (on instanceof Unknown) return on;
  const seizures = recordsOfCase(record, context, SEIZURES, ['effectiveDate']);
  if (seizures instanceof Unknown) return seizures;
  const rows = seizures.filter(controlledBy(on, comparableText(textOf(record.values.name) ?? '')));
  const value = rows.reduce(
    (sum, row) => sum + (numberOf(row.values.frozenAmount) ?? numberOf(row.values.appraisedValue) ?? 0),
    0,
  );
  return { rows, value };
});

/** Value under seizure as a share of the claim. */
function controlledShare(record: RegisterRecord, context: FactContext): FactResult {
  const property = controlled(record, context);
  if (property instanceof Unknown) return property;
  const cases = recordsOfCase(record, context, CASES, ['claimAmount']);
  if (cases instanceof Unknown) return cases;
  const [own] = cases;
  const claim = own === undefined ? null : numberOf(own.values.claimAmount);
  if (claim === null || claim <= 0) return new Unknown('missing', [`${CASES}.claimAmount`]);
  return property.value / claim;
}

const SECURITY_WORDS = ['担保'];

/** Stays on security (执行担保) that ran on the day of listing. */
function securities(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const on = listedOn(record);
  if (on instanceof Unknown) return on;
  const stays = recordsOfCase(record, context, STAYS, ['stayKind', 'stayStartDate']);
  if (stays instanceof Unknown) return stays;
  return stays.filter(({ values }) => {
    const from = textOf(values.stayStartDate);
    const to = textOf(values.stayResumedDate) ?? textOf(values.stayEndDate);
    const runs = from !== null && from <= on && (to === null || on <= to);
    return runs && mentionsAny(textOf(values.stayKind) ?? '', SECURITY_WORDS);
  });
}

/** Facts on entries of the list that the provisions bar (法释〔2017〕7号 3, 4). */
export const improperListingFacts: readonly FactDefinition[] = [
  {
    name: 'listedAsMinor',
    register: LISTINGS,
    label: { zh: '纳入时未满十八周岁', en: 'under eighteen when listed' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['identityNo', 'identityNoMasked', 'name', 'decisionDate', 'publishedDate'],
      [{ register: PARTIES, fields: ['partyName', 'minor'] }],
    ),
    evaluate: listedAsMinor,
  },
  {
    name: 'controlledShare',
    register: LISTINGS,
    label: { zh: '纳入时已控制财产与标的之比', en: 'property under seizure as a share of the claim' },
    type: 'number',
    shared: true,
    reads: fixedReads(
      ['name', 'caseNo', 'decisionDate', 'publishedDate'],
      [
        { register: SEIZURES, fields: ['effectiveDate', 'releasedDate', 'appraisedValue', 'frozenAmount', 'debtor'] },
        { register: CASES, fields: ['claimAmount'] },
      ],
    ),
    evaluate: controlledShare,
    describe: (record, context) => {
      const property = controlled(record, context);
      return property instanceof Unknown ? {} : { count: property.rows.length };
    },
    sources: (record, context) => {
      const property = controlled(record, context);
      return property instanceof Unknown ? [] : property.rows;
    },
  },
  {
    name: 'securityAtListing',
    register: LISTINGS,
    label: { zh: '纳入时执行担保尚在期内', en: 'security for enforcement was in force when listed' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'decisionDate', 'publishedDate'],
      [{ register: STAYS, fields: ['stayKind', 'stayStartDate', 'stayEndDate', 'stayResumedDate'] }],
    ),
    evaluate: (record, context) => {
      const stays = securities(record, context);
      return stays instanceof Unknown ? stays : stays.length > 0;
    },
    sources: (record, context) => known(securities(record, context)),
  },
];
