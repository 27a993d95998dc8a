import { describe, expect, it } from 'vitest';
import type { RuleTest } from '../../src/core/rule/format.ts';
import { runRuleTests } from '../../src/core/rule/self-test.ts';
import { loadCalendar, readRulePack, testBench } from '../../src/host/rule-pack.ts';

/** The boundary cases set for refusal to file, arrest and custody, each judged by both engines. */
const REFERRAL = { caseNo: '（2025）琼9999执1号', suspect: '测试某某', policeOrgan: '示例市公安局甲分局' };

function received(day: string, rest: RuleTest['record'] = {}): RuleTest['record'] {
  return { ...REFERRAL, referredAt: day, receivedAt: day, ...rest };
}

const CASES: readonly (readonly [ruleId: string, test: RuleTest])[] = [
  [
    'rz-filing-decision-deadline',
    {
      name: 'received 2025-06-30 without extension, filed 07-04: the three days in principle ended on 07-03',
      expect: 'violates',
      limb: 'beyond-three-days-in-principle',
      record: received('2025-06-30', { filedDate: '2025-07-04' }),
      messageIncludes: ['2025年7月3日', '需核查'],
    },
  ],
  [
    'rz-filing-decision-deadline',
    {
      name: 'received on Sunday 2025-07-06, filed 07-14: the seventh day, a Sunday, moved to Monday',
      expect: 'complies',
      record: received('2025-07-06', { filedDate: '2025-07-14', complex: false }),
    },
  ],
  [
    'rz-filing-decision-deadline',
    {
      name: 'received 2025-07-01, extension approved, filed 07-31: thirtieth day',
      expect: 'complies',
      record: received('2025-07-01', {
        filedDate: '2025-07-31',
        complex: true,
        extensionApproved: true,
        extensionApprovedDate: '2025-07-07',
      }),
    },
  ],
  [
    'rz-filing-decision-deadline',
    {
      name: 'received 2025-07-01, expressly not extended, filed 07-31: overdue',
      expect: 'violates',
      limb: 'beyond-seven-days',
      record: received('2025-07-01', { filedDate: '2025-07-31', extensionApproved: false }),
      messageIncludes: ['2025年7月8日', '违反联合文件'],
    },
  ],
  [
    'rz-filing-decision-deadline',
    {
      name: 'received 2025-07-01, nothing said about an extension, filed 07-31: to be verified',
      expect: 'violates',
      limb: 'extension-not-recorded',
      record: received('2025-07-01', { filedDate: '2025-07-31' }),
    },
  ],
  [
    'rz-filing-decision-deadline',
    {
      name: 'received 2025-06-30 and decided after 07-01: the version of the day of receipt',
      expect: 'complies',
      record: received('2025-06-30', { filedDate: '2025-07-07', clueVerification: true }),
    },
  ],
  [
    'rz-arrest-approval',
    {
      name: 'in custody, the seventh day a Sunday, decided on the eighth: overdue, custody does not roll',
      expect: 'violates',
      limb: 'held',
      record: { requestReceivedDate: '2026-03-01', decidedDate: '2026-03-09', inCustody: true },
    },
  ],
  [
    'rz-refusal-doc-exists',
    {
      name: 'result 退回, document 情况说明: the notice of refusal is missing',
      expect: 'violates',
      limb: 'other-document-to-court',
      record: received('2025-09-01', { result: '退回', documentTitle: '情况说明' }),
    },
  ],
  [
    'rz-60d-private-prosecution',
    {
      name: 'received 03-01, written reply 04-30: the sixtieth day',
      expect: 'complies',
      record: received('2024-03-01', { writtenReplyDate: '2024-04-30' }),
    },
  ],
  [
    'rz-60d-private-prosecution',
    {
      name: 'received 03-01, written reply 05-01: private prosecution is open, no breach by the police',
      expect: 'violates',
      limb: 'no-written-reply',
      record: received('2024-03-01', { writtenReplyDate: '2024-05-01' }),
      messageIncludes: ['自诉', '需核查'],
    },
  ],
  [
    'rz-60d-private-prosecution',
    {
      name: 'the sixtieth day is a day off: it moves first',
      expect: 'complies',
      record: received('2023-03-01', { writtenReplyDate: '2023-05-04' }),
    },
  ],
  [
    'rz-filing-decision-deadline',
    {
      name: 'day of receipt blank: data quality, neither kept nor broken',
      expect: 'indeterminate',
      record: { ...REFERRAL, referredAt: '2025-09-01', filedDate: '2025-12-01' },
    },
  ],
  [
    'rz-refusal-doc-service',
    {
      name: 'day of refusal blank: data quality, neither kept nor broken',
      expect: 'indeterminate',
      record: received('2025-09-01', { result: '不予立案', complainant: true, courtServedDate: '2025-09-05' }),
    },
  ],
  [
    'custody-judicial-detention-intake',
    {
      name: 'time of arrival blank: data quality, neither kept nor broken',
      expect: 'indeterminate',
      record: { type: '司法拘留', name: '测试某某', admittedAt: '2026-03-02T10:00:00' },
    },
  ],
];

const { pack } = readRulePack('rules', new Set(CASES.map(([ruleId]) => ruleId)));
const bench = testBench(pack, loadCalendar('rules'));

describe('boundary cases of refusal to file, arrest and custody', () => {
  it.each(CASES)('%s: $1.name', async (ruleId, test) => {
    const rule = pack.rules.find(({ definition }) => definition.id === ruleId);
    if (rule === undefined) throw new Error(`no usable rule ${ruleId}`);
    expect(await runRuleTests({ ...rule.definition, tests: [test] }, bench)).toEqual([]);
  });

  it('private prosecution accuses nobody', () => {
    const rule = pack.rules.find(({ definition }) => definition.id === 'rz-60d-private-prosecution');
    expect(new Set(rule?.definition.violations.map((limb) => limb.class))).toEqual(new Set(['lead']));
  });
});
