/**
 * 执行案件台账 with its sub-tables, and 网络查控、失信、限消: forty closed and open cases, and around each planted one a look-alike that
 * differs by a day or by a lawful ground.
 */
import { caseNo, COURT, company, date, idNumber, person, plus, yuan } from '../invented.ts';
import { lead, overLimit, violation, type Planted, type SampleCell, type SampleWorkbook } from '../layout.ts';
import { Table } from '../table.ts';

type Values = Readonly<Record<string, SampleCell>>;

const cases = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['执行法院', 'court'],
    ['案件类型代字', 'type'],
    ['案由', 'cause'],
    ['申请执行人', 'applicant'],
    ['被执行人', 'debtor'],
    ['被执行人证件号码', 'identity'],
    ['收到材料日期', 'received'],
    ['立案日期', 'filed'],
    ['分案日期', 'assigned'],
    ['承办人', 'handler'],
    ['执行标的内容', 'subject'],
    ['应执行标的金额（元）', 'claim'],
    ['发出执行通知书日期', 'notice'],
    ['报告财产令发出日期', 'order'],
    ['是否有财产', 'asset'],
    ['当前案件止停缓标志', 'stay'],
    ['结案方式', 'mode'],
    ['结案日期', 'closed'],
    ['结案文书', 'document'],
    ['结案文书日期', 'documentDate'],
    ['实际到位金额（元）', 'paid'],
    ['申请人放弃标的金额', 'waived'],
    ['尚未执行标的金额', 'remain'],
    ['合议庭评议日期', 'deliberated'],
    ['终本审批日期', 'approved'],
    ['申请人申请终结本次执行程序', 'applicantTerminal'],
    ['和解协议履行状态', 'settlement'],
  ],
  { name: '执行案件', titles: ['首次执行案件台账', '示例市人民法院    统计区间：2025年1月1日—2026年6月30日'] },
);
const interviews = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['被约谈人', 'who'],
    ['诉讼地位', 'role'],
    ['时间', 'at'],
    ['方式', 'method'],
    ['事由', 'reason'],
    ['是否同意终本', 'agrees'],
  ],
  { name: '约谈', titles: ['终本约谈记录'] },
);
const deductions = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['类型', 'type'],
    ['中止事由', 'reason'],
    ['起始', 'from'],
    ['结束', 'to'],
    ['相关文书', 'document'],
  ],
  { name: '扣除期限', titles: ['扣除执行期限记录'] },
);
const extensions = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['原因', 'reason'],
    ['申请日期', 'applied'],
    ['批准机关', 'by'],
    ['批准日期', 'approved'],
    ['开始日期', 'from'],
    ['延长期间', 'period'],
  ],
  { name: '延长期限', titles: ['延长执行期限记录'] },
);
const clues = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['来源', 'source'],
    ['内容', 'content'],
    ['提供日期', 'provided'],
    ['是否明确具体', 'specific'],
    ['是否紧急', 'urgent'],
    ['状态', 'status'],
    ['核实日期', 'verified'],
    ['回复', 'reply'],
    ['回复日期', 'replied'],
  ],
  { name: '执行线索', titles: ['财产线索登记表'] },
);
const found = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['查明方式', 'how'],
    ['日期', 'date'],
    ['类型', 'type'],
    ['名称', 'name'],
    ['财产金额', 'amount'],
    ['甄别结果', 'screening'],
    ['不可执行原因', 'reason'],
    ['处置结果', 'disposal'],
    ['控制日期', 'controlled'],
  ],
  { name: '已查明财产', titles: ['已查明财产登记表'] },
);
const orders = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['被执行人', 'debtor'],
    ['发出日期', 'issued'],
    ['财产报告期限届满日', 'due'],
    ['财产报告日期', 'reported'],
    ['核查结果', 'verification'],
    ['处罚', 'sanction'],
  ],
  { name: '报告财产令', titles: ['报告财产令登记表'] },
);
const queries = new Table(
  [
    ['请求单号', 'request'],
    ['案号', 'caseNo'],
    ['被执行人', 'debtor'],
    ['证件号码', 'identity'],
    ['查询方式', 'mode'],
    ['查询范围', 'scope'],
    ['请求类型', 'type'],
    ['协执单位', 'unit'],
    ['发起时间', 'at'],
    ['反馈时间', 'replied'],
    ['反馈结果', 'result'],
  ],
  { name: '网络查控反馈' },
);
const dishonest = new Table(
  [
    ['序号', 'no'],
    ['名称', 'name'],
    ['证件号', 'identity'],
    ['执行法院', 'court'],
    ['案号', 'caseNo'],
    ['行为情形', 'behaviour'],
    ['决定书文号', 'decision'],
    ['决定日期', 'decided'],
    ['发布时间', 'published'],
    ['期限起', 'from'],
    ['期限止', 'to'],
    ['失信状态', 'status'],
    ['履行完毕日期', 'performed'],
    ['删除/屏蔽时间', 'removed'],
    ['删除原因', 'reason'],
  ],
  { name: '失信名单', titles: ['失信被执行人名单（示例）'] },
);
const restrictions = new Table(
  [
    ['序号', 'no'],
    ['对象', 'person'],
    ['证件号', 'identity'],
    ['案号', 'caseNo'],
    ['执行法院', 'court'],
    ['发出日', 'issued'],
    ['解除日', 'released'],
  ],
  { name: '限制消费令', titles: ['限制消费令登记表'] },
);

type Lacking = 'interview' | 'query' | 'restriction' | 'survey' | 'disclosure' | 'report';

interface Case {
  readonly n: number;
  readonly filed: string;
  readonly year?: number;
  readonly type?: string;
  readonly mode?: string;
  readonly closed?: string;
  readonly claim?: number;
  readonly waived?: number;
  readonly values?: Values;
  /** What is left out of the tables beside the case. */
  readonly without?: readonly Lacking[];
  /** Days from filing to the first online query; `null` where nobody was queried up to the closure. */
  readonly firstQueriedAfter?: number | null;
  readonly queriedDaysBefore?: number;
  readonly expect?: readonly Planted[];
  /** What is written on the order to report property as its sanction, and what the order must lead to. */
  readonly sanction?: string;
  readonly expectOfOrder?: readonly Planted[];
}

/** A case of the table, for the tables beside it. */
export interface SampleCase {
  readonly caseNo: string;
  readonly debtor: string;
  readonly identity: string;
  readonly applicant: string;
  readonly handler: string;
  readonly filed: string;
  readonly mode: string | null;
  readonly closed: string | null;
  readonly without: readonly Lacking[];
}

export const sampleCases: SampleCase[] = [];

/** Cases closed as performed, whose money went through the court's account. */
export const performedCases: { caseNo: string; amount: number; closed: string; debtor: string; applicant: string }[] =
  [];

function addCase(given: Case): string {
  const {
    n,
    filed,
    mode = null,
    closed = null,
    claim = 40_000 + n * 1000,
    without = [],
    firstQueriedAfter = 3,
  } = given;
  const type = given.type ?? '执';
  const number = caseNo(given.year ?? Number(filed.slice(0, 4)), n, type);
  const debtor = person(500 + n);
  const identity = idNumber(500 + n);
  const paid = mode === '执行完毕' ? claim - (given.waived ?? 0) : 0;
  if (mode === '执行完毕' && closed) {
    performedCases.push({ caseNo: number, amount: paid, closed, debtor, applicant: company(n % 40) });
  }
  const handler = person(80 + (n % 6));
  const terminal = mode === '终结本次执行程序' ? closed : null;
  sampleCases.push({
    caseNo: number,
    debtor,
    identity,
    applicant: company(n % 40),
    handler,
    filed,
    mode,
    closed,
    without,
  });
  cases.add(
    {
      caseNo: number,
      court: COURT,
      type,
      cause: '买卖合同纠纷',
      applicant: company(n % 40),
      debtor,
      identity,
      received: date(plus(filed, -3), n),
      filed: date(filed, n + 1),
      assigned: date(plus(filed, 2), n + 2),
      handler,
      subject: '金钱',
      claim: yuan(claim, n),
      notice: date(plus(filed, 5), n + 3),
      order: date(plus(filed, 5), n + 4),
      asset: mode === '终结本次执行程序' ? '否' : '是',
      stay: '正常',
      mode,
      closed: date(closed, n),
      document: mode === '执行完毕' ? '结案通知书' : mode ? '执行裁定书' : null,
      documentDate: date(closed, n + 1),
      paid: yuan(paid, n),
      waived: given.waived ?? 0,
      remain: yuan(claim - paid - (given.waived ?? 0), n),
      deliberated: terminal ? date(plus(terminal, -3), n) : null,
      approved: terminal ? date(plus(terminal, -1), n + 1) : null,
      applicantTerminal: '否',
      ...given.values,
    },
    ...(given.expect ?? []),
  );
  const reported = !without.includes('report');
  orders.add(
    {
      caseNo: number,
      debtor,
      issued: date(plus(filed, 5), n),
      due: date(plus(filed, 20), n),
      reported: reported ? date(plus(filed, 15), n + 1) : null,
      verification: reported ? '已核查' : null,
      sanction: given.sanction ?? null,
    },
    ...(given.expectOfOrder ?? []),
  );
  const query = (at: string): void => {
    queries.add({
      request: `CK${number.slice(1, 5)}${String(queries.size + 1).padStart(5, '0')}`,
      caseNo: number,
      debtor,
      identity,
      mode: '总对总',
      scope: '全项',
      type: '查询',
      unit: '全部协执单位',
      at: date(`${at}T10:00:00`, n),
      replied: date(`${at}T15:00:00`, n + 1),
      result: '无财产',
    });
  };
  if (firstQueriedAfter !== null) query(plus(filed, firstQueriedAfter));
  if (mode === '终结本次执行程序' && closed) {
    if (!without.includes('query')) query(plus(closed, -(given.queriedDaysBefore ?? 10)));
    for (let at = plus(closed, 170); at < '2026-06-30'; at = plus(at, 170)) query(at);
    if (!without.includes('restriction'))
      restrictions.add({ person: debtor, identity, caseNo: number, court: COURT, issued: date(plus(filed, 30), n) });
    if (!without.includes('interview')) {
      interviews.add({
        caseNo: number,
        who: company(n % 40),
        role: '申请执行人',
        at: date(plus(closed, -7), n),
        method: '面谈',
        reason: '终本约谈',
        agrees: '是',
      });
    }
  }
  return number;
}

// Closed as performed, in time.
for (let n = 1; n <= 12; n += 1)
  addCase({
    n,
    filed: `2025-0${String(1 + (n % 6))}-1${String(n % 9)}`,
    mode: '执行完毕',
    closed: plus(`2025-0${String(1 + (n % 6))}-1${String(n % 9)}`, 60 + 7 * n),
  });
// Open and inside six months.
for (let n = 13; n <= 20; n += 1) addCase({ n, filed: `2026-0${String(2 + (n % 4))}-1${String(n % 8)}` });
// 终本 with everything that the law and the system ask for.
for (let n = 21; n <= 27; n += 1)
  addCase({
    n,
    filed: `2025-0${String(1 + (n % 5))}-1${String(n % 9)}`,
    mode: '终结本次执行程序',
    closed: plus(`2025-0${String(1 + (n % 5))}-1${String(n % 9)}`, 110 + n),
  });

// 期限: six months from filing, on the corresponding day; one day late; suspended; extended; still open.
addCase({ n: 31, filed: '2025-08-11', mode: '执行完毕', closed: '2026-02-11' });
addCase({
  n: 32,
  filed: '2025-08-12',
  mode: '执行完毕',
  closed: '2026-02-13',
  expect: [violation('duration-overdue')],
});
const suspended = addCase({ n: 33, filed: '2025-08-13', mode: '执行完毕', closed: '2026-04-07' });
// Two grounds at the same time: counted once in the term, and a lead that somebody looks at the overlap.
deductions.add(
  {
    caseNo: suspended,
    type: '评估',
    reason: '评估、拍卖',
    from: date('2025-11-03', 0),
    to: date('2025-12-31', 1),
    document: '评估委托书',
  },
  lead('deduction-invalid'),
);
deductions.add(
  {
    caseNo: suspended,
    type: '公告',
    reason: '公告送达',
    from: date('2025-12-15', 2),
    to: date('2026-01-15', 3),
    document: '公告',
  },
  lead('deduction-invalid'),
);
const extended = addCase({ n: 34, filed: '2025-09-08', mode: '执行完毕', closed: '2026-06-05' });
extensions.add({
  caseNo: extended,
  reason: '财产处置尚未完成',
  applied: date('2026-02-27', 1),
  by: '院长',
  approved: date('2026-03-02', 2),
  from: date('2026-03-08', 3),
  period: '3个月',
});
addCase({ n: 35, filed: '2025-11-17', expect: [violation('duration-overdue')] });

// 终本: three months; interview; query; restriction; clue; property.
addCase({ n: 41, filed: '2025-09-01', mode: '终结本次执行程序', closed: '2025-12-01' });
addCase({
  n: 42,
  filed: '2025-09-02',
  mode: '终结本次执行程序',
  closed: '2025-12-01',
  expect: [violation('terminal-min-3m')],
});
addCase({ n: 43, filed: '2025-11-03', type: '执恢', mode: '终结本次执行程序', closed: '2025-12-29' });
addCase({
  n: 44,
  filed: '2025-09-03',
  mode: '终结本次执行程序',
  closed: '2025-12-22',
  without: ['interview'],
  expect: [violation('terminal-interview-missing')],
});
addCase({
  n: 45,
  filed: '2025-09-04',
  mode: '终结本次执行程序',
  closed: '2025-12-23',
  without: ['interview'],
  values: { applicantTerminal: '是' },
});
addCase({
  n: 46,
  filed: '2025-07-07',
  mode: '终结本次执行程序',
  closed: '2025-12-24',
  queriedDaysBefore: 110,
  expect: [overLimit('terminal-query-stale')],
});
addCase({
  n: 47,
  filed: '2025-09-05',
  mode: '终结本次执行程序',
  closed: '2025-12-25',
  without: ['restriction'],
  expect: [violation('terminal-restriction-missing')],
});
const clued = addCase({
  n: 48,
  filed: '2025-09-08',
  mode: '终结本次执行程序',
  closed: '2025-12-26',
  expect: [violation('terminal-clue-or-asset-open')],
});
clues.add(
  {
    caseNo: clued,
    source: '申请执行人',
    content: '示例路9号有在用厂房',
    provided: date('2025-11-10', 1),
    specific: '是',
    urgent: '否',
    status: '未核实',
  },
  violation('clue-verify-7d'),
);
const checked = addCase({ n: 49, filed: '2025-09-09', mode: '终结本次执行程序', closed: '2025-12-29' });
clues.add({
  caseNo: checked,
  source: '申请执行人',
  content: '示例银行另有账户',
  provided: date('2025-11-10', 2),
  specific: '是',
  urgent: '否',
  status: '已核实',
  verified: date('2025-11-17', 3),
  reply: '账户无余额',
  replied: date('2025-11-17', 4),
});
found.add({
  caseNo: checked,
  how: '网络查控',
  date: date('2025-11-17', 0),
  type: '银行存款',
  name: '****2001',
  amount: 320.5,
  screening: '小额',
  reason: '余额过小',
  controlled: date('2025-11-18', 1),
});

// 已查明财产: left alone; controlled on the fifth working day; left alone, but an account under control covers the claim.
found.add(
  {
    caseNo: caseNo(2026, 17),
    how: '网络查控',
    date: date('2026-03-16', 1),
    type: '机动车',
    name: '琼Z·00017',
    amount: 30_000,
    screening: '待甄别',
  },
  overLimit('asset-found-uncontrolled'),
);
found.add({
  caseNo: caseNo(2026, 18),
  how: '网络查控',
  date: date('2026-04-13', 2),
  type: '机动车',
  name: '琼Z·00018',
  amount: 30_000,
  screening: '待甄别',
  controlled: date('2026-04-20', 3),
});
found.add({
  caseNo: caseNo(2026, 16),
  how: '网络查控',
  date: date('2026-02-13', 3),
  type: '银行存款',
  name: '****2016',
  amount: 60_000,
  controlled: date('2026-02-14', 4),
});
found.add({
  caseNo: caseNo(2026, 16),
  how: '申请人提供',
  date: date('2026-02-13', 4),
  type: '机动车',
  name: '琼Z·00016',
  amount: 30_000,
});

// 评议、审批: the ruling came a day before the president's approval.
addCase({
  n: 53,
  filed: '2025-09-11',
  mode: '终结本次执行程序',
  closed: '2025-12-31',
  values: { approved: date('2026-01-01', 1) },
  expect: [violation('terminal-approval-missing')],
});

// 财产调查, 执行公开: nobody went to look; the parties were not told who handles the case.
addCase({
  n: 54,
  filed: '2025-09-10',
  mode: '终结本次执行程序',
  closed: '2025-12-30',
  without: ['survey'],
  expect: [overLimit('terminal-survey-missing')],
});
addCase({ n: 55, filed: '2026-03-04', without: ['disclosure'], expect: [overLimit('disclosure-nodes-missing')] });

// 网络查控: begun on the fourth day; on the Monday after a limit that ended on a Sunday; never, and terminated all the same.
addCase({ n: 56, filed: '2026-03-03', firstQueriedAfter: 4, expect: [overLimit('network-query-start')] });
// Its handler has declared the debtor as a relative.
addCase({ n: 57, filed: '2026-03-05', firstQueriedAfter: 4, expect: [violation('conflict-of-interest')] });
// Its handler has declared somebody of the debtor's name, without a number.
addCase({
  n: 58,
  filed: '2025-09-12',
  mode: '终结本次执行程序',
  closed: '2026-01-05',
  without: ['query'],
  firstQueriedAfter: null,
  expect: [lead('conflict-of-interest'), violation('network-query-start')],
});

// 拒报财产: terminated without listing; listed and fined; open for more than a month, listed by nobody.
addCase({
  n: 66,
  filed: '2025-09-15',
  mode: '终结本次执行程序',
  closed: '2026-01-06',
  without: ['report'],
  expectOfOrder: [violation('report-violation-unsanctioned'), lead('report-violation-unsanctioned')],
});
const listedForRefusal = addCase({
  n: 67,
  filed: '2025-09-16',
  mode: '终结本次执行程序',
  closed: '2026-01-07',
  without: ['report'],
  sanction: '罚款1000元',
});
dishonest.add({
  name: person(567),
  identity: idNumber(567),
  court: COURT,
  caseNo: listedForRefusal,
  behaviour: '违反财产报告制度',
  decision: '（2025）琼9999执67号失信决定书',
  decided: date('2025-12-01', 1),
  published: date('2025-12-03', 2),
  from: date('2025-12-03', 2),
  to: date('2027-12-03', 3),
  status: '发布中',
});
addCase({
  n: 68,
  filed: '2026-04-01',
  without: ['report'],
  sanction: '不予处罚：住院，情节轻微',
  expectOfOrder: [overLimit('report-violation-unsanctioned')],
});

// 执行通知、报告财产令.
addCase({
  n: 51,
  filed: '2026-03-02',
  values: { notice: date('2026-03-16', 1), order: date('2026-03-16', 2) },
  expect: [violation('exec-notice-10d')],
});
addCase({ n: 52, filed: '2026-03-03', values: { notice: date('2026-03-09', 2), order: date('2026-03-09', 3) } });

// 超标的: the vehicles, the house and the equity stand in 查封冻结台账, 股权冻结 and 异议.
addCase({ n: 69, filed: '2026-05-06', expect: [lead('seizure-over-claim')] });
addCase({ n: 70, filed: '2026-05-06' });
addCase({
  n: 71,
  filed: '2025-12-09',
  mode: '终结本次执行程序',
  closed: '2026-06-02',
  expect: [violation('seizure-over-claim')],
});
addCase({ n: 72, filed: '2025-12-09', mode: '终结本次执行程序', closed: '2026-06-02' });

// 结案方式.
addCase({
  n: 61,
  filed: '2025-06-02',
  mode: '中止执行',
  closed: '2025-10-20',
  expect: [violation('closure-mode-invalid')],
});
addCase({
  n: 62,
  filed: '2025-06-03',
  mode: '执行完毕',
  closed: '2025-10-21',
  claim: 90_000,
  waived: 30_000,
  values: { settlement: '履行完毕' },
});

dishonest.add({
  name: person(561),
  identity: idNumber(561),
  court: COURT,
  caseNo: caseNo(2025, 71),
  behaviour: '有履行能力而拒不履行生效法律文书确定义务',
  decision: '（2025）琼9999执71号失信决定书',
  decided: date('2025-09-01', 1),
  published: date('2025-09-05', 2),
  status: '已屏蔽',
  performed: date('2026-03-02', 3),
  removed: date('2026-03-05', 4),
  reason: '全部履行',
});
dishonest.add(
  {
    name: person(562),
    identity: idNumber(562),
    court: COURT,
    caseNo: caseNo(2025, 72),
    behaviour: '有履行能力而拒不履行生效法律文书确定义务',
    decision: '（2025）琼9999执72号失信决定书',
    decided: date('2025-09-01', 1),
    published: date('2025-09-05', 2),
    status: '已屏蔽',
    performed: date('2026-03-02', 3),
    removed: date('2026-03-06', 4),
    reason: '全部履行',
  },
  violation('dishonest-removal-3wd'),
);
// Look-alike: three working days across a holiday.
dishonest.add({
  name: person(563),
  identity: idNumber(563),
  court: COURT,
  caseNo: caseNo(2025, 73),
  behaviour: '有履行能力而拒不履行生效法律文书确定义务',
  decision: '（2025）琼9999执73号失信决定书',
  decided: date('2025-07-01', 1),
  published: date('2025-07-03', 2),
  status: '已屏蔽',
  performed: date('2025-09-30', 3),
  removed: date('2025-10-11', 4),
  reason: '全部履行',
});
dishonest.add({
  name: person(564),
  identity: idNumber(564),
  court: COURT,
  caseNo: caseNo(2025, 74),
  behaviour: '违反财产报告制度',
  decision: '（2025）琼9999执74号失信决定书',
  decided: date('2025-12-01', 1),
  published: date('2025-12-03', 2),
  from: date('2025-12-03', 2),
  to: date('2027-12-03', 3),
  status: '发布中',
});
// Look-alike: listed and restricted in another case, by the same whole number.
restrictions.add({
  person: person(564),
  identity: idNumber(564),
  caseNo: caseNo(2025, 70),
  court: COURT,
  issued: date('2025-12-03', 2),
});
dishonest.add(
  {
    name: person(565),
    identity: idNumber(565),
    court: COURT,
    caseNo: caseNo(2025, 75),
    behaviour: '违反财产报告制度',
    decision: '（2025）琼9999执75号失信决定书',
    decided: date('2025-12-01', 1),
    published: date('2025-12-03', 2),
    from: date('2025-12-03', 2),
    to: date('2027-12-03', 3),
    status: '发布中',
  },
  violation('dishonest-without-limit'),
);

export const enforcement: SampleWorkbook = {
  file: '执行案件台账（示例）.xlsx',
  sheets: [cases, interviews, deductions, extensions, clues, found, orders].map((table) => table.build()),
};
export const networkQuery: SampleWorkbook = { file: '网络查控反馈（示例）.gb.csv', sheets: [queries.build()] };
export const credit: SampleWorkbook = {
  file: '失信与限制消费（示例）.xls',
  sheets: [dishonest.build(), restrictions.build()],
};
