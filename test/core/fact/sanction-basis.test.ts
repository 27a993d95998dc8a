import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf } from './facts-of-row.ts';

describe('the basis written for a sanction', () => {
  it.each([
    ['《示例条例》第5条', 'sufficient'],
    ['《中华人民共和国政府采购法》第二十二条', 'sufficient'],
    ['政府采购法', 'sufficient'],
    ['《示例市管理办法》和《政府采购法》', 'sufficient'],
    ['国办发〔2020〕49号', 'sufficient'],
    ['《示例市失信惩戒管理办法》第3条', 'insufficient'],
    ['部门联合惩戒备忘录', 'insufficient'],
    ['失信被执行人', 'unclear'],
    ['无', 'none'],
    [null, 'none'],
  ])('%s: %s', (measureBasis, expected) => {
    expect(factOf('sanctionBasis', 'creditCheck', { measureBasis }, {})).toBe(expected);
  });

  it('is unknown without the column', () => {
    expect(factOf('sanctionBasis', 'creditCheck', { department: '示例市示例局' }, {})).toBeInstanceOf(Unknown);
  });
});
