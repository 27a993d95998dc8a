import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factRegistry } from '../../../src/core/fact/registry.ts';
import { factOf, sourcesOf } from './facts-of-row.ts';
import { registersOf } from './neighbour-registers.ts';

const CASE_NO = '（2026）琼9999执1号';

const TERMINATED = { caseNo: CASE_NO, closeDate: '2026-05-20', applicant: '测试银行', debtor: '甲公司' };
const RECEIPT = { caseNo: CASE_NO, receiptNo: 'P001', bankSerialNo: 'L001', amount: 10000, paidDate: '2026-04-01' };
const PAYOUT_COLUMNS = [
  'caseNo',
  'sourceReceiptNo',
  'sourceSerialNo',
  'payoutStatus',
  'payoutType',
  'payoutDate',
  'amount',
];

describe('a neighbour register that was not handed over', () => {
  it.each([
    ['receiptBalance', 'proceedsReceipt', RECEIPT],
    ['applicantHearing', 'enforcementCase', TERMINATED],
    ['debtorsWithoutRestriction', 'enforcementCase', TERMINATED],
    ['openBindingClues', 'enforcementCase', TERMINATED],
    ['assetsAvailable', 'enforcementCase', TERMINATED],
    ['payoutsBeyondReceipts', 'enforcementCase', TERMINATED],
    ['applicantNeverInformed', 'enforcementCase', TERMINATED],
    ['interferenceOnRecord', 'incomingLetter', { caseNo: CASE_NO, sender: '示例局' }],
    ['pricingStart', 'propertySeizure', { caseNo: CASE_NO, propertyName: '示例路1号' }],
    ['secondEmptyQuery', 'dishonestListing', { caseNo: CASE_NO, name: '测试人员乙' }],
  ])('makes %s unknown, never "none"', (name, register, record) => {
    const value = factOf(name, register, record, {});
    expect(value).toBeInstanceOf(Unknown);
    expect((value as Unknown).reason).toBe('register-absent');
  });
});

describe('hearing the applicant before a termination', () => {
  it('no row in a table without a column for the form says nothing about other forms', () => {
    expect(
      factOf('applicantHearing', 'enforcementCase', TERMINATED, {
        applicantInterview: { columns: ['caseNo', 'interviewedAt'], rows: [] },
      }),
    ).toBe('tableOnly');
  });

  it('an opinion is not missed where the table has no column for it', () => {
    expect(
      factOf('opinionRecorded', 'enforcementCase', TERMINATED, {
        applicantInterview: { columns: ['method'], rows: [{ caseNo: CASE_NO, interviewedAt: '2026-05-10' }] },
      }),
    ).toBe(true);
  });
});

describe('payouts matched to a receipt', () => {
  it('are the rows that the finding rests on', () => {
    expect(
      sourcesOf('receiptBalance', 'proceedsReceipt', RECEIPT, {
        proceedsReceipt: { rows: [RECEIPT, { ...RECEIPT, receiptNo: 'P009', bankSerialNo: 'L009' }] },
        proceedsPayout: {
          columns: PAYOUT_COLUMNS,
          rows: [
            { caseNo: CASE_NO, sourceReceiptNo: 'P001', amount: 4000, payoutDate: '2026-04-10' },
            { caseNo: CASE_NO, sourceReceiptNo: 'P009', amount: 1000, payoutDate: '2026-04-10' },
            { caseNo: CASE_NO, sourceSerialNo: 'L001', amount: 2000, payoutDate: '2026-04-12' },
          ],
        },
      }),
    ).toEqual(['proceedsPayout 2', 'proceedsPayout 4']);
  });

  it.each(['银行处理中', '退票', '支付失败', '待审批', '已撤销'])('a payout in the state %s is none', (state) => {
    expect(
      factOf('receiptBalance', 'proceedsReceipt', RECEIPT, {
        proceedsPayout: {
          columns: PAYOUT_COLUMNS,
          rows: [{ caseNo: CASE_NO, sourceReceiptNo: 'P001', amount: 10000, payoutStatus: state }],
        },
      }),
    ).toBe(10000);
  });

  it('a full payout without a day leaves open when the receipt was settled', () => {
    expect(
      factOf('receiptSettledOn', 'proceedsReceipt', RECEIPT, {
        proceedsPayout: {
          columns: PAYOUT_COLUMNS,
          rows: [{ caseNo: CASE_NO, sourceReceiptNo: 'P001', amount: 10000 }],
        },
      }),
    ).toBeInstanceOf(Unknown);
  });
});

describe('one property in two registers', () => {
  const seizure = { caseNo: CASE_NO, propertyName: '示例路1号房屋' };
  const disposal = (propertyName: string) => ({
    propertyDisposal: { rows: [{ caseNo: CASE_NO, propertyName, pricingStartedDate: '2026-04-10' }] },
  });

  it.each(['示例路1号房屋', '示例市示例路1号房屋', '示例路 1号房屋'])('%s is the same property', (name) => {
    expect(factOf('pricingStart', 'propertySeizure', seizure, disposal(name))).toBe('2026-04-10');
  });

  it('the only row on each side of a case is the same property under another name', () => {
    expect(factOf('pricingStart', 'propertySeizure', seizure, disposal('某厂房'))).toBe('2026-04-10');
  });

  it('a row of another case is not', () => {
    expect(
      factOf('pricingStart', 'propertySeizure', seizure, {
        propertyDisposal: {
          rows: [{ caseNo: '（2026）琼9999执2号', propertyName: '示例路1号房屋', pricingStartedDate: '2026-04-10' }],
        },
      }),
    ).toBeNull();
  });

  it('a row that another property of the case accounts for is not', () => {
    const context = registersOf({
      propertySeizure: { rows: [seizure, { caseNo: CASE_NO, propertyName: '某厂房' }] },
      ...disposal('某厂房'),
    });
    const [own] = context.registers.all('propertySeizure');
    const fact = factRegistry.find('pricingStart', 'propertySeizure');
    if (own === undefined || fact === undefined) throw new Error('no record');
    expect(fact.evaluate(own, context, {})).toBeNull();
  });
});

describe('teams and their lead', () => {
  const person = {
    court: '示例市人民法院',
    teamName: '第一执行团队',
    name: '测试人员1',
    post: '员额法官',
    quotaJudge: true,
  };

  it('a roster without a column for the lead accuses no team of having none', () => {
    const context = registersOf({ courtPersonnel: { rows: [person] } });
    expect(context.registers.all('enforcementTeam').map(({ values }) => values.leadIsNoJudge)).toEqual([false]);
  });

  it('a roster with the column and nobody marked leaves it open', () => {
    const context = registersOf({ courtPersonnel: { rows: [{ ...person, isTeamLead: null }] } });
    expect(context.registers.all('enforcementTeam').map(({ values }) => values.leadIsNoJudge)).toEqual([undefined]);
  });
});
