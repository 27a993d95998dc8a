import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition } from './fact.ts';
import { Unknown } from './fact.ts';
import { absentColumns, fixedReads, known, textOf } from './neighbours.ts';
import { sameName } from './same-property.ts';
import { comparableText } from './text.ts';
import { namesIn } from './words.ts';

const AUCTIONS = 'judicialAuction';
const STAFF = 'courtPersonnel';
const SHORTEST_USEFUL_NAME = 3;

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

/** People on a court's roster who have the name of a buyer; a name of one or two characters is no mark of a person. */
function staffNamedLikeBuyer(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const absent = absentColumns(context, STAFF, ['name']);
  if (absent !== null) return absent;
  return namesIn(textOf(record.values.buyer) ?? '')
    .filter((name) => name.length >= SHORTEST_USEFUL_NAME)
    .flatMap((name) => context.registers.by(STAFF, 'name', name));
}

/** Facts about buyers who may not bid: those who broke a bid (网拍规定24条), the court's own staff (34条). */
export const barredBuyerFacts: readonly FactDefinition[] = [
  {
    name: 'buyerOnRoster',
    register: AUCTIONS,
    label: { zh: '买受人与法院工作人员同名', en: 'the buyer has the name of one of the court staff' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['buyer'], [{ register: STAFF, fields: ['name', 'court', 'department'] }]),
    evaluate: (record, context) => {
      const staff = staffNamedLikeBuyer(record, context);
      return staff instanceof Unknown ? staff : staff.length > 0;
    },
    describe: (record, context) => {
      const staff = staffNamedLikeBuyer(record, context);
      const [first] = known(staff);
      return first === undefined ? {} : { department: textOf(first.values.department) ?? textOf(first.values.court) };
    },
    sources: (record, context) => known(staffNamedLikeBuyer(record, context)),
  },
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
