import { describe, expect, test } from 'vitest';
import { courtKeys, mayBeSameCourt } from '../../../src/core/fact/court-name.ts';
import { dutyOn, handlerNames, isJudge } from '../../../src/core/fact/roster-person.ts';
import type { FieldValue } from '../../../src/core/register/record.ts';
import { registersOf } from './neighbour-registers.ts';

function keysOf(courts: readonly string[]): (court: FieldValue) => string {
  const { registers } = registersOf({ courtPersonnel: { rows: courts.map((court) => ({ court })) } });
  return courtKeys(registers, ['courtPersonnel']);
}

describe('names of courts', () => {
  test.each([
    ['the words 人民法院 left out', '琼海市人民法院', '琼海法院', []],
    ['a district without its city', '海口市秀英区人民法院', '秀英区人民法院', []],
    ['a district without its city and rank', '海口市秀英区人民法院', '秀英法院', []],
    ['with and without the province', '海南省琼海市人民法院', '琼海市人民法院', []],
    ['an intermediate court in short', '海口市中级人民法院', '海口中院', ['海口市人民法院']],
    ['an autonomous county in short', '白沙黎族自治县人民法院', '白沙法院', []],
    ['spaces and full width', '琼海市 人民法院', '琼海市人民法院', []],
  ])('%s: one court', (_, long, short, others) => {
    const key = keysOf([long, short, ...others]);
    expect(key(short)).toBe(key(long));
  });

  test.each([
    ['a city and a county of one name', '示例市人民法院', '示例县人民法院', []],
    ['a court and the intermediate court of the place', '海口市人民法院', '海口市中级人民法院', []],
    ['a short name that two courts go by', '甲市城东区人民法院', '城东区人民法院', ['乙市城东区人民法院']],
    ['a district and another district of the city', '海口市秀英区人民法院', '海口市龙华区人民法院', []],
  ])('%s: two courts', (_, one, other, others) => {
    const key = keysOf([one, other, ...others]);
    expect(key(other)).not.toBe(key(one));
  });

  test.each([[null], [undefined], ['']])('%s is no court', (court) => {
    expect(keysOf(['示例市人民法院'])(court)).toBe('');
  });
});

describe('two names in two tables', () => {
  test.each([
    ['示例市龙甲区人民法院', '示例龙甲法院', true],
    ['示例市人民法院', '示例县人民法院', false],
    ['示例市龙甲区人民法院', '示例龙甲区法院', true],
    ['示例市龙甲区人民法院', '龙甲区法院', true],
    ['示例市龙甲区人民法院', '龙甲法院', true],
    ['示例市甲县人民法院', '甲县法院', true],
    ['示例市龙甲区人民法院执行局', '示例市龙甲区人民法院', true],
    ['示例市龙甲区人民法院（执行局）', '示例市龙甲区人民法院', true],
    ['示例市中级人民法院', '示例中院', true],
    ['示例省高级人民法院', '示例高院', true],
    ['示例市龙甲区人民法院', '示例市秀乙区人民法院', false],
    ['示例市中级人民法院', '示例市龙甲区人民法院', false],
    ['示例市人民法院', '法院', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(mayBeSameCourt(a, b)).toBe(same);
  });
});

const person = (values: Readonly<Record<string, FieldValue>>) => ({
  register: 'courtPersonnel',
  mapping: null,
  row: 2,
  values,
});

describe('a person on the roster', () => {
  const words = { onDuty: ['在岗', '正常'], offDuty: ['借调', '病'] };
  test.each([
    ['在岗', 'yes'],
    ['√', 'yes'],
    ['是', 'yes'],
    ['借调', 'no'],
    ['不在岗', 'no'],
    ['未在岗', 'no'],
    ['×', 'no'],
    ['否', 'no'],
    ['在岗（曾借调）', 'maybe'],
    ['借调期满返岗', 'maybe'],
    ['待核实', 'maybe'],
    [null, 'maybe'],
  ])('state %s: on duty %s', (onDutyStatus, expected) => {
    expect(dutyOn(person({ onDutyStatus }), '2026-06-30', words)).toBe(expected);
  });

  test.each([
    [{ quotaJudge: true, post: '执行员' }, true],
    [{ quotaJudge: false, position: '审判员' }, false],
    [{ post: '执行法官' }, true],
    [{ post: '法官助理' }, false],
    [{ position: '助理审判员' }, false],
    [{ post: '执行员' }, false],
    [{ post: '执行员', position: '执行局副局长' }, undefined],
    [{ post: '执行员', judgeGrade: '四级高级法官' }, true],
    [{ post: '综合岗' }, undefined],
    [{}, undefined],
  ])('%j: judge %s', (values, expected) => {
    expect(isJudge(person(values))).toBe(expected);
  });

  test.each([
    ['张某（主办）', ['张某']],
    ['张某法官', ['张某']],
    ['张某、李某', ['张某', '李某']],
    ['待定', []],
    ['—', []],
    ['', []],
  ])('handler %s', (cell, names) => {
    expect(handlerNames(cell)).toEqual(names);
  });
});
