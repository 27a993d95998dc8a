/** 拒执犯罪移送台账 and 立案监督台账: two-row headers, dates in every form, referrals before and after 2025-07-01. */
import { caseNo, COURT, date, person } from '../invented.ts';
import { lead, violation, type Planted, type SampleCell, type SampleWorkbook } from '../layout.ts';
import { Table } from '../table.ts';

const POLICE = '示例市公安局甲分局';
const OTHER_POLICE = '示例市公安局乙分局';

interface Referral {
  readonly n: number;
  readonly year?: number;
  readonly referred: string;
  readonly received: string;
  readonly filed?: string;
  readonly refused?: string;
  readonly other?: Readonly<Record<string, SampleCell>>;
  readonly expect?: readonly Planted[];
}

function referrals(): Table {
  const table = new Table(
    [
      ['序号', 'no'],
      ['案号', 'caseNo'],
      ['移送法院', 'court'],
      ['移送日期', 'referred'],
      ['案件移送函号', 'letter'],
      ['执行情况说明', 'statement'],
      ['嫌疑人', 'suspect'],
      ['单位/自然人', 'kind'],
      ['五类材料', '身份材料', 'identity'],
      ['五类材料', '义务材料', 'obligation'],
      ['五类材料', '能力材料', 'ability'],
      ['五类材料', '拒执行为材料', 'refusal'],
      ['五类材料', '情节后果材料', 'consequence'],
      ['公安机关办理情况', '公安机关', 'police'],
      ['公安机关办理情况', '公安接收日期', 'received'],
      ['公安机关办理情况', '受案登记表号', 'form'],
      ['公安机关办理情况', '回执日期', 'receipt'],
      ['公安机关办理情况', '是否重大疑难', 'complex'],
      ['公安机关办理情况', '延长批准日', 'extension'],
      ['公安机关办理情况', '结果', 'result'],
      ['公安机关办理情况', '文书名称', 'title'],
      ['公安机关办理情况', '立案日期', 'filed'],
      ['公安机关办理情况', '撤案日期', 'withdrawn'],
      ['公安机关办理情况', '撤案告知日期', 'withdrawalTold'],
      ['不予立案', '不予立案日期', 'refused'],
      ['不予立案', '不予立案通知书号', 'notice'],
      ['不予立案', '有无控告人', 'complainant'],
      ['不予立案', '送达法院日期', 'servedCourt'],
      ['不予立案', '送达控告人日期', 'servedComplainant'],
      ['不予立案', '送达回证', 'proof'],
      ['不予立案', '函告日期', 'notified'],
      ['不予立案', '函告理由', 'reason'],
      ['备注', 'remark'],
    ],
    {
      name: '2025—2026年',
      titles: ['拒不执行判决、裁定犯罪移送台账', '填报单位：示例市人民法院执行局    统计区间：2025年6月—2026年6月'],
    },
  );
  const add = (referral: Referral): void => {
    const form = referral.n;
    const { filed = null, refused = null } = referral;
    table.add(
      {
        caseNo: caseNo(referral.year ?? 2025, 100 + referral.n),
        court: COURT,
        referred: date(referral.referred, form),
        letter: `示法执移〔${referral.referred.slice(0, 4)}〕${String(referral.n)}号`,
        statement: '有',
        suspect: person(referral.n),
        kind: '自然人',
        identity: '√',
        obligation: '√',
        ability: '√',
        refusal: '√',
        consequence: '√',
        police: POLICE,
        received: date(referral.received, form + 1),
        form: `示公甲受〔${referral.received.slice(0, 4)}〕${String(referral.n)}号`,
        receipt: date(referral.received, form + 2),
        complex: '否',
        result: filed ? '立案' : refused ? '不予立案' : null,
        title: filed ? '立案决定书' : refused ? '不予立案通知书' : null,
        filed: date(filed, form + 3),
        refused: date(refused, form + 4),
        ...(refused
          ? {
              notice: `示公甲不立字〔${refused.slice(0, 4)}〕${String(referral.n)}号`,
              complainant: '无',
              servedCourt: date(refused, form),
              proof: '有',
              notified: date(refused, form + 1),
              reason: '经审查认为没有犯罪事实，详见函件',
            }
          : {}),
        ...referral.other,
      },
      ...(referral.expect ?? []),
    );
  };
  for (let n = 1; n <= 6; n += 1) {
    add({
      n,
      referred: `2025-09-0${String(n)}`,
      received: `2025-09-0${String(n)}`,
      filed: `2025-09-0${String(n + 3)}`,
    });
  }
  // Look-alike: the seventh day is a Sunday, so Monday is in time.
  add({
    n: 7,
    referred: '2025-07-04',
    received: '2025-07-06',
    filed: '2025-07-14',
    other: { receipt: date('2025-07-06', 0) },
  });
  // Look-alike: complex matter with an approved extension, decided on the thirtieth day.
  add({
    n: 8,
    referred: '2025-07-01',
    received: '2025-07-01',
    filed: '2025-07-31',
    other: { complex: '是', extension: '2025年7月7日' },
  });
  add({
    n: 9,
    referred: '2025-07-01',
    received: '2025-07-01',
    filed: '2025-07-31',
    expect: [violation('rz-filing-decision-deadline')],
  });
  // Look-alike: refused in time, with notice, service and letter.
  add({ n: 10, referred: '2025-10-13', received: '2025-10-13', refused: '2025-10-16' });
  add({
    n: 11,
    year: 2026,
    referred: '2026-03-12',
    received: '2026-03-12',
    refused: '2026-04-02',
    expect: [violation('rz-filing-decision-deadline'), lead('rz-refusal-doc-service')],
  });
  table.repeatHeader();
  add({
    n: 12,
    year: 2026,
    referred: '2026-01-05',
    received: '2026-01-05',
    refused: '2026-01-08',
    other: { result: '退回', title: '情况说明', notice: null, servedCourt: null, proof: null },
    expect: [violation('rz-refusal-doc-exists'), violation('rz-refusal-doc-service')],
  });
  add({
    n: 13,
    year: 2026,
    referred: '2026-02-02',
    received: '2026-02-02',
    refused: '2026-02-05',
    other: { notified: null, reason: null, servedCourt: date('2026-02-24', 1) },
    expect: [violation('rz-refusal-letter-court'), lead('rz-refusal-doc-service')],
  });
  add({
    n: 14,
    year: 2026,
    referred: '2026-04-13',
    received: '2026-04-13',
    refused: '2026-04-16',
    other: { complainant: '有', servedComplainant: date('2026-04-21', 2) },
    expect: [violation('rz-refusal-doc-service')],
  });
  // Look-alike: the third day after the decision is a Sunday, served on Monday.
  add({
    n: 15,
    year: 2026,
    referred: '2026-04-13',
    received: '2026-04-13',
    refused: '2026-04-16',
    other: { complainant: '有', servedComplainant: date('2026-04-20', 2) },
  });
  add({
    n: 16,
    year: 2026,
    referred: '2026-05-11',
    received: '2026-05-11',
    filed: '2026-05-14',
    other: { ability: '×', police: OTHER_POLICE },
    expect: [violation('rz-transfer-package')],
  });
  add({
    n: 17,
    year: 2026,
    referred: '2026-05-12',
    received: '2026-05-12',
    filed: '2026-05-15',
    other: { form: null, police: OTHER_POLICE },
    expect: [violation('rz-police-accept')],
  });
  // Filed and withdrawn: told on the third day, and a day later.
  const withdrawn = { referred: '2025-07-07', received: '2025-07-07', filed: '2025-07-10' };
  add({
    n: 19,
    ...withdrawn,
    other: {
      withdrawn: date('2025-09-01', 1),
      notified: date('2025-09-08', 3),
      reason: '情节显著轻微，详见函件',
      withdrawalTold: date('2025-09-04', 2),
    },
  });
  add({
    n: 20,
    ...withdrawn,
    other: {
      withdrawn: date('2025-09-01', 1),
      notified: date('2025-09-08', 3),
      reason: '情节显著轻微，详见函件',
      withdrawalTold: date('2025-09-05', 2),
    },
    expect: [violation('rz-withdraw-notice')],
  });
  // Pending: received a few days before the as-of date.
  add({ n: 18, year: 2026, referred: '2026-06-25', received: '2026-06-25' });
  table.note('填表人：李某甲        审核：王某乙        填表日期：2026年6月30日');
  return table;
}

function supervision(): Table {
  const table = new Table(
    [
      ['序号', 'no'],
      ['案号', 'caseNo'],
      ['申请人/移送法院', 'applicant'],
      ['公安机关', 'police'],
      ['检察院', 'procuratorate'],
      ['受理日期', 'accepted'],
      ['要求说明不立案理由通知书号', 'request'],
      ['公安收到日期', 'received'],
      ['回复日期', 'replied'],
      ['是否附证据材料', 'evidence'],
      ['审查结论', 'conclusion'],
      ['通知立案书号', 'order'],
      ['通知立案书收到日期', 'orderReceived'],
      ['公安立案日期', 'filed'],
      ['立案决定书是否送达检察院', 'served'],
    ],
    { name: '立案监督', titles: ['立案监督案件登记表'] },
  );
  const base = { applicant: COURT, police: POLICE, procuratorate: '示例市人民检察院', evidence: '是' };
  table.add({
    ...base,
    caseNo: caseNo(2025, 301),
    accepted: date('2025-11-03', 1),
    request: '示检不立理〔2025〕1号',
    received: date('2025-11-05', 2),
    replied: date('2025-11-12', 3),
    conclusion: '不立案理由成立',
  });
  table.add(
    {
      ...base,
      caseNo: caseNo(2025, 302),
      accepted: date('2025-11-03', 1),
      request: '示检不立理〔2025〕2号',
      received: date('2025-11-05', 2),
      replied: date('2025-11-14', 3),
      conclusion: '不立案理由不成立',
      order: '示检通立〔2025〕1号',
      orderReceived: date('2025-11-20', 0),
      filed: date('2025-12-05', 1),
      served: '是',
    },
    violation('rz-procuratorate-ask-reason'),
  );
  table.add(
    {
      ...base,
      caseNo: caseNo(2025, 303),
      accepted: date('2025-11-04', 1),
      request: '示检不立理〔2025〕3号',
      received: date('2025-11-06', 2),
      replied: date('2025-11-12', 3),
      conclusion: '不立案理由不成立',
      order: '示检通立〔2025〕2号',
      orderReceived: date('2025-11-20', 0),
      filed: date('2025-12-08', 1),
      served: '是',
    },
    violation('rz-notify-filing-15d'),
  );
  return table;
}

export const crimeReferral: SampleWorkbook = {
  file: '拒执犯罪移送台账（示例）.xlsx',
  sheets: [referrals().build(), supervision().build()],
};
