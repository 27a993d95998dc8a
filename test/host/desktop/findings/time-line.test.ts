import { describe, expect, test } from 'vitest';
import { timeLineOf } from '../../../../src/host/desktop/findings/time-line.ts';

const value = (zh: string, day: string | null) => ({ label: { zh, en: zh }, value: day });
const received = value('收到日期', '2026-03-12');
const decided = value('决定日期', '2026-04-02T09:30');
const described = new Map([
  ['late.due', '2026-03-19'],
  ['late.days', '14'],
]);
const asOf = '2026-06-30';

describe('the days of a finding', () => {
  test('lead from the day the time began over the day it was due to what was done too late', () => {
    expect(timeLineOf(described, () => [received, decided], asOf)).toEqual({
      begin: { label: received.label, day: '2026-03-12' },
      due: '2026-03-19',
      end: { label: decided.label, day: '2026-04-02' },
      days: 14,
      allowed: null,
    });
  });

  test('lead to the as-of date where nothing was done', () => {
    const line = timeLineOf(described, () => [received, value('决定日期', null)], '2026-04-02');
    expect(line?.end).toEqual({ label: { zh: '检查基准日', en: 'as-of date' }, day: '2026-04-02' });
  });

  test('begin where the message says so', () => {
    const told = new Map([...described, ['late.from', '2026-03-10']]);
    const line = timeLineOf(told, () => [received, value('补正日期', '2026-03-15'), decided], asOf);
    expect(line?.begin.day).toBe('2026-03-10');
  });

  test('are not drawn where they do not add up, as with working days', () => {
    const workdays = new Map([...described, ['late.days', '10']]);
    expect(timeLineOf(workdays, () => [received, decided], asOf)).toBeNull();
  });

  test('are not drawn where it cannot be told on which day the time began', () => {
    expect(timeLineOf(described, () => [received, value('补正日期', '2026-03-15'), decided], asOf)).toBeNull();
    expect(timeLineOf(described, () => [decided], asOf)).toBeNull();
  });

  test('are not drawn for a deadline of hours, nor without one', () => {
    expect(timeLineOf(new Map([['late.due', '2026-03-19 10:00']]), () => [received, decided], asOf)).toBeNull();
    expect(timeLineOf(new Map(), () => [received, decided], asOf)).toBeNull();
  });
});
