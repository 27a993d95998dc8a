import { describe, expect, it } from 'vitest';
import type { Row } from './neighbour-registers.ts';
import { registersOf } from './neighbour-registers.ts';
import { parseReportingPeriod, quarterEnd, quarterWords } from '../../../src/core/fact/reporting-period.ts';

const COURT = '示例市人民法院';
const COLUMNS = ['unit', 'period', 'reportedDate', 'caseCount'];

function quartersOf(reports: readonly Row[], records: readonly Row[] | null, asOf = '2026-06-30') {
  const context = registersOf(
    {
      interferenceReport: { columns: COLUMNS, rows: reports },
      ...(records === null
        ? {}
        : { interferenceRecord: { columns: ['caseNo', 'court', 'recordedAt'], rows: records } }),
    },
    asOf,
  );
  return context.registers.all('interferenceQuarter').map(({ values }) => values);
}

describe('words of a reporting period', () => {
  it.each([
    ['2025年第四季度', '2025年第四季度', null],
    ['2025年四季度', '2025年第四季度', null],
    ['2025 年第 4 季度', '2025年第四季度', null],
    ['2025Q4', '2025年第四季度', null],
    ['2025年度第四季度', '2025年第四季度', null],
    ['二〇二五年第四季度', '2025年第四季度', null],
    ['2026年第一季度（1-3月）', '2026年第一季度', null],
    ['2025-Q1', '2025年第一季度', null],
    ['2025年10-12月', '2025年第四季度', null],
    ['2025年4月至6月', '2025年第二季度', null],
    ['2025年10月', '2025年第四季度', 10],
    ['2025-03', '2025年第一季度', 3],
    ['202507', '2025年第三季度', 7],
    ['2025-10-01', '2025年第四季度', 10],
  ])('%s is %s', (words, quarter, month) => {
    const period = parseReportingPeriod(words);
    expect(period === null ? null : quarterWords(period.quarter)).toBe(quarter);
    expect(period?.month).toBe(month);
  });

  it.each(['第四季度', '2025年度', '2025年13月', '2025年第五季度', '2025年10-11月', ''])(
    '%s names no quarter',
    (words) => {
      expect(parseReportingPeriod(words)).toBeNull();
    },
  );

  it('a quarter ends on the last day of its third month', () => {
    expect([1, 2, 3, 4].map((number) => quarterEnd({ year: 2024, number }))).toEqual([
      '2024-03-31',
      '2024-06-30',
      '2024-09-30',
      '2024-12-31',
    ]);
  });
});

describe('quarters for which interference is to be reported', () => {
  it('run from the earliest record or report to the last quarter that has ended', () => {
    const quarters = quartersOf(
      [{ unit: COURT, period: '2025年第四季度', reportedDate: '2026-01-10', caseCount: 0 }],
      [{ caseNo: '（2025）琼9999执1号', court: COURT, recordedAt: '2025-08-01' }],
    );
    expect(quarters.map(({ quarter, reported, recordCount }) => [quarter, reported, recordCount])).toEqual([
      ['2025年第三季度', false, 1],
      ['2025年第四季度', true, 0],
      ['2026年第一季度', false, 0],
    ]);
  });

  it('a quarter that ends on the as-of day has not ended', () => {
    const quarters = quartersOf([{ unit: COURT, period: '2026年第一季度', reportedDate: '2026-04-10' }], []);
    expect(quarters.map(({ quarter }) => quarter)).toEqual(['2026年第一季度']);
  });

  it('each unit has its own quarters', () => {
    const quarters = quartersOf(
      [
        { unit: COURT, period: '2026年第一季度', reportedDate: '2026-04-10' },
        { unit: '示例县人民法院', period: '2025年第四季度', reportedDate: '2026-01-10' },
      ],
      [],
    );
    expect(quarters.map(({ unit, quarter }) => `${String(unit)} ${String(quarter)}`)).toEqual([
      `${COURT} 2026年第一季度`,
      '示例县人民法院 2025年第四季度',
      '示例县人民法院 2026年第一季度',
    ]);
  });

  it('records that name no court count for the only unit', () => {
    const [quarter] = quartersOf(
      [{ unit: COURT, period: '2026年第一季度', reportedDate: '2026-04-10', caseCount: 1 }],
      [{ caseNo: '（2026）琼9999执1号', recordedAt: '2026-02-01' }],
    );
    expect(quarter).toMatchObject({ unit: COURT, recordCount: 1, countsDiffer: false });
  });

  it('records that name no court cannot be counted among several units', () => {
    const quarters = quartersOf(
      [
        { unit: COURT, period: '2026年第一季度', reportedDate: '2026-04-10', caseCount: 1 },
        { unit: '示例县人民法院', period: '2026年第一季度', reportedDate: '2026-04-10', caseCount: 0 },
      ],
      [{ caseNo: '（2026）琼9999执1号', recordedAt: '2026-02-01' }],
    );
    expect(quarters.map(({ recordCount, countsDiffer }) => [recordCount, countsDiffer])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('a record that names no court leaves open its own quarter only', () => {
    const quarters = quartersOf(
      [
        { unit: COURT, period: '2025年第四季度', reportedDate: '2026-01-10', caseCount: 0 },
        { unit: '示例县人民法院', period: '2025年第四季度', reportedDate: '2026-01-10', caseCount: 0 },
      ],
      [{ caseNo: '（2026）琼9999执1号', recordedAt: '2026-02-01' }],
    );
    expect(quarters.map(({ quarter, recordCount }) => [quarter, recordCount])).toEqual([
      ['2025年第四季度', 0],
      ['2026年第一季度', undefined],
      ['2025年第四季度', 0],
      ['2026年第一季度', undefined],
    ]);
  });

  it('a quarter without a report has at least the records that are surely its own', () => {
    const quarters = quartersOf(
      [
        { unit: COURT, period: '2025年第四季度', reportedDate: '2026-01-10', caseCount: 0 },
        { unit: '示例县人民法院', period: '2026年第一季度', reportedDate: '2026-04-10', caseCount: 0 },
      ],
      [
        { caseNo: '（2026）琼9999执1号', court: COURT, recordedAt: '2026-02-01' },
        { caseNo: '（2026）琼9999执2号', recordedAt: '2026-02-01' },
      ],
    );
    expect(quarters.map(({ unit, quarter, recordCount }) => [unit, quarter, recordCount])).toEqual([
      [COURT, '2025年第四季度', 0],
      [COURT, '2026年第一季度', 1],
      ['示例县人民法院', '2026年第一季度', undefined],
    ]);
  });

  it('reports that name no unit are those of the only court on record', () => {
    const quarters = quartersOf(
      [{ period: '2026年第一季度', reportedDate: '2026-04-10', caseCount: 1 }],
      [{ caseNo: '（2026）琼9999执1号', court: COURT, recordedAt: '2026-02-01' }],
    );
    expect(quarters.map(({ reported, recordCount }) => [reported, recordCount])).toEqual([[true, 1]]);
  });

  it('a report that names no quarter leaves open which quarters lack one', () => {
    const quarters = quartersOf(
      [
        { unit: COURT, period: '2025年第四季度', reportedDate: '2026-01-10' },
        { unit: COURT, period: '第一季度', reportedDate: '2026-04-10' },
      ],
      [],
    );
    expect(quarters.map(({ reported }) => reported)).toEqual([true, undefined]);
  });

  it('a record without a day leaves the counts open', () => {
    const [quarter] = quartersOf(
      [{ unit: COURT, period: '2026年第一季度', reportedDate: '2026-04-10', caseCount: 0 }],
      [{ caseNo: '（2026）琼9999执1号', court: COURT }],
    );
    expect(quarter?.recordCount).toBeUndefined();
  });

  it.each([
    ['示例市甲乙区人民法院', '甲乙区法院'],
    ['示例市甲区人民法院', '示例甲区人民法院执行局'],
    ['示例市中级人民法院', '示例中院'],
  ])('a record of %s counts for the report of %s', (court, unit) => {
    const quarters = quartersOf(
      [
        { unit, period: '2026年第一季度', reportedDate: '2026-04-10', caseCount: 1 },
        { unit: '示例市乙区人民法院', period: '2026年第一季度', reportedDate: '2026-04-10', caseCount: 0 },
      ],
      [{ caseNo: '（2026）琼9999执1号', court, recordedAt: '2026-02-01' }],
    );
    expect(quarters.map((quarter) => [quarter.unit, quarter.recordCount])).toEqual([
      [unit, 1],
      ['示例市乙区人民法院', 0],
    ]);
  });

  it('a court whose name is another one has quarters of its own', () => {
    const quarters = quartersOf(
      [{ unit: '示例市甲区人民法院', period: '2026年第一季度', reportedDate: '2026-04-10' }],
      [{ caseNo: '（2026）琼9999执1号', court: '示例市丙区人民法院', recordedAt: '2026-02-01' }],
    );
    expect(quarters.map(({ unit }) => unit)).toEqual(['示例市甲区人民法院', '示例市丙区人民法院']);
  });

  it('the year may stand in a column of its own', () => {
    const [quarter] = registersOf({
      interferenceReport: { columns: COLUMNS, rows: [{ unit: COURT, year: '2026', period: '第一季度' }] },
    }).registers.all('interferenceQuarter');
    expect(quarter?.values.quarter).toBe('2026年第一季度');
  });

  it('a unit whose reports name no quarter is not passed over', () => {
    const [quarter] = quartersOf([{ unit: COURT, period: '第一季度', reportedDate: '2026-04-10' }], []);
    expect(quarter).toMatchObject({ unit: COURT, quarter: '第一季度', quarterEnd: undefined });
  });

  it.each([
    ['单位 beside 单位及职务 names the court', { court: COURT, position: '某局局长' }, [1, 0]],
    ['单位 beside 职务 is the unit of the person', { court: '某局', interfererPost: '局长' }, [undefined, undefined]],
  ])('%s', (_name, columns, counts) => {
    const quarters = registersOf({
      interferenceReport: {
        columns: COLUMNS,
        rows: [
          { unit: COURT, period: '2026年第一季度', reportedDate: '2026-04-10' },
          { unit: '示例县人民法院', period: '2026年第一季度', reportedDate: '2026-04-10' },
        ],
      },
      interferenceRecord: { rows: [{ caseNo: '（2026）琼9999执1号', recordedAt: '2026-02-01', ...columns }] },
    }).registers.all('interferenceQuarter');
    expect(quarters.map(({ values }) => values.recordCount)).toEqual(counts);
  });

  it('a row that says there was nothing is no record', () => {
    const [quarter] = registersOf({
      interferenceReport: { columns: COLUMNS, rows: [{ unit: COURT, period: '2026年第一季度', caseCount: 0 }] },
      interferenceRecord: {
        columns: ['caseNo', 'content', 'recordedAt'],
        rows: [{ content: '本季度无干预过问情况' }, { caseNo: '无', content: '无' }],
      },
    }).registers.all('interferenceQuarter');
    expect(quarter?.values.recordCount).toBe(0);
  });

  it('without the table of reports nothing is derived', () => {
    expect(registersOf({ interferenceRecord: { rows: [] } }).registers.has('interferenceQuarter')).toBe(false);
  });
});
