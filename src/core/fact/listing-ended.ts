import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf, isIsoDate } from './iso.ts';
import type { ListingRegister } from './listing-index.ts';
import { listingMatches, stateAt } from './listing-index.ts';
import type { PartyFields } from './listing-match.ts';
import { listReads, partyOf } from './listing-match.ts';
import { removedOn } from './listing-window.ts';
import { fixedReads, textOf } from './neighbours.ts';

/** What a fact needs to ask whether the measures against a party had ended. */
interface EndedQuestion {
  readonly register: ListingRegister;
  readonly party: PartyFields;
  /** Field with the day or moment of the act. */
  readonly on: string;
}

function endOf(row: RegisterRecord): string | null {
  const removed = row.register === 'dishonestListing' ? removedOn(row) : textOf(row.values.releasedDate);
  return typeof removed === 'string' ? dayOf(removed) : textOf(row.values.termEnd);
}

/**
 * Day on which the last listing or restriction of the party had ended before the act; blank where the party never was on
 * the list, or a row still stood. Only whole numbers count.
 */
function endedBefore(record: RegisterRecord, context: FactContext, { register, party, on }: EndedQuestion): FactResult {
  const who = partyOf(record, party);
  if (who instanceof Unknown) return who;
  if (!context.registers.has(register)) return new Unknown('register-absent', [register]);
  const moment = record.values[on];
  if (!isIsoDate(moment)) return new Unknown('missing', [on]);
  const rows = listingMatches(context.registers, register, who).flatMap(({ likeness, row }) =>
    likeness === 'number' ? [row] : [],
  );
  const states = rows.map((row) => stateAt(row, moment));
  if (states.includes('undecided')) {
    const end = register === 'dishonestListing' ? 'shieldedDate' : 'releasedDate';
    return new Unknown('missing', [`${register}.${end}`]);
  }
  if (states.some((state) => state !== 'out')) return null;
  const ended = rows.flatMap((row) => endOf(row) ?? []);
  return (
    ended
      .filter((day) => day <= dayOf(moment))
      .sort()
      .at(-1) ?? null
  );
}

function endedFact(
  name: string,
  register: string,
  label: FactDefinition['label'],
  question: EndedQuestion,
): FactDefinition {
  const { number, masked, name: own } = question.party;
  const fields = [number, masked, own, question.on].filter((each) => each !== undefined);
  return {
    name,
    register,
    label,
    type: 'date',
    shared: true,
    reads: fixedReads(fields, [listReads(question.register)]),
    evaluate: (record, context) => endedBefore(record, context, question),
  };
}

/** Facts on sanctions that went on after the measure had ended. */
export const listingEndedFacts: readonly FactDefinition[] = [
  endedFact(
    'delistedBefore',
    'creditCheck',
    { zh: '决定前已移出名单之日', en: 'day of removal from the list before the decision' },
    {
      register: 'dishonestListing',
      party: { number: 'applicantIdentityNo', masked: 'applicantIdentityNoMasked', name: 'applicant' },
      on: 'decidedAt',
    },
  ),
  endedFact(
    'restrictionEndedBefore',
    'ticketPurchase',
    { zh: '出票前限制消费已全部解除之日', en: 'day on which the last restriction had ended before the sale' },
    {
      register: 'consumptionRestriction',
      party: { number: 'identityNo', name: 'passenger' },
      on: 'issuedAt',
    },
  ),
];
