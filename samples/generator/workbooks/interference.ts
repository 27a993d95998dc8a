/** 干预过问记录、季度报告、来文登记: one absent quarter, one record without elements, one letter nobody recorded. */
import { caseNo, COURT, date, person } from '../invented.ts';
import { lead, overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { Table } from '../table.ts';

function records(): Table {
  const table = new Table(
    [
      ['序号', 'no'],
      ['记录编号', 'recordNo'],
      ['案号', 'caseNo'],
      ['法院', 'court'],
      ['承办人', 'recorder'],
      ['记录时间', 'recorded'],
      ['干预/过问时间', 'interfered'],
      ['过问人姓名', 'who'],
      ['单位及职务', 'position'],
      ['级别', 'rank'],
      ['类别', 'category'],
      ['方式', 'medium'],
      ['内容', 'content'],
      ['留存材料', 'material'],
      ['是否录入专库', 'registered'],
      ['影响程度', 'affects'],
      ['立即报告时间', 'reportedAtOnce'],
      ['报送政法委日期', 'reportedParty'],
      ['报送上级法院日期', 'reportedCourt'],
      ['处置结果', 'disposition'],
      ['处置日期', 'disposed'],
      ['是否通报', 'circulated'],
    ],
    { name: '记录表', titles: ['干预过问案件情况记录表（一案一表汇总）'] },
  );
  const base = {
    court: COURT,
    recorder: person(61),
    rank: '科级',
    category: '领导干部',
    registered: '是',
    affects: '未影响',
    circulated: '否',
  };
  table.add({
    ...base,
    recordNo: 'SL-2025-01',
    caseNo: caseNo(2025, 501),
    recorded: date('2025-08-12', 1),
    interfered: date('2025-08-11', 2),
    who: person(62),
    position: '示例局副局长',
    medium: '来文',
    content: '来函要求暂缓对某企业的执行',
    material: '来函原件一份',
    reportedParty: date('2025-10-10', 3),
    reportedCourt: date('2025-10-10', 3),
    disposition: '核查后诫勉谈话',
    disposed: date('2025-12-01', 4),
  });
  // Look-alike: an oral request leaves no material, and needs none.
  table.add({
    ...base,
    recordNo: 'SL-2026-01',
    caseNo: caseNo(2025, 502),
    recorded: date('2026-02-03', 1),
    interfered: date('2026-02-02', 2),
    who: person(63),
    position: '示例办公室主任',
    medium: '口头',
    content: '打听案件进展并要求从宽',
    material: null,
    reportedParty: date('2026-04-08', 3),
    reportedCourt: date('2026-04-08', 3),
    disposition: '批评教育',
    disposed: date('2026-05-08', 4),
  });
  table.add(
    {
      ...base,
      recordNo: 'SL-2026-02',
      caseNo: caseNo(2025, 503),
      recorded: date('2026-02-10', 1),
      interfered: date('2026-02-09', 2),
      who: person(64),
      position: null,
      medium: '批示',
      content: '批示要求解除查封',
      material: null,
      reportedParty: date('2026-04-08', 3),
      reportedCourt: date('2026-04-08', 3),
      disposition: '转纪检监察机关',
      disposed: date('2026-04-30', 4),
    },
    violation('interfere-record-elements'),
  );
  table.add(
    {
      ...base,
      recordNo: 'SL-2025-02',
      caseNo: caseNo(2025, 504),
      recorded: date('2025-11-18', 1),
      interfered: date('2025-11-17', 2),
      who: person(65),
      position: '示例街道办主任',
      medium: '来文',
      content: '来函称涉及稳定，请求不予拍卖',
      material: '来函原件一份',
      reportedParty: date('2026-01-09', 3),
      reportedCourt: date('2026-01-12', 3),
      disposition: null,
      disposed: null,
    },
    overLimit('interfere-disposition'),
  );
  const hindering = (n: number) => ({
    ...base,
    recordNo: `SL-2026-1${String(n)}`,
    caseNo: caseNo(2025, 570 + n),
    recorded: date('2026-03-03T09:00:00', 0),
    interfered: date('2026-03-02T15:00:00', 2),
    who: person(66 + n),
    position: '示例局科长',
    medium: '来文',
    content: '来函要求暂缓处置',
    material: '来函原件一份',
    affects: '已影响',
    reportedParty: date('2026-04-08', 3),
    reportedCourt: date('2026-04-08', 3),
    disposition: '批评教育',
    disposed: date('2026-05-08', 4),
  });
  // Told within a day, and a minute later than that.
  table.add({ ...hindering(1), reportedAtOnce: date('2026-03-04T09:00:00', 0) });
  table.add(
    { ...hindering(2), reportedAtOnce: date('2026-03-04T09:01:00', 0) },
    overLimit('interfere-immediate-report'),
  );
  return table;
}

function reports(): Table {
  const table = new Table(
    [
      ['序号', 'no'],
      ['单位', 'unit'],
      ['报告期', 'period'],
      ['汇总时间', 'compiled'],
      ['件数', 'count'],
      ['零报告标识', 'zero'],
      ['报送党委政法委时间', 'party'],
      ['报送上级时间', 'superior'],
    ],
    { name: '季度报告', titles: ['记录、报告情况季度报告表'] },
  );
  table.add({
    unit: COURT,
    period: '2025年第三季度',
    compiled: date('2025-10-09', 1),
    count: 1,
    zero: '否',
    party: date('2025-10-10', 2),
    superior: date('2025-10-10', 2),
  });
  table.add({
    unit: COURT,
    period: '2026年第一季度',
    compiled: date('2026-04-07', 1),
    count: 4,
    zero: '否',
    party: date('2026-04-08', 2),
    superior: date('2026-04-08', 2),
  });
  return table;
}

function letters(): Table {
  const table = new Table(
    [
      ['序号', 'no'],
      ['来文文号', 'letterNo'],
      ['法院', 'court'],
      ['收文日期', 'received'],
      ['来文单位', 'sender'],
      ['来文单位类别', 'kind'],
      ['主题', 'subject'],
      ['案号', 'caseNo'],
      ['批示人', 'annotator'],
    ],
    { name: '来文登记', titles: ['来文登记表'] },
  );
  table.add({
    letterNo: '示人督〔2026〕3号',
    court: COURT,
    received: date('2026-03-02', 1),
    sender: '示例市人大常委会',
    kind: '人大',
    subject: '关于督办执行案件的函',
    caseNo: caseNo(2025, 511),
    annotator: null,
  });
  // Look-alike: the letter was recorded as interference.
  table.add({
    letterNo: '示局函〔2025〕8号',
    court: COURT,
    received: date('2025-08-11', 2),
    sender: '示例局',
    kind: '行政机关',
    subject: '关于暂缓执行某企业的函',
    caseNo: caseNo(2025, 501),
    annotator: person(62),
  });
  table.add(
    {
      letterNo: '示办函〔2026〕5号',
      court: COURT,
      received: date('2026-03-18', 3),
      sender: '示例办公室',
      kind: '行政机关',
      subject: '关于请求不予冻结账户的函',
      caseNo: caseNo(2025, 512),
      annotator: person(66),
    },
    lead('interfere-evidence-without-record'),
  );
  return table;
}

export const interference: SampleWorkbook = {
  file: '干预过问记录与季度报告（示例）.xlsx',
  sheets: [records().build(), reports().build(), letters().build()],
};
