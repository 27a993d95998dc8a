import { describe, expect, it } from 'vitest';
import { caseNumberOf } from '../../../../src/core/register/value/case-number.ts';
import { parseValue } from '../../../../src/core/register/value/parse-value.ts';
import { read } from './cells.ts';

describe('case numbers of enforcement', () => {
  it.each([
    ['（2026）琼9999执123号', '（2026）琼9999执123号'],
    ['（2023）琼9999执1234号', '（2023）琼9999执1234号'],
    ['(2024)琼99执恢56号', '（2024）琼99执恢56号'],
    ['（2022）琼执复12号', '（2022）琼执复12号'],
    ['（2021）琼99执异3号之一', '（2021）琼99执异3号'],
    ['（2021）琼99执异3号之2', '（2021）琼99执异3号'],
    ['〔2019〕琼9999执保88号', '（2019）琼9999执保88号'],
    ['［2019］琼9999执保88号', '（2019）琼9999执保88号'],
    ['【2019】琼9999执保88号', '（2019）琼9999执保88号'],
    ['（２０２３） 琼 ９９９９ 执 １２３ 号', '（2023）琼9999执123号'],
    ['（2018）琼99执字第15号', '（2018）琼99执15号'],
    ['（2023）琼9999执0012号', '（2023）琼9999执12号'],
    ['（2023）琼9999执123', '（2023）琼9999执123号'],
    ["'（2023）琼9999执123号", '（2023）琼9999执123号'],
    ['（2023）琼9999司救执5号', '（2023）琼9999司救执5号'],
    ['（2023）琼9999司惩复5号', '（2023）琼9999司惩复5号'],
    ['（2023）琼9999司惩5号', '（2023）琼9999司惩5号'],
    ['（2023）最高法执监5号', '（2023）最高法执监5号'],
    ['（2015）龙执字第123号', '（2015）龙执123号'],
    ['（2014）海中法执字第45-1号', '（2014）海中法执45号'],
    ['（2014）海中法执字第45号之一', '（2014）海中法执45号'],
    ['（2015）杭下执民字第2741号', '（2015）杭下执民2741号'],
    ['(2013)示执字第0007号', '（2013）示执7号'],
  ])('%s is %s', (content, canonical) => {
    expect(read('caseNo', content)).toEqual({ value: canonical });
    expect(read('caseNo', canonical)).toEqual({ value: canonical });
  });

  it.each([
    ['（2024）琼9999刑初12号', '（2024）琼9999刑初12号'],
    ['（2024）琼9999民初0012号', '（2024）琼9999民初12号'],
    ['(2015)龙民初字第123号', '（2015）龙民初123号'],
    ['（2024）最高法民终12号', '（2024）最高法民终12号'],
    ['（2023）琼9999执清5号', '（2023）琼9999执清5号'],
    ['（2023）琼9999执转破5号', '（2023）琼9999执转破5号'],
    ['（2023）琼9999委执5号', '（2023）琼9999委执5号'],
  ])('%s is kept, with a warning', (content, canonical) => {
    expect(read('caseNo', content)).toEqual({ value: canonical, warning: 'CASE_NO_TYPE_NOT_STANDARD' });
  });

  it('keeps two series of one court apart', () => {
    expect(read('caseNo', '（2015）示执民字第7号').value).not.toBe(read('caseNo', '（2015）示执行字第7号').value);
  });

  it.each([
    '（2023）琼9999执1号、（2023）琼9999执2号',
    '（2023）琼9999执1号\n（2023）琼9999执恢1号',
    '（2023）琼9999执1号（2023）琼9999执2号',
    '（2023）琼9999执1号,（2023）琼9999民初2号',
    '（2023）琼9999执1、2号',
    '（2023）琼9999执1号、2号',
    '（2023）琼9999执1-3号',
    '（2014）海中法执字第45-48号',
  ])('%s holds several', (content) => {
    expect(read('caseNo', content)).toEqual({ value: undefined, problem: 'CASE_NO_SEVERAL' });
  });

  it('takes the same number written twice for one', () => {
    expect(read('caseNo', '（2023）琼9999执1号；(2023)琼9999执01号')).toEqual({ value: '（2023）琼9999执1号' });
  });

  it.each([
    '2023琼9999执1234号',
    '琼9999执1234号',
    '执1234号',
    '（23）琼9999执1号',
    '见附件',
    '（2023）琼9999执号',
    '（2023）123号',
    '__proto__',
  ])('%s cannot be read', (content) => {
    expect(read('caseNo', content)).toEqual({ value: undefined, problem: 'CASE_NO_UNREADABLE' });
  });

  it('reads no numbers and dates', () => {
    expect(read('caseNo', 123)).toEqual({ value: undefined, problem: 'CASE_NO_UNREADABLE' });
    expect(parseValue('caseNo', { kind: 'date', iso: '2023-01-05' }, { multiplier: 1 }).problem).toBe(
      'CASE_NO_UNREADABLE',
    );
  });

  it.each(['', '—', '/', '无'])('"%s" is blank', (content) => {
    expect(read('caseNo', content)).toEqual({ value: null });
  });

  it.each([
    ['（2024）琼9999执恢56号', { year: 2024, court: '琼9999', type: '执恢', sequence: 56, form: 'new' }],
    ['（2022）琼执复12号', { year: 2022, court: '琼', type: '执复', sequence: 12, form: 'new' }],
    ['（2014）海中法执字第45-1号', { year: 2014, court: '海中', type: '执', sequence: 45, form: 'old' }],
    ['（2024）琼9999刑初12号', { year: 2024, court: '琼9999', type: '刑初', sequence: 12, form: 'other' }],
  ])('%s falls into its parts', (content, parts) => {
    expect(caseNumberOf(content)).toMatchObject(parts);
  });
});
