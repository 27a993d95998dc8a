import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, dayNumber } from '../../../../src/core/calendar/day-number.ts';
import { parseValue } from '../../../../src/core/register/value/parse-value.ts';
import { read } from './cells.ts';

describe('days', () => {
  it.each([
    '2023/1/5',
    '2023-01-05 00:00:00',
    '20230105',
    '2023年1月5日',
    '2023-01-05',
    '2023.1.5',
    '2023.01.05',
    '2023年01月05日',
    '2023年1月5号',
    '２０２３－０１－０５',
    '２０２３年１月５日',
    ' 2023 / 1 / 5 ',
    '2023 年 1 月 5 日',
    '2023-1-5 10:05',
    '2023年1月5日 上午10时5分',
    '2023-01-05T10:05:00',
    '2023-01-05T10:05:00+08:00',
    '20230105100500',
    '二〇二三年一月五日',
    '二○二三年一月五日',
    '二零二三年一月五日',
    '2023年1月5日 星期四',
    '2023-01-05(周四)',
    "'2023-01-05",
    '\u200b2023-01-05',
    '44931',
    '44931.42',
  ])('%s is 5 January 2023', (content) => {
    expect(read('date', content)).toEqual({ value: '2023-01-05' });
  });

  it.each([
    ['二〇二三年十二月三十一日', '2023-12-31'],
    ['二〇二三年十月二十日', '2023-10-20'],
    ['二〇二四年二月二十九日', '2024-02-29'],
    ['二〇二三年十一月十日', '2023-11-10'],
    ['1980-01-01', '1980-01-01'],
    ['2100-12-31', '2100-12-31'],
  ])('%s is %s', (content, day) => {
    expect(read('date', content)).toEqual({ value: day });
  });

  it.each([
    [44_931, '2023-01-05'],
    [44_931.99, '2023-01-05'],
    [29_221, '1980-01-01'],
    [20_230_105, '2023-01-05'],
  ])('the number %d is %s', (serial, day) => {
    expect(read('date', serial)).toEqual({ value: day });
  });

  it('counts serials from 1904 where the workbook does', () => {
    expect(read('date', 43_469, 1, true)).toEqual({ value: '2023-01-05' });
    expect(read('date', '43469', 1, true)).toEqual({ value: '2023-01-05' });
  });

  it('reads date cells', () => {
    const cell = (iso: string) => parseValue('date', { kind: 'date', iso }, { multiplier: 1 });
    expect(cell('2023-01-05')).toEqual({ value: '2023-01-05' });
    expect(cell('2023-01-05T10:05:00')).toEqual({ value: '2023-01-05' });
    expect(cell('1900-01-05')).toEqual({ value: undefined, problem: 'DATE_OUT_OF_RANGE' });
    expect(cell('2101-01-01')).toEqual({ value: undefined, problem: 'DATE_OUT_OF_RANGE' });
  });

  it.each(['', ' ', '-', '—', '——', '/', '／', '无', '暂无', 'N/A', 'n/a', '\\', '未送达', '尚未办结'])(
    '"%s" says that there is none',
    (content) => {
      expect(read('date', content)).toEqual({ value: null });
    },
  );

  it.each([
    '2023-02-30',
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '20230230',
    '2023年4月31日',
    '1979-12-31',
    '2101-01-01',
    '二〇二三年二月三十日',
    '20230105250000',
    29_220,
    0,
    5,
    99_999,
    -44_931,
  ])('%s does not exist or is out of range', (content) => {
    expect(read('date', content)).toEqual({ value: undefined, problem: 'DATE_OUT_OF_RANGE' });
  });

  it.each(['23.1.5', '23-1-5', '23/01/05', '1/5/2023', '05/01/2023', '23年1月5日', '1/5/23'])(
    '%s can be read in two ways',
    (content) => {
      expect(read('date', content)).toEqual({ value: undefined, problem: 'DATE_AMBIGUOUS' });
    },
  );

  it.each([
    '至今',
    '长期',
    '待定',
    '未知',
    '2023年1月',
    '2023-01',
    '2023',
    '202301',
    '1月5日',
    '2023-1-5（补）',
    '2023年1月5日注：复印件',
    '2023-1/5',
    '2023-01-05、2023-02-06',
    '2023-01-05 25:00',
    '2023-01-05 10:60',
    '2023年1月5日5',
    '二三年一月五日',
    '二〇二三年一二十月五日',
    'Jan 5, 2023',
    '__proto__',
  ])('%s cannot be read', (content) => {
    expect(read('date', content)).toEqual({ value: undefined, problem: 'DATE_UNREADABLE' });
  });

  it('takes neither booleans nor errors for dates', () => {
    expect(parseValue('date', { kind: 'boolean', boolean: true }, { multiplier: 1 }).problem).toBe('DATE_UNREADABLE');
    expect(parseValue('date', { kind: 'error', text: '#N/A' }, { multiplier: 1 }).problem).toBe('CELL_ERROR');
  });

  it('reads every day from 1980 to 2100 in each way of writing it', () => {
    const anyDay = fc.integer({ min: dayNumber('1980-01-01'), max: dayNumber('2100-12-31') }).map(dayAt);
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const loose = [year, String(Number(month)), String(Number(date))] as const;
        const serial = dayNumber(day) + 25_569;
        const forms = [day, day.replaceAll('-', ''), loose.join('/'), loose.join('.'), String(serial)];
        forms.push(`${loose[0]}年${loose[1]}月${loose[2]}日`);
        for (const form of forms) expect(read('date', form)).toEqual({ value: day });
        expect(read('date', serial)).toEqual({ value: day });
        expect(read('date', serial - 1462, 1, true)).toEqual({ value: day });
      }),
    );
  });
});

describe('moments', () => {
  it.each([
    ['2023年1月5日 上午10时5分', '2023-01-05T10:05:00'],
    ['2023年1月5日上午10时5分', '2023-01-05T10:05:00'],
    ['2023-1-5 10:05', '2023-01-05T10:05:00'],
    ['2023-1-5  10:05:30', '2023-01-05T10:05:30'],
    ['2023/1/5 9:05', '2023-01-05T09:05:00'],
    ['2023-01-05T10:05:30', '2023-01-05T10:05:30'],
    ['2023-01-05 10:05:30.000', '2023-01-05T10:05:30'],
    ['2023-01-05T10:05:30+08:00', '2023-01-05T10:05:30'],
    ['20230105100530', '2023-01-05T10:05:30'],
    ['202301051005', '2023-01-05T10:05:00'],
    ['20230105 10:05', '2023-01-05T10:05:00'],
    ['2023年1月5日10点', '2023-01-05T10:00:00'],
    ['2023年1月5日下午3点半', '2023-01-05T15:30:00'],
    ['2023年1月5日 15时30分20秒', '2023-01-05T15:30:20'],
    ['2023年1月5日中午12点', '2023-01-05T12:00:00'],
    ['2023年1月5日中午1点', '2023-01-05T13:00:00'],
    ['2023年1月5日下午12点', '2023-01-05T12:00:00'],
    ['2023年1月5日凌晨12点10分', '2023-01-05T00:10:00'],
    ['2023/1/5 3:05 PM', '2023-01-05T15:05:00'],
    ['2023/1/5 12:05:00 AM', '2023-01-05T00:05:00'],
    ['2023-01-05 00:00:00', '2023-01-05'],
    ['2023-01-05', '2023-01-05'],
    ['44931.420139', '2023-01-05T10:05:00'],
  ])('%s is %s', (content, moment) => {
    expect(read('dateTime', content)).toEqual({ value: moment });
  });

  it('reads the time of day of a serial to the second', () => {
    expect(read('dateTime', 44_931.5)).toEqual({ value: '2023-01-05T12:00:00' });
    expect(read('dateTime', 44_931.999_999)).toEqual({ value: '2023-01-06' });
    expect(read('dateTime', 44_931.420_138_888_9)).toEqual({ value: '2023-01-05T10:05:00' });
  });

  it('reads date cells with and without time of day', () => {
    const cell = (iso: string) => parseValue('dateTime', { kind: 'date', iso }, { multiplier: 1 });
    expect(cell('2023-01-05T10:05:00')).toEqual({ value: '2023-01-05T10:05:00' });
    expect(cell('2023-01-05T00:00:00')).toEqual({ value: '2023-01-05' });
    expect(cell('2023-01-05')).toEqual({ value: '2023-01-05' });
  });

  it.each([
    '2023-01-05 24:30',
    '2023-01-05 约10点',
    '2023-01-05T10:05:00Z',
    '2023-01-05 10:05 11:05',
    '2023-01-05 10',
    '2023-01-05 10:05:61',
  ])('%s cannot be read', (content) => {
    expect(read('dateTime', content)).toEqual({ value: undefined, problem: 'DATE_UNREADABLE' });
  });
});
