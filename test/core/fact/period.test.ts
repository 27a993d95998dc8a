import { describe, expect, it } from 'vitest';
import { afterPeriod, parsePeriod } from '../../../src/core/fact/period.ts';

describe('lengths of time as registers write them', () => {
  it.each([
    ['3年', 36, 'calendarMonth'],
    ['三年', 36, 'calendarMonth'],
    ['一年期', 12, 'calendarMonth'],
    ['1.5年', 18, 'calendarMonth'],
    ['半年', 6, 'calendarMonth'],
    ['36个月', 36, 'calendarMonth'],
    ['三个月', 3, 'calendarMonth'],
    ['十二个月', 12, 'calendarMonth'],
    ['二十四个月', 24, 'calendarMonth'],
    ['90日', 90, 'calendarDay'],
    ['三十天', 30, 'calendarDay'],
    ['期限 2 年', 24, 'calendarMonth'],
  ])('%s', (words, amount, unit) => {
    expect(parsePeriod(words)).toEqual({ amount, unit });
  });

  it.each(['3', '若干', '半个月', '', '长期'])('%s is not guessed', (words) => {
    expect(parsePeriod(words)).toBeNull();
  });

  it('ends on the corresponding day, or the last of the month, holiday or not', () => {
    expect(afterPeriod('2023-05-15', { amount: 36, unit: 'calendarMonth' })).toBe('2026-05-15');
    expect(afterPeriod('2025-08-31', { amount: 6, unit: 'calendarMonth' })).toBe('2026-02-28');
    expect(afterPeriod('2026-05-01', { amount: 2, unit: 'calendarDay' })).toBe('2026-05-03');
  });
});
