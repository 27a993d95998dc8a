import { describe, expect, it } from 'vitest';
import type { FactResult } from '../../../src/core/fact/fact.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factRegistry } from '../../../src/core/fact/registry.ts';
import type { Row } from './neighbour-registers.ts';
import { registersOf } from './neighbour-registers.ts';

/** A fact of one row; `unknown` stands for any unknown result. */
function factOf(name: string, register: string, record: Row): FactResult {
  const context = registersOf({ [register]: { rows: [record] } });
  const [own] = context.registers.all(register);
  const fact = factRegistry.find(name, register);
  if (own === undefined || fact === undefined) throw new Error(`no fact ${register}.${name}`);
  const value = fact.evaluate(own, context, {});
  return value instanceof Unknown ? 'unknown' : value;
}

describe('the time for a reply that a judicial recommendation states', () => {
  it.each([
    ['两个月', [2, 'month']],
    ['2个月内', [2, 'month']],
    ['自收到本建议书之日起两个月内书面答复', [2, 'month']],
    ['收到后30日内', [30, 'day']],
    ['15个工作日', [15, 'workday']],
    ['十五个工作日以内', [15, 'workday']],
    ['2026年3月13日前', [0, 'day']],
    ['2026-03-13', [0, 'day']],
    ['尽快', 'unknown'],
    ['未载明', null],
    [null, null],
  ])('%s', (feedbackLimit, expected) => {
    expect(factOf('statedReplyLimit', 'judicialSuggestion', { feedbackLimit })).toEqual(expected);
  });

  it('runs from service, or from the stated day itself', () => {
    const record = { servedDate: '2026-01-12' };
    expect(factOf('statedReplyStart', 'judicialSuggestion', { ...record, feedbackLimit: '两个月' })).toBe('2026-01-12');
    expect(factOf('statedReplyStart', 'judicialSuggestion', { ...record, feedbackLimit: '2026-03-13前' })).toBe(
      '2026-03-13',
    );
  });
});

describe('the day of an answer', () => {
  it.each([
    ['2026-03-12', null, '2026-03-12'],
    [null, null, null],
    [null, '未答复', null],
    [null, '逾期', null],
    [null, '办理中', null],
    [null, '已采纳', 'unknown'],
    [null, '不采纳', 'unknown'],
  ])('replied %s, adopted %s', (repliedDate, adopted, expected) => {
    expect(factOf('suggestionReplied', 'judicialSuggestion', { repliedDate, adopted })).toBe(expected);
  });
});

describe('the origin of a supervised matter', () => {
  const blank = { source: null, matter: '某某执行案件', reportedDate: null, undertaker: '示例市某某局' };
  it.each([
    ['the congress by its name', { ...blank, source: '示例市人大常委会' }, '人大'],
    ['a lead by its source', { ...blank, source: '法院移送问题线索' }, '线索'],
    ['another source', { ...blank, source: '政法委督办' }, '其他'],
    ['a lead by its words', { ...blank, matter: '某某干预执行线索' }, '线索'],
    ['a day of report to the congress', { ...blank, reportedDate: '2026-02-01' }, '人大'],
    ['a supervisory organ in charge', { ...blank, undertaker: '示例市监察委员会' }, '线索'],
    ['nothing that tells', blank, 'unknown'],
    ['reported by a court', { ...blank, source: '法院报告', undertaker: '示例市人民政府' }, '人大'],
    ['a court refers to the commission', { ...blank, source: '示例市中级人民法院', undertaker: '示例市监委' }, '线索'],
    ['a lead that a court reported', { ...blank, source: '法院报告', matter: '干预线索' }, '线索'],
    ['another committee', { ...blank, source: '示例市委政法委' }, '其他'],
    ['no column of sources', { matter: '某某执行案件', undertaker: '示例市某某局' }, '人大'],
  ])('%s', (_name, record, expected) => {
    expect(factOf('matterOrigin', 'supervisedMatter', record)).toBe(expected);
  });

  it.each([
    ['示例市人民政府', true],
    ['示例市人民检察院', true],
    ['示例市监察委员会', true],
    ['示例市人民政府办公室', false],
    ['示例市某某局', false],
  ])('a resolution binds %s itself: %s', (undertaker, expected) => {
    expect(factOf('boundByResolution', 'supervisedMatter', { undertaker })).toBe(expected);
  });
});

describe('what a public body still owes', () => {
  it.each([
    ['its column', { unpaidAmount: 400, status: '执行中' }, 400],
    ['claim less payments', { unpaidAmount: null, claimAmount: 500, paidAmount: 100 }, 400],
    ['nothing known', { unpaidAmount: null, claimAmount: 500, paidAmount: null }, 'unknown'],
    ['all paid by its status', { unpaidAmount: null, status: '执行完毕' }, 0],
    ['a status that contradicts the amount', { unpaidAmount: 400, status: '执行完毕' }, 'unknown'],
    ['a status that denies full payment', { unpaidAmount: 400, status: '未执行完毕' }, 400],
  ])('%s', (_name, record, expected) => {
    expect(factOf('outstandingAmount', 'governmentDebtorCase', record)).toBe(expected);
  });

  it.each([
    ['kept', { performancePlan: '分三年，按期履行', status: null }, true],
    ['broken', { performancePlan: '分三年，未按期履行', status: null }, false],
    ['one of which nobody says whether it is kept', { performancePlan: '分三年付清', status: null }, 'unknown'],
    ['a settlement without more', { performancePlan: null, status: '和解' }, 'unknown'],
    ['none', { performancePlan: '无', status: null }, false],
  ])('a plan: %s', (_name, record, expected) => {
    expect(factOf('planKept', 'governmentDebtorCase', record)).toBe(expected);
  });

  it.each([
    ['2025-12-30', 6],
    ['2025-12-29', 7],
    [null, 0],
  ])('months on file since %s: %s', (filedDate, expected) => {
    expect(factOf('monthsOnFile', 'governmentDebtorCase', { filedDate })).toBe(expected);
  });

  it.each([
    ['a measure in its column', { contemptMeasure: '划拨' }, true],
    ['a column that says none', { contemptMeasure: '未采取' }, false],
    ['a blank column', { contemptMeasure: null }, false],
    ['no column', {}, 'unknown'],
  ])('a measure of the court: %s', (_name, record, expected) => {
    const row = { caseNo: '（2026）琼9999执1号', ...record };
    expect(factOf('courtMeasureTaken', 'governmentDebtorCase', row)).toBe(expected);
  });
});

describe('the outcome of an application for relief', () => {
  const blank = {
    decision: null,
    refusalInformedDate: null,
    fundsArrivedDate: null,
    notifiedDate: null,
    paidDate: null,
    amount: null,
    approvedDate: null,
  };
  it.each([
    ['granted', { ...blank, decision: '予以救助' }, '救助'],
    ['refused', { ...blank, decision: '不予救助' }, '不予救助'],
    ['withdrawn', { ...blank, decision: '申请人撤回' }, '撤回'],
    ['refused by the day of the explanation', { ...blank, refusalInformedDate: '2026-03-01' }, '不予救助'],
    ['granted by the payment', { ...blank, paidDate: '2026-03-01' }, '救助'],
    ['granted by the amount', { ...blank, amount: 100 }, '救助'],
    ['a day without words', { ...blank, approvedDate: '2026-03-01' }, 'unknown'],
    ['nothing yet', blank, '未决定'],
  ])('%s', (_name, record, expected) => {
    expect(factOf('reliefOutcome', 'judicialRelief', record)).toBe(expected);
  });
});

describe('wording that may obstruct enforcement', () => {
  it.each([
    ['须经县政府同意方可冻结', '须经县政府同意方可冻结'],
    ['须经领导小组同意后方可扣划', '须经领导小组同意后方可扣划'],
    ['对该企业暂缓执行', '暂缓执行'],
    ['优先保障财政专户等账户', '优先保障财政专户等账户'],
    ['不得以任何理由暂缓执行', null],
    ['法律规定不得查封的财产除外', null],
    ['须经人民法院同意方可冻结', null],
    [null, null],
  ])('%s', (keywords, expected) => {
    expect(factOf('obstructiveWording', 'normativeDocument', { docTitle: '示例文件', keywords })).toBe(expected);
  });
});
