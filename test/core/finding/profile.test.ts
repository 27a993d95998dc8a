import { describe, expect, test } from 'vitest';
import { createRegisterSet } from '../../../src/core/fact/register-set.ts';
import { judgeInspection } from '../../../src/core/finding/judge-inspection.ts';
import { applyProfile, ProfileError } from '../../../src/core/finding/profile.ts';
import type { Profile } from '../../../src/core/finding/profile.ts';
import { AS_OF, calendar, limitParameter, sha256, sheetOf, tinyPack, tinyRule } from '../../support/tiny-rule.ts';

const policy = { ...limitParameter(7), values: [{ from: '2015-01-01', value: 7, basis: 'policy-default' }] };
const pack = tinyPack([tinyRule({ parameters: { maxDays: policy } }), tinyRule({ id: 'law-rule' })]);

function profile(rules: Profile['rules'], tables?: Profile['tables']): Profile {
  return { name: '测试方案', rules, ...(tables === undefined ? {} : { tables }) };
}

describe('a tailoring profile', () => {
  test('changes a policy limit, and the finding says that it did', async () => {
    const changed = applyProfile(
      pack,
      profile({ 'tiny-rule': { parameters: { maxDays: 3 } }, 'law-rule': { enabled: false } }),
    );
    const registers = createRegisterSet([sheetOf([{ served: '2026-06-01', done: '2026-06-05' }])], [], AS_OF, calendar);
    const result = await judgeInspection(changed, registers, { asOf: AS_OF, calendar, sha256 });
    expect(result?.rules.map(({ ruleId }) => ruleId)).toEqual(['tiny-rule']);
    expect(result?.findings.map(({ parameters }) => parameters)).toMatchObject([
      [{ name: 'maxDays', value: 3, unit: 'day', from: '2015-01-01', basis: 'profile' }],
    ]);
  });

  test('sets the severity of a rule with all its limbs', () => {
    const [packed] = applyProfile(pack, profile({ 'tiny-rule': { severity: 'minor' } })).rules;
    expect(packed?.definition.severity).toBe('minor');
    expect(packed?.definition.violations.map(({ severity }) => severity)).toEqual(['minor']);
  });

  test('changes entries of a table and leaves the others', () => {
    const { tables } = applyProfile(pack, profile({}, { 'test-table': { limits: { query: 5 } } }));
    expect(tables['test-table']).toEqual({ limits: { query: 5, control: 1 } });
  });

  test('leaves the stock pack as it was', () => {
    applyProfile(pack, profile({ 'tiny-rule': { parameters: { maxDays: 3 } } }));
    expect(pack.rules[0]?.definition.parameters['maxDays']?.values[0]?.value).toBe(7);
  });

  test.each<[string, Profile, RegExp]>([
    ['what the law says', profile({ 'law-rule': { parameters: { maxDays: 3 } } }), /cannot change what the law says/],
    ['a rule that does not exist', profile({ 'no-rule': {} }), /no-rule: there is no such rule/],
    [
      'a parameter that does not exist',
      profile({ 'tiny-rule': { parameters: { min: 3 } } }),
      /tiny-rule\.min: the rule has no such parameter/,
    ],
    ['a number into a text', profile({ 'tiny-rule': { parameters: { maxDays: '3' } } }), /another type/],
    ['a table that does not exist', profile({}, { nothing: {} }), /nothing: there is no such table/],
  ])('may not change %s', (_name, change, expected) => {
    expect(() => applyProfile(pack, change)).toThrow(ProfileError);
    expect(() => applyProfile(pack, change)).toThrow(expected);
  });
});
