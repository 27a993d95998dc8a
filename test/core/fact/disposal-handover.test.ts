import { describe, expect, it } from 'vitest';
import type { FactResult } from '../../../src/core/fact/fact.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factRegistry } from '../../../src/core/fact/registry.ts';
import type { Row } from './neighbour-registers.ts';
import { registersOf } from './neighbour-registers.ts';

const REGISTER = 'disposalHandover';
const REQUEST = {
  caseNo: '（2025）琼9999执1号',
  propertyName: '示例路1号房屋',
  requestReceivedDate: '2026-04-07',
};
const notice = (noticePublishedDate: string | null) => ({
  judicialAuction: { rows: [{ caseNo: REQUEST.caseNo, propertyName: REQUEST.propertyName, noticePublishedDate }] },
});

function factOf(name: string, record: Row, tables: Parameters<typeof registersOf>[0] = {}): FactResult {
  const context = registersOf({ [REGISTER]: { rows: [record] }, ...tables });
  const [own] = context.registers.all(REGISTER);
  const fact = factRegistry.find(name, REGISTER);
  if (own === undefined || fact === undefined) throw new Error(`no fact ${name}`);
  return fact.evaluate(own, context, {});
}

describe('a request to hand over the disposal of property', () => {
  it('knows nothing of a sale where neither its own columns nor the auctions tell', () => {
    expect(factOf('saleBegunBeforeRequest', REQUEST)).toBeInstanceOf(Unknown);
  });

  it.each([
    ['a notice of the same day comes in time', '2026-04-07', true],
    ['a notice of the next day comes too late', '2026-04-08', false],
    ['an auction without a notice is no sale begun', null, false],
  ])('%s', (_name, published, expected) => {
    expect(factOf('saleBegunBeforeRequest', REQUEST, notice(published))).toBe(expected);
  });

  it('an own column that is empty says that there was none, with or without the register of auctions', () => {
    expect(factOf('saleBegunBeforeRequest', { ...REQUEST, saleBegunDate: null })).toBe(false);
    expect(factOf('saleBegunBeforeRequest', { ...REQUEST, auctionAnnounced: false })).toBe(false);
  });

  it('an announcement without a day counts', () => {
    expect(factOf('saleBegunBeforeRequest', { ...REQUEST, auctionAnnounced: true })).toBe(true);
  });

  it('takes the day of the first seizure from the register of seizures only where its own is blank', () => {
    const seized = { propertySeizure: { rows: [{ ...REQUEST, effectiveDate: '2026-01-05' }] } };
    expect(factOf('firstSeizureOn', { ...REQUEST, firstSeizureDate: null }, seized)).toBe('2026-01-05');
    expect(factOf('firstSeizureOn', { ...REQUEST, firstSeizureDate: '2025-12-01' }, seized)).toBe('2025-12-01');
    expect(factOf('firstSeizureOn', REQUEST)).toBeInstanceOf(Unknown);
  });
});
