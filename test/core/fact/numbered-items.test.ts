import { describe, expect, it } from 'vitest';
import { itemsIn } from '../../../src/core/fact/numbered-items.ts';

describe('items that a text numbers', () => {
  it.each([
    ['一、甲；二、乙；三、丙', 3],
    ['（一）甲（二）乙', 2],
    ['1. 甲；2. 乙', 2],
    ['1、甲2.5万元未扣；2、乙', 2],
    ['①甲②乙③丙', 3],
    ['3', 3],
    ['3项', 3],
    ['一是甲；二是乙', 2],
  ])('%s: %i', (text, count) => {
    expect(itemsIn(text)).toBe(count);
  });

  it.each(['', '管理不严', '二、甲；三、乙', '2026年3月1日检查发现'])('%s numbers none in order', (text) => {
    expect(itemsIn(text)).toBeNull();
  });
});
