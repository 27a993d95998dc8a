import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COURT_PROVINCES } from '../../../../src/core/register/value/case-number.ts';
import type { CourtCodeTable } from '../../../../src/core/register/court-code-table.ts';
import { courtOfCode } from '../../../../src/core/register/value/court-code.ts';
import { read } from './cells.ts';

const table = JSON.parse(readFileSync('rules/court-codes.json', 'utf8')) as CourtCodeTable;

describe('court codes', () => {
  it('knows the courts of Hainan', () => {
    expect(courtOfCode(table, '琼')?.name.zh).toBe('海南省高级人民法院');
    expect(courtOfCode(table, ' 琼９６ ')?.name.zh).toBe('海南省第一中级人民法院');
    expect(courtOfCode(table, '琼9701')?.confidence).toBe('uncertain');
    expect(courtOfCode(table, '琼9999')).toBeUndefined();
  });

  it('lists each code once, and each begins with a word of the table', () => {
    expect(new Set(table.courts.map(({ code }) => code)).size).toBe(table.courts.length);
    for (const { code } of table.courts) {
      expect(Object.keys(table.provinces)).toContain(code.replace(/\d+$/u, ''));
    }
  });

  it('has the words that case numbers are read with', () => {
    expect(Object.keys(table.provinces).sort()).toEqual([...COURT_PROVINCES].sort());
  });

  it.each(['琼', '琼01', '琼9999', '最高法', '琼 9999'])('%s is a code', (content) => {
    expect(read('courtCode', content)).toEqual({ value: content.replace(' ', '') });
  });

  it.each<string | number>(['示例市人民法院', '琼999', 'HN01', 9999])('%s is kept, with a warning', (content) => {
    expect(read('courtCode', content)).toEqual({ value: String(content), warning: 'COURT_CODE_UNKNOWN' });
  });
});
