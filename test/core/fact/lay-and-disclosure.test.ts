import { describe, expect, it } from 'vitest';
import type { FactResult } from '../../../src/core/fact/fact.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factRegistry } from '../../../src/core/fact/registry.ts';
import { registersOf } from './neighbour-registers.ts';

type Tables = Parameters<typeof registersOf>[0];

function factOf(name: string, register: string, tables: Tables): FactResult {
  const context = registersOf(tables);
  const [own] = context.registers.all(register);
  const fact = factRegistry.find(name, register);
  if (own === undefined || fact === undefined) throw new Error(`no fact ${register}.${name}`);
  const value = fact.evaluate(own, context, {});
  return value instanceof Unknown ? value.reason : value;
}

describe('the standing of a lay participant', () => {
  const took = { name: '测试人员甲', date: '2026-03-01' };
  const standing = (roster: Tables[string] | undefined): FactResult =>
    factOf('layEnforcerStanding', 'layEnforcerParticipation', {
      layEnforcerParticipation: { rows: [took] },
      ...(roster === undefined ? {} : { layEnforcer: roster }),
    });

  it.each([
    ['in office', '2025-03-02', '2026-03-01', '在任'],
    ['the day after the term', '2025-02-28', '2026-02-28', '任期外'],
    ['before the appointment', '2026-03-02', null, '任期外'],
    ['without the end of the term', '2025-03-02', null, 'missing'],
  ])('%s', (_name, appointedDate, termEnd, expected) => {
    expect(standing({ rows: [{ name: '测试人员甲', appointedDate, termEnd }] })).toBe(expected);
  });

  it('is in office by one of several terms', () => {
    const rows = [
      { name: '测试人员甲', appointedDate: '2023-01-01', termEnd: '2023-12-31' },
      { name: '测试人员甲', appointedDate: '2026-01-01', termEnd: '2026-12-31' },
    ];
    expect(standing({ rows })).toBe('在任');
  });

  it('is not on a roster of others, and unknown without a roster', () => {
    expect(standing({ rows: [{ name: '测试人员乙', appointedDate: null, termEnd: null }] })).toBe('不在名册');
    expect(standing(undefined)).toBe('register-absent');
  });
});

describe('the number of a judicial recommendation', () => {
  it.each([
    ['琼9999法建〔2026〕1号', true],
    ['京法建[2026]12号', true],
    ['法建〔2026〕1号', true],
    ['建议2026-1', false],
    ['琼法建2026第1号', false],
    [null, false],
  ])('%s is in form: %s', (suggestionNo, expected) => {
    const tables = { judicialSuggestion: { rows: [{ suggestionNo }] } };
    expect(factOf('suggestionNumberInForm', 'judicialSuggestion', tables)).toBe(expected);
  });
});
