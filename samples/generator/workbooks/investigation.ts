/** 财产调查的申请 (.xlsx): 律师调查令, 审计与悬赏. */
import { caseNo, company, COURT, person } from '../invented.ts';
import { lead, overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

function orders(): RegisterSheet {
  const sheet = new RegisterSheet(
    'investigationOrder',
    ['appliedDate', 'decidedDate', 'decision', 'issuedDate', 'orderNo', 'validDays', 'returnedDate'],
    {
      name: '律师调查令',
      titles: ['律师调查令登记表'],
      base: { caseNo: null, court: COURT, applicant: null, lawyer: '测试律师甲' },
    },
  );
  const order = (n: number) => ({
    caseNo: caseNo(2026, 3000 + n),
    applicant: person(900 + n),
    appliedDate: '2026-03-02',
    decidedDate: '2026-03-09',
    decision: '准许',
    issuedDate: '2026-03-09',
    orderNo: `（2026）琼9999执${String(3000 + n)}号调查令`,
    validDays: 15,
    returnedDate: '2026-03-18',
  });
  sheet.add(order(1));
  sheet.add(
    { ...order(2), appliedDate: '2026-03-04', decidedDate: '2026-03-10', issuedDate: '2026-03-10' },
    overLimit('lawyer-order-reply'),
  );
  sheet.add({ ...order(3), returnedDate: null }, overLimit('lawyer-order-reply'));
  // Look-alike: a day within the limit.
  sheet.add({ ...order(4), appliedDate: '2026-03-04' });
  return sheet;
}

function requests(): RegisterSheet {
  const sheet = new RegisterSheet(
    'auditRewardRequest',
    ['requestKind', 'appliedDate', 'decidedDate', 'granted', 'startedDate', 'noticePublishedDate', 'withdrawnDate'],
    {
      name: '审计悬赏',
      titles: ['审计、悬赏申请台账'],
      base: { caseNo: null, court: COURT, applicant: null, debtor: null },
    },
  );
  const request = (n: number) => ({
    caseNo: caseNo(2026, 3020 + n),
    applicant: person(910 + n),
    debtor: company(920 + n),
    requestKind: '审计',
    appliedDate: '2026-03-02',
    decidedDate: '2026-03-12',
    granted: true,
    startedDate: '2026-03-20',
  });
  sheet.add(request(1));
  sheet.add({ ...request(2), decidedDate: '2026-03-13' }, violation('audit-reward-decision-10d'));
  sheet.add({ ...request(3), startedDate: null }, lead('audit-reward-decision-10d'));
  sheet.add({
    ...request(4),
    requestKind: '悬赏',
    decidedDate: '2026-03-10',
    startedDate: null,
    noticePublishedDate: '2026-03-16',
  });
  sheet.add({ ...request(5), decidedDate: null, granted: null, startedDate: null, withdrawnDate: '2026-03-06' });
  return sheet;
}

export const investigation: SampleWorkbook = {
  file: '调查令与审计悬赏（示例）.xlsx',
  sheets: [orders().build(), requests().build()],
};
