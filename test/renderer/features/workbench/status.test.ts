import { describe, expect, test } from 'vitest';
import { statusOf, stepAt } from '../../../../src/renderer/features/workbench/status.ts';

const counts = (open: number, violation = 3) => ({ violation, overLimit: 0, lead: 0, open });

describe('an inspection is', () => {
  test.for([
    ['under way before its first run', false, counts(0, 0), 'active'],
    ['under way while findings are open', false, counts(2), 'active'],
    ['to confirm when every finding was looked at', false, counts(0), 'reviewed'],
    ['archived when a person said so, whatever is open', true, counts(2), 'archived'],
  ] as const)('%s', ([, archived, of, status]) => {
    expect(statusOf({ archived, counts: of })).toBe(status);
  });
});

describe('one is at', () => {
  test.for([
    ['the step that is stale', ['done', 'done', 'done', 'stale', 'partial', 'todo'], 3],
    ['the furthest step begun', ['done', 'done', 'partial', 'done', 'partial', 'todo'], 4],
    ['the first step of a new inspection', ['current', 'todo', 'todo', 'todo', 'todo', 'todo'], 0],
    ['the first step where nothing is known', [], 0],
  ] as const)('%s', ([, progress, step]) => {
    expect(stepAt([...progress])).toBe(step);
  });
});
