import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition } from './fact.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { sameName } from './same-property.ts';
import { comparableText } from './text.ts';
import { namesIn } from './words.ts';

const AUCTIONS = 'judicialAuction';

/** Auctions of the same thing in the same case, the row itself included. */
function auctionsOfThing(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const name = comparableText(textOf(record.values.propertyName) ?? '');
  return context.registers
    .by(AUCTIONS, 'caseNo', record.values.caseNo)
    .filter((each) => each === record || sameName(name, comparableText(textOf(each.values.propertyName) ?? '')));
}

/** Auctions in which the buyer of this one had failed to pay (悔拍), by name. */
function brokenBids(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const buyers = namesIn(textOf(record.values.buyer) ?? '');
  return auctionsOfThing(record, context).filter((each) =>
    namesIn(textOf(each.values.defaultingBuyer) ?? '').some((name) => buyers.includes(name)),
  );
}

/** Facts about buyers who bid again after breaking their bid (网拍规定24条). */
export const rebidFacts: readonly FactDefinition[] = [
  {
    name: 'buyerBrokeBid',
    register: AUCTIONS,
    label: { zh: '买受人与悔拍人同名', en: 'the buyer has the name of one who broke a bid' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'propertyName', 'buyer', 'defaultingBuyer']),
    evaluate: (record, context) => brokenBids(record, context).length > 0,
    sources: (record, context) => brokenBids(record, context).filter((each) => each !== record),
  },
];
