import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldType } from '../../../../src/core/register/definition.ts';
import { parseValue } from '../../../../src/core/register/value/parse-value.ts';
import type { Cell } from '../../../../src/core/sheet/grid.ts';
import { read } from './cells.ts';

const TYPES: readonly FieldType[] = [
  ...(['text', 'date', 'dateTime', 'money', 'number', 'integer', 'ratio'] as const),
  ...(['boolean', 'caseNo', 'identity', 'courtCode'] as const),
];

const snippets = fc.constantFrom(
  ...[
    '（2023）',
    '琼9999',
    '执',
    '刑初',
    '号',
    '之一',
    '2023',
    '-',
    '/',
    '.',
    '年',
    '月',
    '日',
    '1',
    '05',
    '12',
    '一',
    '十',
    '〇',
  ],
  ...[
    '上午',
    ':',
    '点',
    '半',
    ',',
    '￥',
    '万',
    '元',
    '(',
    ')',
    '%',
    'E+17',
    '*',
    'X',
    '是',
    '未',
    ' ',
    '\n',
    '\u0000',
    '\u200b',
  ],
);
const messyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(snippets, { maxLength: 12 }).map((parts) => parts.join('')),
);
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  messyText.map((text): Cell => ({ kind: 'text', text })),
  fc.double().map((number): Cell => ({ kind: 'number', number })),
  fc.boolean().map((boolean): Cell => ({ kind: 'boolean', boolean })),
);
const anyType = fc.constantFrom(...TYPES);
const anyMultiplier = fc.constantFrom(1, 0.01, 1000, 10_000, 100_000_000);

describe('whatever a cell holds', () => {
  it('it has a value or a problem, never both and never neither', () => {
    fc.assert(
      fc.property(anyType, anyCell, anyMultiplier, fc.boolean(), (type, cell, multiplier, date1904) => {
        const { value, problem, warning } = parseValue(type, cell, { multiplier, date1904 });
        expect(value === undefined).toBe(problem !== undefined);
        if (problem !== undefined) expect(warning).toBeUndefined();
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        if (typeof value === 'string') expect(value).not.toBe('');
        if (type === 'money' || type === 'integer')
          expect(value === null || value === undefined || Number.isSafeInteger(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('what was read reads the same again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<FieldType>('date', 'dateTime', 'caseNo', 'identity', 'courtCode'),
        anyCell,
        (type, cell) => {
          const { value } = parseValue(type, cell, { multiplier: 1 });
          if (typeof value === 'string') expect(read(type, value).value).toBe(value);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a cell of 30,000 characters takes no time to speak of', () => {
    const long = ['1', ' ', '0', '（2023）', '2023-', '、', '1,', '元', '执', '*', '\n'].map((part) =>
      part.repeat(30_000 / part.length),
    );
    const started = performance.now();
    for (const text of long) for (const type of TYPES) read(type, text);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
