import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Condition, Limb, RuleDefinition, RuleTest } from '../../../src/core/rule/format.ts';
import { lintRule, lintShape } from '../../../src/core/rule/lint/lint-rule.ts';
import { createRuleValidator } from '../../../src/host/rule-schema.ts';
import { limitParameter, ruleWhen, tinyRule, tinyWorld } from '../../support/tiny-rule.ts';

const FILE = 'test/tiny-rule.json';
const validate = createRuleValidator(JSON.parse(readFileSync('rules/rule.schema.json', 'utf8')) as object);

/** Tests enough for the rule on seven days. */
const enough: readonly RuleTest[] = [
  { name: 'late', expect: 'violates', limb: 'late', record: { served: '2026-06-01', done: '2026-06-09' } },
  { name: 'in time', expect: 'complies', record: { served: '2026-06-01', done: '2026-06-08' } },
  { name: 'not served', expect: 'notApplicable', record: {} },
  { name: 'unknown end', expect: 'indeterminate', record: { served: '2026-06-01' }, unmapped: ['done'] },
];

const goodRule = tinyRule({ tests: enough });

function problems(rule: RuleDefinition) {
  return lintRule(rule, FILE, tinyWorld());
}

function errors(rule: RuleDefinition): readonly string[] {
  return problems(rule)
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => `${path}: ${message}`);
}

function shapeErrors(when: unknown): readonly string[] {
  return lintShape({ ...goodRule, applicability: when }, FILE).map(({ path, message }) => `${path}: ${message}`);
}

test('a rule in order has no problem, in form and in meaning', () => {
  expect(lintShape(goodRule, FILE)).toEqual([]);
  expect(validate(goodRule, FILE)).toEqual([]);
  expect(problems(goodRule)).toEqual([]);
});

const leaf = { fact: 'caseNo', operator: 'present', value: true };

describe('what json-rules-engine would take in a surprising sense is refused at load', () => {
  test.each<[string, unknown, RegExp]>([
    ['a node with both any and all evaluates only any', { any: [leaf], all: [leaf] }, /^applicability: .*never both/],
    ['an empty all is true', { all: [] }, /^applicability\.all: .*empty/],
    ['an empty any is true', { any: [{ any: [] }] }, /^applicability\.any\[0\]\.any: .*empty/],
    ['not turns missing data into a verdict', { not: leaf }, /^applicability\.not: there is no “not”/],
    [
      'path changes type with the number of matches',
      { ...leaf, path: '$.a' },
      /^applicability\.path: “path” is refused/,
    ],
    ['a wildcard path', { ...leaf, path: '$..[*]' }, /^applicability\.path/],
    ['named conditions may be cyclic', { condition: 'shared' }, /^applicability\.condition: .*named conditions/],
    ['priority changes what is evaluated', { ...leaf, priority: 3 }, /^applicability\.priority/],
    ['a negated operator is true on a blank', { ...leaf, operator: 'not:lessThan' }, /no such operator “not:lessThan”/],
    ['an unknown operator', { ...leaf, operator: 'greatherThan' }, /did you mean “greaterThan”/],
    ['an unknown key', { ...leaf, parms: {} }, /^applicability\.parms: unknown key “parms”, did you mean “params”/],
    ['a leaf without value', { fact: 'a', operator: 'equal' }, /“value” is missing/],
    ['an object that names no fact', { ...leaf, value: { from: 1 } }, /must name a fact/],
    ['a list instead of a condition', [leaf], /must be an object/],
  ])('%s', (_name, when, expected) => {
    expect(shapeErrors(when).join('\n')).toMatch(expected);
  });
});

describe('the JSON Schema refuses', () => {
  test.each<[string, object, RegExp]>([
    ['a missing language', { title: { zh: '题' } }, /^title: must have required property 'en'/],
    ['an unknown key', { severety: 'major' }, /unknown key “severety”, did you mean “severity”/],
    ['an unknown class of severity', { severity: 'grave' }, /^severity: "grave" is none of critical, major, minor/],
    ['a version that is none', { version: '1' }, /^version: must match pattern/],
    ['a rule without limb', { violations: [] }, /^violations: must NOT have fewer than 1 items/],
    [
      'a date in another form',
      { tests: [{ ...enough[0], asOf: '30.06.2026' }] },
      /^tests\[0\]\.asOf: must match pattern/,
    ],
  ])('%s', (_name, change, expected) => {
    const found = validate({ ...goodRule, ...change }, FILE).map(({ path, message }) => `${path}: ${message}`);
    expect(found.join('\n')).toMatch(expected);
  });
});

function leafErrors(when: Condition): string {
  return errors(ruleWhen(when, { parameters: { maxDays: limitParameter(7), cap: limitParameter(5, 'yuan') } })).join(
    '\n',
  );
}

describe('the lint refuses conditions', () => {
  test.each<[string, Condition, RegExp]>([
    [
      'on an unknown field',
      { fact: 'servd', operator: 'present', value: true },
      /no field or fact “servd”, did you mean “served”/,
    ],
    [
      'with params on a field',
      { fact: 'served', operator: 'present', value: true, params: { a: 1 } },
      /takes no params/,
    ],
    [
      'with an unknown param',
      { fact: 'overdue', params: { from: 'served', to: 'done', limt: 'maxDays' }, operator: 'equal', value: true },
      /no param “limt”, did you mean “limit”[^]*needs the param “limit”/,
    ],
    [
      'with an unknown parameter',
      { fact: 'overdue', params: { from: 'served', to: 'done', limit: 'maxDay' }, operator: 'equal', value: true },
      /no parameter “maxDay”, did you mean “maxDays”/,
    ],
    [
      'with a limit that is no time',
      { fact: 'overdue', params: { from: 'served', to: 'done', limit: 'cap' }, operator: 'equal', value: true },
      /unit yuan, which is no time/,
    ],
    [
      'with a reference to nothing',
      { fact: 'firstOf', params: { of: ['served', 'don'] }, operator: 'present', value: true },
      /violations\[0\]\.when\.params\.of\[1\]\.fact: .*“don”/,
    ],
    [
      'with a window of two lengths',
      {
        fact: 'within',
        params: { date: 'served', before: 'done', months: 1, days: 3 },
        operator: 'equal',
        value: true,
      },
      /exactly one of/,
    ],
    [
      'with extendedWhen and no extension',
      {
        fact: 'dueDate',
        params: { from: 'served', limit: 'maxDays', extendedWhen: 'extended' },
        operator: 'present',
        value: true,
      },
      /needs an “extension”/,
    ],
    ['with in and a text: a substring test', { fact: 'result', operator: 'in', value: '拒绝退回' }, /needs a list/],
    ['with a list that is empty', { fact: 'result', operator: 'in', value: [] }, /decides nothing/],
    ['with a list of another type', { fact: 'result', operator: 'in', value: [1] }, /values of type text/],
    ['that order text', { fact: 'result', operator: 'lessThan', value: '10' }, /would order text/],
    [
      'that compare text with a number',
      { fact: 'result', operator: 'equal', value: 5 },
      /a text is never equal to a number/,
    ],
    ['that compare a date with a number', { fact: 'served', operator: 'lessThan', value: 5 }, /cannot be ordered/],
    [
      'that compare with a day that does not exist',
      { fact: 'served', operator: 'lessThan', value: '2026-02-30' },
      /no day of the calendar/,
    ],
    ['with present and a text', { fact: 'served', operator: 'present', value: 'yes' }, /takes true or false/],
    ['that look for words in a number', { fact: 'count', operator: 'containsAny', value: ['1'] }, /looks into text/],
    ['that look for an empty word', { fact: 'result', operator: 'containsAny', value: [''] }, /must hold words/],
  ])('%s', (_name, when, expected) => {
    expect(leafErrors(when)).toMatch(expected);
  });

  test('two conditions of one name', () => {
    const named = { ...leaf, name: 'known' };
    expect(leafErrors({ all: [named, named] })).toMatch(/condition name “known” stands at .*all\[0\] already/);
  });

  test('a value that may be blank is a warning, until it is required or asked for', () => {
    const compare: Condition = { fact: 'result', operator: 'equal', value: '拒绝' };
    const asked: Condition = { fact: 'result', operator: 'present', value: true };
    const codes = (rule: RuleDefinition) => problems(rule).map(({ code }) => code);
    expect(codes(ruleWhen(compare))).toContain('BLANK_POSSIBLE');
    expect(codes(ruleWhen(compare, { requires: ['result'] }))).not.toContain('BLANK_POSSIBLE');
    expect(codes(ruleWhen({ all: [asked, compare] }))).not.toContain('BLANK_POSSIBLE');
  });
});

const [late] = goodRule.violations;
function withLimb(change: Partial<Limb>): RuleDefinition {
  if (late === undefined) throw new Error('no limb');
  return { ...goodRule, violations: [{ ...late, ...change }] };
}

describe('the lint refuses rules', () => {
  const policy = { ...limitParameter(7), values: [{ from: '2015-01-01', value: 7, basis: 'policy-default' }] };
  const unordered = {
    ...limitParameter(7),
    values: [
      { from: '2025-01-01', value: 7, basis: 'test-law' },
      { from: '2020-01-01', value: 3, basis: 'test-law' },
    ],
  };
  test.each<[string, RuleDefinition, RegExp]>([
    ['whose id is not the file name', { ...goodRule, id: 'other' }, /^id: the id “other” must be the file's name/],
    ['on an unknown register', { ...goodRule, register: 'mater' }, /no register “mater”, did you mean “matter”/],
    ['for an unknown clause', { ...goodRule, clauses: ['1.9'] }, /no clause “1\.9”/],
    ['on an unknown source', { ...goodRule, legalBasis: [{ source: 'test-lav' }] }, /did you mean “test-law”/],
    [
      'with an article in another form',
      { ...goodRule, legalBasis: [{ source: 'test-law', article: '第1条' }] },
      /write the number/,
    ],
    ['that require an unknown field', { ...goodRule, requires: ['servd'] }, /^requires\[0\]: .*did you mean “served”/],
    [
      'whose party is an unknown field',
      { ...goodRule, party: { field: 'agent', name: goodRule.title } },
      /^party\.field/,
    ],
    ['whose parameter values do not ascend', { ...goodRule, parameters: { maxDays: unordered } }, /must ascend/],
    [
      'whose parameter rests on an unknown source',
      {
        ...goodRule,
        parameters: { maxDays: { ...policy, values: [{ from: '2015-01-01', value: 7, basis: 'nothing#1' }] } },
      },
      /no legal source “nothing”/,
    ],
    [
      'that call a policy default a violation',
      { ...goodRule, parameters: { maxDays: policy } },
      /must be overLimit or lead/,
    ],
    [
      'with a text where a number belongs',
      {
        ...goodRule,
        parameters: { maxDays: { ...policy, values: [{ from: '2015-01-01', value: '7', basis: 'test-law' }] } },
      },
      /must be a number/,
    ],
    [
      'that accuse for a policy limit',
      withLimb({ class: 'overLimit', message: { zh: '超过内控参考时限，违反规定', en: 'x' } }),
      /may not say “违反”/,
    ],
    ['that accuse for a lead', withLimb({ class: 'lead', message: { zh: '疑似违法', en: 'x' } }), /may not say “违法”/],
    [
      'that name a rank that no reference has',
      withLimb({ message: { zh: '违反联合文件', en: 'x' } }),
      /“违反联合文件” needs a reference of rank jointDocument/,
    ],
    [
      'whose placeholder names nothing',
      withLimb({ message: { zh: '{{servd}}', en: '{{servd}}' } }),
      /\{\{servd\}\} names nothing, did you mean “served”/,
    ],
    [
      'whose placeholder names no condition',
      withLimb({ message: { zh: '{{lat.due}}', en: 'x' } }),
      /\{\{lat\.due\}\} names nothing, did you mean “late\.due”/,
    ],
    [
      'whose placeholder asks what nothing tells',
      withLimb({ message: { zh: '{{late.when}}', en: 'x' } }),
      /\{\{late\.when\}\} names nothing/,
    ],
    ['whose message has a stray brace', withLimb({ message: { zh: '{{served}', en: 'x' } }), /a brace is left over/],
    [
      'with a fact that excuses no limb',
      { ...goodRule, exonerating: [{ name: 'e', label: goodRule.title, limbs: ['lat'] }] },
      /no limb “lat”, did you mean “late”/,
    ],
  ])('%s', (_name, rule, expected) => {
    expect(errors(rule).join('\n')).toMatch(expected);
  });
});

describe('the lint asks for tests', () => {
  const without = (expected: string) => ({ ...goodRule, tests: enough.filter((each) => each.expect !== expected) });
  test.each<[string, RuleDefinition, RegExp]>([
    ['of each limb', without('violates'), /no test has the limb “late” broken/],
    ['of compliance', without('complies'), /the outcome complies/],
    ['of a record that is not concerned', without('notApplicable'), /the outcome notApplicable/],
    ['of missing data', without('indeterminate'), /the outcome indeterminate/],
    [
      'of each exonerating fact',
      {
        ...goodRule,
        exonerating: [{ name: 'e', label: goodRule.title, when: { fact: 'extended', operator: 'equal', value: true } }],
      },
      /1 excused records/,
    ],
    [
      'of each version of a parameter',
      {
        ...goodRule,
        parameters: {
          maxDays: {
            ...limitParameter(7),
            values: [
              { from: '2015-01-01', value: 3, basis: 'test-law' },
              { from: '2026-01-01', value: 7, basis: 'test-law' },
            ],
          },
        },
      },
      /the version of “maxDays” from 2015-01-01 in force/,
    ],
    [
      'that name the limb',
      { ...goodRule, tests: [...enough, { name: 'x', expect: 'violates', record: {} }] },
      /must name the limb/,
    ],
    [
      'with values of the right type',
      { ...goodRule, tests: [...enough, { name: 'x', expect: 'complies', record: { claim: 1.5 } }] },
      /whole fen/,
    ],
    [
      'with fields that exist',
      { ...goodRule, tests: [...enough, { name: 'x', expect: 'complies', record: { servd: null } }] },
      /no field “servd”/,
    ],
    [
      'with neighbours that exist',
      { ...goodRule, tests: [...enough, { name: 'x', expect: 'complies', record: {}, neighbours: { neighbor: [] } }] },
      /did you mean “neighbour”/,
    ],
  ])('%s', (_name, rule, expected) => {
    expect(errors(rule).join('\n')).toMatch(expected);
  });
});
