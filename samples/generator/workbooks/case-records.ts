/** What stands beside the cases of 执行案件台账: 主体、送达、公开推送、财产调查、节点、案款账户 (.xlsx), and 终本 after its ruling (.xls). */
import { COURT, person, plus } from '../invented.ts';
import { lead, overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';
import { applicantsPaidElsewhere } from './proceeds.ts';
import { performedCases, sampleCases, type SampleCase } from './enforcement.ts';

const AS_OF = '2026-06-30';
const TERMINATED = '终结本次执行程序';
const terminated = sampleCases.filter(({ mode }) => mode === TERMINATED);
const handlers = new Map(sampleCases.map(({ caseNo, handler }) => [caseNo, handler]));

function parties(): RegisterSheet {
  const sheet = new RegisterSheet('caseParty', ['partyKind', 'identityNo', 'verificationResult', 'deceased', 'minor'], {
    name: '执行主体',
    titles: ['执行主体信息表'],
    base: { caseNo: null, partyName: null, partyRole: '被执行人' },
  });
  for (const { caseNo, debtor, identity } of sampleCases) {
    sheet.add({
      caseNo,
      partyName: debtor,
      partyKind: '自然人',
      identityNo: identity,
      verificationResult: '通过',
      deceased: false,
      minor: false,
    });
  }
  for (const { caseNo, applicant, identity } of applicantsPaidElsewhere) {
    sheet.add({ caseNo, partyName: applicant, partyRole: '申请执行人', partyKind: '自然人', identityNo: identity });
  }
  return sheet;
}

function services(): RegisterSheet {
  const sheet = new RegisterSheet('serviceRecord', ['issuedDate', 'servedDate', 'method', 'result'], {
    name: '送达记录',
    titles: ['送达登记表'],
    base: { caseNo: null, documentTitle: '执行通知书', recipient: null, recipientIdentityNo: null },
  });
  for (const { caseNo, debtor, identity, filed, without } of sampleCases) {
    const served = {
      caseNo,
      recipient: debtor,
      recipientIdentityNo: identity,
      issuedDate: plus(filed, 5),
      servedDate: plus(filed, 8),
      method: '直接送达',
      result: '已送达',
    };
    sheet.add(served);
    if (without.includes('report')) sheet.add({ ...served, documentTitle: '报告财产令' });
  }
  return sheet;
}

/** Nodes that the law wants told to the parties, each in time. */
function disclosures(): RegisterSheet {
  const sheet = new RegisterSheet('disclosureLog', ['pushMethod', 'pushedAt'], {
    name: '公开推送',
    titles: ['执行公开推送日志'],
    base: { caseNo: null, recipient: null, node: null },
  });
  const push = ({ caseNo, applicant }: SampleCase, node: string, day: string): void => {
    sheet.add({ caseNo, recipient: applicant, node, pushMethod: '短信', pushedAt: `${day}T09:30:00` });
  };
  for (const each of sampleCases) {
    push(each, '立案', plus(each.filed, 1));
    if (!each.without.includes('disclosure')) push(each, '承办人', plus(each.filed, 2));
    push(each, '查控', plus(each.filed, 5));
    if (each.closed !== null) push(each, '结案', plus(each.closed, 1));
  }
  return sheet;
}

function surveys(): RegisterSheet {
  const sheet = new RegisterSheet(
    'propertySurvey',
    ['surveyResult', 'housingFund', 'financialProducts', 'insurance', 'dividends', 'premises', 'searched', 'record'],
    {
      name: '财产调查',
      titles: ['财产调查台账'],
      base: { caseNo: null, surveyedPerson: null, surveyedDate: null, surveyContent: '住所地、经营场所' },
    },
  );
  for (const { caseNo, debtor, filed, without } of terminated) {
    if (without.includes('survey')) continue;
    sheet.add({
      caseNo,
      surveyedPerson: debtor,
      surveyedDate: plus(filed, 40),
      surveyResult: '未发现可供执行财产',
      housingFund: true,
      financialProducts: true,
      insurance: true,
      dividends: true,
      premises: true,
      searched: false,
      record: '有',
    });
  }
  return sheet;
}

function nodes(): RegisterSheet {
  const sheet = new RegisterSheet(
    'caseNode',
    ['nodeStartedDate', 'nodeFinishedDate', 'nodeDueDate', 'nodeStatus', 'nodeHandler', 'nodeEnteredDate'],
    {
      name: '流程节点',
      titles: ['执行流程节点表'],
      base: { caseNo: null, court: COURT, nodeName: '评估机构选定' },
    },
  );
  const node = (n: number, started: string, finished: string) => {
    const { caseNo = '', handler = '' } = sampleCases[n] ?? {};
    return {
      caseNo,
      nodeStartedDate: started,
      nodeFinishedDate: finished,
      nodeStatus: '已完成',
      nodeHandler: handler,
      nodeEnteredDate: finished,
    };
  };
  sheet.add(node(13, '2026-03-06', '2026-03-16'));
  sheet.add(node(14, '2026-03-06', '2026-03-17'), overLimit('case-node-2006-35'));
  // Look-alike: the tenth day after a Monday's start.
  sheet.add(node(15, '2026-03-09', '2026-03-19'));
  return sheet;
}

function balances(): RegisterSheet {
  const sheet = new RegisterSheet('proceedsBalance', ['subAccount', 'accountBalance', 'balanceDate'], {
    name: '案款余额',
    titles: ['一案一账户余额'],
    base: { caseNo: null },
  });
  performedCases.forEach(({ caseNo }, n) => {
    sheet.add({ caseNo, subAccount: `测试案款账号${String(8000 + n)}`, accountBalance: 0, balanceDate: AS_OF });
  });
  return sheet;
}

function deposits(): RegisterSheet {
  const sheet = new RegisterSheet('proceedsDeposit', ['returnedDate', 'returnedAmount'], {
    name: '案款提存',
    titles: ['案款提存'],
    base: { caseNo: null, depositedDate: null, depositAmount: null },
  });
  sheet.add({ caseNo: '（2024）琼9999执9001号', depositedDate: '2025-03-03', depositAmount: 3200 });
  sheet.add({
    caseNo: '（2024）琼9999执9002号',
    depositedDate: '2025-03-04',
    depositAmount: 800,
    returnedDate: '2025-09-01',
    returnedAmount: 800,
  });
  return sheet;
}

/** Twice a year after 终本, and the applicant is told. */
function queries(): RegisterSheet {
  const sheet = new RegisterSheet(
    'terminationQuery',
    ['queryMode', 'queriedDate', 'repliedAt', 'hasResult', 'trackingNo', 'applicantInformedDate'],
    {
      name: '终本后查询',
      titles: ['终本后自动网络查询信息'],
      base: { caseNo: null, debtor: null, terminationDate: null },
    },
  );
  let count = 0;
  for (const { caseNo, debtor, closed } of terminated) {
    if (closed === null) continue;
    for (let day = plus(closed, 150); day < AS_OF; day = plus(day, 150)) {
      count += 1;
      sheet.add({
        caseNo,
        debtor,
        terminationDate: closed,
        queryMode: '总对总',
        queriedDate: day,
        repliedAt: `${day}T16:00:00`,
        hasResult: false,
        trackingNo: `ZB${String(count).padStart(5, '0')}`,
        applicantInformedDate: day,
      });
    }
  }
  return sheet;
}

function library(): RegisterSheet {
  const sheet = new RegisterSheet(
    'terminationLibrary',
    [
      'libraryPublishedDate',
      'correctionRequestedDate',
      'correctedDate',
      'performedDate',
      'concludedDate',
      'resumedDate',
      'libraryShieldedDate',
      'shieldReason',
    ],
    {
      name: '终本案件库',
      titles: ['终结本次执行程序案件信息库'],
      base: { caseNo: null, court: COURT, debtor: null, terminatedDate: null },
    },
  );
  const entry = (n: number) => ({
    caseNo: `（2022）琼9999执${String(9100 + n)}号`,
    debtor: person(890 + n),
    terminatedDate: '2023-03-10',
    libraryPublishedDate: '2023-03-13',
  });
  sheet.add(entry(1));
  sheet.add({ ...entry(2), libraryPublishedDate: null }, lead('terminal-library-publish'));
  sheet.add({ ...entry(3), libraryPublishedDate: null, shieldReason: '依法不公开' });
  sheet.add(
    { ...entry(4), correctionRequestedDate: '2026-03-09', correctedDate: '2026-03-13' },
    overLimit('terminal-library-publish'),
  );
  return sheet;
}

function reviews(): RegisterSheet {
  const sheet = new RegisterSheet(
    'terminationReview',
    [
      'filedDate',
      'closeDate',
      'applicant',
      'debtor',
      'noticeCheck',
      'reportOrderCheck',
      'queryCheck',
      'offlineSurveyCheck',
      'interviewCheck',
      'closingDocumentCheck',
      'score',
      'qualified',
      'reviewer',
      'reviewedDate',
    ],
    {
      name: '终本评查',
      titles: ['终本案件评查表'],
      base: { caseNo: null, court: COURT, handler: null },
    },
  );
  for (const { caseNo, handler, filed, closed, applicant, debtor } of terminated.slice(0, 5)) {
    sheet.add({
      caseNo,
      handler,
      filedDate: filed,
      closeDate: closed,
      applicant,
      debtor,
      noticeCheck: '有',
      reportOrderCheck: '有',
      queryCheck: '有',
      offlineSurveyCheck: '有',
      interviewCheck: '有',
      closingDocumentCheck: '有',
      score: 95,
      qualified: true,
      reviewer: person(899),
      reviewedDate: '2026-02-10',
    });
  }
  return sheet;
}

function resumptions(): RegisterSheet {
  const sheet = new RegisterSheet(
    'resumptionProposal',
    ['proposedDate', 'handledDate', 'handlingResult', 'verified', 'resumedCaseNo'],
    {
      name: '恢复建议',
      titles: ['终本恢复建议及处理'],
      base: { caseNo: null, court: COURT, handler: null, debtor: null },
    },
  );
  const proposal = (n: number) => {
    const { caseNo = '', debtor = '' } = terminated[n] ?? {};
    return {
      caseNo,
      handler: handlers.get(caseNo) ?? null,
      debtor,
      proposedDate: '2026-03-04',
      handledDate: '2026-03-11',
      handlingResult: '恢复执行',
      verified: true,
      resumedCaseNo: `（2026）琼9999执恢${String(500 + n)}号`,
    };
  };
  sheet.add(proposal(0));
  sheet.add({ ...proposal(1), handledDate: '2026-03-12' }, overLimit('terminal-restore-delay'));
  sheet.add({ ...proposal(2), handlingResult: '暂不恢复', resumedCaseNo: null }, violation('terminal-restore-delay'));
  sheet.add({ ...proposal(3), handlingResult: '暂不恢复', verified: false, resumedCaseNo: null });
  return sheet;
}

export const caseRecords: SampleWorkbook = {
  file: '执行案件附表（示例）.xlsx',
  sheets: [parties(), services(), disclosures(), surveys(), nodes(), balances(), deposits()].map((sheet) =>
    sheet.build(),
  ),
};
export const afterTermination: SampleWorkbook = {
  file: '终本后管理（示例）.xls',
  sheets: [queries(), library(), reviews(), resumptions()].map((sheet) => sheet.build()),
};
