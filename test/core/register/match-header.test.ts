import { describe, expect, it } from 'vitest';
import { headerFingerprint } from '../../../src/core/register/header-fingerprint.ts';
import { declaredMultiplier, headerText } from '../../../src/core/register/header-text.ts';
import { columnHeader, matchHeader } from '../../../src/core/register/match-header.ts';
import { readSheet } from './reading.ts';
import { shippedIndex } from './shipped-definitions.ts';

function read(register: string, header: string, groups: readonly string[] = []): string | undefined {
  const headers = shippedIndex.register(register);
  if (headers === undefined) throw new Error(register);
  const best = matchHeader(columnHeader(header, groups), headers, shippedIndex)[0];
  return best === undefined ? undefined : `${best.known.field.id} ${best.confidence}`;
}

describe('the words of a header', () => {
  it.each([
    ['  案 号\n', '案号'],
    ['案　号', '案号'],
    ['＊案号：', '案号'],
    ['①执行通知书', '执行通知书'],
    ['１．案号', '案号'],
    ['（一）案号', '案号'],
    ['三、案号', '案号'],
    ['送达日期（年/月/日）', '送达日期'],
    ['送达日期【必填】', '送达日期'],
    ['ＶＩＮ', 'vin'],
    ['12368来电', '12368来电'],
  ])('%j is %s', (raw, key) => {
    expect(headerText(raw).key).toBe(key);
  });

  it.each([
    ['标的额（万元）', '标的额', 10_000],
    ['标的额(单位：元)', '标的额', 1],
    ['标的额[亿元]', '标的额', 100_000_000],
    ['标的额/千元', '标的额', 1_000],
    ['标的额', '标的额', null],
  ])('%s counts in its unit', (raw, key, multiplier) => {
    expect(headerText(raw)).toMatchObject({ key, multiplier });
  });

  it('a line above the table may declare the unit', () => {
    expect([declaredMultiplier('单位：万元'), declaredMultiplier('填报单位：示例市人民法院')]).toEqual([10_000, null]);
  });

  it('a template recognises the same headers in another order and spelling', () => {
    expect(headerFingerprint(['案 号', '标的额（万元）'])).toBe(headerFingerprint(['标的额', '案号']));
    expect(headerFingerprint(['案号', '标的额'])).not.toBe(headerFingerprint(['案号', '到位金额']));
  });
});

describe('matching a header with a field', () => {
  it.each([
    ['crimeReferral', '不予立案通知书号', 'refusalNoticeNo high'],
    ['crimeReferral', '不立案通知书', 'refusalNoticeNo high'],
    ['crimeReferral', '移送 法院', 'referringCourt high'],
    // lifting a seal is not setting one
    ['propertySeizure', '解除查封日期', 'releasedDate high'],
    // words in another order, in brackets or under a caption
    ['crimeReferral', '送达日期（控告人）', 'complainantServedDate medium'],
    ['crimeReferral', '送达日期（被害人）', 'servedDate medium'],
    // 时间 for 日期
    ['crimeReferral', '函告法院时间', 'courtNotifiedDate medium'],
    // containment
    ['assistanceRequest', '具体协助单位名称', 'assistingUnit low'],
    ['assistanceRequest', '被执行人证件号码', 'identityNo low'],
    ['enforcementCase', '本案立案日期', 'filedDate medium'],
    // pinyin
    ['crimeReferral', '按号', 'caseNo medium'],
    ['crimeReferral', 'anhao', 'caseNo medium'],
    ['crimeReferral', 'AH', 'caseNo low'],
    // a slip of the pen
    ['crimeReferral', '不予立案通告书号', 'refusalNoticeNo low'],
    ['crimeReferral', '受案登计表号', 'acceptanceFormNo medium'],
  ])('%s: %s is %s', (register, header, expected) => {
    expect(read(register, header)).toBe(expected);
  });

  it.each([
    ['filingSupervision', '不予立案日期', 'a refusal is no filing'],
    ['enforcementCase', '拟结案日期', 'what is planned is not done'],
    ['propertySeizure', '拟查封日期', 'what is planned is not done'],
    ['crimeReferral', '结案日期', 'words of another register are not a misspelt 立案日期'],
    ['crimeReferral', '检察院立案日期', "another organ's date"],
    ['enforcementCase', '测试专用列', 'words that nobody knows'],
    ['enforcementCase', '__proto__', 'a name that means something to JavaScript'],
    ['enforcementCase', 'constructor', 'a name that means something to JavaScript'],
    ['enforcementCase', '', 'nothing'],
  ])('%s: %j is no field (%s)', (register, header) => {
    expect(read(register, header)).toBeUndefined();
  });

  it('a listed alias keeps its field, though another column has its letters in another order', () => {
    const parts = { rows: [['案号', '评估委托日期', '启动评估日期', '参考价确定日期', '方式']] };
    const { plan } = readSheet({ name: '评估台账', ...parts });
    expect(plan.columns.map(({ header, field }) => `${header} ${field}`)).toContain('启动评估日期 pricingStartedDate');
  });

  it('the caption above tells two columns of the same words apart', () => {
    expect(read('crimeReferral', '送达日期', ['法院'])).toBe('courtServedDate medium');
    expect(read('crimeReferral', '送达日期', ['控告人'])).toBe('complainantServedDate medium');
    expect(read('crimeReferral', '接收日期', ['公安'])).toBe('receivedAt high');
    expect(read('crimeReferral', '收到日期', ['执行监督', '公安'])).toBeUndefined();
  });
});
