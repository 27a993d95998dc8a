/** 协助执行台账（法院侧）: .xls with title rows, three date forms in one column, remarks that sound worse than they are. */
import { caseNo, COURT, date, idNumber, person } from '../invented.ts';
import { lead, overLimit, violation, type Planted, type SampleCell, type SampleWorkbook } from '../layout.ts';
import { Table } from '../table.ts';

const table = new Table(
  [
    ['序号', 'no'],
    ['执行案号', 'caseNo'],
    ['来函法院', 'court'],
    ['协执单位', 'unit'],
    ['部门类别', 'department'],
    ['协助事项', 'category'],
    ['协助执行通知书号', 'document'],
    ['裁定书文号', 'ruling'],
    ['被执行人', 'debtor'],
    ['证件号码', 'identity'],
    ['财产标识', 'property'],
    ['送达时间', 'served'],
    ['经办人', 'officer'],
    ['办结时间', 'completed'],
    ['反馈时间', 'replied'],
    ['办理结果', 'result'],
    ['未办原因', 'reason'],
  ],
  { name: '协助执行', titles: ['人民法院协助执行事项办理台账', '2026年1—6月'] },
);

let n = 0;
function add(values: Readonly<Record<string, SampleCell>>, ...expect: readonly Planted[]): void {
  n += 1;
  table.add(
    {
      caseNo: caseNo(2025, 200 + n),
      court: COURT,
      document: `（2025）琼9999执${String(200 + n)}号协助执行通知书`,
      ruling: `（2025）琼9999执${String(200 + n)}号之一`,
      debtor: person(200 + n),
      identity: idNumber(200 + n),
      property: null,
      officer: person(230 + (n % 4)),
      ...values,
    },
    ...expect,
  );
}

const registry = { unit: '示例市不动产登记中心', department: '自然资源·不动产' };
const vehicle = { unit: '示例市公安局车管所', department: '公安·车管' };
const bank = { unit: '示例银行甲支行', department: '银行·柜面' };
const tax = { unit: '示例市税务局', department: '税务' };
const fund = { unit: '示例市住房公积金管理中心', department: '公积金' };

for (let k = 0; k < 10; k += 1) {
  const day = `2026-03-${String(2 + k).padStart(2, '0')}`;
  const weekday = k % 7 < 5;
  add({
    ...[registry, vehicle, tax, fund][k % 4],
    category: ['查询', '查询', '查询', '查询'][k % 4] ?? '查询',
    served: date(`${weekday ? day : '2026-03-16'}T09:${String(10 + k)}:00`, k),
    completed: date(`${weekday ? day : '2026-03-16'}T16:${String(10 + k)}:00`, k + 1),
    replied: date(`${weekday ? day : '2026-03-16'}T16:${String(30 + k)}:00`, k + 2),
    result: '已办理',
  });
}
// Look-alike: the remark sounds like delay, but everything was done on the day.
add({
  ...registry,
  category: '查询',
  served: date('2026-03-18T09:00:00', 1),
  completed: date('2026-03-18T15:00:00', 2),
  replied: date('2026-03-18T15:05:00', 3),
  result: '已办理',
  reason: '已按内部规定当日办结',
});
// Look-alike: served on Friday evening, done on Monday.
add({
  ...vehicle,
  category: '查封',
  served: date('2026-03-20T17:30:00', 2),
  completed: date('2026-03-23T10:00:00', 3),
  replied: date('2026-03-23T10:10:00', 0),
  result: '已办理',
});
// Refused for a lawful reason.
add({
  ...bank,
  category: '冻结',
  served: date('2026-03-24T09:30:00', 0),
  completed: date('2026-03-24T10:00:00', 1),
  replied: date('2026-03-24T10:05:00', 2),
  result: '不予办理',
  reason: '被执行人在本行无账户，财产不在本单位',
});
// Refused for a reason no law knows.
add(
  {
    ...fund,
    category: '划拨',
    served: date('2026-04-02T09:30:00', 3),
    completed: date('2026-04-02T14:00:00', 0),
    replied: date('2026-04-02T14:05:00', 1),
    result: '拒绝',
    reason: '需职工本人到场',
  },
  violation('assist-refused'),
);
// No answer at all.
add(
  { ...tax, category: '查询', served: date('2026-05-06T10:00:00', 0) },
  lead('assist-refused'),
  overLimit('assist-dept-overdue'),
);
// Internal approval, and late.
add(
  {
    ...registry,
    category: '查封',
    served: date('2026-05-11T10:00:00', 1),
    completed: date('2026-05-18T10:00:00', 2),
    replied: date('2026-05-18T10:30:00', 3),
    result: '已办理',
    reason: '内部审批，待领导签字',
  },
  lead('assist-internal-approval-delay'),
  overLimit('assist-dept-overdue'),
);
// Answered a working day late.
add(
  {
    ...tax,
    category: '查询',
    served: date('2026-05-12T10:00:00', 2),
    completed: date('2026-05-20T10:00:00', 3),
    replied: date('2026-05-20T11:00:00', 0),
    result: '已办理',
  },
  overLimit('assist-dept-overdue'),
);
// Pending on the as-of date.
add({ ...tax, category: '查询', served: date('2026-06-26T10:00:00', 1) });
// Unreadable date: said, not guessed.
add({
  ...vehicle,
  category: '查询',
  served: '2026年6月上旬',
  completed: date('2026-06-10T10:00:00', 2),
  replied: date('2026-06-10T11:00:00', 3),
  result: '已办理',
});
// 两方台账核对: a case that the court's list skips; look-alikes: one that it has, and one after which the list has none.
const sameDay = {
  ...registry,
  category: '查询',
  completed: date('2026-04-20T15:00:00', 0),
  replied: date('2026-04-20T15:10:00', 1),
  result: '已办理',
};
const servedThen = date('2026-04-20T09:00:00', 2);
add({ ...sameDay, served: servedThen, caseNo: caseNo(2025, 43) }, lead('assist-request-unknown-case'));
add({ ...sameDay, served: servedThen, caseNo: caseNo(2025, 44) });
add({ ...sameDay, served: servedThen, caseNo: caseNo(2026, 53) });
// The court's list of seizures has this one, and another that the ledger has not.
add({
  ...vehicle,
  caseNo: caseNo(2025, 741),
  category: '查封',
  served: date('2026-05-20T09:00:00', 3),
  completed: date('2026-05-20T11:00:00', 0),
  replied: date('2026-05-20T11:10:00', 1),
  result: '已办理',
});
table.blank();
table.note('制表：示例市人民法院执行指挥中心');

export const assistance: SampleWorkbook = { file: '协助执行台账（示例）.xls', sheets: [table.build()] };
