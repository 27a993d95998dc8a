import { describe, expect, it } from 'vitest';
import { scorecardOf, scorecardTable } from '../../../src/core/finding/scorecard.ts';
import { readRulePack } from '../../../src/host/rule-pack.ts';

const table = scorecardTable(readRulePack('rules').pack.tables);
const findingOf = (
  party: string,
  of: 'violation' | 'overLimit' | 'lead',
  severity: 'critical' | 'major' | 'minor',
) => ({
  party: { zh: party, en: party },
  class: of,
  severity,
});

describe('the scorecard of units', () => {
  it('deducts by class and severity, and leads deduct nothing', () => {
    const [first, second] = scorecardOf(
      [
        findingOf('甲法院', 'lead', 'critical'),
        findingOf('乙法院', 'violation', 'critical'),
        findingOf('乙法院', 'overLimit', 'minor'),
      ],
      table,
    );
    expect([first?.party.zh, first?.deducted, first?.score, first?.findings]).toEqual(['乙法院', 11, 89, 2]);
    expect([second?.party.zh, second?.deducted, second?.score]).toEqual(['甲法院', 0, 100]);
  });

  it('never falls below zero, however many findings there are', () => {
    const many = Array.from({ length: 30 }, () => findingOf('甲法院', 'violation', 'critical'));
    expect(scorecardOf(many, table)[0]?.score).toBe(0);
  });

  it('follows a table that the inspection has changed', () => {
    const changed = { ...table, deductions: { ...table.deductions, lead: { critical: 1, major: 1, minor: 1 } } };
    expect(scorecardOf([findingOf('甲法院', 'lead', 'minor')], changed)[0]?.score).toBe(99);
  });

  it.each([
    ['missing', {}],
    ['without points', { scorecard: { full: 100 } }],
    [
      'with words for points',
      { scorecard: { ...table, deductions: { ...table.deductions, lead: { critical: '1' } } } },
    ],
  ])('refuses a table that is %s', (_what, tables) => {
    expect(() => scorecardTable(tables)).toThrow(/scorecard\.json/u);
  });
});
