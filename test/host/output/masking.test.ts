import { describe, expect, test } from 'vitest';
import { maskIdNumbers } from '../../../src/host/output/mask.ts';
import { findingMask, maskNames, maskValue } from '../../../src/host/output/report/masking.ts';

describe('masking', () => {
  test.each([
    ['被执行人460000190001010013未履行', '被执行人460***********0013未履行'],
    ['46000019000101001X', '460***********001X'],
    ['460000000101001', '460********1001'],
    ['（2026）琼9999执123号', '（2026）琼9999执123号'],
    ['91460000MA00000000', '91460000MA00000000'],
    ['9999123456789012345678', '9999123456789012345678'],
  ])('hides identity numbers and nothing else: %s', (text, shown) => {
    expect(maskIdNumbers(text)).toBe(shown);
  });

  test.each([
    ['测试某', '测**'],
    ['测试某、张某某', '测**、张**'],
    ['甲公司', '甲公司'],
    ['示例市公安局甲分局', '示例市公安局甲分局'],
    ['示例（海南）有限公司，李某', '示例（海南）有限公司，李*'],
  ])('hides names of persons, not of organisations: %s', (text, shown) => {
    expect(maskNames(text)).toBe(shown);
  });

  test('hides phones and accounts but for their ends', () => {
    expect(maskValue('13000000000', 'phone')).toBe('130****0000');
    expect(maskValue('1234', 'account')).toBe('****');
  });

  test('hides in the words of a finding the names that stand in its evidence', () => {
    const label = { zh: '', en: '' };
    const evidence = [
      { field: 'suspect', label, type: 'text', value: '测试某', cell: 'A2', personal: 'name' },
    ] as const;
    expect(findingMask({ evidence }, [], new Map())('对测试某未立案')).toBe('对测**未立案');
  });
});
