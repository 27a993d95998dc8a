import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf } from './facts-of-row.ts';

function value(name: string, row: Readonly<Record<string, string | null>>): unknown {
  const result = factOf(name, 'assistanceRequest', row, {});
  return result instanceof Unknown ? result.reason : result;
}

describe('whether a result says that the notice was refused', () => {
  it.each([
    ['拒绝', '查询', true],
    ['已退回', '查询', true],
    ['退回（文书不全）', '查询', true],
    ['拒绝：领导不同意', '查询', true],
    ['不予办理', '查询', true],
    ['拒绝提供账户流水', '查询', true],
    ['已查询，拒绝扣划', '查询、扣划', true],
    ['不予办理过户', '过户', true],
    ['拒不协助', '冻结', true],
    ['退回法院', '查询', true],
    ['不予办理过户', '查封', false],
    ['不予解冻', '冻结', false],
    ['未拒绝', '查询', false],
    ['已冻结，被执行人拒绝签收', '冻结', false],
    ['当事人不配合，我局拒绝办理', '查封', true],
    ['退回余款', '扣划', false],
    ['款项已退回法院账户', '扣划', false],
    ['已办理，退回送达回证', '查封', false],
    ['退回补正后已办结', '查封', false],
    ['已办理', '查询', false],
    ['', '查询', false],
  ])('%s (%s): %s', (result, assistanceCategory, expected) => {
    expect(value('refusalStated', { result, assistanceCategory })).toBe(expected);
  });

  it('is unknown without the column', () => {
    expect(value('refusalStated', { assistanceCategory: '查询' })).toBe('missing');
  });
});

describe('the reason for a refusal', () => {
  it.each([
    ['退回', '未附裁定书', '未附裁定书'],
    ['退回（未附裁定书）', null, '未附裁定书'],
    ['拒绝：领导不同意', null, '领导不同意'],
    ['拒绝', null, null],
    ['拒绝', '无', null],
    ['拒绝', '详见回函', null],
    ['已查询，拒绝扣划', null, null],
    ['拒不履行协助义务', null, null],
  ])('%s, %s', (result, unhandledReason, expected) => {
    expect(value('refusalReason', { result, unhandledReason, assistanceCategory: '查询' })).toBe(expected);
  });

  it('is unknown where neither column tells it', () => {
    expect(value('refusalReason', { result: '拒绝', assistanceCategory: '查询' })).toBe('missing');
  });
});
