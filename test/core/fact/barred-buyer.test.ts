import { describe, expect, it } from 'vitest';
import { factOf, sourcesOf } from './facts-of-row.ts';

const AUCTION = {
  caseNo: '（2026）琼9999执1号',
  propertyName: '示例路1号房',
  buyer: '测试人员丁、测试人员戊',
  defaultingBuyer: null,
};
const former = (row: object) => ({
  judicialAuction: { rows: [AUCTION, { ...AUCTION, buyer: null, defaultingBuyer: '测试人员丁', ...row }] },
});

describe('a buyer who broke a bid before', () => {
  it.each([
    ['one of several buyers', {}, true],
    ['the thing named with more words', { propertyName: '示例市示例路1号房' }, true],
    ['somebody else', { defaultingBuyer: '测试人员己' }, false],
    ['another thing', { propertyName: '测试牌汽车' }, false],
    ['another case', { caseNo: '（2026）琼9999执2号' }, false],
  ])('%s', (_name, row, expected) => {
    expect(factOf('buyerBrokeBid', 'judicialAuction', AUCTION, former(row))).toBe(expected);
  });

  it('is found through the row of the broken bid', () => {
    expect(sourcesOf('buyerBrokeBid', 'judicialAuction', AUCTION, former({}))).toEqual(['judicialAuction 3']);
  });
});
