/** 暂缓、委托、执转破、征询、督促 (.xls): what happens to a case beside its main road. */
import { caseNo, COURT, company, person } from '../invented.ts';
import { lead, overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

function stays(): RegisterSheet {
  const sheet = new RegisterSheet(
    'enforcementStay',
    [
      'stayStartDate',
      'stayEndDate',
      'saleToContinue',
      'extensionApproval',
      'resumptionRequestedDate',
      'stayResumedDate',
    ],
    {
      name: '暂缓中止',
      titles: ['暂缓执行台账'],
      base: { caseNo: null, court: COURT, handler: person(81), stayKind: '网络拍卖暂缓' },
    },
  );
  const stay = (n: number, resumed: string | null) => ({
    caseNo: caseNo(2025, 2800 + n),
    stayStartDate: '2026-02-02',
    stayEndDate: '2026-03-04',
    saleToContinue: true,
    stayResumedDate: resumed,
  });
  sheet.add(stay(1, '2026-03-09'));
  sheet.add(stay(2, '2026-03-10'), violation('stay-not-resumed'));
  sheet.add({ ...stay(3, '2026-03-16'), stayEndDate: '2026-03-09' });
  const superior = {
    stayKind: '上级法院通知暂缓',
    stayStartDate: '2025-12-04',
    stayEndDate: '2026-03-05',
    saleToContinue: null,
    stayResumedDate: '2026-03-09',
  };
  sheet.add({ ...stay(4, null), ...superior }, lead('stay-not-resumed'));
  sheet.add({ ...stay(5, null), ...superior, extensionApproval: '院长批准延长' });
  return sheet;
}

function entrusted(): RegisterSheet {
  const sheet = new RegisterSheet(
    'entrustedEnforcement',
    [
      'entrustedDate',
      'receivedDate',
      'filedDate',
      'startedDate',
      'completedDate',
      'filingNoticeReceivedDate',
      'applicantInformedDate',
    ],
    {
      name: '委托执行',
      titles: ['委托执行台账'],
      base: {
        caseNo: null,
        entrustingCourt: '示例甲省示例市人民法院',
        entrustedCourt: '示例乙省示例市人民法院',
        entrustKind: '委托执行',
        withinProvince: false,
      },
    },
  );
  const matter = (n: number) => ({
    caseNo: caseNo(2026, 2820 + n),
    entrustedDate: '2026-02-25',
    receivedDate: '2026-03-02',
    filedDate: '2026-03-09',
    startedDate: '2026-03-17',
    completedDate: '2026-05-20',
    filingNoticeReceivedDate: '2026-03-12',
    applicantInformedDate: '2026-03-19',
  });
  sheet.add(matter(1));
  sheet.add({ ...matter(2), filedDate: '2026-03-10' }, violation('entrusted-exec-deadlines'));
  sheet.add({ ...matter(3), withinProvince: true, filedDate: '2026-03-10' }, lead('entrusted-exec-deadlines'));
  sheet.add({ ...matter(4), applicantInformedDate: '2026-03-20' }, violation('entrusted-exec-deadlines'));
  return sheet;
}

function bankruptcy(): RegisterSheet {
  const sheet = new RegisterSheet(
    'bankruptcyTransfer',
    [
      'transferDecisionDate',
      'decisionServedDate',
      'materialSentDate',
      'receivedDate',
      'bankruptcyAcceptedDate',
      'informedDate',
      'supplementedDate',
    ],
    {
      name: '执转破',
      titles: ['执行移送破产台账'],
      base: { caseNo: null, court: COURT, receivingCourt: '示例市中级人民法院', debtor: null },
    },
  );
  const transfer = (n: number) => ({
    caseNo: caseNo(2026, 2840 + n),
    debtor: company(20 + n),
    transferDecisionDate: '2026-03-02',
    decisionServedDate: '2026-03-09',
    materialSentDate: '2026-03-10',
    receivedDate: '2026-03-12',
    bankruptcyAcceptedDate: '2026-04-10',
    informedDate: '2026-04-13',
  });
  sheet.add(transfer(1));
  sheet.add({ ...transfer(2), decisionServedDate: '2026-03-10' }, violation('bankruptcy-transfer-timers'));
  sheet.add(
    { ...transfer(3), receivedDate: '2026-03-11', informedDate: '2026-04-11' },
    lead('bankruptcy-transfer-timers'),
  );
  return sheet;
}

function inquiries(): RegisterSheet {
  const sheet = new RegisterSheet(
    'unclearJudgmentInquiry',
    ['issuedDate', 'inquiryReceivedDate', 'repliedDate', 'replyMode'],
    {
      name: '执行依据征询',
      titles: ['执行依据不明征询函台账'],
      base: {
        caseNo: null,
        court: COURT,
        originalCaseNo: null,
        issuingCourt: COURT,
        trialDepartment: '测试民事审判庭',
      },
    },
  );
  const inquiry = (n: number, replied: string | null) => ({
    caseNo: caseNo(2026, 2860 + n),
    originalCaseNo: `（2025）琼9999民初${String(100 + n)}号`,
    issuedDate: '2026-03-02',
    inquiryReceivedDate: '2026-03-03',
    repliedDate: replied,
    replyMode: '书面答复',
  });
  sheet.add(inquiry(1, '2026-03-18'));
  sheet.add(inquiry(2, '2026-03-19'), overLimit('unclear-judgment-reply-15d'));
  sheet.add({ ...inquiry(3, '2026-03-30'), issuingCourt: '另一示例市人民法院' });
  return sheet;
}

function urging(): RegisterSheet {
  const sheet = new RegisterSheet(
    'urgePetition',
    [
      'stallStartDate',
      'petitionReceivedDate',
      'filedDate',
      'urgeOrderDate',
      'urgeOrderDue',
      'completedDate',
      'justified',
      'upperRulingDate',
    ],
    {
      name: '督促执行',
      titles: ['督促执行申请台账'],
      base: { caseNo: null, court: COURT, upperCourt: '示例市中级人民法院', applicant: null },
    },
  );
  const petition = (n: number) => ({
    caseNo: caseNo(2025, 2880 + n),
    applicant: person(800 + n),
    stallStartDate: '2025-06-02',
    petitionReceivedDate: '2026-03-02',
    filedDate: '2026-03-09',
    urgeOrderDate: '2026-03-20',
    urgeOrderDue: '2026-05-20',
    completedDate: '2026-05-20',
  });
  sheet.add(petition(1));
  sheet.add({ ...petition(2), completedDate: null, justified: false }, violation('urge-petition-6m'));
  sheet.add({ ...petition(3), completedDate: null, upperRulingDate: '2026-06-01' });
  sheet.add({ ...petition(4), completedDate: null }, lead('urge-petition-6m'));
  return sheet;
}

export const courtProcedures: SampleWorkbook = {
  file: '暂缓委托与执转破（示例）.xls',
  sheets: [stays(), entrusted(), bankruptcy(), inquiries(), urging()].map((sheet) => sheet.build()),
};
