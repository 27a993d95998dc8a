import { describe, expect, it } from 'vitest';
import {
  calendarFromTable,
  mergeCalendarTables,
  readCalendarTable,
} from '../../../src/core/calendar/calendar-table.ts';
import { TableError } from '../../../src/core/table-error.ts';
import { addDays } from '../../../src/core/calendar/day-arithmetic.ts';
import { workdaysBetween } from '../../../src/core/calendar/workdays.ts';
import { shippedCalendar, shippedTable } from './shipped-calendar.ts';

describe('the shipped calendar', () => {
  const calendar = shippedCalendar();

  it.each([
    [2015, 249],
    [2016, 250],
    [2017, 249],
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, workdays) => {
    let counted = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      if (calendar.isWorkday(day) === true) counted += 1;
    }
    expect(counted).toBe(workdays);
    expect(workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`, calendar)).toBe(workdays);
  });

  it.each([
    ['2023-01-28', true],
    ['2023-01-29', true],
    ['2024-02-04', true],
    ['2024-02-18', true],
    ['2025-01-26', true],
    ['2025-02-08', true],
    ['2025-10-01', false],
    ['2025-10-02', false],
    ['2025-10-03', false],
    ['2025-10-06', false],
    ['2025-10-07', false],
    ['2025-10-08', false],
    // One-off arrangements, and days that another package has wrong.
    ['2015-09-03', false],
    ['2015-09-04', false],
    ['2015-09-06', true],
    ['2018-01-01', false],
    ['2020-01-31', false],
    ['2020-02-01', false],
    ['2023-01-03', true],
    // 2026 as published on 2025-11-04.
    ['2026-01-04', true],
    ['2026-02-14', true],
    ['2026-10-10', true],
  ])('%s: working day %s', (day, workday) => {
    expect(calendar.isWorkday(day)).toBe(workday);
  });

  it('is silent about days it does not cover', () => {
    expect(calendar.isWorkday('2014-12-31')).toBeUndefined();
    expect(calendar.isWorkday('2027-02-08')).toBeUndefined();
  });
});

const minimal = {
  version: '测试版',
  source: '测试',
  from: '2027-01-01',
  to: '2027-06-30',
  days: [
    { date: '2027-01-01', kind: 'holiday', name: '元旦' },
    { date: '2027-01-03', kind: 'makeUp', name: '元旦' },
  ],
};

describe('reading a table', () => {
  it.each([
    ['no table', null, '不是节假日表'],
    ['a list', [], '不是节假日表'],
    ['no version', { ...minimal, version: ' ' }, '缺少版本'],
    ['no source', { ...minimal, source: undefined }, '缺少来源'],
    ['an impossible first day', { ...minimal, from: '2027-02-30' }, '起始日不是有效日期'],
    ['a first day after the last', { ...minimal, from: '2027-07-01' }, '晚于截止日'],
    ['no days', { ...minimal, days: {} }, '缺少日期列表'],
    ['a malformed day', { ...minimal, days: ['2027-01-01'] }, '第1项格式不对'],
    ['an unknown kind', { ...minimal, days: [{ date: '2027-01-01', kind: '休', name: '元旦' }] }, '类型应为'],
    ['a day without name', { ...minimal, days: [{ date: '2027-01-01', kind: 'holiday' }] }, '缺少2027-01-01的名称'],
    ['a day outside', { ...minimal, days: [{ date: '2026-01-01', kind: 'holiday', name: '元旦' }] }, '不在所覆盖'],
    [
      'a make-up day on a Monday',
      { ...minimal, days: [{ date: '2027-01-04', kind: 'makeUp', name: '元旦' }] },
      '不能是调休上班日',
    ],
    ['the same day twice', { ...minimal, days: [minimal.days[0], minimal.days[0]] }, '出现两次'],
    ['a year without holidays', { ...minimal, to: '2027-12-31' }, '2027年只有1个放假日'],
  ])('refuses %s and says why', (_, json, words) => {
    let thrown: unknown;
    try {
      readCalendarTable(json);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(TableError);
    const { zh, en } = (thrown as TableError).words;
    expect(zh).toContain(words);
    expect(zh).toContain('重新导入');
    expect(en).toContain('import it again');
  });
});

describe('a newer table', () => {
  it('extends the covered years', () => {
    const merged = mergeCalendarTables(shippedTable(), readCalendarTable(minimal));
    const calendar = calendarFromTable(merged);
    expect([merged.from, merged.to]).toEqual(['2015-01-01', '2027-06-30']);
    expect(calendar.isWorkday('2027-01-01')).toBe(false);
    expect(calendar.isWorkday('2027-01-03')).toBe(true);
    expect(calendar.isWorkday('2025-10-08')).toBe(false);
    expect(merged.version).toContain('测试版');
  });

  it('alone counts within the days it covers', () => {
    const correction = readCalendarTable({
      ...minimal,
      from: '2026-10-01',
      to: '2026-10-10',
      days: [{ date: '2026-10-01', kind: 'holiday', name: '国庆节' }],
    });
    const calendar = calendarFromTable(mergeCalendarTables(shippedTable(), correction));
    expect(calendar.isWorkday('2026-10-02')).toBe(true);
    expect(calendar.isWorkday('2026-05-01')).toBe(false);
  });

  it.each([
    ['after', '2027-01-02', '2027-06-30'],
    ['before', '2014-01-01', '2014-12-30'],
  ])('is refused where a gap would remain %s', (_, from, to) => {
    const apart = readCalendarTable({ ...minimal, from, to, days: [] });
    expect(() => mergeCalendarTables(shippedTable(), apart)).toThrow(TableError);
  });
});
