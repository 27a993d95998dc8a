import { describe, expect, it } from 'vitest';
import { mayBeSameCourt, shortCourtName } from '../../../src/core/fact/court-name.ts';

describe('names of courts', () => {
  it.each([
    ['示例市龙甲区人民法院', '示例龙甲法院'],
    ['示例市中级人民法院', '示例中院'],
    ['示例省高级人民法院', '示例高院'],
    ['示例市龙甲区人民法院执行局', '示例龙甲法院'],
    ['示例市某某局', '示例市某某局'],
  ])('%s is shortened to %s', (name, short) => {
    expect(shortCourtName(name)).toBe(short);
  });

  it.each([
    ['示例市龙甲区人民法院', '龙甲区法院', true],
    ['示例市甲县人民法院', '甲县法院', true],
    ['示例市中级人民法院', '示例中院', true],
    ['示例市龙甲区人民法院', '示例市秀乙区人民法院', false],
    ['示例市中级人民法院', '示例市龙甲区人民法院', false],
    ['示例市人民法院', '法院', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(mayBeSameCourt(a, b)).toBe(same);
  });
});
