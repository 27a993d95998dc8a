import { describe, expect, it } from 'vitest';
import type { RuleTest } from '../../src/core/rule/format.ts';
import { runRuleTests } from '../../src/core/rule/self-test.ts';
import { loadCalendar, readRulePack, testBench } from '../../src/host/rule-pack.ts';

/** Boundary cases of the rules on dishonest debtors and on judicial suggestions, in both engines. */
type Case = readonly [ruleId: string, test: RuleTest];
type Row = RuleTest['record'];

const COMPANY = { name: '示例市甲公司', identityNo: '91469999MA5T00001T' };
const PERSON = { name: '测试人员乙', identityNo: '469999199001011234' };
const CATALOGUE = {
  matterCode: 'SX001',
  matterName: '示例经营许可',
  strength: '禁止',
  basisDocument: '《示例法》第1条',
  basisLevel: '法律',
  effectiveDate: '2020-01-01',
};

function listed(who: Row, rest: Row): Row {
  return { ...who, court: '示例市人民法院', caseNo: '（2026）琼9999执1号', ...rest };
}

/** An approval of a matter that the catalogue bans, against one listing of the applicant. */
function approval(name: string, decidedAt: string, listing: Row, limb?: string): Case {
  return [
    'credit-approval-while-listed',
    {
      name,
      expect: limb === undefined ? 'complies' : 'violates',
      ...(limb === undefined ? {} : { limb }),
      record: {
        department: '示例市示例局',
        matterCode: 'SX001',
        matterName: '示例经营许可',
        applicant: COMPANY.name,
        applicantIdentityNo: COMPANY.identityNo,
        decidedAt,
        decision: '准予',
      },
      neighbours: { dishonestListing: [listed(COMPANY, listing)], sanctionCatalogue: [CATALOGUE] },
    },
  ];
}

/** The registration of a director on a day, against one listing. */
function officer(name: string, registeredDate: string, listing: Row, limb?: string): Case {
  return [
    'credit-company-officer',
    {
      name,
      expect: limb === undefined ? 'complies' : 'violates',
      ...(limb === undefined ? {} : { limb }),
      record: {
        registrar: '示例市市场监管局',
        companyName: COMPANY.name,
        creditCode: COMPANY.identityNo,
        officerPost: '董事',
        ...PERSON,
        registeredDate,
        inOffice: true,
      },
      neighbours: { dishonestListing: [listing] },
    },
  ];
}

/** A suggestion of the court that states a time of two months. */
function suggestion(name: string, servedDate: string, repliedDate: string, limb?: string): Case {
  return [
    'suggestion-reply',
    {
      name,
      expect: limb === undefined ? 'complies' : 'violates',
      ...(limb === undefined ? {} : { limb }),
      record: {
        suggestionNo: '琼9999法建〔2025〕1号',
        type: '综合治理',
        court: '示例市人民法院',
        recipient: '示例市某某局',
        signedDate: servedDate,
        servedDate,
        feedbackLimit: '两个月',
        repliedDate,
        adopted: '采纳',
      },
    },
  ];
}

const PUBLISHED = { publishedDate: '2026-01-10' };
const OWN_DEBT = { publishedDate: '2024-01-10', largeDebt: true, principalDebtKind: '个人债务' };

const CASES: readonly Case[] = [
  approval('the day of publication is the day of decision: a hit', '2026-01-10', PUBLISHED, 'approved-against-ban'),
  approval('the day before the publication', '2026-01-09', PUBLISHED),
  approval('removed earlier on the day of the decision: no hit', '2026-03-02T15:00:00', {
    ...PUBLISHED,
    shieldedDate: '2026-03-02T09:00:00',
  }),
  approval(
    'removed on the day of the decision, days only: doubtful',
    '2026-03-02',
    { ...PUBLISHED, shieldedDate: '2026-03-02' },
    'match-uncertain',
  ),
  officer(
    'registered on 2024-06-30: a hint only',
    '2024-06-30',
    listed(PERSON, OWN_DEBT),
    'registered-under-the-old-law',
  ),
  officer('registered on 2024-07-01: a violation', '2024-07-01', listed(PERSON, OWN_DEBT), 'registered-while-listed'),
  officer(
    'the company that the person represents is listed, the person is not',
    '2024-07-01',
    listed(COMPANY, { ...OWN_DEBT, responsiblePerson: PERSON.name }),
  ),
  suggestion('two months from 31 December 2024 end on 28 February 2025', '2024-12-31', '2025-02-28'),
  suggestion('one day after the last day of February', '2024-12-31', '2025-03-01', 'stated-overdue'),
  suggestion('two months that end in the Spring Festival move behind it', '2024-12-01', '2025-02-05'),
  suggestion('the day after the moved one', '2024-12-01', '2025-02-06', 'stated-overdue'),
  ...(
    [
      ['suggestion-reply', { suggestionNo: '琼9999法建〔2026〕1号', type: '综合治理', repliedDate: '2026-03-12' }],
      [
        'rz-nonprosecution-service',
        { caseNo: '测试检刑不诉〔2026〕1号', decisionType: '酌定不起诉', service: '被不起诉人2026-03-02' },
      ],
    ] as const
  ).map(([ruleId, record]): Case => [
    ruleId,
    { name: 'day of the start blank: data quality, neither kept nor broken', expect: 'indeterminate', record },
  ]),
];

const { pack } = readRulePack('rules', new Set(CASES.map(([ruleId]) => ruleId)));
const bench = testBench(pack, loadCalendar('rules'));

describe('boundary cases of credit and of judicial suggestions', () => {
  it.each(CASES)('%s: $1.name', async (ruleId, test) => {
    const rule = pack.rules.find(({ definition }) => definition.id === ruleId);
    if (rule === undefined) throw new Error(`no usable rule ${ruleId}`);
    expect(await runRuleTests({ ...rule.definition, tests: [test] }, bench)).toEqual([]);
  });

  it.each(['credit-approval-while-listed', 'credit-company-officer'])(
    '%s: a doubtful match is a lead only',
    (ruleId) => {
      const rule = pack.rules.find(({ definition }) => definition.id === ruleId);
      expect(rule?.definition.violations.find(({ name }) => name === 'match-uncertain')?.class).toBe('lead');
    },
  );
});
