import { describe, expect, it } from 'vitest';
import type { RegisterData } from '../../../src/core/fact/register-set.ts';
import { createRegisterSet } from '../../../src/core/fact/register-set.ts';
import { computeIndicators } from '../../../src/core/indicator/compute-indicators.ts';
import type { FieldValue, RegisterRecord, SheetMapping } from '../../../src/core/register/record.ts';
import { loadCalendar, readRulePack } from '../../../src/host/rule-pack.ts';

/** The shipped indicators on small tables, among them the published year of a county court (2019). */
const { pack } = readRulePack('rules');
const calendar = loadCalendar('rules');
const SMALL = 30;

type Row = Readonly<Record<string, FieldValue>>;

function tableOf(register: string, rows: readonly Row[], without: readonly string[] = []): RegisterData {
  const fields = [...(pack.registers.get(register)?.fields.keys() ?? [])].filter((field) => !without.includes(field));
  const columns = Object.fromEntries(fields.map((field, index) => [field, index]));
  const mapping: SheetMapping = { file: '测试.xlsx', sheet: register, register, columns };
  const records = rows.map((row, index): RegisterRecord => ({
    register,
    mapping,
    row: index + 2,
    values: Object.fromEntries(fields.map((field) => [field, row[field] ?? null])),
  }));
  return { register, mappings: [mapping], records };
}

function indicator(id: string, tables: readonly RegisterData[], asOf = '2019-12-31') {
  const registers = createRegisterSet(tables, pack.facts.derivedRegisters, asOf, calendar);
  const environment = { asOf, calendar, registers, tables: pack.tables, facts: pack.facts };
  const found = computeIndicators({ environment, pack, smallNumber: SMALL }).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
}

function times(count: number, row: (index: number) => Row): readonly Row[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

const caseNo = (index: number) => `（2019）琼9999执${index + 1}号`;
const percent = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 100);

describe('the rates of a published year', () => {
  const carriedOver = times(139, (index) => ({ caseNo: `（2018）琼9999执${index + 1}号`, filedDate: '2018-11-01' }));
  const newOnes = times(1285, (index) => ({ caseNo: caseNo(index), filedDate: '2019-03-01' }));
  const all = [...carriedOver, ...newOnes].map((row, index) =>
    index < 984 ? { ...row, closeDate: '2019-10-10', closeMode: index < 346 ? '执行完毕' : '终结执行' } : row,
  );

  it('closing: 984 of 139 carried over and 1285 new ones is 69.1 %', () => {
    const { total } = indicator('kpi-close-rate', [tableOf('enforcementCase', all)]);
    expect([total.numerator, total.denominator, percent(total.value), total.small]).toEqual([984, 1424, 69.1, false]);
  });

  it('performance: 346 cases of 817 closed are 42.35 %', () => {
    const closed = all.filter(({ closeDate }: Row) => closeDate !== undefined).slice(0, 817);
    const { total } = indicator('kpi-complete-rate', [tableOf('enforcementCase', closed)]);
    expect([total.numerator, total.denominator, percent(total.value)]).toEqual([346, 817, 42.35]);
  });

  it('recovery: 68.70 of 105.18 million yuan is 65.31 %', () => {
    const row = { caseNo: caseNo(1), filedDate: '2019-03-01', closeDate: '2019-10-10', closeMode: '执行完毕' };
    const sums = { paidAmount: 6_869_722_568, claimAmount: 10_518_392_468 };
    const { total } = indicator('kpi-recovery-rate', [tableOf('enforcementCase', [{ ...row, ...sums }])]);
    expect([percent(total.value), total.small]).toEqual([65.31, true]);
  });
});

describe('an indicator', () => {
  const closed = { filedDate: '2019-03-01', closeDate: '2019-10-10', closeMode: '执行完毕' };

  it('is a dash where nothing is in the denominator, never 0 % or 100 %', () => {
    const { total } = indicator('kpi-terminal-rate', [tableOf('enforcementCase', [])]);
    expect([total.denominator, total.value]).toEqual([0, null]);
  });

  it('counts a record that lacks what it needs on neither side, and says so', () => {
    const rows = [
      { ...closed, caseNo: caseNo(1) },
      { ...closed, caseNo: caseNo(2), closeMode: null },
    ];
    const { total } = indicator('kpi-terminal-rate', [tableOf('enforcementCase', rows)]);
    expect([total.numerator, total.denominator, total.unknown]).toEqual([0, 1, 1]);
  });

  it('names what was not handed over', () => {
    expect(indicator('kpi-terminal-rate', []).missing).toEqual(['enforcementCase']);
    const without = tableOf('enforcementCase', [{ ...closed, caseNo: caseNo(1) }], ['closeMode']);
    expect(indicator('kpi-terminal-rate', [without]).missing).toEqual(['enforcementCase.closeMode']);
  });

  it('counts each unit by itself, in order of name', () => {
    const rows = ['乙法院', '甲法院', '乙法院'].map((court, index) => ({ ...closed, caseNo: caseNo(index), court }));
    const { units } = indicator('kpi-complete-rate', [tableOf('enforcementCase', rows)]);
    expect(units.map(({ unit, denominator }) => [unit, denominator])).toEqual([
      ['乙法院', 2],
      ['甲法院', 1],
    ]);
  });

  it('leaves restored cases out, so that none is counted twice', () => {
    const rows = [
      { ...closed, caseNo: caseNo(1) },
      { ...closed, caseNo: '（2019）琼9999执恢2号' },
    ];
    expect(indicator('kpi-complete-rate', [tableOf('enforcementCase', rows)]).total.denominator).toBe(1);
  });

  it.each([
    ['performed within six months', { filedDate: '2019-04-11', closeDate: '2019-10-11' }, 1, 1, 0],
    ['performed a day later', { filedDate: '2019-04-11', closeDate: '2019-10-12' }, 0, 1, 0],
    ['terminated for want of assets', { ...closed, closeMode: '终结本次执行程序' }, 0, 0, 0],
    ['cancelled', { ...closed, closeMode: '销案' }, 0, 0, 1],
  ])('of cases with assets performed in time: a case %s', (_what, row, numerator, denominator, excluded) => {
    const table = tableOf('enforcementCase', [{ caseNo: caseNo(1), closeMode: '执行完毕', ...row }]);
    const { total } = indicator('kpi-asset-realized-rate', [table]);
    expect([total.numerator, total.denominator, total.excluded]).toEqual([numerator, denominator, [excluded]]);
  });

  it('leaves a petition of less than thirty days out until it is closed', () => {
    const rows = [
      { receivedDate: '2019-12-20' },
      { receivedDate: '2019-12-20', closedDate: '2019-12-25' },
      { receivedDate: '2019-11-01' },
    ];
    const { total } = indicator('kpi-petition-close-rate', [tableOf('enforcementPetition', rows)]);
    expect([total.numerator, total.denominator, total.excluded]).toEqual([1, 2, [1]]);
  });

  it('of a rule counts what the rule judged: kept over kept and broken', () => {
    const request = { assistingUnit: '示例市税务局', departmentCategory: '税务', assistanceCategory: '查询' };
    const rows = [
      {
        ...request,
        caseNo: caseNo(1),
        servedAt: '2019-03-04T10:00:00',
        repliedAt: '2019-03-05T10:00:00',
        result: '已办理',
      },
      {
        ...request,
        caseNo: caseNo(2),
        servedAt: '2019-03-04T10:00:00',
        repliedAt: '2019-09-04T10:00:00',
        result: '已办理',
      },
    ];
    const { total, units } = indicator('assist-timely-rate', [tableOf('assistanceRequest', rows)]);
    expect([total.numerator, total.denominator]).toEqual([1, 2]);
    expect(units.map(({ unit }) => unit)).toEqual(['税务']);
  });

  it('of staff counts people on the establishment and on duty over posts', () => {
    const person = { court: '测试法院', staffingType: '政法编制', department: '执行局', onDutyStatus: '在岗' };
    const roster = times(3, (index) => ({ ...person, name: `某${index}`, post: '法官' }));
    const posts = tableOf('courtEstablishment', [{ court: '测试法院', actualPosts: 20, reportedDate: '2019-06-30' }]);
    const { units } = indicator('staffing-rate', [tableOf('courtPersonnel', roster), posts]);
    expect(units.map(({ numerator, denominator, value }) => [numerator, denominator, value])).toEqual([[3, 20, 0.15]]);
  });

  it.each([
    [29, true],
    [30, false],
  ])('of staff rests on posts, not on rows: one court with %i posts', (actualPosts, small) => {
    const person = { court: '测试法院', name: '某某', staffingType: '政法编制', department: '执行局', post: '法官' };
    const roster = tableOf('courtPersonnel', [{ ...person, onDutyStatus: '在岗' }]);
    const posts = tableOf('courtEstablishment', [{ court: '测试法院', actualPosts, reportedDate: '2019-06-30' }]);
    const { total, units } = indicator('staffing-rate', [roster, posts]);
    expect([total, ...units].map((each) => each.small)).toEqual([small, small]);
  });

  describe('of deferred payouts', () => {
    const receipt = (index: number) => ({ caseNo: caseNo(index), receiptNo: `测试${index}`, paidDate: '2019-06-03' });
    const deferral = { caseNo: caseNo(1), receiptNo: '测试1', approvedDate: '2019-06-20', deferralDays: 10 };
    const rate = (receipts: readonly Row[], deferrals: readonly Row[]) => {
      const tables = [tableOf('proceedsReceipt', receipts), tableOf('deferral', deferrals)];
      const { total } = indicator('kpi-deferral-rate', tables);
      return [total.numerator, total.denominator, ...total.excluded];
    };

    it('counts a deferral that was approved once and has run out', () => {
      expect(rate([receipt(1), receipt(2)], [deferral])).toEqual([1, 2, 0]);
    });

    it.each([
      ['was refused', { approvalStatus: '不同意' }],
      ['names another receipt', { receiptNo: '测试9' }],
      ['was not approved yet', { approvedDate: null }],
    ])('counts none that %s', (_what, row) => {
      expect(rate([receipt(1)], [{ ...deferral, ...row }])).toEqual([0, 1, 0]);
    });

    it('leaves court fees, money of other years and money that nobody claimed out', () => {
      const rows = [
        { ...receipt(1), businessType: '预收诉讼费' },
        { ...receipt(2), paidDate: '2018-12-30' },
        { ...receipt(3), unidentified: true },
        { ...receipt(4), unidentified: true, claimedDate: '2019-07-01' },
      ];
      expect(rate(rows, [])).toEqual([0, 1, 1]);
    });
  });

  it('of cases with lay participants counts each case once, and none without a result', () => {
    const row = (index: number, layResult: string | null) => ({ caseNo: caseNo(index), task: '送达', layResult });
    const rows = [
      row(1, '未达成和解'),
      row(1, '双方和解'),
      row(2, '化解失败'),
      row(3, null),
      row(4, '自动履行'),
      row(4, null),
      { task: '送达', layResult: '和解' },
    ];
    const { total } = indicator('kpi-peizhi-resolution', [tableOf('layEnforcerParticipation', rows)]);
    expect([total.numerator, total.denominator, total.unknown]).toEqual([2, 3, 2]);
  });
});
