import { describe, expect, it } from 'vitest';
import { parseValue } from '../../../../src/core/register/value/parse-value.ts';
import { number, read, text } from './cells.ts';

const context = { multiplier: 1 };

describe('text', () => {
  it.each([
    ['  甲公司 ', '甲公司'],
    ['甲公司\n乙公司', '甲公司 乙公司'],
    ['（全角）ＡＢＣ', '（全角）ＡＢＣ'],
    ['甲\u200b公司', '甲公司'],
    ['甲　公司', '甲 公司'],
    ['无', '无'],
    ['甲—乙', '甲—乙'],
    ['=HYPERLINK("x")', '=HYPERLINK("x")'],
    ['1.2E+3', '1.2E+3'],
  ])('%j is kept as %j', (content, value) => {
    expect(read('text', content)).toEqual({ value });
  });

  it.each(['', '   ', '\u200b', '\n', '—', '——', '-', '/', '／', 'N/A'])('%j is blank', (content) => {
    expect(read('text', content)).toEqual({ value: null });
  });

  it.each(['甲\u0000公司', '甲\u202e公司', '甲\u0007公司', '甲\u2067公司'])(
    '%j loses its control character, with a warning',
    (content) => {
      expect(read('text', content)).toEqual({ value: '甲公司', warning: 'TEXT_CONTROL_CHARACTER' });
    },
  );

  it('writes numbers as they are, with the zeros that the format shows', () => {
    expect(read('text', 12.5)).toEqual({ value: '12.5' });
    expect(parseValue('text', number(7, '0007'), context)).toEqual({ value: '0007' });
    expect(parseValue('text', number(123_456_789_012, '1.23E+11'), context)).toEqual({ value: '123456789012' });
  });

  it.each<string | number>(['6.22848E+18', 6_228_480_000_000_000_000])(
    '%s is a long number that lost its last digits',
    (content) => {
      expect(read('text', content)).toEqual({ value: undefined, problem: 'NUMBER_IN_SCIENTIFIC_NOTATION' });
    },
  );

  it('writes dates and booleans', () => {
    expect(parseValue('text', { kind: 'date', iso: '2023-01-05T10:05:00' }, context)).toEqual({
      value: '2023-01-05 10:05:00',
    });
    expect(parseValue('text', { kind: 'boolean', boolean: true }, context)).toEqual({ value: 'TRUE' });
    expect(parseValue('text', { kind: 'boolean', boolean: false }, context)).toEqual({ value: 'FALSE' });
  });
});

describe('every type', () => {
  const types = [
    'text',
    'date',
    'dateTime',
    'money',
    'number',
    'integer',
    'ratio',
    'boolean',
    'caseNo',
    'identity',
    'courtCode',
  ] as const;

  it.each(types)('%s: a missing cell is blank, a formula error is a problem, white space is blank', (type) => {
    expect(parseValue(type, undefined, context)).toEqual({ value: null });
    expect(parseValue(type, { kind: 'error', text: '#REF!' }, context)).toEqual({
      value: undefined,
      problem: 'CELL_ERROR',
    });
    expect(parseValue(type, text(' \u200b '), context)).toEqual({ value: null });
  });
});
