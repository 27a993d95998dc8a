import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberFormatKind, builtInFormatKind } from '../../../src/host/workbook/number-format.ts';
import { daysOf, momentText, parseIsoMoment, serialMeaning, timeText } from '../../../src/host/workbook/serial-date.ts';

function shown(serial: number, date1904 = false): string {
  const meaning = serialMeaning(serial, date1904);
  if (meaning.kind === 'moment') return momentText(meaning.moment);
  return meaning.kind === 'time' ? timeText(meaning.seconds) : 'none';
}

describe('serial numbers of the 1900 system', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, 'none'],
    [60.5, 'none'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [45_351, '2024-02-29'],
    [46_082.354_166_666_7, '2026-03-01T08:30:00'],
    [46_082.999_988_425_93, '2026-03-01T23:59:59'],
    [46_082.999_999_9, '2026-03-02'],
    [46_082.000_001, '2026-03-01'],
    [2_958_465, '9999-12-31'],
    [2_958_466, 'none'],
    [0, 'none'],
    [0.25, '06:00:00'],
    [0.999_999_99, '1900-01-01'],
    [-1, 'none'],
    [Number.NaN, 'none'],
    [Number.POSITIVE_INFINITY, 'none'],
  ])('%d is %s', (serial, text) => {
    expect(shown(serial)).toBe(text);
  });
});

describe('serial numbers of the 1904 system', () => {
  it.each([
    [0, '1904-01-01'],
    [0.5, '12:00:00'],
    [44_620, '2026-03-01'],
    [44_620.75, '2026-03-01T18:00:00'],
  ])('%d is %s', (serial, text) => {
    expect(shown(serial, true)).toBe(text);
  });
});

describe('days', () => {
  it('serial and day are one another’s inverse, and agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), fc.integer({ min: 0, max: 86_399 }), (serial, seconds) => {
        const text = shown(serial + seconds / 86_400);
        const platform = new Date((serial - 25_569) * 86_400_000 + seconds * 1000).toISOString().slice(0, 19);
        expect(text).toBe(seconds === 0 ? platform.slice(0, 10) : platform);
        expect(parseIsoMoment(text)).toEqual({ days: serial - 25_569, seconds });
      }),
    );
  });

  it.each([
    [2026, 2, 29],
    [2026, 4, 31],
    [2026, 13, 1],
    [0, 1, 1],
  ])('%d-%d-%d is no day', (year, month, day) => {
    expect(daysOf(year, month, day)).toBeUndefined();
  });

  it.each([
    ['2026-03-01T08:30:59.6', '2026-03-01T08:31:00'],
    ['2026-03-01T23:59:59.9', '2026-03-02'],
    ['2026-03-01T08:30:00Z', '2026-03-01T08:30:00'],
    ['2026-03-01T00:00:00', '2026-03-01'],
  ])('ISO text %s is %s', (iso, text) => {
    const moment = parseIsoMoment(iso);
    expect(moment && momentText(moment)).toBe(text);
  });

  it.each(['2026-02-30', '2026-3-1', '08:30:00', '2026-03-01T25:00:00', ''])('%j is no ISO day', (iso) => {
    expect(parseIsoMoment(iso)).toBeUndefined();
  });
});

describe('number formats', () => {
  it.each([
    'yyyy"年"m"月"d"日"',
    'yyyy年m月d日',
    '[$-804]yyyy"年"m"月"d"日";@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
    'yyyy/m/d;@',
    'm/d/yy h:mm',
    'h:mm:ss AM/PM',
    '上午/下午h"时"mm"分"',
    '[$-804]aaaa;@',
    'yyyy\\-mm\\-dd\\ hh:mm:ss.000',
    'e"年"m"月"',
  ])('%s shows a date or time', (code) => {
    expect(numberFormatKind(code).kind).toBe('moment');
  });

  it.each([
    'General',
    'G/通用格式',
    'G/通用格式"元"',
    '0.00',
    '#,##0.00_);[Red]\\(#,##0.00\\)',
    '0.00E+00',
    '##0.0E+0',
    '0%',
    '@',
    '[h]:mm:ss',
    '[mm]:ss',
    '0"天"',
    '#,##0"days"',
    '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ',
    '[DBNum2]General',
    '[>=10000]0.00,"万";0',
    '',
  ])('%s shows a number', (code) => {
    expect(numberFormatKind(code).kind).toBe('number');
  });

  it('a format of zeros only shows a code with that many digits', () => {
    expect(numberFormatKind('000000')).toEqual({ kind: 'code', width: 6 });
  });

  it.each([14, 22, 27, 31, 32, 36, 50, 57, 58])('built-in format %d is a date or time', (id) => {
    expect(builtInFormatKind(id).kind).toBe('moment');
  });

  it.each([0, 1, 4, 9, 11, 37, 46, 48, 49])('built-in format %d is a number', (id) => {
    expect(builtInFormatKind(id).kind).toBe('number');
  });
});
