import { describe, expect, it } from 'vitest';
import type { RuleTest } from '../../src/core/rule/format.ts';
import { runRuleTests } from '../../src/core/rule/self-test.ts';
import { loadCalendar, readRulePack, testBench } from '../../src/host/rule-pack.ts';

/** Boundary cases of the court rules: what the calendar, the months and missing dates do to a deadline, in both engines. */
type Case = readonly [ruleId: string, test: RuleTest];

const LISTED = { name: '测试人员乙', caseNo: '（2026）琼9999执1号', fixedTerm: false };

/** A listing whose ground of removal arose on one day, removed on another. */
function removal(ground: string, removed: string, expectation: 'complies' | 'violates', why: string): Case {
  return [
    'dishonest-removal-3wd',
    {
      name: `ground on ${ground}, removed on ${removed}: ${why}`,
      expect: expectation,
      ...(expectation === 'violates' ? { limb: 'performed-not-removed' } : {}),
      record: { ...LISTED, performedDate: ground, shieldedDate: removed },
      neighbours: { enforcementCase: [], terminationQuery: [], propertyClue: [] },
    },
  ];
}

/** Make-up working days and long holidays count as the State Council's notices say. */
const WORKING_DAYS: readonly Case[] = [
  removal('2023-01-20', '2023-01-30', 'complies', '28 and 29 January 2023 are working days'),
  removal('2023-01-20', '2023-01-31', 'violates', '28 and 29 January 2023 are working days'),
  removal('2024-02-01', '2024-02-05', 'complies', 'Sunday 4 February 2024 is a working day'),
  removal('2024-02-01', '2024-02-06', 'violates', 'Sunday 4 February 2024 is a working day'),
  removal('2024-02-09', '2024-02-20', 'complies', 'Sunday 18 February 2024 is a working day'),
  removal('2024-02-09', '2024-02-21', 'violates', 'Sunday 18 February 2024 is a working day'),
  removal('2025-01-23', '2025-01-27', 'complies', 'Sunday 26 January 2025 is a working day'),
  removal('2025-01-23', '2025-01-28', 'violates', 'Sunday 26 January 2025 is a working day'),
  removal('2025-02-06', '2025-02-10', 'complies', 'Saturday 8 February 2025 is a working day'),
  removal('2025-02-06', '2025-02-11', 'violates', 'Saturday 8 February 2025 is a working day'),
  removal('2025-09-30', '2025-10-11', 'complies', '1 to 8 October 2025 are holidays, Saturday 11 October is not'),
  removal('2025-09-30', '2025-10-12', 'violates', '1 to 8 October 2025 are holidays, Saturday 11 October is not'),
];

const OBJECTION = { caseNo: '（2026）琼9999执异1号', objectionType: '执行行为异议', objector: '测试人员乙' };
const NOTICE = { caseNo: '（2026）琼9999执1号' };
const SUGGESTION = { type: '执行监督', suggestionNo: '示例检执建〔2026〕1号', recipient: '示例市人民法院' };
const TERMINATED = { caseNo: '（2026）琼9999执1号', closeMode: '终结本次执行程序' };
const CASE = { caseNo: '（2026）琼9999执1号' };
const NO_RECORDS = { termExtension: [], termDeduction: [] };

const ROLLING: readonly Case[] = [
  [
    'objection-decision-15d',
    {
      name: 'the 15th day is 3 October 2025: moves to 9 October',
      expect: 'complies',
      record: { ...OBJECTION, receivedDate: '2025-09-18', decisionDate: '2025-10-09' },
    },
  ],
  [
    'objection-decision-15d',
    {
      name: 'the day after the moved one',
      expect: 'violates',
      limb: 'decided-late',
      record: { ...OBJECTION, receivedDate: '2025-09-18', decisionDate: '2025-10-10' },
      messageIncludes: ['2025年10月9日'],
    },
  ],
  [
    'exec-notice-10d',
    {
      name: 'the 10th day is Sunday 28 September 2025, a make-up working day: does not move',
      expect: 'violates',
      limb: 'notice-late',
      record: { ...NOTICE, receivedDate: '2025-09-18', noticeDate: '2025-09-29' },
      messageIncludes: ['2025年9月28日'],
    },
  ],
  [
    'procuratorial-enforce-suggestion-reply',
    {
      name: 'three months from 30 November 2025 end on 28 February 2026, a make-up working day',
      expect: 'complies',
      record: { ...SUGGESTION, receivedDate: '2025-11-30', repliedDate: '2026-02-28' },
    },
  ],
  [
    'procuratorial-enforce-suggestion-reply',
    {
      name: 'one day after the last day of February',
      expect: 'violates',
      limb: 'replied-late',
      record: { ...SUGGESTION, receivedDate: '2025-11-30', repliedDate: '2026-03-01' },
      messageIncludes: ['2026年2月28日'],
    },
  ],
  [
    'duration-overdue',
    {
      name: 'six months from 31 August 2025 end on Saturday 28 February 2026, a working day',
      expect: 'violates',
      limb: 'ordinary-overdue',
      record: { ...CASE, filedDate: '2025-08-31', closeDate: '2026-03-01' },
      neighbours: NO_RECORDS,
    },
  ],
  [
    'duration-overdue',
    {
      name: 'extension, then the union of stays, rolled once at the end',
      expect: 'complies',
      record: { ...CASE, filedDate: '2025-08-29', closeDate: '2026-05-06' },
      neighbours: {
        termExtension: [{ caseNo: CASE.caseNo, approvedBy: '院长', approvedDate: '2026-02-20', extensionMonths: 1 }],
        termDeduction: [
          { caseNo: CASE.caseNo, startDate: '2025-12-01', endDate: '2025-12-20' },
          { caseNo: CASE.caseNo, startDate: '2025-12-11', endDate: '2026-01-03' },
        ],
      },
    },
  ],
  [
    'terminal-min-3m',
    {
      name: 'three months reached on a Sunday are enough: a least period does not move',
      expect: 'complies',
      record: { ...TERMINATED, filedDate: '2025-11-10', closeDate: '2026-02-10' },
    },
  ],
  [
    'seizure-expiry-lapse',
    {
      name: 'a seizure that ends on a holiday ends on it: asked on the day after, lapsed',
      expect: 'violates',
      limb: 'lapsed-without-request',
      asOf: '2025-10-09',
      record: { caseNo: CASE.caseNo, measure: '查封', expiryDate: '2025-10-03', seizureRank: '首封' },
    },
  ],
  [
    'objection-decision-15d',
    {
      name: 'a deadline in 2027 lies outside the calendar: not guessed',
      expect: 'indeterminate',
      asOf: '2026-12-31',
      record: { ...OBJECTION, receivedDate: '2026-12-25' },
    },
  ],
];

/** 任意规则，起算日为空：数据质量，不计合规亦不计违规。 */
const MISSING_START: readonly Case[] = (
  [
    ['seizure-expiry-lapse', { caseNo: CASE.caseNo, measure: '查封' }],
    ['fund-payout-30d', { caseNo: CASE.caseNo, amount: 10000, receiptNo: 'P001' }],
    ['duration-overdue', { ...CASE, closeDate: '2026-05-20' }],
    ['terminal-min-3m', { ...TERMINATED, closeDate: '2026-05-20' }],
    ['exec-notice-10d', { ...NOTICE, noticeDate: '2026-03-02' }],
    ['objection-decision-15d', { ...OBJECTION, decisionDate: '2026-03-02' }],
    ['petition-handling', { petitionNo: '示例访〔2026〕1号', registeredDate: '2026-03-02' }],
    ['procuratorial-enforce-suggestion-reply', { ...SUGGESTION, repliedDate: '2026-03-02' }],
    ['clue-verify-7d', { caseNo: CASE.caseNo, clueSource: '申请执行人', specific: true }],
    ['disposal-start-10d', { caseNo: CASE.caseNo, propertyName: '示例路1号房屋' }],
    ['interfere-immediate-report', { caseNo: CASE.caseNo, affectsCase: '已影响' }],
    ['interfere-disposition', { caseNo: CASE.caseNo, disposition: '已通报', dispositionDate: '2026-03-02' }],
  ] as const
).map(([ruleId, record]) => [
  ruleId,
  {
    name: 'day of the start blank: data quality, neither kept nor broken',
    expect: 'indeterminate',
    record,
    neighbours: { proceedsPayout: [], deferral: [], ...NO_RECORDS },
  },
]);

const CASES = [...WORKING_DAYS, ...ROLLING, ...MISSING_START];
const { pack } = readRulePack('rules', new Set(CASES.map(([ruleId]) => ruleId)));
const bench = testBench(pack, loadCalendar('rules'));

describe('boundary cases of the court rules', () => {
  it.each(CASES)('%s: $1.name', async (ruleId, test) => {
    const rule = pack.rules.find(({ definition }) => definition.id === ruleId);
    if (rule === undefined) throw new Error(`no usable rule ${ruleId}`);
    expect(await runRuleTests({ ...rule.definition, tests: [test] }, bench)).toEqual([]);
  });
});
