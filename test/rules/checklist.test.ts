import { describe, expect, it } from 'vitest';
import { lintChecklistItem } from '../../src/core/rule/checklist.ts';
import { readRulePack } from '../../src/host/rule-pack.ts';
import { clauseRows } from '../../scripts/clause-matrix.ts';
import { checklistItem, tinyWorld } from '../support/tiny-rule.ts';

const { pack, problems } = readRulePack('rules');
const ruleIds = new Set(pack.rules.map(({ definition }) => definition.id));

describe('the matrix of clauses', () => {
  it.each(clauseRows(pack).map((row) => [row.clause, row] as const))(
    'has for clause %s a rule that judges it or an item that a person answers',
    (_clause, { rules, checklist }) => {
      expect([...rules, ...checklist]).not.toEqual([]);
    },
  );
});

describe('the checklist', () => {
  it('is read without a problem', () => {
    expect(problems.filter(({ file }) => file.startsWith('checklist/'))).toEqual([]);
    expect(pack.checklist.length).toBeGreaterThan(20);
  });

  it.each(pack.checklist.map((item) => [item.id, item] as const))('%s speaks both languages', (_id, item) => {
    for (const { zh, en } of [item.title, item.party, item.question, item.evidence, item.reason, item.note]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[A-Za-z]{2}/u);
    }
    expect(item.question.zh.endsWith('？')).toBe(true);
  });

  it('stands for no obligation that a rule judges already', () => {
    const double = pack.checklist.flatMap(({ obligations = [] }) => obligations).filter((id) => ruleIds.has(id));
    expect(double).toEqual([]);
  });

  it.each([
    ['an unknown clause', { ...checklistItem, clauses: ['9.9'] }, 'tiny-item.json', /no clause “9\.9”/u],
    [
      'an unknown source',
      { ...checklistItem, legalBasis: [{ source: 'test-low' }] },
      'tiny-item.json',
      /did you mean “test-law”/u,
    ],
    [
      'a malformed article',
      { ...checklistItem, legalBasis: [{ source: 'test-law', article: '二' }] },
      'tiny-item.json',
      /write the number/u,
    ],
    ['a file of another name', checklistItem, 'other.json', /must be called tiny-item\.json/u],
  ])('refuses %s', (_what, item, file, message) => {
    const [problem] = lintChecklistItem(item, `checklist/${file}`, tinyWorld());
    expect(problem?.message).toMatch(message);
  });
});
