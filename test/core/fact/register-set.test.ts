import { describe, expect, test } from 'vitest';
import type { DerivedRegister } from '../../../src/core/fact/fact.ts';
import { createRegisterSet } from '../../../src/core/fact/register-set.ts';
import { AS_OF, calendar, sheetOf } from '../../support/tiny-rule.ts';

const agencies: DerivedRegister = {
  id: 'agencies',
  label: { zh: '机关', en: 'agencies' },
  needs: ['matter'],
  fields: [{ id: 'agency', label: { zh: '机关', en: 'agency' }, type: 'text' }],
  identity: ['agency'],
  subject: ['agency'],
  derive: (registers) =>
    [...new Set(registers.all('matter').map(({ values }) => values['agency']))].map((agency) => ({
      register: 'agencies',
      mapping: null,
      row: 0,
      values: { agency },
    })),
};

const sheet = sheetOf([{ agency: '甲局' }, { agency: '乙局' }, { agency: '甲局' }, {}], ['remark']);

describe('a set of registers', () => {
  const registers = createRegisterSet([sheet, sheetOf([], [], 'neighbour')], [agencies], AS_OF, calendar);

  test('finds records by the value of a field, in the order of the sheet', () => {
    expect(registers.by('matter', 'agency', '甲局').map(({ row }) => row)).toEqual([2, 4]);
    expect(registers.by('matter', 'agency', '丙局')).toEqual([]);
  });

  test.each([[null], [undefined]])('finds nothing for %s: two blanks are no match', (value) => {
    expect(registers.by('matter', 'agency', value)).toEqual([]);
  });

  test('tells a register without rows from one that was not handed over', () => {
    expect([registers.has('neighbour'), registers.has('nothing')]).toEqual([true, false]);
    expect([registers.all('neighbour'), registers.all('nothing')]).toEqual([[], []]);
  });

  test('knows which columns some sheet has', () => {
    expect([registers.hasField('matter', 'agency'), registers.hasField('matter', 'remark')]).toEqual([true, false]);
  });

  test('holds derived records, whose fields are all there', () => {
    expect(registers.all('agencies').map(({ values }) => values['agency'])).toEqual(['甲局', '乙局', null]);
    expect(registers.hasField('agencies', 'agency')).toBe(true);
  });

  test('lacks a derived register when what it needs was not handed over', () => {
    expect(createRegisterSet([], [agencies], AS_OF, calendar).has('agencies')).toBe(false);
  });
});
