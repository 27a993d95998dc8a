import { describe, expect, it } from 'vitest';
import type { RegisterData } from '../../../src/core/fact/register-set.ts';
import { createRegisterSet } from '../../../src/core/fact/register-set.ts';
import type { FactDefinition } from '../../../src/core/fact/fact.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import type { InspectionResult } from '../../../src/core/finding/judge-inspection.ts';
import { judgeInspection } from '../../../src/core/finding/judge-inspection.ts';
import type { FindingClass, RuleDefinition, Severity } from '../../../src/core/rule/format.ts';
import {
  AS_OF,
  calendar,
  registryWith,
  ruleWhen,
  sha256,
  sheetOf,
  tinyPack,
  tinyRule,
} from '../../support/tiny-rule.ts';

/** As a fact on the records of another register does where nobody handed that register over. */
const hasNeighbour: FactDefinition = {
  name: 'hasNeighbour',
  register: 'matter',
  label: { zh: '有关联记录', en: 'has a neighbour' },
  type: 'boolean',
  reads: () => ({ fields: ['caseNo'], neighbours: [{ register: 'neighbour', fields: ['caseNo'] }], parameters: [] }),
  evaluate: (record, { registers }) =>
    registers.has('neighbour')
      ? registers.by('neighbour', 'caseNo', record.values['caseNo']).length > 0
      : new Unknown('register-absent', ['neighbour']),
};
const facts = registryWith(hasNeighbour);

async function judged(rules: readonly RuleDefinition[], data: readonly RegisterData[]): Promise<InspectionResult> {
  const registers = createRegisterSet(data, [], AS_OF, calendar);
  const result = await judgeInspection(tinyPack(rules, facts), registers, { asOf: AS_OF, calendar, sha256 });
  if (result === null) throw new Error('cancelled');
  return result;
}

const isTrue = { fact: 'caseNo', operator: 'present', value: true };
const withoutNeighbour = ruleWhen({ fact: 'hasNeighbour', operator: 'equal', value: false });
const done = ruleWhen({ fact: 'result', operator: 'equal', value: '办结' });

describe('why a rule could not be checked', () => {
  it('a neighbour register that nobody handed over is named, once for all records', async () => {
    const { rules, indeterminate, findings } = await judged([withoutNeighbour], [sheetOf([{}, {}])]);
    expect(rules[0]?.notCheckable).toEqual({ reason: 'register-absent', detail: ['neighbour'] });
    expect(rules[0]?.registers).toEqual(['matter', 'neighbour']);
    expect([indeterminate, findings]).toEqual([[], []]);
  });

  it('a neighbour register that was handed over empty is evidence, not an obstacle', async () => {
    const { rules, findings } = await judged([withoutNeighbour], [sheetOf([{}, {}]), sheetOf([], [], 'neighbour')]);
    expect(rules[0]?.notCheckable).toBeNull();
    expect(findings).toHaveLength(2);
  });

  it('a field that is blank in every record is no register that is absent', async () => {
    const { rules, indeterminate } = await judged([done], [sheetOf([{}, {}])]);
    expect(rules[0]?.notCheckable).toBeNull();
    expect(indeterminate.map(({ missing }) => missing)).toEqual([['result'], ['result']]);
  });

  it('a column that only one of two sheets lacks is no obstacle: the records of that sheet are named', async () => {
    const having = sheetOf([{ result: '办结' }]);
    const without = sheetOf([{ caseNo: '（2026）琼9999执2号' }], ['result']);
    const both = {
      register: 'matter',
      mappings: [...having.mappings, ...without.mappings],
      records: [...having.records, ...without.records],
    };
    const { rules, indeterminate } = await judged([done], [both]);
    expect(rules[0]).toMatchObject({ notCheckable: null, findings: 1, indeterminate: 1 });
    expect(indeterminate.map(({ subject }) => subject)).toEqual(['（2026）琼9999执2号']);
  });

  it('a cell that could not be read leaves its record open, and the others judged', async () => {
    const { rules, indeterminate } = await judged([done], [sheetOf([{ result: undefined }, { result: '办结' }])]);
    expect(rules[0]).toMatchObject({ notCheckable: null, findings: 1, indeterminate: 1 });
    expect(indeterminate.map(({ missing, source }) => [missing, source[0]?.row])).toEqual([[['result'], 2]]);
  });

  it('blank cells beside missing columns in a mixture have no common obstacle', async () => {
    const rule = tinyRule({ applicability: isTrue });
    const { rules, indeterminate } = await judged(
      [rule],
      [sheetOf([{}, { served: '2030-01-01', done: '2026-01-05' }])],
    );
    expect(rules[0]?.notCheckable).toBeNull();
    expect(indeterminate.map(({ reasons }) => reasons)).toEqual([['missing'], ['calendar-not-covered']]);
  });
});

describe('a finding stays the same finding', () => {
  /** The sheet under another file name. */
  function renamed(data: RegisterData, file: string): RegisterData {
    const [first] = data.mappings;
    if (first === undefined) throw new Error('no mapping');
    const mapping = { ...first, file };
    return { ...data, mappings: [mapping], records: data.records.map((record) => ({ ...record, mapping })) };
  }
  const sheet = sheetOf([{ result: '办结' }]);

  it('when its file is renamed', async () => {
    const [before] = (await judged([done], [sheet])).findings;
    const [after] = (await judged([done], [renamed(sheet, '改名.xlsx')])).findings;
    expect(after?.source[0]?.file).toBe('改名.xlsx');
    expect(after?.id).toBe(before?.id);
  });

  it('when two files hold the same row: one finding with both places, whichever was read first', async () => {
    const other = renamed(sheet, '改名.xlsx');
    const merged = (parts: readonly RegisterData[]): RegisterData => ({
      register: 'matter',
      mappings: parts.flatMap(({ mappings }) => mappings),
      records: parts.flatMap(({ records }) => records),
    });
    const forward = (await judged([done], [merged([sheet, other])])).findings;
    expect(forward.map(({ source }) => source.map(({ file }) => file))).toEqual([['改名.xlsx', '测试.xlsx']]);
    expect((await judged([done], [merged([other, sheet])])).findings).toEqual(forward);
  });

  it('and is another one under another rule or limb', async () => {
    const message = { zh: '疑似', en: 'lead' };
    const limbs = ['first', 'second'].map((name) => ({ name, class: 'lead' as const, when: isTrue, message }));
    const two = ruleWhen(isTrue, { violations: limbs });
    const { findings } = await judged([two, { ...two, id: 'other-rule' }], [sheetOf([{}])]);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(4);
  });
});

describe('order of findings', () => {
  it('is gravity, then class, then rule, then row', async () => {
    const rule = (id: string, severity: Severity, kind: FindingClass) =>
      ruleWhen(isTrue, {
        id,
        severity,
        violations: [{ name: 'limb', class: kind, when: isTrue, message: { zh: '疑似', en: 'lead' } }],
      });
    const rules = [
      rule('a-minor', 'minor', 'violation'),
      rule('b-lead', 'major', 'lead'),
      rule('c-limit', 'major', 'overLimit'),
      rule('e-violation', 'major', 'violation'),
      rule('d-violation', 'major', 'violation'),
      rule('f-critical', 'critical', 'lead'),
    ];
    const { findings } = await judged(rules, [sheetOf([{}, {}])]);
    expect(findings.map(({ ruleId, source }) => `${ruleId} ${source[0]?.row ?? 0}`)).toEqual([
      'f-critical 2',
      'f-critical 3',
      'd-violation 2',
      'd-violation 3',
      'e-violation 2',
      'e-violation 3',
      'c-limit 2',
      'c-limit 3',
      'b-lead 2',
      'b-lead 3',
      'a-minor 2',
      'a-minor 3',
    ]);
  });
});

describe('clauses', () => {
  it('with a checklist beside their rules are checked partly: a person has to answer too', async () => {
    const { clauses } = await judged([ruleWhen(isTrue, { clauses: ['1.2'] })], [sheetOf([{}])]);
    expect(clauses.find(({ clause }) => clause === '1.2')).toEqual({
      clause: '1.2',
      rules: ['tiny-rule'],
      checklist: ['tiny-item'],
      state: 'partly',
    });
  });
});
