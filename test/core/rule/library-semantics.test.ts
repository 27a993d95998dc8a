import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { lintShape } from '../../../src/core/rule/lint/lint-rule.ts';
import { applyOperator } from '../../../src/core/rule/operators.ts';
import type { OperatorName } from '../../../src/core/rule/operators.ts';
import { triWord } from '../../../src/core/rule/kleene.ts';

/**
 * What json-rules-engine 7.3.1 does with conditions that look harmless, shown against the library itself, and beside
 * each that rule files are refused for it, or judged otherwise. An upgrade that changes one of these shows here first.
 */
type Facts = Readonly<Record<string, unknown>>;

function engine(conditions: unknown, options: ConstructorParameters<typeof Engine>[1] = {}): Engine {
  const made = new Engine([], options);
  made.addRule({ conditions: conditions as never, event: { type: 'holds' } });
  return made;
}

async function holds(conditions: unknown, facts: Facts, options?: ConstructorParameters<typeof Engine>[1]) {
  const { results } = await engine(conditions, options).run(facts);
  return results.length === 1;
}

/** Codes of what the loader says against a limb with this condition. */
function refusals(when: unknown): readonly string[] {
  return lintShape({ violations: [{ when }] }, 'test.json').map(({ code }) => code);
}

const isTrue = { fact: 'yes', operator: 'equal', value: true };
const isFalse = { fact: 'yes', operator: 'equal', value: false };
const FACTS = { yes: true };

describe('nodes', () => {
  it('with both “any” and “all” are judged by “any” alone: refused', async () => {
    expect(await holds({ any: [isTrue], all: [isFalse] }, FACTS)).toBe(true);
    expect(refusals({ any: [isTrue], all: [isFalse] })).toEqual(['CONDITION_ANY_AND_ALL']);
  });

  it.each(['all', 'any'])('with an empty “%s” are true: refused', async (key) => {
    expect(await holds({ [key]: [] }, FACTS)).toBe(true);
    expect(refusals({ [key]: [] })).toEqual(['CONDITION_EMPTY']);
  });

  it('with “not” are true on a value that is missing: refused', async () => {
    const less = { not: { fact: 'days', operator: 'lessThan', value: 7 } };
    expect(await holds({ all: [less] }, { days: null })).toBe(true);
    expect(refusals({ all: [less] })).toContain('CONDITION_REFUSED');
  });

  it('with a condition shared by name fail only when they run: refused', async () => {
    await expect(holds({ all: [{ condition: 'nowhere' }] }, FACTS)).rejects.toThrow(/nowhere/u);
    expect(refusals({ all: [{ condition: 'nowhere' }] })).toContain('CONDITION_REFUSED');
  });

  it('with a priority of their own decide what is looked at: refused in rule files', async () => {
    const seen: string[] = [];
    const made = new Engine();
    for (const name of ['first', 'second']) {
      made.addFact(name, () => {
        seen.push(name);
        return false;
      });
    }
    const leaf = (fact: string, priority: number) => ({ fact, operator: 'equal', value: true, priority });
    made.addRule({ conditions: { all: [leaf('second', 1), leaf('first', 10)] }, event: { type: 'holds' } });
    await made.run();
    expect(seen).toEqual(['first']);
    expect(refusals({ all: [leaf('first', 10)] })).toEqual(['CONDITION_REFUSED']);
  });

  it('of one priority run all their conditions, and one that throws rejects the whole run', async () => {
    const made = engine({ any: [isTrue, { fact: 'broken', operator: 'equal', value: true }] });
    made.addFact('broken', () => {
      throw new Error('broken fact');
    });
    await expect(made.run(FACTS)).rejects.toThrow('broken fact');
  });
});

describe('results of operators', () => {
  it('pass through a single child whatever they are, while several children must give true itself', async () => {
    const conditions = { fact: 'yes', operator: 'one', value: 1 };
    const single = engine({ all: [conditions] });
    const several = engine({ all: [conditions, conditions] });
    for (const made of [single, several]) made.addOperator('one', () => 1 as unknown as boolean);
    expect((await single.run(FACTS)).results).toHaveLength(1);
    expect((await several.run(FACTS)).results).toHaveLength(0);
  });

  it.each<[OperatorName, unknown, unknown]>([
    ['equal', 'a', 'a'],
    ['present', 'a', true],
    ['lessThan', 1, 2],
    ['in', 'a', ['a']],
    ['containsAny', 'a', ['a']],
  ])('are one of three values and nothing else here (%s)', (operator, left, right) => {
    expect(triWord(applyOperator(operator, left as string, right as string))).toBe('true');
  });
});

describe('missing values', () => {
  it('reject the run where a fact is not defined, and are “not equal” to everything where that is allowed', async () => {
    const other = { all: [{ fact: 'gone', operator: 'notEqual', value: '拒绝' }] };
    await expect(holds(other, {})).rejects.toThrow(/gone/u);
    expect(await holds(other, {}, { allowUndefinedFacts: true })).toBe(true);
    expect(triWord(applyOperator('notEqual', undefined, '拒绝'))).toBe('unknown');
    expect(triWord(applyOperator('notEqual', null, '拒绝'))).toBe('unknown');
  });

  it('on the right of an order count as 0: unknown here', async () => {
    const more = { all: [{ fact: 'days', operator: 'greaterThan', value: { fact: 'limit' } }] };
    expect(await holds(more, { days: 5, limit: null })).toBe(true);
    expect(triWord(applyOperator('greaterThan', 5, null))).toBe('unknown');
  });

  it('on the left of a negated order are true: there is no “not:” here', async () => {
    const condition = { fact: 'days', operator: 'not:lessThan', value: 7 };
    expect(await holds({ all: [condition] }, { days: null })).toBe(true);
    expect(refusals({ all: [condition] })).toEqual(['OPERATOR_UNKNOWN']);
    expect(triWord(applyOperator('greaterThanInclusive', null, 7))).toBe('unknown');
  });
});

describe('text and dates', () => {
  it.each([
    ['10', '9', 'digits'],
    ['113/01/05', '99/12/31', 'years of another calendar'],
  ])('%s comes before %s where text is ordered (%s): an error here', (left, right) => {
    expect(left < right).toBe(true);
    expect(() => applyOperator('lessThan', left, right)).toThrow(/cannot compare/u);
  });

  it('Date objects are equal to nothing, not even to the same day: dates here are ISO text', async () => {
    const day = '2026-06-30';
    const same = { all: [{ fact: 'day', operator: 'equal', value: new Date(day) }] };
    expect(await holds(same, { day: new Date(day) })).toBe(false);
    expect(triWord(applyOperator('equal', day, day))).toBe('true');
  });

  it('“in” with a text on the right searches for a part of it: refused', async () => {
    expect(await holds({ all: [{ fact: 'result', operator: 'in', value: '拒绝退回' }] }, { result: '绝退' })).toBe(
      true,
    );
    expect(() => applyOperator('in', '绝退', '拒绝退回')).toThrow(/cannot compare/u);
  });

  it('“in” with neither text nor list on the right rejects the run: an error of the one rule here', async () => {
    await expect(holds({ all: [{ fact: 'result', operator: 'in', value: 7 }] }, { result: '拒绝' })).rejects.toThrow();
    expect(() => applyOperator('in', '拒绝', 7)).toThrow(/cannot compare/u);
  });
});

describe('the rest of the form', () => {
  it('“path” changes type with the number of matches: refused', () => {
    const condition = { fact: 'rows', path: '$.*.id', operator: 'equal', value: 1 };
    expect(refusals({ all: [condition] })).toEqual(['CONDITION_REFUSED']);
  });

  it('an event that prints facts rejects even where the rule fails: events here print none', async () => {
    const made = new Engine([], { replaceFactsInEventParams: true });
    made.addRule({
      conditions: { all: [isFalse] },
      event: { type: 'holds', params: { value: { fact: 'gone' } } },
    });
    await expect(made.run(FACTS)).rejects.toThrow(/gone/u);
  });
});

describe('runs', () => {
  it('of one engine that overlap lose rules where priorities differ: each run here is awaited', async () => {
    const made = new Engine();
    for (const priority of [10, 1]) {
      made.addRule({ priority, name: String(priority), conditions: { all: [isTrue] }, event: { type: 'holds' } });
    }
    const alone = await made.run(FACTS);
    expect(alone.results).toHaveLength(2);
    const lost: number[] = [];
    for (let delay = 0; delay < 20; delay += 1) {
      const first = made.run(FACTS);
      for (let turn = 0; turn < delay; turn += 1) await Promise.resolve();
      const both = await Promise.all([first, made.run(FACTS)]);
      if (both.some(({ results }) => results.length < 2)) lost.push(delay);
    }
    expect(lost).not.toEqual([]);
  });

  it('never let a timer in while they are awaited: the bulk pass stays off the main thread', async () => {
    const made = engine({ all: [isTrue] });
    let timerRan = false;
    const timer = setTimeout(() => {
      timerRan = true;
    }, 0);
    for (let run = 0; run < 200; run += 1) await made.run(FACTS);
    expect(timerRan).toBe(false);
    clearTimeout(timer);
  });
});
