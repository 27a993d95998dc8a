import { describe, expect, it } from 'vitest';
import type { RuleTest } from '../../src/core/rule/format.ts';
import { runRuleTests } from '../../src/core/rule/self-test.ts';
import { loadCalendar, readRulePack, testBench } from '../../src/host/rule-pack.ts';

type Case = readonly [ruleId: string, record: RuleTest['record']];

/** Rows whose answer is dated before the matter arrived: a mistake in the register, never an answer in time. */
const CASES: readonly Case[] = [
  [
    'npc-matter-handling',
    {
      matter: '某某系列执行案件协调',
      source: '示例市人大常委会交办函',
      reportedDate: '2026-02-02',
      assignedDate: '2026-02-10',
      undertaker: '示例市某某局',
      requiredDue: '2026-04-10',
      feedbackDate: '2026-02-03',
      result: '已办结',
    },
  ],
  [
    'procuratorial-suggestion-agency',
    {
      suggestionNo: '示例检行执建〔2026〕1号',
      type: '对行政机关',
      recipient: '示例市某某局',
      receivedDate: '2026-01-12',
      replyDueDate: '2026-03-12',
      repliedDate: '2025-12-12',
    },
  ],
  ['procuratorial-inquiry-15d', { type: '执行监督', receivedDate: '2026-03-10', explainedDate: '2026-03-01' }],
  [
    'procuratorial-enforce-suggestion-reply',
    {
      type: '执行监督',
      suggestionNo: '示例检执建〔2026〕1号',
      recipient: '示例市人民法院',
      receivedDate: '2026-03-10',
      repliedDate: '2026-03-01',
    },
  ],
  [
    'suggestion-reply',
    {
      suggestionNo: '琼9999法建〔2026〕1号',
      type: '综合治理',
      recipient: '示例市某某局',
      servedDate: '2026-01-12',
      feedbackLimit: '两个月',
      repliedDate: '2026-01-02',
    },
  ],
  [
    'procuratorate-review-3m',
    { caseNo: '测试检民违监〔2026〕1号', acceptedDate: '2026-03-10', decidedDate: '2026-03-01' },
  ],
];

const { pack } = readRulePack('rules', new Set(CASES.map(([ruleId]) => ruleId)));
const bench = testBench(pack, loadCalendar('rules'));

describe('an answer dated before its start proves nothing', () => {
  it.each(CASES)('%s', async (ruleId, record) => {
    const rule = pack.rules.find(({ definition }) => definition.id === ruleId);
    if (rule === undefined) throw new Error(`no usable rule ${ruleId}`);
    const test: RuleTest = { name: 'dated before its start', expect: 'indeterminate', record };
    expect(await runRuleTests({ ...rule.definition, tests: [test] }, bench)).toEqual([]);
  });
});
