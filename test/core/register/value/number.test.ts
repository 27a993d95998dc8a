import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseValue } from '../../../../src/core/register/value/parse-value.ts';
import { read } from './cells.ts';

describe('amounts in fen', () => {
  it.each<[string | number, number, number]>([
    ['12345.67', 1, 1_234_567],
    ['12,345.67', 1, 1_234_567],
    ['１２，３４５．６７', 1, 1_234_567],
    ['￥12,345.67', 1, 1_234_567],
    ['¥12345.67元', 1, 1_234_567],
    ['人民币12345.67元整', 1, 1_234_567],
    ['RMB 12 345.67', 1, 1_234_567],
    ['3万元', 1, 3_000_000],
    ['3万', 1, 3_000_000],
    ['1.5亿元', 1, 15_000_000_000],
    ['300万元', 10_000, 300_000_000],
    ['1.5', 10_000, 1_500_000],
    ['1.23', 10_000, 1_230_000],
    ['0.1', 10_000, 100_000],
    ['15000元', 10_000, 1_500_000],
    ['-100', 1, -10_000],
    ['(100.50)', 1, -10_050],
    ['（1,000.00）', 1, -100_000],
    ['-￥100', 1, -10_000],
    ['￥-100', 1, -10_000],
    ['0', 1, 0],
    ['-0.001', 1, 0],
    ['.5', 1, 50],
    ['5.', 1, 500],
    ['0.005', 1, 1],
    ['1.004', 1, 100],
    [0.1, 1, 10],
    [1.1, 10_000, 1_100_000],
    [0.07, 10_000, 70_000],
    [1_234.560_000_000_1, 1, 123_456],
    [-5, 1, -500],
    [1e-7, 1, 0],
    [8_999_999_999_999, 1, 899_999_999_999_900],
  ])('%s at a header worth %d is %i', (content, multiplier, fen) => {
    expect(read('money', content, multiplier)).toEqual({ value: fen });
  });

  it.each(['', '-', '—', '/', '无', 'N/A'])('"%s" is blank', (content) => {
    expect(read('money', content)).toEqual({ value: null });
  });

  it.each([
    '壹万元',
    '约100万',
    '100-200',
    '1,5',
    '12,34.5',
    '1.2.3',
    '100元+200元',
    '100美元',
    '--5',
    '(5',
    '1e400',
    '5万5千',
    '+-5',
    '99999999999999999',
    1e22,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('%s cannot be read', (content) => {
    const { value, problem } = read('money', content);
    expect(value).toBeUndefined();
    expect(['NUMBER_UNREADABLE', 'NUMBER_IN_SCIENTIFIC_NOTATION']).toContain(problem);
  });

  it('does not trust scientific notation', () => {
    expect(read('money', '1.2E+5')).toEqual({ value: undefined, problem: 'NUMBER_IN_SCIENTIFIC_NOTATION' });
  });

  it('has no error of binary fractions for any amount with two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }), (fen) => {
        expect(read('money', fen / 100)).toEqual({ value: fen === 0 ? 0 : fen });
        expect(read('money', (fen / 100).toFixed(2))).toEqual({ value: fen === 0 ? 0 : fen });
      }),
    );
  });
});

describe('numbers', () => {
  it.each<['number' | 'integer', string | number, number]>([
    ['number', '3.5', 3.5],
    ['number', '1,234.5', 1234.5],
    ['number', '30日', 30],
    ['number', '2.5小时', 2.5],
    ['number', -0.25, -0.25],
    ['number', 0.1, 0.1],
    ['integer', '15人', 15],
    ['integer', '3个月', 3],
    ['integer', '3.0', 3],
    ['integer', 12, 12],
    ['integer', '１２', 12],
  ])('as %s, %s is %d', (type, content, value) => {
    expect(read(type, content)).toEqual({ value });
  });

  it.each<['number' | 'integer', string | number]>([
    ['integer', '2.5'],
    ['integer', 2.5],
    ['integer', '三人'],
    ['integer', '3-5人'],
    ['number', '15%'],
    ['number', '若干'],
    ['number', '3日4时'],
  ])('as %s, %s cannot be read', (type, content) => {
    expect(read(type, content)).toEqual({ value: undefined, problem: 'NUMBER_UNREADABLE' });
  });

  it('takes no dates and booleans', () => {
    expect(parseValue('number', { kind: 'boolean', boolean: true }, { multiplier: 1 }).problem).toBe(
      'NUMBER_UNREADABLE',
    );
    expect(parseValue('money', { kind: 'date', iso: '2023-01-05' }, { multiplier: 1 }).problem).toBe(
      'NUMBER_UNREADABLE',
    );
  });
});

describe('ratios', () => {
  it.each<[string | number, number, number]>([
    ['15%', 1, 0.15],
    ['15.5％', 1, 0.155],
    ['15‰', 1, 0.015],
    ['0.15', 1, 0.15],
    [0.15, 1, 0.15],
    [1, 1, 1],
    ['51', 1, 0.51],
    [51, 0.01, 0.51],
    ['15%', 0.01, 0.15],
    [0, 1, 0],
  ])('%s at a header worth %d is %d', (content, multiplier, ratio) => {
    expect(read('ratio', content, multiplier)).toEqual({ value: ratio });
  });

  it('has no ratio above one hundred per cent', () => {
    expect(read('ratio', '120')).toEqual({ value: undefined, problem: 'NUMBER_UNREADABLE' });
    expect(read('ratio', '一成')).toEqual({ value: undefined, problem: 'NUMBER_UNREADABLE' });
  });
});
