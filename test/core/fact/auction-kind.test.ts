import { describe, expect, it } from 'vitest';
import { factOf } from './facts-of-row.ts';

describe('what is auctioned', () => {
  it.each([
    ['不动产', 'other'],
    ['住宅用房', 'other'],
    ['国有土地使用权', 'other'],
    ['车位使用权', 'other'],
    ['有限公司股权', 'other'],
    ['动产', 'movable'],
    ['机动车', 'movable'],
    ['机器设备', 'movable'],
    ['其他', 'unclear'],
    [null, 'unclear'],
  ])('%s is %s', (propertyType, kind) => {
    expect(factOf('auctionKind', 'judicialAuction', { caseNo: '（2026）琼9999执1号', propertyType }, {})).toBe(kind);
  });
});
