import { describe, expect, test } from 'vitest';
import { createRegisterSet } from '../../../src/core/fact/register-set.ts';
import type { RegisterData } from '../../../src/core/fact/register-set.ts';
import { findingJson } from '../../../src/core/finding/finding-json.ts';
import { judgeInspection } from '../../../src/core/finding/judge-inspection.ts';
import type { InspectionResult, JudgeHooks, RuleProgress } from '../../../src/core/finding/judge-inspection.ts';
import type { FieldValue } from '../../../src/core/register/record.ts';
import type { RuleDefinition } from '../../../src/core/rule/format.ts';
import {
  AS_OF,
  calendar,
  limitParameter,
  registryWith,
  ruleWhen,
  sha256,
  sheetOf,
  tinyPack,
  tinyRule,
} from '../../support/tiny-rule.ts';

async function judged(
  rules: readonly RuleDefinition[],
  data: readonly RegisterData[],
  facts = registryWith(),
): Promise<InspectionResult> {
  const registers = createRegisterSet(data, [], AS_OF, calendar);
  const result = await judgeInspection(tinyPack(rules, facts), registers, { asOf: AS_OF, calendar, sha256 });
  if (result === null) throw new Error('cancelled');
  return result;
}

const rows: readonly Readonly<Record<string, FieldValue>>[] = [
  { served: '2026-06-01', done: '2026-06-20', agency: '示例市某局', claim: 12_345 },
  { served: '2026-06-01', done: '2026-06-08' },
  { served: '2026-06-26' },
  { served: '2026-06-01', done: undefined },
  {},
];

describe('a finding carries its proof', () => {
  test('as findings.json promises', async () => {
    const { findings } = await judged([tinyRule()], [sheetOf(rows)]);
    const [finding] = findings;
    if (finding === undefined) throw new Error('no finding');
    const { id, ...json } = findingJson(finding, 'zh');
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(json).toEqual({
      ruleId: 'tiny-rule',
      ruleVersion: '1.0.0',
      limb: 'late',
      class: 'violation',
      severity: 'major',
      clauses: ['1.1'],
      party: '示例市某局',
      subject: '（2026）琼9999执1号',
      message: '示例市某局应于2026年6月8日前办结（2026）琼9999执1号，逾期12日（《test-law》第1条），违反法律。',
      source: [{ file: '测试.xlsx', sheet: '2026年', row: 2 }],
      evidence: [
        { field: 'served', label: '字段served', value: '2026-06-01', cell: 'C2' },
        { field: 'done', label: '字段done', value: '2026-06-20', cell: 'D2' },
      ],
      parameters: [{ name: 'maxDays', value: 7, unit: 'day', from: '2015-01-01', basis: 'statutory' }],
    });
    expect(finding.explanation.map(({ fact, result }) => [fact, result])).toEqual([
      ['served', 'true'],
      ['overdue', 'true'],
    ]);
    expect(finding.ruleSha256).toBe(sha256('tiny-rule'));
  });

  test.each([
    [undefined, '示例市某局'],
    [{ name: { zh: '上一级机关', en: 'superior' } }, '上一级机关'],
    [{ field: 'result', name: { zh: '上一级机关', en: 'superior' } }, '示例省某厅'],
    [{ field: 'remark', name: { zh: '上一级机关', en: 'superior' } }, '上一级机关'],
  ])('a limb that binds %j names %s', async (party, expected) => {
    const [limb] = tinyRule().violations;
    if (limb === undefined) throw new Error('the rule has no limb');
    const rule = tinyRule({ violations: [{ ...limb, ...(party && { party }) }] });
    const { findings } = await judged([rule], [sheetOf([{ ...rows[0], result: '示例省某厅' }])]);
    expect(findings.map((each) => [each.party.zh, each.message.zh.startsWith(expected)])).toEqual([[expected, true]]);
  });

  test('money as yuan with two decimals, and a blank cell by its address', async () => {
    const rule = ruleWhen({
      all: [
        { fact: 'claim', operator: 'greaterThan', value: 100 },
        { fact: 'remark', operator: 'present', value: false },
      ],
    });
    const { findings } = await judged([rule], [sheetOf(rows.slice(0, 1))]);
    expect(findings.map((each) => findingJson(each, 'en').evidence)).toEqual([
      [
        { field: 'claim', label: 'claim', value: '123.45', cell: 'H2' },
        { field: 'remark', label: 'remark', value: null, cell: 'G2' },
        { field: 'caseNo', label: 'caseNo', value: '（2026）琼9999执1号', cell: 'A2' },
      ],
    ]);
  });
});

describe('coverage', () => {
  test('counts every record once, and what could not be judged by name', async () => {
    const { rules, indeterminate, clauses } = await judged([tinyRule()], [sheetOf(rows)]);
    expect(rules).toEqual([
      {
        ruleId: 'tiny-rule',
        registers: ['matter'],
        applicable: 4,
        complies: 1,
        excused: 0,
        pending: 1,
        findings: 1,
        indeterminate: 1,
        notApplicable: 1,
        notCheckable: null,
      },
    ]);
    expect(indeterminate.map(({ source, missing }) => [source[0]?.row, missing])).toEqual([[5, ['done']]]);
    expect(clauses.map(({ clause, rules: own, checklist, state }) => [clause, own, checklist, state])).toEqual([
      ['1.1', ['tiny-rule'], [], 'checked'],
      ['1.2', [], ['tiny-item'], 'not-checked'],
      ['1.3', [], [], 'not-checked'],
    ]);
  });

  test.each<[string, readonly RegisterData[], object]>([
    ['a register that was not handed over', [], { reason: 'register-absent', detail: ['matter'] }],
    [
      'a required column that no sheet has',
      [sheetOf(rows, ['served'])],
      { reason: 'field-absent', detail: ['matter.served'] },
    ],
    [
      'a column that every verdict needs',
      [sheetOf(rows, ['done'])],
      { reason: 'field-absent', detail: ['matter.done'] },
    ],
    [
      'years that the calendar does not know',
      [sheetOf([{ served: '2030-01-01', done: '2026-01-05' }])],
      { reason: 'calendar-not-covered', detail: [] },
    ],
  ])('says once that nothing was checkable: %s', async (_name, data, expected) => {
    const { rules, indeterminate, clauses } = await judged([tinyRule()], data);
    expect(rules[0]?.notCheckable).toEqual(expected);
    expect(indeterminate).toEqual([]);
    expect(clauses[0]?.state).toBe('not-checked');
  });

  test('blank cells in every row are no missing column: each record is named', async () => {
    const rule = tinyRule({ applicability: { fact: 'caseNo', operator: 'present', value: true } });
    const { rules, indeterminate } = await judged([rule], [sheetOf([{}, {}])]);
    expect(rules[0]?.notCheckable).toBeNull();
    expect(indeterminate).toHaveLength(2);
  });

  test('a clause with one rule that ran and one that could not is partly checked', async () => {
    const other = tinyRule({ id: 'other-rule', register: 'neighbour' });
    const { clauses } = await judged([tinyRule(), other], [sheetOf(rows)]);
    expect(clauses[0]).toMatchObject({ rules: ['other-rule', 'tiny-rule'], state: 'partly' });
  });
});

describe('one bad rule spoils nothing else', () => {
  const label = { zh: '事实', en: 'fact' };
  const reads = () => ({ fields: ['caseNo'], neighbours: [], parameters: [] });

  test('a fact that throws is an error of its rule and record', async () => {
    const facts = registryWith({
      name: 'fussy',
      register: 'matter',
      label,
      type: 'boolean',
      reads,
      evaluate: (record) => {
        if (record.row === 3) throw new Error('row 3 is too much');
        return true;
      },
    });
    const fussy = ruleWhen({ fact: 'fussy', operator: 'equal', value: true }, { id: 'fussy-rule' });
    const { errors, findings, rules } = await judged([fussy, tinyRule()], [sheetOf(rows)], facts);
    expect(errors).toEqual([
      {
        code: 'E_RULE_FAILED',
        ruleId: 'fussy-rule',
        limb: null,
        subject: '（2026）琼9999执2号',
        source: [{ file: '测试.xlsx', sheet: '2026年', row: 3 }],
        message: 'row 3 is too much',
      },
    ]);
    expect(findings.filter(({ ruleId }) => ruleId === 'fussy-rule')).toHaveLength(4);
    expect(rules.find(({ ruleId }) => ruleId === 'tiny-rule')?.applicable).toBe(4);
  });

  test('a finding that json-rules-engine does not confirm is an error, never a finding', async () => {
    let asked = 0;
    const facts = registryWith({
      name: 'fickle',
      register: 'matter',
      label,
      type: 'boolean',
      reads,
      evaluate: () => {
        asked += 1;
        return asked === 1;
      },
    });
    const fickle = ruleWhen({ fact: 'fickle', operator: 'equal', value: true });
    const { errors, findings, rules } = await judged([fickle], [sheetOf([{}])], facts);
    expect(findings).toEqual([]);
    expect(errors.map(({ code, limb, message }) => [code, limb, message])).toEqual([
      ['E_ENGINES_DISAGREE', 'limb', 'closures: true, json-rules-engine: false'],
    ]);
    expect(rules[0]).toMatchObject({ applicable: 1, findings: 0 });
  });
});

describe('the pass', () => {
  const many = Array.from({ length: 4500 }, () => ({ served: '2026-06-01' }));

  async function pass(hooks: JudgeHooks): Promise<InspectionResult | null> {
    const registers = createRegisterSet([sheetOf(many)], [], AS_OF, calendar);
    return judgeInspection(tinyPack([tinyRule()]), registers, { asOf: AS_OF, calendar, sha256 }, hooks);
  }

  test('reports progress, waits for the listener, and ends at the total', async () => {
    const seen: string[] = [];
    await pass({
      onProgress: async ({ done, total }) => {
        await Promise.resolve();
        seen.push(`${done}/${total}`);
      },
    });
    expect(seen).toEqual(['2000/4500', '4000/4500', '4500/4500']);
  });

  test('tells of each rule what it has counted so far, and in the end what its coverage says', async () => {
    const seen: RuleProgress[] = [];
    const result = await pass({
      onProgress: ({ rules }) => {
        seen.push(...rules());
      },
    });
    expect(seen.map(({ done, total, applicable }) => ({ done, total, applicable }))).toEqual([
      { done: 2000, total: 4500, applicable: 2000 },
      { done: 4000, total: 4500, applicable: 4000 },
      { done: 4500, total: 4500, applicable: 4500 },
    ]);
    const { ruleId, applicable, complies, excused, pending, indeterminate, findings } = result?.rules[0] ?? {};
    expect(seen.at(-1)).toMatchObject({ ruleId, applicable, complies, excused, pending, indeterminate, findings });
  });

  test('ends without a result when cancelled', async () => {
    let asked = 0;
    const result = await pass({
      isCancelled: () => {
        asked += 1;
        return asked === 2;
      },
    });
    expect(result).toBeNull();
    expect(asked).toBe(2);
  });

  test('gives the same result twice, gravest first, soonest deadline first', async () => {
    const upcoming = { due: { fact: 'dueDate', params: { from: 'served', limit: 'maxDays' } }, within: 'notice' };
    const parameters = { maxDays: limitParameter(7), notice: limitParameter(5, 'count') };
    const rules = [
      tinyRule({ parameters, upcoming }),
      ruleWhen({ fact: 'caseNo', operator: 'present', value: true }, { id: 'grave-rule', severity: 'critical' }),
    ];
    const data = [sheetOf([{ served: '2026-06-26' }, { served: '2026-06-24' }, { served: '2026-01-05' }])];
    const first = await judged(rules, data);
    expect(await judged([...rules].reverse(), data)).toEqual(first);
    expect(first.findings.map(({ severity }) => severity)).toEqual(['critical', 'critical', 'critical', 'major']);
    expect(first.upcoming.map(({ due, daysLeft }) => [due, daysLeft])).toEqual([
      ['2026-07-01', 1],
      ['2026-07-03', 3],
    ]);
  });

  test('runs active rules only, and only those asked for', async () => {
    const pack = tinyPack([
      tinyRule(),
      tinyRule({ id: 'draft-rule', status: 'draft' }),
      tinyRule({ id: 'other-rule' }),
    ]);
    const registers = createRegisterSet([sheetOf(rows)], [], AS_OF, calendar);
    const ran = async (only?: ReadonlySet<string>) => {
      const options = { asOf: AS_OF, calendar, sha256, ...(only === undefined ? {} : { only }) };
      return (await judgeInspection(pack, registers, options))?.rules.map(({ ruleId }) => ruleId);
    };
    expect(await ran()).toEqual(['other-rule', 'tiny-rule']);
    expect(await ran(new Set(['tiny-rule', 'draft-rule']))).toEqual(['tiny-rule']);
  });
});
