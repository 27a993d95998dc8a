/** 公职人员、机关名录、资金拨付与失信通报 (.xls): public money and public posts beside the list of dishonest debtors. */
import { caseNo, COURT, idNumber, person } from '../invented.ts';
import { lead, overLimit, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

/** On the list since 3 December 2025: the sheet 失信名单. */
const LISTED = { name: person(565), identity: idNumber(565) };
/** Removed from it on 5 March 2026. */
const REMOVED = { name: person(561), identity: idNumber(561) };

function grants(): RegisterSheet {
  const sheet = new RegisterSheet('fiscalGrant', ['recipient', 'recipientNo', 'grantedDate', 'amount'], {
    name: '资金拨付',
    titles: ['财政资金拨付表'],
    base: { department: '示例市财政局', grantKind: '产业扶持资金', grantItem: '示例扶持项目' },
  });
  const grant = ({ name, identity }: typeof LISTED, granted: string) => ({
    recipient: name,
    recipientNo: identity,
    grantedDate: granted,
    amount: 20_000,
  });
  sheet.add(grant(LISTED, '2026-03-02'), lead('credit-fiscal-subsidy'));
  // Look-alikes: before the listing, after the removal, and relief for the poor.
  sheet.add(grant(LISTED, '2025-11-28'));
  sheet.add(grant(REMOVED, '2026-03-09'));
  sheet.add({ ...grant(LISTED, '2026-03-03'), grantKind: '社会救助', grantItem: '临时救助' });
  return sheet;
}

function notices(): RegisterSheet {
  const sheet = new RegisterSheet('listingNotice', ['notifiedUnit', 'notifiedDate', 'noticeRepliedDate'], {
    name: '失信通报',
    titles: ['失信情况通报台账'],
    base: { caseNo: null, court: COURT, notifiedParty: null, notifiedPartyNo: null },
  });
  const notice = (n: number, replied: string) => ({
    caseNo: caseNo(2025, 3100 + n),
    notifiedParty: person(930 + n),
    notifiedPartyNo: idNumber(930 + n),
    notifiedUnit: '示例市示例局',
    notifiedDate: '2026-03-13',
    noticeRepliedDate: replied,
  });
  sheet.add(notice(1, '2026-05-12'));
  sheet.add(notice(2, '2026-05-13'), overLimit('listing-notice-reply'));
  return sheet;
}

function bodies(): RegisterSheet {
  const sheet = new RegisterSheet('publicBody', ['superiorUnit'], {
    name: '机关名录',
    titles: ['机关事业单位名录'],
    base: { bodyName: null, bodyCode: null, bodyKind: '行政机关' },
  });
  sheet.add({ bodyName: '示例市示例局', bodyCode: '11469999MB00000001', superiorUnit: '示例市人民政府' });
  sheet.add({
    bodyName: '示例市示例中心',
    bodyCode: '12469999MB00000002',
    bodyKind: '事业单位',
    superiorUnit: '示例市示例局',
  });
  return sheet;
}

function employees(): RegisterSheet {
  const sheet = new RegisterSheet('publicEmployee', [], {
    name: '公职人员',
    titles: ['财政供养人员名册'],
    base: { employeeName: null, employeeNo: null, officialKind: '公务员', employerUnit: '示例市示例局' },
  });
  sheet.add({ employeeName: person(940), employeeNo: idNumber(940) });
  // Look-alike: the name of a listed debtor, and another number.
  sheet.add({ employeeName: LISTED.name, employeeNo: idNumber(941) });
  return sheet;
}

export const publicBodies: SampleWorkbook = {
  file: '公职人员与资金拨付（示例）.xls',
  sheets: [grants(), notices(), bodies(), employees()].map((sheet) => sheet.build()),
};
