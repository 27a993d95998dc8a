import { describe, expect, it } from 'vitest';
import { planSheet } from '../../../src/core/register/plan-sheet.ts';
import { countUnread } from '../../../src/core/register/read-records.ts';
import { buildSheet } from '../sheet/build-sheet.ts';
import { readSheet } from './reading.ts';
import { shippedIndex } from './shipped-definitions.ts';

const headers = ['序号', '案号', '移送法院', '移送日期', '公安接收日期', '不予立案日期', '不予立案通知书号'];
const row = (no: number, refused: string | null = null) => [
  no,
  `（2026）琼9999执${String(no)}号`,
  '示例市人民法院',
  '2026-01-05',
  '2026-01-06',
  refused,
  null,
];

describe('rows under the header', () => {
  it('are told apart and all counted', () => {
    const { plan, records, account } = readSheet({
      name: '2026年',
      rows: [
        ['示例市拒执犯罪移送台账'],
        ['统计区间：2026年1月至6月'],
        headers,
        ['一、海口片区'],
        row(1),
        row(2, '2026-01-12'),
        ['小计', null, 2],
        [],
        ['二、三亚片区'],
        headers,
        row(3),
        [4],
        ['合  计', null, 3],
        ['填表人：某某', null, null, '审核：某某'],
        ['备注：本表由法院填写。'],
        [null, null, null],
        [],
      ],
      merged: ['A1:G1', 'A4:G4', 'A9:G9'],
    });
    expect([plan.register, plan.headerRow]).toEqual(['crimeReferral', 3]);
    expect(records.map((record) => record.row)).toEqual([5, 6, 11]);
    expect(account).toEqual({
      data: 12,
      records: 3,
      groupRows: 2,
      totalRows: 2,
      blank: 1,
      other: 4,
      rejected: 0,
      hidden: 0,
    });
  });

  it('a group caption need not be merged, nor numbered', () => {
    const { account } = readSheet({ rows: [headers, ['海口片区'], row(1), ['三亚片区'], row(2)] });
    expect([account.groupRows, account.records]).toEqual([2, 2]);
  });

  it('a row that holds nothing but a case number is a record, not a caption', () => {
    const { records } = readSheet({ rows: [headers.slice(1), ['（2026）琼9999执1号'], row(2).slice(1)] });
    expect(records.map(({ values }) => values.referredAt)).toEqual([null, '2026-01-05']);
  });

  it('a row that has a case number is a record even when a cell says 合计', () => {
    const { account } = readSheet({ rows: [headers, ['合计', ...row(1).slice(1)]] });
    expect([account.records, account.totalRows]).toEqual([1, 0]);
  });

  it('a row of dashes is no record, though it be numbered', () => {
    const { account } = readSheet({ rows: [headers, row(1), [2, '—', '/', 'N/A', '——'], ['/', '/', '/', '/']] });
    expect([account.records, account.other]).toEqual([1, 2]);
  });

  it('a row with content in unread columns only is rejected and named', () => {
    const { rejected, account } = readSheet({
      rows: [[...headers, '测试专用列'], row(1), [...Array<null>(7).fill(null), '甲']],
    });
    expect(rejected).toEqual([{ row: 3, cell: 'H3', value: '甲', code: 'ROW_REJECTED' }]);
    expect(account.rejected).toBe(1);
  });

  it('a second table below with other headers is not read as this one, and every row of it is named', () => {
    const { records, account, rejected } = readSheet({
      rows: [
        headers,
        row(1),
        [],
        ['填报单位', '报告期', '件数', '零报告标识', '报送日期'],
        ['示例市人民法院', '2026年第一季度', 0, '是', '2026-04-10'],
      ],
    });
    expect([records.length, account.rejected, account.blank]).toEqual([1, 2, 1]);
    expect(rejected.map(({ row: at, code }) => [at, code])).toEqual([
      [4, 'OTHER_TABLE_BELOW'],
      [5, 'OTHER_TABLE_BELOW'],
    ]);
  });

  it('of two tables in one sheet the upper is read, though the lower has more rows and headers', () => {
    const { records, account } = readSheet({
      rows: [
        ['填报单位', '报告期', '件数', '零报告标识', '报送日期'],
        ['示例市人民法院', '2026年第一季度', 0, '是', '2026-04-10'],
        [],
        headers,
        row(1),
        row(2),
      ],
    });
    expect([records.length, account.rejected]).toEqual([1, 3]);
  });

  it('hidden rows are read and counted', () => {
    const { account } = readSheet({ rows: [headers, row(1), row(2)], hiddenRows: [3] });
    expect([account.records, account.hidden]).toEqual([2, 1]);
  });

  it('rows that the reader leaves out count as blank, those at the end do not', () => {
    const { account } = readSheet({ rows: [headers, row(1), [], [], row(2), [], []] });
    expect([account.data, account.blank]).toEqual([4, 2]);
  });
});

describe('merged cells', () => {
  it('give their value to each row they span', () => {
    const { records } = readSheet({
      rows: [
        ['案号', '被执行人', '财产名称', '措施', '到期日'],
        ['（2026）琼9999执1号', '甲公司', '示例房产1', '查封', '2026-07-01'],
        [null, null, '示例房产2', '查封', '2026-08-01'],
        [null, null, '示例房产3', '查封', '2026-09-01'],
      ],
      merged: ['A2:A4', 'B2:B4'],
    });
    expect(records.map(({ values }) => [values.caseNo, values.debtor, values.propertyName])).toEqual([
      ['（2026）琼9999执1号', '甲公司', '示例房产1'],
      ['（2026）琼9999执1号', '甲公司', '示例房产2'],
      ['（2026）琼9999执1号', '甲公司', '示例房产3'],
    ]);
  });

  it('a block several columns wide gives its value to the column of its anchor', () => {
    const { records } = readSheet({
      rows: [
        ['案号', '被执行人', '财产名称', '措施', '到期日'],
        ['（2026）琼9999执1号', null, '示例房产1', '查封', '2026-07-01'],
        [null, null, '示例房产2', '查封', '2026-08-01'],
      ],
      merged: ['A2:B3'],
    });
    expect(records.map(({ values }) => [values.caseNo, values.debtor])).toEqual([
      ['（2026）琼9999执1号', null],
      ['（2026）琼9999执1号', null],
    ]);
  });

  it('never reach across a total row', () => {
    const { records } = readSheet({
      rows: [
        ['案号', '被执行人', '财产名称', '措施', '到期日'],
        ['（2026）琼9999执1号', '甲公司', '示例房产1', '查封', '2026-07-01'],
        [null, '合计', null, null, null],
        [null, '乙公司', '示例房产2', '查封', '2026-08-01'],
      ],
      merged: ['A2:A4'],
    });
    expect(records.map(({ row: number, values }) => [number, values.caseNo])).toEqual([
      [2, '（2026）琼9999执1号'],
      [4, null],
    ]);
  });

  it('a record drawn two rows high is one record', () => {
    const { account } = readSheet({
      rows: [headers, row(1), []],
      merged: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((column) => `${column}2:${column}3`),
    });
    expect([account.records, account.data]).toEqual([1, 1]);
  });
});

describe('headers of several rows', () => {
  const grouped = {
    rows: [
      ['拒执犯罪移送台账'],
      ['案号', '法院', null, '公安', null, null],
      [null, '移送日期', '函告日期', '接收日期', '回执日期', '不予立案日期'],
      ['（2026）琼9999执1号', '2026-01-05', null, '2026-01-06', '2026-01-06', '2026-01-20'],
    ],
    merged: ['A1:F1', 'A2:A3', 'B2:C2', 'D2:F2'],
  };

  it('the caption of a group joins the words below it', () => {
    const { plan, records } = readSheet(grouped);
    expect([plan.headerRow, plan.headerRows]).toEqual([3, [2, 3]]);
    expect(plan.columns.map(({ header, field }) => [header, field])).toEqual([
      ['案号', 'caseNo'],
      ['法院/移送日期', 'referredAt'],
      ['法院/函告日期', 'courtNotifiedDate'],
      ['公安/接收日期', 'receivedAt'],
      ['公安/回执日期', 'receiptDate'],
      ['公安/不予立案日期', 'refusedDate'],
    ]);
    expect(records.map((record) => record.row)).toEqual([4]);
  });

  it('a text file has lost its merged cells and is read alike', () => {
    const { plan } = readSheet({ rows: grouped.rows });
    expect(plan.columns.map(({ field }) => field)).toEqual([
      'caseNo',
      'referredAt',
      'courtNotifiedDate',
      'receivedAt',
      'receiptDate',
      'refusedDate',
    ]);
  });

  it('five kinds of evidence under one caption are five fields', () => {
    const { plan } = readSheet({
      rows: [
        ['案号', '嫌疑人', '移送日期', '五类材料', null, null, null, null],
        [null, null, null, '身份', '义务', '能力', '拒执行为', '情节后果'],
        ['（2026）琼9999执1号', '某某', '2026-01-05', '有', '有', '有', '无', '有'],
      ],
      merged: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:H1'],
    });
    expect(plan.columns.slice(3).map(({ field }) => field)).toEqual([
      'identityEvidence',
      'obligationEvidence',
      'abilityEvidence',
      'refusalEvidence',
      'consequenceEvidence',
    ]);
  });

  it('期限起/止 over two columns is a start and an end', () => {
    const { plan, records } = readSheet({
      rows: [
        ['案号', '协助单位', '协助类别', '送达时间', '办理结果', '期限起/止', null],
        ['（2026）琼9999执1号', '示例银行', '冻结', '2026-01-05', '已办', '2026-01-05', '2027-01-04'],
      ],
      merged: ['F1:G1'],
    });
    expect(plan.columns.slice(5).map(({ field }) => field)).toEqual(['termStart', 'termEnd']);
    expect(records[0]?.values.termEnd).toBe('2027-01-04');
  });

  it('期限起/止 in one column feeds both fields, and a cell that is not two dates is a problem in both', () => {
    const { records, problems } = readSheet({
      rows: [
        ['案号', '协助单位', '协助类别', '送达时间', '办理结果', '期限起/止'],
        ['（2026）琼9999执1号', '示例银行', '冻结', '2026-01-05', '已办', '2026年1月5日至2027年1月4日'],
        ['（2026）琼9999执2号', '示例银行', '冻结', '2026-01-05', '已办', '一年'],
      ],
    });
    expect(records.map(({ values }) => [values.termStart, values.termEnd])).toEqual([
      ['2026-01-05', '2027-01-04'],
      [undefined, undefined],
    ]);
    expect(problems.map(({ code, cell, field }) => [code, cell, field])).toEqual([
      ['DATE_UNREADABLE', 'F3', 'termStart'],
      ['DATE_UNREADABLE', 'F3', 'termEnd'],
    ]);
  });
});

describe('values', () => {
  it('a blank cell is known to be empty, a missing column is unknown, an unreadable cell is a problem and its row stays', () => {
    const { records, problems } = readSheet({ rows: [headers, row(1, '不详')] });
    expect(records[0]?.values).toMatchObject({ refusalNoticeNo: null, refusedDate: undefined, sentence: undefined });
    expect(problems).toEqual([
      { code: 'DATE_UNREADABLE', severity: 'error', cell: 'F2', row: 2, field: 'refusedDate', value: '不详' },
    ]);
    expect(Object.keys(records[0]?.mapping?.columns ?? {})).not.toContain('sentence');
  });

  it('an amount counts in the unit of its header, else in the unit declared above the table', () => {
    const { records } = readSheet({
      rows: [
        ['案款入账'],
        ['单位：万元'],
        ['案号', '缴费人', '票据号码', '缴费日期', '金额', '未发放余额（元）'],
        ['（2026）琼9999执1号', '甲公司', 'T001', '2026-01-05', '1.5', '200'],
      ],
    });
    expect([records[0]?.values.amount, records[0]?.values.unpaidBalance]).toEqual([1_500_000, 20_000]);
  });
});

describe('sheets that are no register', () => {
  it('are not forced into one; their rows are counted', () => {
    const source = buildSheet({ rows: [['填表说明'], [], ['一、本表由各单位填写'], ['二、日期按公历填写']] });
    const plan = planSheet(source, '说明.xlsx', shippedIndex);
    expect([plan.register, plan.headerRow, plan.columns]).toEqual([null, null, []]);
    expect(countUnread(source)).toEqual({
      data: 4,
      records: 0,
      groupRows: 0,
      totalRows: 0,
      blank: 1,
      other: 3,
      rejected: 0,
      hidden: 0,
    });
  });

  it('an empty sheet has no header and no rows', () => {
    const source = buildSheet({ rows: [] });
    expect(planSheet(source, '空.xlsx', shippedIndex).register).toBeNull();
    expect(countUnread(source).data).toBe(0);
  });

  it('headers that fit two registers alike name both and take neither', () => {
    const rows = [['决定书文号', '决定日期', '发布日期', '期限起止', '删除/屏蔽日期', '事由', '删除原因'], ['1']];
    const plan = planSheet(buildSheet({ rows }), '台账.xlsx', shippedIndex);
    expect(plan.register).toBeNull();
    expect(
      plan.candidates
        .slice(0, 2)
        .map(({ register }) => register)
        .sort(),
    ).toEqual(['consumptionRestriction', 'dishonestListing']);
  });
});

describe('a unit of time in the header', () => {
  const seizures = (header: string, term: string | number) =>
    readSheet({
      rows: [
        ['案号', '被执行人', '财产类型', '财产名称', '措施', '办理日期', header, '到期日'],
        ['（2026）琼9999执1号', '某甲', '机动车', '琼Z·00001', '查封', '2026-01-05', term, null],
      ],
    }).records[0]?.values['term'];

  it.each([
    ['期限（年）', 2, '2年'],
    ['期限（月）', '6', '6个月'],
    ['期限（年）', '18个月', '18个月'],
    ['期限（年/月）', 2, '2'],
    ['期限', 2, '2'],
  ])('%s above %s reads %s', (header, term, expected) => {
    expect(seizures(header, term)).toBe(expected);
  });
});
