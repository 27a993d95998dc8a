import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { custodyFacts } from '../../../src/core/fact/custody.ts';
import type { FactContext, FactResult } from '../../../src/core/fact/fact.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import type { FieldValue } from '../../../src/core/register/record.ts';

interface ReasonsTable {
  readonly facilities: Readonly<Record<'detentionHouse' | 'custodyHouse', { readonly words: readonly string[] }>>;
}

const TABLE = JSON.parse(readFileSync('rules/parameters/custody-refusal-reasons.json', 'utf8')) as ReasonsTable;
const CONTEXT = { tables: { 'custody-refusal-reasons': TABLE } } as unknown as FactContext;

function factOf(name: string, values: Readonly<Record<string, FieldValue>>): FactResult {
  const fact = custodyFacts.find((each) => each.name === name);
  if (fact === undefined) throw new Error(`no fact ${name}`);
  return fact.evaluate({ register: fact.register, mapping: null, row: 2, values }, CONTEXT, {});
}

function reasonOf(reason: string | null | undefined, rest: Readonly<Record<string, FieldValue>> = {}): FactResult {
  return factOf('custodyRefusalReason', { refusalReason: reason, ...rest });
}

const { detentionHouse, custodyHouse } = TABLE.facilities;

describe('what a reason for refusing admission is worth', () => {
  it.each(detentionHouse.words)('a detention house may refuse for %s', (word) => {
    expect(reasonOf(`经审查${word}`, { type: '司法拘留' })).toBe('lawful');
  });

  it.each(custodyHouse.words)('a custody house may refuse for %s', (word) => {
    expect(reasonOf(`经审查${word}`, { type: '逮捕' })).toBe('lawful');
  });

  it.each(['已满70周岁', '未满十八周岁'])('a custody house may not refuse for %s', (reason) => {
    expect(reasonOf(reason, { type: '刑事拘留' })).toBe('other');
  });

  it('both lists count where the facility is not known', () => {
    expect(reasonOf('生活不能自理')).toBe('lawful');
    expect(reasonOf('已满70周岁')).toBe('lawful');
  });

  it.each([
    '现年75岁',
    '七十五岁',
    '十五周岁',
    '患有严重心脏病',
    '已满71周岁',
    '17岁，初次违反治安管理',
    '被拘留人15岁',
  ])('a detention house may refuse: %s', (reason) => {
    expect(reasonOf(reason, { type: '司法拘留' })).toBe('lawful');
  });

  it.each(['未带拘留决定书', '法律手续不全', '逮捕证与被收押人不符', '没有执行文书'])(
    'papers that are lacking are a lawful reason: %s',
    (reason) => {
      expect(reasonOf(reason, { type: '司法拘留' })).toBe('lawful');
      expect(reasonOf(reason, { type: '逮捕' })).toBe('lawful');
    },
  );

  it.each(['子女3岁', '现年45岁', '四十五岁', '高血压', '患有心脏病', '无体检报告', '未办理体检手续'])(
    '%s is no lawful reason',
    (reason) => {
      expect(reasonOf(reason, { type: '司法拘留' })).toBe('other');
    },
  );

  it.each(['床位已满', '不属本所管辖', '领导不同意'])('%s is on no list', (reason) => {
    expect(reasonOf(reason, { type: '司法拘留' })).toBe('other');
  });

  it.each([null, '无', '——'])('%s is no reason', (reason) => {
    expect(reasonOf(reason, { type: '司法拘留' })).toBe('none');
  });

  it('a column that was not handed over leaves it open', () => {
    expect(reasonOf(undefined, { type: '司法拘留' })).toBeInstanceOf(Unknown);
  });
});

describe('whether admission was refused', () => {
  it.each<[Readonly<Record<string, FieldValue>>, boolean]>([
    [{ result: '拒收' }, true],
    [{ result: '不予收拘' }, true],
    [{ result: '未收' }, true],
    [{ result: '退回' }, true],
    [{ result: '收拘', refusalReason: '床位已满' }, false],
    [{ result: null, admittedAt: '2026-03-02' }, false],
    [{ result: null, admittedAt: null, refusalReason: '床位已满' }, true],
    [{ result: null, admittedAt: null, refusalReason: '无' }, false],
    [{ result: null, admittedAt: null, refusalNoticeNo: '示拘不收〔2026〕1号' }, true],
    [{ result: null, admittedAt: null }, false],
  ])('%j → %s', (values, expected) => {
    expect(factOf('custodyRefused', values)).toBe(expected);
  });
});
