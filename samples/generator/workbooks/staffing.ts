/** 执行人员花名册（法院一列上下合并）、一案双查台账和编制核定表: one court below the parameter of 15 %, one above only when contract staff are not counted wrongly. */
import { caseNo, COURT, date, idNumber, person } from '../invented.ts';
import { lead, overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';
import { Table } from '../table.ts';

const OTHER_COURT = '示例市乙区人民法院';

function roster(): Table {
  const table = new Table(
    [
      ['序号', 'no'],
      ['法院', 'court'],
      ['部门/团队', 'team'],
      ['姓名', 'name'],
      ['性别', 'gender'],
      ['身份证号', 'identity'],
      ['编制类型', 'staffing'],
      ['职务', 'position'],
      ['员额', 'quota'],
      ['岗位', 'post'],
      ['进入执行岗位时间', 'started'],
      ['离岗时间', 'left'],
      ['在岗状态', 'duty'],
      ['执法记录仪编号', 'recorder'],
      ['近亲属从业申报', 'relatives'],
    ],
    { name: '花名册', titles: ['执行局人员花名册', '截至2026年6月30日'], mergeDown: ['court'] },
  );
  // A debtor of one of the officer's cases by number; another by name only, which is no more than a lead.
  const declared = new Map([
    [3, `弟 ${person(557)}，证件号 ${idNumber(557)}，个体经营`],
    [4, `弟 ${person(558)}，个体经营`],
  ]);
  const posts = ['执行法官', '执行员', '法官助理', '书记员', '司法警察'] as const;
  const add = (court: string, n: number, post: string, staffing: string, duty = '在岗'): void => {
    table.add({
      court,
      team: `第${Math.floor(n / 4) % 2 === 0 ? '一' : '二'}执行团队`,
      name: person(80 + n),
      gender: n % 3 === 0 ? '女' : '男',
      identity: idNumber(80 + n),
      staffing,
      position: post === '执行法官' ? '审判员' : post,
      quota: post === '执行法官' ? '是' : '否',
      post,
      started: date(`20${String(10 + (n % 14))}-0${String(1 + (n % 9))}-15`, n),
      left: null,
      duty,
      relatives: declared.get(n) ?? '无',
      recorder: ['执行法官', '执行员', '司法警察'].includes(post) ? `SL-${String(1000 + n)}` : null,
    });
  };
  // 12 counted of 60: 20 %.
  for (let n = 0; n < 12; n += 1) add(COURT, n, posts[n % 4] ?? '执行员', '政法专项编制');
  add(COURT, 12, '司法警察', '政法专项编制');
  add(COURT, 13, '书记员', '聘用制');
  // 5 counted of 50: 10 %; with lent and contract people it would look like 16 %.
  for (let n = 20; n < 25; n += 1) add(OTHER_COURT, n, posts[n % 4] ?? '执行员', '政法专项编制');
  add(OTHER_COURT, 25, '执行员', '政法专项编制', '借调');
  add(OTHER_COURT, 26, '书记员', '劳务派遣');
  add(OTHER_COURT, 27, '司法警察', '政法专项编制');
  return table;
}

function establishment(): Table {
  const table = new Table(
    [
      ['序号', 'no'],
      ['法院', 'court'],
      ['核定政法专项编制数', 'approved'],
      ['实有人数', 'actual'],
      ['员额数', 'quota'],
      ['执行岗位编制数', 'posts'],
      ['填报日期', 'reported'],
    ],
    { name: '编制核定', titles: ['法院编制核定情况表'] },
  );
  table.add({ court: COURT, approved: 64, actual: 60, quota: 20, posts: 14, reported: date('2026-06-30', 2) });
  table.add(
    { court: OTHER_COURT, approved: 52, actual: 50, quota: 18, posts: 8, reported: date('2026-06-30', 2) },
    overLimit('staffing-ratio'),
  );
  table.total({ court: '合计', approved: 116, actual: 110, quota: 38, posts: 22 });
  return table;
}

function doubleInvestigations(): RegisterSheet {
  const sheet = new RegisterSheet('doubleInvestigation', [], {
    name: '一案双查',
    titles: ['执行案件一案双查台账'],
    base: {
      investigationNo: null,
      caseNo: null,
      court: COURT,
      person: null,
      clueSource: '执行信访',
      acceptedDate: '2026-01-05',
      closedDate: '2026-02-10',
      conclusion: '消极执行属实',
      sanctionKind: '警告',
      sanctionDate: '2026-02-20',
      exemptionReason: null,
      crimeReferral: null,
      promotedDate: null,
    },
  });
  const matter = (n: number) => ({
    investigationNo: `示双查〔2026〕${String(n)}号`,
    caseNo: caseNo(2025, 2860 + n),
    person: person(860 + n),
  });
  const nothing = { sanctionKind: null, sanctionDate: null };
  sheet.add(matter(1));
  sheet.add({ ...matter(2), ...nothing }, lead('discipline-followup'));
  // Look-alikes: not confirmed; a minor breach with its reason; promoted once the sanction had run out.
  sheet.add({ ...matter(3), ...nothing, conclusion: '反映的消极执行问题不属实' });
  sheet.add({ ...matter(4), ...nothing, exemptionReason: '情节轻微，已批评教育' });
  sheet.add({ ...matter(5), sanctionDate: '2025-11-20', promotedDate: '2026-05-20' });
  sheet.add({ ...matter(6), sanctionDate: '2025-11-20', promotedDate: '2026-05-19' }, violation('discipline-followup'));
  sheet.add({ ...matter(7), conclusion: '滥用职权，涉嫌犯罪' }, violation('discipline-followup'));
  sheet.add({ ...matter(8), conclusion: '徇私，涉嫌犯罪', crimeReferral: '2026-02-15移送监察委员会' });
  return sheet;
}

export const staffing: SampleWorkbook = {
  file: '执行局人员花名册（示例）.xlsx',
  sheets: [roster().build(), establishment().build(), doubleInvestigations().build()],
};
