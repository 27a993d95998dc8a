/** 收押台账 in the old .xls format, with group rows, and 接处警表 on a second sheet. */
import { caseNo, COURT, date, idNumber, person } from '../invented.ts';
import { lead, overLimit, violation, type Planted, type SampleCell, type SampleWorkbook } from '../layout.ts';
import { Table } from '../table.ts';

function custody(): Table {
  const table = new Table(
    [
      ['序号', 'no'],
      ['决定机关', 'organ'],
      ['拘留决定书号', 'decision'],
      ['类型', 'type'],
      ['收押场所', 'facility'],
      ['姓名', 'name'],
      ['证件号', 'identity'],
      ['案号', 'caseNo'],
      ['决定日期', 'decided'],
      ['到所时间', 'arrived'],
      ['收拘时间', 'admitted'],
      ['结果', 'result'],
      ['拒收理由', 'refusal'],
      ['通知书号', 'notice'],
      ['健康检查', 'health'],
      ['拘留天数', 'days'],
      ['期满日', 'termEnd'],
      ['释放时间', 'released'],
      ['提前解除决定书号', 'early'],
    ],
    { name: '收拘登记', titles: ['示例市拘留所司法拘留收拘登记表（2026年）'] },
  );
  let n = 0;
  const add = (values: Readonly<Record<string, SampleCell>>, ...expect: readonly Planted[]): void => {
    n += 1;
    table.add(
      {
        organ: COURT,
        decision: `示法拘〔2026〕${String(n)}号`,
        type: '司法拘留',
        facility: '示例市拘留所',
        name: person(40 + n),
        identity: idNumber(40 + n),
        caseNo: caseNo(2025, 400 + n),
        health: '合格',
        days: 15,
        ...values,
      },
      ...expect,
    );
  };
  table.group('一、2026年第一季度');
  add({
    decided: date('2026-01-12', 1),
    arrived: '2026-01-12 10:00',
    admitted: '2026-01-12 11:20',
    result: '收拘',
    termEnd: date('2026-01-27', 1),
    released: '2026-01-27 09:00',
  });
  add({
    decided: date('2026-02-03', 2),
    arrived: '2026-02-03 15:00',
    admitted: '2026-02-03 18:30',
    result: '收拘',
    days: 10,
    termEnd: date('2026-02-13', 2),
    released: '2026-02-13 09:00',
  });
  // Look-alike: after midnight but within four hours.
  add({
    decided: date('2026-03-04', 0),
    arrived: '2026-03-04 22:30',
    admitted: '2026-03-05 01:10',
    result: '收拘',
    termEnd: date('2026-03-20', 0),
    released: '2026-03-20 09:00',
  });
  add(
    {
      decided: date('2026-03-10', 3),
      arrived: '2026-03-10 09:00',
      admitted: '2026-03-11 16:00',
      result: '收拘',
      termEnd: date('2026-03-26', 3),
      released: '2026-03-26 09:00',
    },
    overLimit('custody-judicial-detention-intake'),
    // The court's list of detentions has those before and after.
    lead('custody-not-in-court-list'),
  );
  table.group('二、2026年第二季度');
  // Look-alike: lawful refusal with a notice.
  add({
    decided: date('2026-04-08', 4),
    arrived: '2026-04-08 10:00',
    result: '拒收',
    refusal: '怀孕',
    notice: '示拘不收〔2026〕1号',
    days: 15,
  });
  add(
    { decided: date('2026-04-15', 0), arrived: '2026-04-15 10:00', result: '拒收', refusal: '床位紧张', days: 15 },
    violation('custody-refusal-document'),
    violation('custody-judicial-detention-intake'),
  );
  add(
    { decided: date('2026-05-11', 1), arrived: '2026-05-11 10:00', result: '拒收', days: 15 },
    lead('custody-refusal-document'),
    violation('custody-refusal-document'),
    lead('custody-judicial-detention-intake'),
  );
  add({
    decided: date('2026-06-08', 2),
    arrived: '2026-06-08 14:00',
    admitted: '2026-06-08 15:00',
    result: '收拘',
    termEnd: date('2026-06-23', 2),
    released: '2026-06-23 08:50',
  });
  table.total({ organ: '合计', days: 115 });
  return table;
}

function violence(): Table {
  const table = new Table(
    [
      ['序号', 'no'],
      ['警情编号', 'call'],
      ['公安机关', 'police'],
      ['案号', 'caseNo'],
      ['区域类型', 'area'],
      ['接警时间', 'received'],
      ['出警时间', 'dispatched'],
      ['到场时间', 'arrived'],
      ['处置结果', 'outcome'],
      ['法院求助函', 'letter'],
    ],
    { name: '接处警', titles: ['暴力抗拒执行警情接处警登记表'] },
  );
  const base = { police: '示例市公安局甲分局', letter: '有' };
  table.add({
    ...base,
    call: 'SL2026-001',
    caseNo: caseNo(2025, 451),
    area: '城区',
    received: '2026-03-02 09:10',
    dispatched: '2026-03-02 09:13',
    arrived: '2026-03-02 09:31',
    outcome: '现场制止，训诫',
  });
  table.add({
    ...base,
    call: 'SL2026-002',
    caseNo: caseNo(2025, 452),
    area: '乡镇',
    received: '2026-04-21 10:00',
    dispatched: '2026-04-21 10:05',
    arrived: '2026-04-21 10:58',
    outcome: '带离一人',
  });
  table.add(
    {
      ...base,
      call: 'SL2026-003',
      caseNo: caseNo(2025, 453),
      area: '城区',
      received: '2026-05-20 14:00',
      dispatched: '2026-05-20 14:20',
      arrived: '2026-05-20 15:10',
      outcome: '到场时人员已散',
    },
    overLimit('police-violence-response'),
  );
  return table;
}

export const custodyIntake: SampleWorkbook = {
  file: '收拘登记与接处警（示例）.xls',
  sheets: [custody().build(), violence().build()],
};
