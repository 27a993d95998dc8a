/**
 * Behaviour of json-rules-engine 7.3.1 that this project relies on or guards against. When a new release changes one of
 * these, this file says which guard to look at.
 */
import { Engine } from 'json-rules-engine';
import type { TopLevelCondition } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import { outcomeOf, ruleWhen } from '../../support/tiny-rule.ts';

async function stock(conditions: unknown, facts: Record<string, unknown>): Promise<boolean> {
  const engine = new Engine([{ conditions: conditions as TopLevelCondition, event: { type: 'holds' } }]);
  return (await engine.run(facts)).events.length > 0;
}

const yes = { fact: 'yes', operator: 'equal', value: true };
const no = { fact: 'yes', operator: 'equal', value: false };

describe('the stock engine', () => {
  test('evaluates only any of a node with both any and all', async () => {
    expect(await stock({ any: [yes], all: [no] }, { yes: true })).toBe(true);
  });

  test.each([['all'], ['any']])('takes an empty %s for true', async (key) => {
    expect(await stock({ [key]: [] }, {})).toBe(true);
  });

  test('rejects the whole run for an undefined fact', async () => {
    await expect(stock({ any: [yes, { ...yes, fact: 'nothing' }] }, { yes: true })).rejects.toThrow(/Undefined fact/);
  });

  test('takes a missing number on the right for 0, and orders text', async () => {
    expect(await stock({ all: [{ fact: 'n', operator: 'greaterThan', value: null }] }, { n: 5 })).toBe(true);
    expect(await stock({ all: [{ fact: 'n', operator: 'lessThan', value: '9' }] }, { n: '10' })).toBe(true);
  });

  test('searches a text for substrings with in', async () => {
    expect(await stock({ all: [{ fact: 's', operator: 'in', value: '拒绝退回' }] }, { s: '绝退' })).toBe(true);
  });
});

describe('the engine of this project, on the same', () => {
  test('a missing number on the right is unknown', async () => {
    const rule = ruleWhen({ fact: 'count', operator: 'greaterThan', value: { fact: 'total' } });
    expect(await outcomeOf(rule, { count: 5, total: null })).toBe('indeterminate');
  });

  test('text is never ordered, and in never searches substrings', async () => {
    expect(await outcomeOf(ruleWhen({ fact: 'result', operator: 'lessThan', value: '9' }), { result: '10' })).toBe(
      'error',
    );
    expect(await outcomeOf(ruleWhen({ fact: 'result', operator: 'in', value: '拒绝退回' }), { result: '绝退' })).toBe(
      'error',
    );
  });

  test('notEqual on a blank is unknown, not true', async () => {
    expect(await outcomeOf(ruleWhen({ fact: 'result', operator: 'notEqual', value: '拒绝' }), {})).toBe(
      'indeterminate',
    );
  });

  test('one child and several give the same kind of result', async () => {
    const present = { fact: 'caseNo', operator: 'present', value: true };
    expect(await outcomeOf(ruleWhen({ all: [present] }), {})).toBe('violates');
    expect(await outcomeOf(ruleWhen({ all: [present, present] }), {})).toBe('violates');
  });
});
