/** 异议复议与罚款拘留 (.et), 信访与检察建议 (.csv in GB18030 and .tsv). */
import { caseNo, COURT, date, person, plus } from '../invented.ts';
import { lead, overLimit, violation, type SampleCell, type SampleWorkbook } from '../layout.ts';
import { Table } from '../table.ts';

type Values = Readonly<Record<string, SampleCell>>;

const objections = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['法院', 'court'],
    ['异议人', 'objector'],
    ['异议类型', 'type'],
    ['收到日期', 'received'],
    ['立案日期', 'filed'],
    ['通知日期', 'notified'],
    ['听证日期', 'hearing'],
    ['合议庭成员', 'panel'],
    ['裁定日期', 'decided'],
    ['裁定结果', 'result'],
    ['裁定送达日期', 'served'],
    ['原执行案号', 'original'],
  ],
  { name: '异议', titles: ['执行异议、复议台账'] },
);
const objection = (n: number, filed: string, decided: string | null, values: Values = {}): Values => ({
  caseNo: caseNo(2026, n, '执异'),
  court: COURT,
  objector: person(400 + n),
  type: '执行行为异议',
  received: date(filed, n),
  filed: date(filed, n + 1),
  notified: date(filed, n + 2),
  panel: `${person(450)}、${person(451)}、${person(452)}`,
  decided: date(decided, n + 3),
  result: decided ? '驳回' : null,
  ...values,
});
objections.add(objection(1, '2026-03-02', '2026-03-16'));
objections.add(objection(2, '2026-03-02', '2026-03-17'));
objections.add(objection(3, '2026-03-02', '2026-03-18'), violation('objection-decision-15d'));
// Look-alike: the fifteenth day is a Saturday.
objections.add(objection(4, '2026-03-06', '2026-03-23'));
objections.add(objection(5, '2026-06-22', null));
objections.add(
  objection(6, '2026-03-03', '2026-03-17', { panel: `${person(450)}、${person(451)}` }),
  violation('objection-panel-independence'),
);
// Upheld: too much equity was frozen. One freeze was never reduced, the other in time.
const overClaim = { type: '超标的额冻结股权异议', result: '异议成立', served: date('2026-03-18', 1) };
objections.add(objection(7, '2026-03-03', '2026-03-17', { ...overClaim, original: caseNo(2025, 71) }));
objections.add(objection(8, '2026-03-03', '2026-03-17', { ...overClaim, original: caseNo(2025, 72) }));

const sanctions = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['法院', 'court'],
    ['决定书文号', 'decision'],
    ['被处罚人', 'party'],
    ['身份', 'kind'],
    ['制裁类型', 'type'],
    ['事由', 'reason'],
    ['金额', 'fine'],
    ['天数', 'days'],
    ['院长批准日期', 'approved'],
    ['送达', 'served'],
    ['送拘所日期', 'delivered'],
    ['解除日期', 'released'],
  ],
  { name: '罚款拘留', titles: ['罚款、拘留台账'] },
);
const sanction = (n: number, values: Values): Values => ({
  caseNo: caseNo(2025, 900 + n),
  court: COURT,
  decision: `（2026）琼9999司惩${String(n)}号`,
  party: person(420 + n),
  kind: '个人',
  reason: '拒不报告财产',
  approved: date('2026-04-07', n),
  served: date('2026-04-08', n),
  ...values,
});
sanctions.add(sanction(1, { type: '罚款', fine: 5000 }));
sanctions.add(sanction(2, { type: '罚款', fine: '100,000.00' }));
sanctions.add(sanction(3, { type: '罚款', fine: '12万元' }), violation('fine-detention-range'));
// 两方台账核对: the custody list has people of the court before and after, but not this one.
sanctions.add(
  sanction(4, { type: '拘留', days: 15, delivered: date('2026-04-08', 2), released: date('2026-04-23', 3) }),
  lead('detention-not-in-custody-list'),
);
sanctions.add(
  sanction(5, { type: '罚款', fine: 30000, kind: '单位', party: '示例甲贸易有限公司' }),
  violation('fine-detention-range'),
);

// Look-alikes: those that the custody list has, by decision, identity or name.
for (const [n, decided, days] of [
  [1, '2026-01-12', 15],
  [2, '2026-02-03', 10],
  [3, '2026-03-04', 15],
] as const) {
  sanctions.add(
    sanction(5 + n, {
      caseNo: caseNo(2025, 400 + n),
      decision: `示法拘〔2026〕${String(n)}号`,
      party: person(40 + n),
      type: '拘留',
      days,
      approved: date(decided, n),
      served: date(decided, n),
      delivered: date(decided, n),
      released: date(plus(decided, days), n),
    }),
  );
}

const petitions = new Table(
  [
    ['序号', 'no'],
    ['信访编号', 'petition'],
    ['来源', 'source'],
    ['信访人', 'petitioner'],
    ['反映对象法院', 'court'],
    ['案号', 'caseNo'],
    ['反映事项类型', 'type'],
    ['收到日期', 'received'],
    ['登记日期', 'registered'],
    ['承办人', 'handler'],
    ['办结日期', 'closed'],
    ['办结方式', 'how'],
  ],
  { name: '信访' },
);
const petition = (n: number, received: string, registered: string, closed: string | null): Values => ({
  petition: `SLXF2026${String(n).padStart(4, '0')}`,
  source: '来访',
  petitioner: person(440 + n),
  court: COURT,
  caseNo: caseNo(2025, 950 + n),
  type: '消极执行',
  received: date(received, 1),
  registered: date(registered, 2),
  handler: person(445),
  closed: date(closed, 3),
  how: closed ? '答复' : null,
});
petitions.add(petition(1, '2026-03-02', '2026-03-03', '2026-03-30'));
petitions.add(petition(2, '2026-03-02', '2026-03-09', '2026-04-07'));
petitions.add(petition(3, '2026-03-02', '2026-03-10', '2026-04-07'), violation('petition-handling'));
petitions.add(petition(4, '2026-03-02', '2026-03-03', '2026-04-10'), overLimit('petition-handling'));
petitions.add(petition(5, '2026-03-02', '2026-03-03', '2026-04-30'), violation('petition-handling'));
petitions.add(petition(6, '2026-06-15', '2026-06-16', null));

const suggestions = new Table(
  [
    ['序号', 'no'],
    ['建议书号', 'number'],
    ['类型', 'type'],
    ['案号', 'caseNo'],
    ['检察院', 'procuratorate'],
    ['被建议单位', 'recipient'],
    ['送达日期', 'received'],
    ['回复日期', 'replied'],
    ['延长批准', 'extension'],
    ['采纳', 'adopted'],
    ['理由', 'reason'],
  ],
  { name: '检察建议' },
);
const suggestion = (n: number, received: string, replied: string | null, extension = '否'): Values => ({
  number: `示检民违监〔2026〕${String(n)}号`,
  type: '执行监督',
  caseNo: caseNo(2025, 970 + n),
  procuratorate: '示例市人民检察院',
  recipient: COURT,
  received: date(received, 1),
  replied: date(replied, 2),
  extension,
  adopted: replied ? '采纳' : null,
  reason: replied ? '已纠正' : null,
});
suggestions.add(suggestion(1, '2025-12-31', '2026-03-31'));
suggestions.add(suggestion(2, '2025-12-15', '2026-03-20'), violation('procuratorial-enforce-suggestion-reply'));
suggestions.add(suggestion(3, '2025-12-15', '2026-04-10', '是'));
suggestions.add(suggestion(4, '2026-05-18', null));

export const remedies: SampleWorkbook = {
  file: '异议与罚款拘留（示例）.et',
  sheets: [objections.build(), sanctions.build()],
};
export const petitionTable: SampleWorkbook = { file: '执行信访台账（示例）.gb.csv', sheets: [petitions.build()] };
export const suggestionTable: SampleWorkbook = { file: '检察建议台账（示例）.tsv', sheets: [suggestions.build()] };
