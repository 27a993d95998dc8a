import { describe, expect, it } from 'vitest';
import type { RuleTest } from '../../src/core/rule/format.ts';
import { runRuleTests } from '../../src/core/rule/self-test.ts';
import { loadCalendar, readRulePack, testBench } from '../../src/host/rule-pack.ts';

/** The boundary cases set for assistance by agencies, banks and registries, each judged by both engines. */
const NOTICE = '（2026）琼9999执101号协助执行通知书';
const UNIT_NO = '469999000000GB00001F0001';
const COMPANY = '91469999MA5TEST0XK';
const PERSON = '460000190001010015';

const REQUEST = {
  caseNo: '（2026）琼9999执101号',
  assistingUnit: '示例市不动产登记中心',
  departmentCategory: '自然资源·不动产',
  assistanceCategory: '查封',
  documentNo: NOTICE,
  propertyId: UNIT_NO,
};
const TRANSFER = { propertyId: UNIT_NO, registrar: '示例市不动产登记中心', changeType: '转移' };
const FREEZE = { caseNo: '（2026）琼9999执101号', creditCode: COMPANY, debtor: '测试甲', documentNo: NOTICE };
const SEIZED = { ...REQUEST, servedAt: '2026-03-02T10:05:00' };

const CASES: readonly (readonly [ruleId: string, test: RuleTest])[] = [
  [
    'equity-freeze-publicity',
    {
      name: 'served on Friday at 17:30, published on Monday: within one working day of the next one',
      expect: 'complies',
      record: { ...FREEZE, servedAt: '2026-03-06T17:30:00', publishedAt: '2026-03-09T11:00:00' },
    },
  ],
  [
    'equity-freeze-publicity',
    {
      name: 'served on Friday at 17:30, published on Wednesday: a day late',
      expect: 'violates',
      limb: 'late',
      record: { ...FREEZE, servedAt: '2026-03-06T17:30:00', publishedAt: '2026-03-11T11:00:00' },
      messageIncludes: ['2026年3月10日', '超过内控参考时限'],
    },
  ],
  [
    'equity-change-during-freeze',
    {
      name: 'the freeze takes effect by publication: a change between service and publication is none',
      expect: 'complies',
      record: {
        creditCode: COMPANY,
        changeItem: '股东变更',
        shareholderIdentityNo: PERSON,
        approvedDate: '2026-03-08',
      },
      neighbours: {
        equityFreeze: [
          {
            ...FREEZE,
            identityNo: PERSON,
            servedAt: '2026-03-06T17:30:00',
            publishedAt: '2026-03-09T11:00:00',
            termEnd: '2029-03-08',
            forbiddenMatters: '股权转让变更登记',
          },
        ],
      },
    },
  ],
  [
    'property-assist-effect-time',
    {
      name: 'served at 10:05, transfer registered at 10:20',
      expect: 'violates',
      limb: 'registered-after-service',
      record: { ...TRANSFER, registeredAt: '2026-03-02T10:20:00' },
      neighbours: { assistanceRequest: [SEIZED] },
      messageIncludes: ['10时05分', '10时20分', '违反法律'],
    },
  ],
  [
    'property-assist-effect-time',
    {
      name: 'registration complete at 10:00, before service at 10:05',
      expect: 'complies',
      record: { ...TRANSFER, registeredAt: '2026-03-02T10:00:00' },
      neighbours: { assistanceRequest: [SEIZED] },
    },
  ],
  [
    'assist-internal-approval-delay',
    {
      name: 'the remark says that all was done by internal rules on the day',
      expect: 'complies',
      record: {
        ...REQUEST,
        servedAt: '2026-03-18T09:00:00',
        completedAt: '2026-03-18T15:00:00',
        result: '已办理',
        unhandledReason: '已按内部规定当日办结',
      },
    },
  ],
  [
    'assist-internal-approval-delay',
    {
      name: 'the same remark without a date: nothing is reported',
      expect: 'indeterminate',
      record: { ...REQUEST, servedAt: '2026-03-18T09:00:00', unhandledReason: '已按内部规定当日办结' },
    },
  ],
  ...(
    [
      ['assist-refused', { ...REQUEST, result: '拒绝', unhandledReason: '领导不同意' }],
      ['assist-internal-approval-delay', { ...REQUEST, unhandledReason: '内部审批' }],
      ['assist-dept-overdue', { ...REQUEST, repliedAt: '2026-03-30' }],
      [
        'bank-counter-immediate',
        {
          ...REQUEST,
          assistingUnit: '示例银行',
          departmentCategory: '银行·柜面',
          assistanceCategory: '冻结',
          completedAt: '2026-03-30',
        },
      ],
      ['realestate-seal-registration-timely', { propertyId: UNIT_NO, sealType: '查封', registeredAt: '2026-03-30' }],
      ['realestate-waiting-seal-order', { propertyId: UNIT_NO, sealType: '轮候', waitingOrder: 2 }],
      ['equity-freeze-publicity', { ...FREEZE, publishedAt: '2026-03-30' }],
      ['police-vehicle-control', { plateNo: '琼Z00001', lockedAt: '2026-03-30' }],
      ['police-locate-person', { requestLetterNo: '测试1号', repliedAt: '2026-03-30' }],
      ['exit-ban-executed', { decisionNo: '测试1号', enteredAt: '2026-03-02', exitedAt: '2026-03-30' }],
    ] as const
  ).map(
    ([ruleId, record]) =>
      [
        ruleId,
        { name: 'a blank time of service is bad data, neither kept nor broken', expect: 'indeterminate', record },
      ] as const,
  ),
];

const { pack } = readRulePack('rules', new Set(CASES.map(([ruleId]) => ruleId)));
const bench = testBench(pack, loadCalendar('rules'));

describe('boundary cases of assistance', () => {
  it.each(CASES)('%s: $1.name', async (ruleId, test) => {
    const rule = pack.rules.find(({ definition }) => definition.id === ruleId)?.definition;
    if (rule === undefined) throw new Error(`no rule ${ruleId}`);
    expect(await runRuleTests({ ...rule, tests: [test] }, bench)).toEqual([]);
  });
});
