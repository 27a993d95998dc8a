/** 拒执刑事审判: 刑事审判、自诉、刑事文书依据 (.xlsx). */
import { COURT, person } from '../invented.ts';
import { lead, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

const trials = new RegisterSheet(
  'criminalTrial',
  ['acceptedDate', 'judgedDate', 'inCustody', 'extensionApprovedDate', 'heavierSentencePossible', 'suspendedFrom'],
  {
    name: '刑事审判',
    titles: ['拒执罪审判台账'],
    base: {
      caseNo: null,
      court: COURT,
      defendant: null,
      charge: '拒不执行判决、裁定罪',
      prosecutionMode: '公诉',
      procedure: '普通程序',
    },
  },
);
const trial = (n: number, accepted: string, judged: string | null) => ({
  caseNo: `（2026）琼9999刑初${String(300 + n)}号`,
  defendant: person(680 + n),
  acceptedDate: accepted,
  judgedDate: judged,
});
trials.group('一、公诉案件');
trials.add(trial(1, '2026-01-06', '2026-03-06'));
trials.add(trial(2, '2026-01-06', '2026-03-09'), lead('rz-trial-deadline'));
trials.add(trial(3, '2026-01-06', '2026-04-08'), violation('rz-trial-deadline'));
trials.add(
  { ...trial(4, '2026-03-02', '2026-03-24'), procedure: '简易程序', heavierSentencePossible: false },
  violation('rz-trial-deadline'),
);
trials.add(
  { ...trial(5, '2026-03-02', '2026-03-13'), procedure: '速裁程序', heavierSentencePossible: false },
  violation('rz-trial-deadline'),
);
trials.add({ ...trial(6, '2026-01-06', null), suspendedFrom: '2026-02-02' });
trials.group('二、自诉案件');
trials.add(
  { ...trial(7, '2025-12-09', '2026-06-10'), prosecutionMode: '自诉', inCustody: false },
  violation('rz-trial-deadline'),
);

const privateProsecutions = new RegisterSheet(
  'privateProsecution',
  ['complaintReceivedDate', 'supplementReceivedDate', 'filingDecidedDate'],
  {
    name: '自诉',
    titles: ['拒执自诉案件登记表'],
    base: { caseNo: null, court: COURT, privateProsecutor: null, defendant: null },
  },
);
const complaint = (n: number, received: string, decided: string | null, supplemented: string | null = null) => ({
  caseNo: `（2026）琼9999刑初${String(320 + n)}号`,
  privateProsecutor: person(700 + n),
  defendant: person(710 + n),
  complaintReceivedDate: received,
  supplementReceivedDate: supplemented,
  filingDecidedDate: decided,
});
privateProsecutions.add(complaint(1, '2026-03-02', '2026-03-17'));
privateProsecutions.add(complaint(2, '2026-03-02', '2026-03-18'), violation('rz-private-prosecution-handling'));
privateProsecutions.add(complaint(3, '2026-03-02', '2026-03-31', '2026-03-16'));

const documents = new RegisterSheet('criminalDocument', ['documentDate', 'actEndedDate', 'legalGrounds'], {
  name: '文书依据',
  titles: ['拒执刑事文书依据表'],
  base: { caseNo: null, organ: '示例市人民检察院', documentKind: '起诉书', documentNo: null },
});
const document = (n: number, grounds: string, ended: string | null) => ({
  caseNo: `示检诉〔2026〕${String(30 + n)}号`,
  documentNo: `示检诉〔2026〕${String(30 + n)}号`,
  documentDate: '2026-03-02',
  actEndedDate: ended,
  legalGrounds: grounds,
});
documents.add(document(1, '法释〔2024〕13号第三条', '2025-01-01'));
documents.add(document(2, '法释〔2015〕16号第二条', '2024-12-01'), violation('rz-law-version'));
// Look-alike: the act ended the day before the new interpretation.
documents.add(document(3, '法释〔2015〕16号第二条', '2024-11-30'));
documents.add(document(4, '法释〔2015〕16号第二条', null), lead('rz-law-version'));

export const criminal: SampleWorkbook = {
  file: '拒执刑事审判台账（示例）.xlsx',
  sheets: [trials.build(), privateProsecutions.build(), documents.build()],
};
