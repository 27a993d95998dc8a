/** 公安机关: 侦查强制措施、逮捕执行、不立案文书、复议复核 (.xlsx) and 协助查找、车辆查控、限制出境 (.xls). */
import { caseNo, COURT, idNumber, person } from '../invented.ts';
import { lead, overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

const POLICE = '示例市公安局甲分局';

function coerciveMeasures(): RegisterSheet {
  const sheet = new RegisterSheet(
    'coerciveMeasure',
    [
      'detainedAt',
      'deliveredAt',
      'interrogatedAt',
      'remoteDetention',
      'arrestRequestedDate',
      'requestExtension',
      'roamingOrGang',
      'arrestedDate',
      'investigationClosedDate',
      'custodyExtension',
    ],
    { name: '强制措施', titles: ['强制措施与侦查表'], base: { caseNo: null, policeOrgan: POLICE, suspect: null } },
  );
  const matter = (n: number) => ({
    caseNo: `示公刑〔2026〕${String(100 + n)}号`,
    suspect: person(600 + n),
    detainedAt: '2026-03-02T09:00:00',
    deliveredAt: '2026-03-02T20:00:00',
    interrogatedAt: '2026-03-02T21:30:00',
    arrestRequestedDate: '2026-03-05',
    requestExtension: '无',
    remoteDetention: false,
  });
  sheet.add(matter(1));
  sheet.add({ ...matter(2), deliveredAt: '2026-03-03T09:01:00' }, violation('custody-24h'));
  // Look-alike: to the minute.
  sheet.add({ ...matter(3), deliveredAt: '2026-03-03T09:00:00', interrogatedAt: '2026-03-03T09:00:00' });
  sheet.add({ ...matter(4), arrestRequestedDate: '2026-03-06' }, violation('rz-custody-clocks'));
  sheet.add({ ...matter(5), arrestRequestedDate: '2026-03-06', requestExtension: '已批准' });
  sheet.add({ ...matter(6), arrestRequestedDate: '2026-03-06', requestExtension: null }, lead('rz-custody-clocks'));
  // Arrested elsewhere: brought to the house a day later, which the law allows.
  sheet.add({ ...matter(7), deliveredAt: '2026-03-04T09:00:00', remoteDetention: true });
  return sheet;
}

function arrests(): RegisterSheet {
  const sheet = new RegisterSheet(
    'arrestExecution',
    [
      'policeReceivedAt',
      'warrantIssuedDate',
      'executedAt',
      'deliveredAt',
      'courtNotifiedDate',
      'notExecutedReason',
      'notExecutedNotifiedDate',
    ],
    {
      name: '逮捕执行',
      titles: ['法院决定逮捕执行表', `填报单位：${POLICE}`],
      base: { caseNo: null, court: COURT, policeOrgan: POLICE, person: null, arrestDecisionNo: null },
    },
  );
  const arrest = (n: number) => ({
    caseNo: caseNo(2026, 2100 + n),
    person: person(620 + n),
    arrestDecisionNo: `（2026）琼9999刑初${String(n)}号逮捕决定书`,
    policeReceivedAt: '2026-03-02',
    warrantIssuedDate: '2026-03-03',
    executedAt: '2026-03-04T09:00:00',
    deliveredAt: '2026-03-05T08:00:00',
    courtNotifiedDate: '2026-03-05',
  });
  const notExecuted = { executedAt: null, deliveredAt: null, courtNotifiedDate: null };
  sheet.add(arrest(1));
  sheet.add({ ...arrest(2), warrantIssuedDate: '2026-03-04' }, overLimit('custody-arrest-court-decision'));
  sheet.add({ ...arrest(3), courtNotifiedDate: null }, violation('custody-arrest-court-decision'));
  sheet.add(
    { ...arrest(4), ...notExecuted, notExecutedReason: '未能抓获' },
    violation('custody-arrest-court-decision'),
  );
  sheet.add({ ...arrest(5), ...notExecuted, notExecutedReason: '未能抓获', notExecutedNotifiedDate: '2026-03-06' });
  return sheet;
}

function refusalDocuments(): RegisterSheet {
  const sheet = new RegisterSheet(
    'refusalDocument',
    ['refusalReason', 'legalGrounds', 'reconsiderationRight', 'seal', 'documentDate', 'signedFor'],
    {
      name: '不立案文书',
      titles: ['不予立案通知书要素表'],
      base: {
        caseNo: null,
        policeOrgan: POLICE,
        documentNo: null,
        complainant: '示例甲贸易有限公司',
        cause: '拒不执行判决、裁定',
      },
    },
  );
  const document = (n: number) => ({
    caseNo: caseNo(2025, 2200 + n),
    documentNo: `示公不立〔2026〕${String(200 + n)}号`,
    refusalReason: '没有犯罪事实',
    legalGrounds: '《中华人民共和国刑事诉讼法》第一百一十二条',
    reconsiderationRight: '7日内可以申请复议',
    seal: true,
    documentDate: '2026-03-02',
    signedFor: '已签收',
  });
  sheet.add(document(1));
  sheet.add({ ...document(2), refusalReason: null }, violation('rz-refusal-doc-content'));
  sheet.add({ ...document(3), seal: false, signedFor: '未签收' }, overLimit('rz-refusal-doc-content'));
  sheet.add({ ...document(4), complainant: COURT, reconsiderationRight: null });
  return sheet;
}

function reviews(): RegisterSheet {
  const sheet = new RegisterSheet(
    'reviewProceeding',
    ['requestReceivedDate', 'reviewDecidedDate', 'extensionNotified'],
    {
      name: '复议复核',
      titles: ['不立案、不起诉复议复核表'],
      base: { caseNo: null, organ: POLICE, reviewKind: '不立案复议', applicant: '示例乙贸易有限公司' },
    },
  );
  const review = (n: number, received: string, decided: string | null) => ({
    caseNo: `示复〔2026〕${String(n)}号`,
    requestReceivedDate: received,
    reviewDecidedDate: decided,
  });
  sheet.add(review(1, '2026-03-02', '2026-04-01'));
  sheet.add(review(2, '2026-03-02', '2026-04-02'), violation('rz-review-deadlines'));
  sheet.add({ ...review(3, '2026-03-09', '2026-05-08'), reviewKind: '不予立案复核', extensionNotified: true });
  sheet.add(
    { ...review(4, '2026-03-02', '2026-04-02'), reviewKind: '不起诉复核', organ: '示例市人民检察院' },
    violation('rz-review-deadlines'),
  );
  sheet.add(review(5, '2026-06-15', null));
  return sheet;
}

function locating(): RegisterSheet {
  const sheet = new RegisterSheet(
    'personLocate',
    ['receivedAt', 'repliedAt', 'locateResult', 'foundAt', 'courtNotifiedAt', 'handedOverAt', 'handoverRecord'],
    {
      name: '协助查找',
      titles: ['协助查找被执行人台账'],
      base: { caseNo: null, court: COURT, policeOrgan: POLICE, debtor: null, identityNo: null, requestLetterNo: null },
    },
  );
  const request = (n: number) => ({
    caseNo: caseNo(2026, 2300 + n),
    debtor: person(640 + n),
    identityNo: idNumber(640 + n),
    requestLetterNo: `（2026）琼9999执${String(2300 + n)}号协查函`,
    receivedAt: '2026-03-04T10:00:00',
    repliedAt: '2026-03-09T16:00:00',
    locateResult: '未发现',
  });
  const foundThen = {
    repliedAt: '2026-03-06T09:00:00',
    locateResult: '查获',
    foundAt: '2026-03-05T20:00:00',
    handedOverAt: '2026-03-06T21:00:00',
  };
  sheet.add(request(1));
  sheet.add({ ...request(2), repliedAt: '2026-03-10T09:00:00' }, overLimit('police-locate-person'));
  // Look-alike: came after office hours on a Friday.
  sheet.add({ ...request(3), receivedAt: '2026-03-06T17:30:00', repliedAt: '2026-03-12T09:00:00' });
  sheet.add({ ...request(4), ...foundThen, courtNotifiedAt: '2026-03-06T20:00:00', handoverRecord: '移交清单' });
  sheet.add(
    { ...request(5), ...foundThen, courtNotifiedAt: '2026-03-06T20:30:00', handoverRecord: '移交清单' },
    overLimit('police-locate-person'),
  );
  return sheet;
}

function vehicles(): RegisterSheet {
  const sheet = new RegisterSheet(
    'vehicleControl',
    ['servedAt', 'lockedAt', 'discoveredAt', 'courtNotifiedAt', 'handedOverAt', 'repliedAt'],
    {
      name: '车辆查控',
      titles: ['机动车查控台账'],
      base: {
        caseNo: null,
        court: COURT,
        policeOrgan: '示例市公安局交通警察支队',
        plateNo: null,
        debtor: null,
        documentNo: null,
      },
      headers: { plateNo: '号牌号码' },
    },
  );
  const vehicle = (n: number) => ({
    caseNo: caseNo(2026, 2400 + n),
    plateNo: `琼Z0000${String(n)}`,
    debtor: person(650 + n),
    documentNo: `（2026）琼9999执${String(2400 + n)}号协助执行通知书`,
    servedAt: '2026-03-02T10:00:00',
    lockedAt: '2026-03-03T16:00:00',
  });
  sheet.add(vehicle(1));
  sheet.add({ ...vehicle(2), lockedAt: '2026-03-04T09:00:00' }, overLimit('police-vehicle-control'));
  sheet.add({ ...vehicle(3), servedAt: '2026-03-20T17:30:00', lockedAt: '2026-03-24T09:00:00' });
  sheet.add(
    {
      ...vehicle(4),
      lockedAt: '2026-03-02T15:00:00',
      discoveredAt: '2026-03-09T08:00:00',
      courtNotifiedAt: '2026-03-10T08:30:00',
      handedOverAt: '2026-03-12T09:00:00',
    },
    overLimit('police-vehicle-control'),
  );
  return sheet;
}

function exitBans(): RegisterSheet {
  const sheet = new RegisterSheet(
    'exitBan',
    ['servedAt', 'enteredAt', 'termStart', 'termEnd', 'exitedAt', 'releasedAt', 'returnedReason'],
    {
      name: '限制出境',
      titles: ['限制出境台账'],
      base: {
        caseNo: null,
        court: COURT,
        exitAuthority: '示例市出入境边防检查站',
        person: null,
        identityNo: null,
        decisionNo: null,
      },
    },
  );
  const ban = (n: number) => ({
    caseNo: caseNo(2026, 2500 + n),
    person: person(660 + n),
    identityNo: idNumber(660 + n),
    decisionNo: `（2026）琼9999执${String(2500 + n)}号限制出境决定书`,
    servedAt: '2026-03-02T10:00:00',
    enteredAt: '2026-03-03T10:00:00',
    termStart: '2026-03-02',
    termEnd: '2026-09-01',
  });
  sheet.add(ban(1));
  sheet.add({ ...ban(2), enteredAt: '2026-03-03T10:01:00' }, overLimit('exit-ban-executed'));
  sheet.add(ban(3), violation('exit-ban-executed'));
  // Look-alike: sent back because an element was missing.
  sheet.add({ ...ban(4), enteredAt: '2026-03-09T10:00:00', returnedReason: '要素不全，书面退回' });
  return sheet;
}

function exits(): RegisterSheet {
  const sheet = new RegisterSheet('exitRecord', ['port'], {
    name: '出境记录',
    titles: ['出境记录'],
    base: { person: null, identityNo: null, exitedAt: null },
  });
  sheet.add({ person: person(663), identityNo: idNumber(663), exitedAt: '2026-04-02T13:00:00', port: '示例口岸' });
  // Look-alikes: before the ban, and another person of the same name.
  sheet.add({ person: person(661), identityNo: idNumber(661), exitedAt: '2026-02-20T08:30:00', port: '示例口岸' });
  sheet.add({ person: person(661), identityNo: idNumber(699), exitedAt: '2026-04-20T08:30:00', port: '示例口岸' });
  return sheet;
}

export const policeRefusal: SampleWorkbook = {
  file: '公安机关侦查与不立案文书（示例）.xlsx',
  sheets: [coerciveMeasures().build(), arrests().build(), refusalDocuments().build(), reviews().build()],
};
export const policeAssistance: SampleWorkbook = {
  file: '公安机关协助执行（示例）.xls',
  sheets: [locating().build(), vehicles().build(), exitBans().build(), exits().build()],
};
