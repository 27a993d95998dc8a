/** 人大督办与审议意见、检察了解情况函与监督案件、司法建议 (.xls). */
import { caseNo, COURT } from '../invented.ts';
import { overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

function supervised(): RegisterSheet {
  const sheet = new RegisterSheet(
    'supervisedMatter',
    ['requiredDue', 'signedForDate', 'handling', 'feedbackDate', 'result', 'dueBasis'],
    {
      name: '督办与线索',
      titles: ['人大督办、线索移送台账'],
      base: {
        matter: null,
        source: '示例市人大常委会交办函',
        caseNo: null,
        assignedDate: '2026-02-10',
        undertaker: '示例市某某局',
      },
    },
  );
  const matter = (n: number, feedback: string) => ({
    matter: `某某系列执行案件协调（${String(n)}）`,
    caseNo: caseNo(2025, 2720 + n),
    requiredDue: '2026-04-10',
    feedbackDate: feedback,
    result: '已办结',
  });
  const clue = {
    source: '法院移送',
    undertaker: '示例市监察委员会',
    requiredDue: null,
    assignedDate: '2026-03-02',
    signedForDate: '2026-03-09',
    feedbackDate: '2026-06-01',
    result: '已处置',
  };
  sheet.group('一、人大督办');
  sheet.add(matter(1, '2026-04-10'));
  sheet.add(matter(2, '2026-04-13'), overLimit('npc-matter-handling'));
  sheet.group('二、线索移送');
  sheet.add({ matter: '某某拒不协助执行线索（一）', ...clue });
  sheet.add(
    { matter: '某某拒不协助执行线索（二）', ...clue, signedForDate: '2026-03-10' },
    overLimit('supervision-clue-feedback'),
  );
  return sheet;
}

function opinions(): RegisterSheet {
  const sheet = new RegisterSheet('npcOpinionReport', ['resolutionDue', 'consultedDate', 'reportDate', 'meetingDate'], {
    name: '审议意见',
    titles: ['审议意见办理台账'],
    base: { opinionNo: null, court: '示例省高级人民法院', assignedDate: '2026-01-12' },
  });
  const opinion = (n: number) => ({
    opinionNo: `示例人审〔2026〕${String(n)}号`,
    resolutionDue: '2026-04-10',
    consultedDate: '2026-03-20',
    reportDate: '2026-04-10',
  });
  sheet.add(opinion(1));
  sheet.add({ ...opinion(2), reportDate: '2026-04-13' }, violation('npc-followup-report'));
  sheet.add({ ...opinion(3), consultedDate: '2026-04-10' });
  return sheet;
}

function inquiries(): RegisterSheet {
  const sheet = new RegisterSheet('procuratorialInquiry', [], {
    name: '了解情况函',
    titles: ['检察了解情况函台账'],
    base: {
      inquiryNo: null,
      caseNo: null,
      procuratorate: '示例市人民检察院',
      court: COURT,
      receivedDate: '2026-03-02',
      explainedDate: null,
    },
  });
  const inquiry = (n: number, explained: string) => ({
    inquiryNo: `示例检执函〔2026〕${String(n)}号`,
    caseNo: caseNo(2025, 2740 + n),
    explainedDate: explained,
  });
  sheet.add(inquiry(1, '2026-03-17'));
  sheet.add(inquiry(2, '2026-03-18'), violation('procuratorial-inquiry-15d'));
  return sheet;
}

function procuratorial(): RegisterSheet {
  const sheet = new RegisterSheet(
    'procuratorialReview',
    ['decidedDate', 'decisionKind', 'docSentDate', 'exOfficio', 'notCounted'],
    {
      name: '检察监督案件',
      titles: ['执行监督案件表'],
      base: { caseNo: null, procuratorate: '示例市人民检察院', acceptedDate: '2026-01-13' },
    },
  );
  const review = (n: number) => ({
    caseNo: caseNo(2025, 2760 + n),
    decidedDate: '2026-04-13',
    decisionKind: '不支持监督申请',
    docSentDate: '2026-04-28',
    exOfficio: false,
    notCounted: '无',
  });
  sheet.add(review(1));
  sheet.add({ ...review(2), decidedDate: '2026-04-14' }, overLimit('procuratorate-review-3m'));
  sheet.add({ ...review(3), docSentDate: '2026-04-29' }, violation('procuratorate-review-3m'));
  sheet.add({ ...review(4), decidedDate: '2026-05-14', docSentDate: '2026-05-20', notCounted: '3月调卷、鉴定' });
  return sheet;
}

function suggestions(): RegisterSheet {
  const sheet = new RegisterSheet(
    'judicialSuggestion',
    ['committeeDate', 'signer', 'signedDate', 'servedDate', 'feedbackLimit', 'repliedDate', 'adopted'],
    {
      name: '司法建议',
      titles: ['司法建议登记表'],
      base: { suggestionNo: null, type: '综合治理', court: COURT, recipient: '示例市某某局' },
    },
  );
  const suggestion = (n: number) => ({
    suggestionNo: `琼9999法建〔2026〕${String(n)}号`,
    committeeDate: '2026-01-05',
    signer: '院长',
    signedDate: '2026-01-08',
    servedDate: '2026-01-12',
    feedbackLimit: '两个月',
    repliedDate: '2026-03-12',
    adopted: '采纳',
  });
  sheet.add(suggestion(1));
  sheet.add({ ...suggestion(2), repliedDate: '2026-03-13' }, violation('suggestion-reply'));
  sheet.add({ ...suggestion(3), committeeDate: null }, violation('suggestion-doc-form'));
  sheet.add({ ...suggestion(4), feedbackLimit: '2026-03-14', repliedDate: '2026-03-16' });
  return sheet;
}

export const supervision: SampleWorkbook = {
  file: '人大检察监督与司法建议（示例）.xls',
  sheets: [supervised(), opinions(), inquiries(), procuratorial(), suggestions()].map((sheet) => sheet.build()),
};
