import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf, sourcesOf } from './facts-of-row.ts';

const NUMBER = '469999199001011236';
const ticket = { passenger: '测试人员乙', identityNo: NUMBER, issuedAt: '2026-03-20T10:00:00' };
const order = {
  restrictedPerson: '测试人员乙',
  identityNo: NUMBER,
  issuedDate: '2026-01-10',
  releasedDate: '2026-03-02',
  termEnd: null,
};

describe('a restriction that had ended before a ticket was refused', () => {
  const ended = (rows: readonly Parameters<typeof factOf>[2][]): unknown =>
    factOf('restrictionEndedBefore', 'ticketPurchase', ticket, { consumptionRestriction: { rows } });

  it.each([
    ['released', [order], '2026-03-02'],
    ['past its term', [{ ...order, releasedDate: null, termEnd: '2026-03-01' }], '2026-03-01'],
    ['the last of two', [order, { ...order, releasedDate: '2026-03-05' }], '2026-03-05'],
    ['another one still stands', [order, { ...order, releasedDate: null }], null],
    ['another person of the same name', [{ ...order, identityNo: null }], null],
  ])('%s', (_name, rows, expected) => {
    expect(ended(rows)).toBe(expected);
  });

  it('is unknown where the orders were not handed over', () => {
    const value = factOf('restrictionEndedBefore', 'ticketPurchase', ticket, {});
    expect(value).toBeInstanceOf(Unknown);
  });
});

describe('a ban on leaving that went on under another row', () => {
  const ban = { caseNo: '（2026）琼9999执1号', person: '测试人员乙', identityNo: NUMBER, termEnd: '2026-04-05' };
  const later = (other: object): unknown =>
    factOf('laterBan', 'exitBan', ban, { exitBan: { rows: [ban, { ...ban, termEnd: '2026-10-05', ...other }] } });

  it.each([
    ['the same person', {}, true],
    ['another person of the same name', { identityNo: '46999919910202456X' }, false],
    ['the same name with a masked number', { identityNo: '4699**********1236' }, true],
    ['another name without a number', { person: '测试人员丙', identityNo: null }, false],
    ['another case', { caseNo: '（2026）琼9999执2号' }, false],
    ['an earlier end', { termEnd: '2026-03-05' }, false],
  ])('%s', (_name, other, expected) => {
    expect(later(other)).toBe(expected);
  });

  it('rests on the later row', () => {
    const rows = [ban, { ...ban, termEnd: '2026-10-05' }];
    expect(sourcesOf('laterBan', 'exitBan', ban, { exitBan: { rows } })).toEqual(['exitBan 3']);
  });
});
