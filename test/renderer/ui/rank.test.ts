import { describe, expect, test } from 'vitest';
import { bestOf, rank, wordsOf } from '../../../src/renderer/ui/rank.ts';

const payout = {
  texts: ['payout-30-days', '案款到账超期未发放', 'Case money not paid out in time'],
  initials: 'akdzcqwff',
};
const decision = {
  texts: ['rz-filing-decision-deadline', '超期未作出立案或不予立案决定', 'Filing decision late'],
  initials: 'cqwzclahbylajd',
};

describe('a rule is found', () => {
  for (const [how, text] of [
    ['by its id', 'payout-30'],
    ['by a part of its name', '超期未发放'],
    ['by its English name, whatever the case', 'CASE MONEY'],
    ['by the initials of its pinyin', 'akdz'],
    ['by initials from the middle of its name', 'cqwff'],
    ['by words in any order', '发放 案款'],
    ['by full-width letters', 'ｐａｙｏｕｔ'],
  ] as const) {
    test(how, () => {
      expect(bestOf([decision, payout], wordsOf(text), 5)).toEqual([payout]);
    });
  }
});

test('every word must be found', () => {
  expect(rank(payout, wordsOf('案款 立案'))).toBeNull();
});

test('a name that is the text comes before one that begins with it, and that before one that holds it', () => {
  const named = (name: string) => ({ texts: [name], initials: '' });
  const all = ['不予立案', '立案决定', '立案'].map(named);
  expect(bestOf(all, wordsOf('立案'), 5).map(({ texts }) => texts[0])).toEqual(['立案', '立案决定', '不予立案']);
});

test('equals stay in their order, and only as many as asked for are given', () => {
  const all = ['甲公司', '甲法院', '甲单位'].map((name) => ({ texts: [name], initials: '' }));
  expect(bestOf(all, wordsOf('甲'), 2).map(({ texts }) => texts[0])).toEqual(['甲公司', '甲法院']);
});
