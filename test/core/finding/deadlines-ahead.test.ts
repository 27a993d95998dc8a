import { describe, expect, it } from 'vitest';
import type { RegisterData } from '../../../src/core/fact/register-set.ts';
import { createRegisterSet } from '../../../src/core/fact/register-set.ts';
import { upcomingJson } from '../../../src/core/finding/finding-json.ts';
import { judgeInspection } from '../../../src/core/finding/judge-inspection.ts';
import type { FieldValue, RegisterRecord, SheetMapping } from '../../../src/core/register/record.ts';
import { loadCalendar, readRulePack } from '../../../src/host/rule-pack.ts';

/** What the documents call 预警, with the shipped rules: deadlines ahead are announced, and are no findings. */
const { pack } = readRulePack('rules');
const calendar = loadCalendar('rules');
const CASE_NO = '（2026）琼9999执1号';

type Row = Readonly<Record<string, FieldValue>>;

function tableOf(register: string, row: Row): RegisterData {
  const fields = [...(pack.registers.get(register)?.fields.keys() ?? [])];
  const columns = Object.fromEntries(fields.map((field, index) => [field, index]));
  const mapping: SheetMapping = { file: '测试.xlsx', sheet: register, register, columns };
  const values = Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
  const records: readonly RegisterRecord[] = [{ register, mapping, row: 2, values }];
  return { register, mappings: [mapping], records };
}

async function ahead(rule: string, tables: Readonly<Record<string, Row>>, asOf: string) {
  const data = Object.entries(tables).map(([register, row]) => tableOf(register, row));
  const registers = createRegisterSet(data, pack.facts.derivedRegisters, asOf, calendar);
  const options = { asOf, calendar, sha256: (text: string) => text, only: new Set([rule]) };
  const result = await judgeInspection(pack, registers, options);
  return { upcoming: result?.upcoming ?? [], findings: result?.findings ?? [] };
}

const SEIZURE = {
  caseNo: CASE_NO,
  court: '示例市人民法院',
  debtor: '测试人员乙',
  propertyName: '示例路1号房',
  measure: '查封',
  effectiveDate: '2023-07-31',
  expiryDate: '2026-07-31',
  seizureRank: '首封',
};

describe('a seizure about to lapse', () => {
  it.each([
    ['31 days before the end', '2026-06-30', []],
    ['30 days before the end', '2026-07-01', [[30, 'notice']]],
    ['16 days before the end', '2026-07-15', [[16, 'notice']]],
    ['15 days before the end', '2026-07-16', [[15, 'soon']]],
    ['8 days before the end', '2026-07-23', [[8, 'soon']]],
    ['7 days before the end', '2026-07-24', [[7, 'urgent']]],
    ['on the last day', '2026-07-31', [[0, 'urgent']]],
  ])('%s', async (_name, asOf, expected) => {
    const { upcoming, findings } = await ahead('seizure-expiry-lapse', { propertySeizure: SEIZURE }, asOf);
    expect(upcoming.map(({ daysLeft, level }) => [daysLeft, level])).toEqual(expected);
    expect(findings).toEqual([]);
  });

  it('is a finding, and no notice, from the day after', async () => {
    const { upcoming, findings } = await ahead('seizure-expiry-lapse', { propertySeizure: SEIZURE }, '2026-08-01');
    expect(upcoming).toEqual([]);
    expect(findings.map(({ limb }) => limb)).toEqual(['lapsed-without-request']);
  });

  it.each([
    ['renewed', { renewedDate: '2026-07-20' }],
    ['released', { releasedDate: '2026-07-20' }],
    ['waiting', { seizureRank: '轮候' }],
    ['of property already sold', { disposedDate: '2026-07-20' }],
    ['in a case with nothing left to enforce', { remainingAmount: 0 }],
    ['registered after the as-of day', { effectiveDate: '2026-07-30' }],
  ])('is not announced when %s', async (_name, row) => {
    const tables = { propertySeizure: { ...SEIZURE, ...row } };
    expect((await ahead('seizure-expiry-lapse', tables, '2026-07-25')).upcoming).toEqual([]);
  });

  it('stands in findings.json with its day and the days left, as the contract says', async () => {
    const { upcoming } = await ahead('seizure-expiry-lapse', { propertySeizure: SEIZURE }, '2026-07-24');
    expect(upcoming.map(upcomingJson)).toEqual([
      {
        ruleId: 'seizure-expiry-lapse',
        subject: expect.stringContaining(CASE_NO) as string,
        due: '2026-07-31',
        daysLeft: 7,
        source: [{ file: '测试.xlsx', sheet: 'propertySeizure', row: 2 }],
      },
    ]);
  });
});

describe('proceeds nearing thirty days', () => {
  const RECEIPT = { caseNo: CASE_NO, amount: 100_000, receiptNo: '测试1', arrivalNoticeDate: '2026-07-01' };
  const PAYOUT = { caseNo: '（2026）琼9999执9号', payoutStatus: '成功' };
  it.each([
    ['16 days before the end', '2026-07-15', []],
    ['15 days before the end', '2026-07-16', [[15, 'notice']]],
    ['10 days before the end', '2026-07-21', [[10, 'soon']]],
    ['on the last day', '2026-07-31', [[0, 'soon']]],
  ])('%s', async (_name, asOf, expected) => {
    const tables = { proceedsReceipt: RECEIPT, proceedsPayout: PAYOUT };
    const { upcoming } = await ahead('fund-payout-30d', tables, asOf);
    expect(upcoming.map(({ daysLeft, level }) => [daysLeft, level])).toEqual(expected);
  });

  it('are not announced while an approved deferral runs', async () => {
    const deferral = { caseNo: CASE_NO, receiptNo: '测试1', approvedDate: '2026-07-10', deferralDays: 90 };
    const tables = { proceedsReceipt: RECEIPT, proceedsPayout: PAYOUT, deferral };
    expect((await ahead('fund-payout-30d', tables, '2026-07-25')).upcoming).toEqual([]);
  });
});

describe('a preservation that entered enforcement', () => {
  const PRESERVATION = {
    caseNo: '（2025）琼9999执保1号',
    enforcementEnteredDate: '2026-06-01',
    preservationExpiryDate: '2026-07-31',
  };
  it.each([
    ['2026-06-30', []],
    ['2026-07-01', [[30, 'notice']]],
  ])('is announced thirty days before its end: on %s', async (asOf, expected) => {
    const { upcoming } = await ahead('preservation-continuity', { propertyPreservation: PRESERVATION }, asOf);
    expect(upcoming.map(({ daysLeft, level }) => [daysLeft, level])).toEqual(expected);
  });
});
