/** 信用惩戒比对 (.xlsx) and 任职、采购、招标、出票 (.xls): lists of others that are compared with the list of dishonest debtors. */
import { caseNo, idNumber, person } from '../invented.ts';
import { lead, overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

/** Listed from 3 December 2025 and still so: rows 564 and 565 of the invented people, in the sheet 失信名单. */
const LISTED = { name: person(565), identity: idNumber(565) };
const LISTED_TOO = { name: person(564), identity: idNumber(564) };
/** Removed from the list on 5 March 2026. */
const REMOVED = { name: person(561), identity: idNumber(561) };
/** On no list. */
const FREE = { name: person(770), identity: idNumber(770) };

function checks(): RegisterSheet {
  const sheet = new RegisterSheet(
    'creditCheck',
    [
      'acceptedAt',
      'checkedAt',
      'checkMethod',
      'checkResult',
      'listedCaseNo',
      'measure',
      'measureAt',
      'measureBasis',
      'decidedAt',
      'decision',
      'feedbackAt',
    ],
    {
      name: '比对反馈',
      titles: ['失信惩戒比对反馈表', '填报单位：示例市示例局'],
      base: {
        department: '示例市示例局',
        matterCode: 'SX001',
        matterName: '示例经营许可',
        applicant: null,
        applicantIdentityNo: null,
      },
    },
  );
  const check = (who: typeof FREE, checked: string | null, decided: string) => ({
    applicant: who.name,
    applicantIdentityNo: who.identity,
    acceptedAt: '2026-03-02T09:00:00',
    checkedAt: checked,
    checkMethod: checked === null ? null : '系统自动',
    checkResult: checked === null ? null : '未命中',
    decidedAt: decided,
    decision: '准予',
  });
  sheet.add(check(FREE, '2026-03-02T10:00:00', '2026-03-09T10:00:00'));
  sheet.add(check(FREE, null, '2026-03-10T10:00:00'), lead('credit-check-before-approval'));
  sheet.add(check(FREE, '2026-03-02T10:00:00', '2026-03-20T10:00:00'), overLimit('credit-check-before-approval'));
  sheet.add(check(LISTED, '2026-03-09T09:00:00', '2026-03-09T15:00:00'), violation('credit-approval-while-listed'));
  const hit = {
    checkResult: '命中',
    listedCaseNo: caseNo(2025, 75),
    measure: '不予许可',
    measureAt: '2026-03-02T16:00:00',
    measureBasis: '失信被执行人',
    decision: '不予许可',
  };
  sheet.add({
    ...check(LISTED, '2026-03-02T10:00:00', '2026-03-02T15:00:00'),
    ...hit,
    feedbackAt: '2026-03-09T10:00:00',
  });
  sheet.add(
    {
      ...check(LISTED_TOO, '2026-03-02T10:00:00', '2026-03-02T15:00:00'),
      ...hit,
      listedCaseNo: caseNo(2025, 74),
      feedbackAt: '2026-03-10T10:00:00',
    },
    overLimit('credit-feedback-timely'),
  );
  // Refused although off the list for five days, and, as a look-alike, on the last day for the lists to agree.
  sheet.add(
    {
      ...check(REMOVED, '2026-03-10T09:00:00', '2026-03-16T10:00:00'),
      decision: '不予许可',
      measureBasis: '失信被执行人',
    },
    overLimit('credit-delist-sync'),
  );
  sheet.add({
    ...check(REMOVED, '2026-03-06T09:00:00', '2026-03-10T10:00:00'),
    decision: '不予许可',
    measureBasis: '失信被执行人',
  });
  return sheet;
}

function catalogue(): RegisterSheet {
  const sheet = new RegisterSheet('sanctionCatalogue', [], {
    name: '惩戒清单',
    titles: ['失信惩戒措施清单'],
    base: {
      department: '示例市示例局',
      matterCode: null,
      matterName: null,
      measure: null,
      strength: null,
      basisDocument: null,
      basisLevel: null,
      effectiveDate: '2020-01-01',
    },
  });
  sheet.add({
    matterCode: 'SX001',
    matterName: '示例经营许可',
    measure: '不予许可',
    strength: '禁止',
    basisDocument: '《示例法》第1条',
    basisLevel: '法律',
  });
  sheet.add({
    matterCode: 'SX002',
    matterName: '示例补贴',
    measure: '从严审核',
    strength: '限制',
    basisDocument: '《示例办法》第2条',
    basisLevel: '部门规章',
  });
  return sheet;
}

function integrations(): RegisterSheet {
  const sheet = new RegisterSheet(
    'creditIntegration',
    ['embeddedDate', 'platform', 'updateMethod', 'lastSyncedAt', 'exemptReason'],
    {
      name: '系统对接',
      titles: ['失信名单嵌入情况表'],
      base: { department: null, systemName: null, embedded: '是' },
    },
  );
  sheet.add({
    department: '示例市示例局',
    systemName: '示例审批系统',
    platform: '示例信用平台',
    lastSyncedAt: '2026-06-29T23:00:00',
  });
  sheet.add(
    {
      department: '示例市住建局',
      systemName: '示例招标系统',
      platform: '示例信用平台',
      lastSyncedAt: '2026-06-28T08:00:00',
    },
    overLimit('credit-list-embedded'),
  );
  sheet.add({ department: '示例市财政局', systemName: '示例采购系统', embedded: '否' }, lead('credit-list-embedded'));
  sheet.add({ department: '示例市档案局', systemName: '示例档案系统', embedded: '不适用', exemptReason: '无审批职能' });
  return sheet;
}

function appointments(): RegisterSheet {
  const sheet = new RegisterSheet('appointment', ['inOffice', 'result'], {
    name: '录用任职',
    titles: ['录用、任职名册'],
    base: {
      authority: '示例市某局',
      employer: null,
      name: null,
      identityNo: null,
      postKind: '公务员',
      post: '一级科员',
      appointedDate: '2026-03-02',
    },
  });
  const who = ({ name, identity }: typeof FREE) => ({ name, identityNo: identity, inOffice: true, result: '录用' });
  sheet.add(who(FREE));
  sheet.add(who(LISTED), violation('credit-civil-servant-recruit'));
  sheet.add(
    {
      ...who(LISTED_TOO),
      authority: '示例市人大常委会',
      employer: '示例市人民法院',
      postKind: '人民陪审员',
      post: '人民陪审员',
    },
    violation('credit-qualified-posts'),
  );
  // Look-alikes: the same name with another number, and one who has left the list.
  sheet.add({ ...who(LISTED), identityNo: idNumber(771) });
  sheet.add({ ...who(REMOVED), appointedDate: '2026-04-01' });
  return sheet;
}

function officers(): RegisterSheet {
  const sheet = new RegisterSheet('officerRegistration', ['inOffice'], {
    name: '董监高备案',
    titles: ['董监高备案表'],
    base: {
      registrar: '示例市市场监管局',
      companyName: null,
      creditCode: null,
      officerPost: '董事',
      name: null,
      identityNo: null,
      registeredDate: null,
    },
  });
  const officer = (n: number, { name, identity }: typeof FREE, registered: string) => ({
    companyName: `示例备案${String(n)}号公司`,
    creditCode: `91469999MA5OFFI${String(n).padStart(2, '0')}K`,
    name,
    identityNo: identity,
    registeredDate: registered,
    inOffice: false,
  });
  sheet.add(officer(1, FREE, '2026-03-02'));
  sheet.add(officer(2, LISTED, '2026-03-02'), lead('credit-company-officer'));
  sheet.add(officer(3, REMOVED, '2026-04-01'));
  return sheet;
}

function procurements(): RegisterSheet {
  const sheet = new RegisterSheet('procurement', ['creditCutoffAt', 'reviewedAt', 'creditQueriedAt', 'award'], {
    name: '政府采购',
    titles: ['政府采购项目表'],
    base: {
      projectNo: null,
      projectName: '示例办公用品采购',
      purchaser: '示例市某局',
      supplier: null,
      creditCode: null,
    },
  });
  const bid = (n: number, supplier: string, creditCode: string) => ({
    projectNo: `测试2026-${String(n).padStart(3, '0')}`,
    supplier,
    creditCode,
    creditCutoffAt: '2026-03-05T09:00:00',
    reviewedAt: '2026-03-06T09:00:00',
    creditQueriedAt: '2026-03-05T09:30:00',
    award: '中标',
  });
  sheet.add(bid(1, '示例戊贸易有限公司', '91469999MA5PROC01K'));
  sheet.add(
    { ...bid(2, '示例己贸易有限公司', '91469999MA5PROC02K'), creditQueriedAt: null },
    lead('credit-gov-procurement'),
  );
  sheet.add(bid(3, LISTED.name, LISTED.identity), violation('credit-gov-procurement'));
  sheet.add({ ...bid(4, LISTED.name, LISTED.identity), award: '未中标' });
  return sheet;
}

function tenders(): RegisterSheet {
  const sheet = new RegisterSheet('tender', ['openedAt', 'queriedAt', 'awardedDate', 'awarded'], {
    name: '招标投标',
    titles: ['招标投标台账'],
    base: {
      projectNo: null,
      projectName: '示例工程',
      supervisor: '示例市住建局',
      tenderer: '示例市某中心',
      mandatory: true,
      documentRule: '限制失信被执行人投标',
      participantRole: '投标人',
      participant: null,
      participantNo: null,
    },
  });
  const bid = (n: number, { name, identity }: typeof FREE) => ({
    projectNo: `测试2026-1${String(n).padStart(2, '0')}`,
    participant: name,
    participantNo: identity,
    openedAt: '2026-03-05T09:00:00',
    queriedAt: '2026-03-06T09:00:00',
    awardedDate: '2026-03-10',
    awarded: true,
  });
  sheet.add(bid(1, FREE));
  sheet.add(bid(2, LISTED), violation('credit-tender'));
  sheet.add({ ...bid(3, LISTED), documentRule: null }, lead('credit-tender'));
  sheet.add({ ...bid(4, LISTED), awarded: false });
  sheet.add({ ...bid(5, LISTED_TOO), participantRole: '评标专家', awarded: null }, violation('credit-tender'));
  return sheet;
}

function tickets(): RegisterSheet {
  const sheet = new RegisterSheet(
    'ticketPurchase',
    ['noticeReceivedAt', 'issuedAt', 'travelDate', 'tripNo', 'seatClass', 'courtApproval'],
    {
      name: '出票明细',
      titles: ['出票明细'],
      base: { carrier: '示例航空公司', passenger: null, identityNo: null },
    },
  );
  const ticket = ({ name, identity }: typeof FREE, issued: string) => ({
    passenger: name,
    identityNo: identity,
    issuedAt: issued,
    travelDate: '2026-03-08',
    tripNo: '示例9999',
    seatClass: '经济舱',
    noticeReceivedAt: '2026-03-03T10:00:00',
  });
  sheet.add(ticket(FREE, '2026-03-05T10:00:00'));
  sheet.add(ticket(LISTED_TOO, '2026-03-05T10:00:00'), violation('credit-travel-ban'));
  sheet.add(ticket(LISTED_TOO, '2026-03-04T09:00:00'), lead('credit-travel-ban'));
  sheet.add({ ...ticket(LISTED_TOO, '2026-03-06T11:00:00'), courtApproval: '（2025）琼9999执70号批准' });
  return sheet;
}

export const creditChecks: SampleWorkbook = {
  file: '信用惩戒比对（示例）.xlsx',
  sheets: [checks().build(), catalogue().build(), integrations().build()],
};
export const creditLists: SampleWorkbook = {
  file: '任职采购招标与出票（示例）.xls',
  sheets: [appointments().build(), officers().build(), procurements().build(), tenders().build(), tickets().build()],
};
