import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DepartmentLimitTable } from '../../../src/core/fact/department-limit-table.ts';
import { categoriesIn, departmentLimit, departmentLimitOf } from '../../../src/core/fact/department-limits.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import type { RegisterRecord } from '../../../src/core/register/record.ts';

const table = JSON.parse(readFileSync('rules/parameters/department-limits.json', 'utf8')) as DepartmentLimitTable;

const limit = (department: string, unit: string, category: string) => {
  const found = departmentLimitOf(table, department, unit, category);
  return found === undefined ? undefined : `${found.amount} ${found.unit}`;
};

describe('limits by department and kind of matter', () => {
  it.each([
    ['公安·人口', '查询', '3 workday'],
    ['公安·人口', '档案', '5 workday'],
    ['公安·人口', '冻结', undefined],
    ['公安·车管', '查询', '3 workday'],
    ['公安·车管', '查封', '1 workday'],
    ['边检', '限制出境', '24 hour'],
    ['边检', '查询', undefined],
    ['民政', '查询', '5 workday'],
    ['自然资源', '查询', '10 day'],
    ['不动产', '查封', '1 workday'],
    ['不动产', '过户', '5 workday'],
    ['不动产', '档案', '5 workday'],
    ['住建', '查询', '3 workday'],
    ['住建', '查封', '1 workday'],
    ['税务', '查询', '5 workday'],
    ['税务', '冻结', '3 workday'],
    ['税务', '划拨', '10 workday'],
    ['市场监管', '冻结', '1 workday'],
    ['市场监管', '过户', '5 workday'],
    ['银行·柜面', '查询', '2 hour'],
    ['银行柜面', '冻结', '2 hour'],
    ['银行柜面', '扣划', '0 day'],
    ['银行·网络', '查询', '24 hour'],
    ['银行', '冻结', '24 hour'],
    ['银行', '扣划', '48 hour'],
    ['银行', '档案', undefined],
    ['证券', '查询', '1 workday'],
    ['证券', '冻结', '0 day'],
    ['证券', '划拨', '3 workday'],
    ['保险', '划拨', '10 workday'],
    ['人民银行', '查询', '3 workday'],
    ['人民银行', '冻结', undefined],
    ['通信管理', '查询', '3 workday'],
    ['公积金', '提取', '3 workday'],
    ['海关', '查询', '3 workday'],
    ['海关', '扣划', '5 workday'],
    ['港务', '扣押', '24 hour'],
    ['民航', '限制', '1 workday'],
    ['民航', '查询', undefined],
    ['其他', '查询', '3 workday'],
    ['其他', '续封', '1 workday'],
    ['其他', '过户', '5 workday'],
    ['其他', '档案', '5 workday'],
  ])('%s, %s: %s', (department, category, expected) => {
    expect(limit(department, '', category)).toBe(expected);
  });

  it.each([
    ['示例市公安局交警支队', '查封', '1 workday'],
    ['示例市公安局出入境管理支队', '查询', '3 workday'],
    ['示例市公安局出入境管理支队', '限制出境', '24 hour'],
    ['示例市公安局甲分局', '查询', '3 workday'],
    ['示例市不动产登记中心', '查询', '10 day'],
    ['示例市住房和城乡建设局', '查询', '3 workday'],
    ['示例市住房公积金管理局', '扣划', '3 workday'],
    ['国家税务总局示例市税务局', '查询', '5 workday'],
    ['甲银行示例支行', '扣划', '48 hour'],
    ['中国人民银行示例市分行', '查询', '3 workday'],
    ['示例市社会保险服务中心', '查询', '3 workday'],
    ['示例市社会保险服务中心', '划拨', '5 workday'],
    ['某某人寿保险公司', '划拨', '10 workday'],
    ['甲公司', '冻结', '1 workday'],
  ])('the name of the unit decides without a department: %s, %s: %s', (unit, category, expected) => {
    expect(limit('', unit, category)).toBe(expected);
  });

  it('believes the department before the name of the unit', () => {
    expect(limit('税务', '甲银行', '查询')).toBe('5 workday');
    expect(limit('企业', '甲银行', '查询')).toBe('24 hour');
  });

  it('takes the longest limit where one matter is of several kinds', () => {
    expect(limit('税务', '', '查询、冻结、扣划')).toBe('10 workday');
    expect(categoriesIn(table, '查询、 冻结')).toEqual(['query', 'control']);
    expect(limit('不动产', '', '查询档案')).toBe('10 day');
  });

  it('says nothing about a kind it does not know', () => {
    expect(limit('税务', '', '协助')).toBeUndefined();
  });

  it('rests on no law', () => {
    const bases = table.departments.flatMap(({ limits }) => Object.values(limits)).map((each) => each?.basis);
    for (const basis of bases) expect([undefined, 'policy-default', 'local-practice']).toContain(basis);
  });
});

describe('the limit of a request', () => {
  const context = { tables: { 'department-limits': table } };
  const request = (values: RegisterRecord['values']): RegisterRecord => ({
    register: 'assistanceRequest',
    mapping: null,
    row: 0,
    values: { departmentCategory: null, assistingUnit: null, assistanceCategory: null, ...values },
  });

  it('comes from department, unit and kind', () => {
    const record = request({ departmentCategory: '税务', assistanceCategory: '查询' });
    expect(departmentLimit(record, context)).toMatchObject({ amount: 5, unit: 'workday' });
    expect(departmentLimit(record, context)).toMatchObject({ amount: 5, unit: 'workday' });
  });

  it.each([
    ['no kind', { departmentCategory: '税务' }, ['assistanceCategory']],
    ['neither department nor unit', { assistanceCategory: '查询' }, ['departmentCategory', 'assistingUnit']],
    [
      'no such matter',
      { assistingUnit: '民航', assistanceCategory: '档案' },
      ['assistanceCategory', 'departmentCategory'],
    ],
  ])('is unknown with %s', (_, values, missing) => {
    const limitOrUnknown = departmentLimit(request(values), context);
    expect(limitOrUnknown).toBeInstanceOf(Unknown);
    expect((limitOrUnknown as Unknown).missing).toEqual(missing);
  });

  it('needs its table', () => {
    const record = request({ departmentCategory: '税务', assistanceCategory: '查询' });
    expect(() => departmentLimit(record, { tables: {} })).toThrow('department-limits');
  });
});
