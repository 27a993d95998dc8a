import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RuleTest } from '../../../src/core/rule/format.ts';
import { turningValues } from '../../../src/core/rule/turning-values.ts';
import { loadCalendar, loadRulePack, testBench } from '../../../src/host/rule-pack.ts';

const root = join(resolve(import.meta.dirname, '../../..'), 'rules');
const pack = await loadRulePack(root);
const bench = testBench(pack, loadCalendar(root));

function caseOf(ruleId: string, name: string) {
  const rule = pack.rules.find(({ definition }) => definition.id === ruleId)?.definition;
  const test = rule?.tests.find((each) => each.name === name);
  if (rule === undefined || test === undefined) throw new Error(`no case ${name} of ${ruleId}`);
  return { rule, test: { ...test, asOf: test.asOf ?? '2026-06-30' } };
}

function turns(ruleId: string, name: string) {
  const { rule, test } = caseOf(ruleId, name);
  return new Map(turningValues(rule, test, bench).map(({ field, value, outcome }) => [field, { value, outcome }]));
}

describe('what would turn a verdict', () => {
  it('is, for a limit that was passed, its last day', () => {
    const found = turns('property-survey-1m', '收案满一个月以后才调查');
    // The survey stands in another table; of the case itself, having been received two days later would be enough.
    expect(found.get('handlerReceivedDate')).toEqual({ value: '2026-03-08', outcome: 'complies' });
  });

  it('turns every settled verdict that it names, and nothing that it does not settle', () => {
    let named = 0;
    for (const { definition: rule } of pack.rules.slice(0, 40)) {
      for (const each of rule.tests.slice(0, 4)) {
        const test: RuleTest = { ...each, asOf: each.asOf ?? '2026-06-30' };
        for (const { field, value, outcome } of turningValues(rule, test, bench)) {
          named += 1;
          expect(outcome === 'violates').toBe(each.expect !== 'violates');
          expect(value).not.toEqual(test.record[field] ?? null);
        }
      }
    }
    expect(named).toBeGreaterThan(100);
  });

  it('is nothing where data is missing', () => {
    const { rule, test } = caseOf('property-survey-1m', '没有移送财产调查表');
    expect(turningValues(rule, test, bench)).toEqual([]);
  });
});
