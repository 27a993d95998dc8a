import { describe, expect, it } from 'vitest';
import { parseValue } from '../../../../src/core/register/value/parse-value.ts';
import { read } from './cells.ts';

describe('yes and no', () => {
  it.each(['是', '有', '√', '✓', '✔', '1', 'Y', 'y', 'Yes', 'true', 'TRUE', '已', '已录入', '已经通报', '是 ', '１'])(
    '"%s" is yes',
    (content) => {
      expect(read('boolean', content)).toEqual({ value: true });
    },
  );

  it.each(['否', '无', '没有', '×', '✗', '✘', '0', 'N', 'no', 'False', '未', '未录入', '不是'])(
    '"%s" is no',
    (content) => {
      expect(read('boolean', content)).toEqual({ value: false });
    },
  );

  it.each(['在押', '已拘留', '刑拘', '已刑事拘留', '延长15日', '已延长半个月'])(
    '"%s" is yes for custody or extension',
    (content) => {
      expect(read('boolean', content)).toEqual({ value: true });
    },
  );

  it.each<[string, boolean]>([
    ['已附', true],
    ['已附卷', true],
    ['已盖章', true],
    ['已签收', true],
    ['未附', false],
    ['未提供', false],
    ['未盖章', false],
  ])('"%s" says whether a paper is there', (content, value) => {
    expect(read('boolean', content)).toEqual({ value });
  });

  it.each(['未羁押', '未拘留', '取保候审', '不延长', '未延长'])('"%s" is no for custody or extension', (content) => {
    expect(read('boolean', content)).toEqual({ value: false });
  });

  it.each(['', '-', '—', '/', 'N/A', '不适用'])('"%s" is blank', (content) => {
    expect(read('boolean', content)).toEqual({ value: null });
  });

  it.each(['未知', '未明', '待定', 'X', '○', '2', '是/否', '部分', '□', '□是☑否', '已过期', 2, -1])(
    '%s cannot be read',
    (content) => {
      expect(read('boolean', content)).toEqual({ value: undefined, problem: 'BOOLEAN_UNREADABLE' });
    },
  );

  it('reads boolean and number cells', () => {
    expect(parseValue('boolean', { kind: 'boolean', boolean: false }, { multiplier: 1 })).toEqual({ value: false });
    expect(read('boolean', 1)).toEqual({ value: true });
    expect(read('boolean', 0)).toEqual({ value: false });
  });
});
