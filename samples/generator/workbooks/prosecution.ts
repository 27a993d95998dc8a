/** 检察院一侧: one table that is HTML named .xls, two in a workbook. */
import { date, person } from '../invented.ts';
import { overLimit, violation, type SampleCell, type SampleWorkbook } from '../layout.ts';
import { Table } from '../table.ts';

const PROCURATORATE = '示例市人民检察院';
type Values = Readonly<Record<string, SampleCell>>;

const decisions = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['检察院', 'procuratorate'],
    ['被不起诉人', 'defendant'],
    ['收案日期', 'received'],
    ['决定日期', 'decided'],
    ['决定类型', 'type'],
    ['文书号', 'document'],
    ['公开宣布日期', 'announced'],
    ['被不起诉人基本情况', 'party'],
    ['案由和案件来源', 'origin'],
    ['案件事实', 'facts'],
    ['法律根据和理由', 'grounds'],
    ['涉案财物处理', 'property'],
    ['有关告知事项', 'notice'],
    ['有无涉案财物', 'seized'],
    ['送达公安机关日期', 'police'],
    ['送达被不起诉人日期', 'person'],
    ['送达被害人日期', 'victim'],
    ['有无被害人', 'hasVictim'],
    ['有无所在单位', 'hasEmployer'],
    ['有无辩护人', 'hasCounsel'],
    ['有无诉讼代理人', 'hasAgent'],
    ['权利告知', 'rights'],
  ],
  { name: '不起诉', titles: ['不起诉案件台账'] },
);
const decision = (n: number, values: Values = {}): Values => ({
  caseNo: `示检刑不诉〔2026〕${String(n)}号`,
  procuratorate: PROCURATORATE,
  defendant: person(340 + n),
  received: date('2026-02-02', 2),
  decided: date('2026-02-26', 2),
  type: '酌定不起诉',
  document: `示检刑不诉〔2026〕${String(n)}号`,
  announced: date('2026-02-26', 2),
  party: '√',
  origin: '√',
  facts: '√',
  grounds: '√',
  property: '√',
  notice: '√',
  seized: '无',
  police: date('2026-02-27', 2),
  person: date('2026-02-26', 2),
  victim: date('2026-02-27', 2),
  hasVictim: '有',
  hasEmployer: '无',
  hasCounsel: '无',
  hasAgent: '无',
  rights: '已告知7日申诉及直接起诉的权利',
  ...values,
});
decisions.add(decision(1));
// Look-alike: nothing was seized, so the item on property is not missing.
decisions.add(decision(2, { property: '×' }));
decisions.add(decision(3, { document: null, caseNo: '示检刑诉受〔2026〕3号' }), violation('rz-nonprosecution-doc'));
decisions.add(decision(4, { victim: null }), violation('rz-nonprosecution-service'));
// Look-alike: no victim, none to serve.
decisions.add(decision(5, { victim: null, hasVictim: '无' }));
decisions.add(decision(6, { police: date('2026-03-12', 2) }), overLimit('rz-nonprosecution-service'));

const arrests = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['检察院', 'procuratorate'],
    ['公安机关', 'police'],
    ['嫌疑人', 'suspect'],
    ['收到提请时间', 'received'],
    ['决定时间', 'decided'],
    ['决定', 'decision'],
    ['是否在押', 'custody'],
    ['重大复杂', 'complex'],
    ['文书号', 'document'],
  ],
  { name: '审查批捕', titles: ['审查批准逮捕台账'] },
);
const arrest = (n: number, received: string, decided: string, custody: string, complex = '否'): Values => ({
  caseNo: `示检捕〔2026〕${String(n)}号`,
  procuratorate: PROCURATORATE,
  police: '示例市公安局甲分局',
  suspect: person(360 + n),
  received: date(received, n),
  decided: date(decided, n + 1),
  decision: '批准逮捕',
  custody,
  complex,
  document: `示检批捕〔2026〕${String(n)}号`,
});
arrests.add(arrest(1, '2026-01-05', '2026-01-12', '是'));
// In custody a last day on Sunday does not roll: Monday is late.
arrests.add(arrest(2, '2026-01-11', '2026-01-19', '是'), violation('rz-arrest-approval'));
arrests.add(arrest(3, '2026-02-02', '2026-02-16', '否'));
arrests.add(arrest(4, '2026-03-02', '2026-03-19', '否', '是'));
arrests.add(arrest(5, '2026-03-02', '2026-03-18', '否'), violation('rz-arrest-approval'));

const reviews = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['检察院', 'procuratorate'],
    ['犯罪嫌疑人', 'suspect'],
    ['收案时间', 'received'],
    ['决定时间', 'decided'],
    ['决定', 'decision'],
    ['是否在押', 'custody'],
    ['延长', 'extension'],
    ['是否速裁', 'fast'],
    ['可能判处一年以上', 'overOneYear'],
    ['退补次数', 'supplements'],
    ['第一次退补起', 'from'],
    ['第一次退补止', 'to'],
  ],
  { name: '审查起诉', titles: ['审查起诉台账'] },
);
const review = (n: number, received: string, decided: string | null, values: Values = {}): Values => ({
  caseNo: `示检诉〔2026〕${String(n)}号`,
  procuratorate: PROCURATORATE,
  suspect: person(380 + n),
  received: date(received, n),
  decided: date(decided, n + 1),
  decision: decided ? '起诉' : null,
  custody: '否',
  extension: '否',
  fast: '否',
  overOneYear: '否',
  supplements: 0,
  ...values,
});
reviews.add(review(1, '2026-01-12', '2026-02-12'));
reviews.add(review(2, '2026-01-12', '2026-02-25', { extension: '是' }));
reviews.add(review(3, '2026-03-02', '2026-04-10'), violation('rz-prosecution-review'));
// Look-alike: sent back for further investigation, the month starts anew.
reviews.add(
  review(4, '2026-01-05', '2026-03-27', { supplements: 1, from: date('2026-01-30', 1), to: date('2026-02-28', 2) }),
);

export const nonProsecution: SampleWorkbook = { file: '不起诉台账（示例）.html.xls', sheets: [decisions.build()] };
export const procuratorate: SampleWorkbook = {
  file: '审查批捕与审查起诉（示例）.xlsx',
  sheets: [arrests.build(), reviews.build()],
};
