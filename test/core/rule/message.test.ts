import { describe, expect, test } from 'vitest';
import type { FieldValue } from '../../../src/core/register/record.ts';
import { formatMessage } from '../../../src/core/rule/message.ts';
import { enginesFor, limitParameter, tinyPack, tinyRule } from '../../support/tiny-rule.ts';

function written(
  template: string,
  values: Readonly<Record<string, FieldValue>>,
  parameters = { maxDays: limitParameter(7) },
) {
  const pack = tinyPack([]);
  const [late] = tinyRule().violations;
  const view = pack.registers.get('matter');
  if (late === undefined || view === undefined) throw new Error('no limb or register');
  const limb = { ...late, message: { zh: template, en: template } };
  const { closures, record } = enginesFor(tinyRule({ violations: [limb], parameters }), values);
  return formatMessage({ rule: closures, limb, record, view, cite: pack.cite });
}

describe('a message prints', () => {
  const values = {
    agency: '示例市某局',
    served: '2026-06-01',
    done: '2026-06-10T09:05:00',
    claim: 1_234_567_89,
    extended: true,
  };
  test.each([
    ['{{served}}', '2026年6月1日', '2026-06-01'],
    ['{{done}}', '2026年6月10日09时05分', '2026-06-10 09:05'],
    ['{{claim}}', '1,234,567.89元', 'CNY 1,234,567.89'],
    ['{{extended}}', '是', 'yes'],
    ['{{remark}}', '未填', 'not filled in'],
    ['{{party}}', '示例市某局', '示例市某局'],
    ['{{subject}}', '（2026）琼9999执1号', '（2026）琼9999执1号'],
    ['{{asOf}}', '2026年6月30日', '2026-06-30'],
    ['{{late.due}}', '2026年6月8日', '2026-06-08'],
    ['{{late.days}}', '2', '2'],
    ['{{late.limit}}', '7日', '7 days'],
    ['{{late.value}}', '是', 'yes'],
    ['{{parameter.maxDays}}', '7日', '7 days'],
    ['{{ law }}', '《test-law》第1条', 'test-law art. 1'],
  ])('%s as %s and %s', (template, zh, en) => {
    expect(written(template, values)).toEqual({ zh, en });
  });

  test.each([
    ['workday', 5, '5个工作日', '5 working days'],
    ['month', 1, '1个月', '1 month'],
    ['hour', 24, '24小时', '24 hours'],
    ['yuan', 10_000, '10,000.00元', 'CNY 10,000.00'],
    ['ratio', 0.15, '15%', '15%'],
  ] as const)('a parameter in %s', (unit, value, zh, en) => {
    const parameters = { maxDays: limitParameter(7), other: limitParameter(value, unit) };
    expect(written('{{parameter.other}}', values, parameters)).toEqual({ zh, en });
  });

  test('the words of the rule where the party is blank', () => {
    expect(written('{{party}}', { served: '2026-06-01' })).toEqual({ zh: '办理机关', en: 'the agency' });
  });
});
