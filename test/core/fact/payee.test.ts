import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf, sourcesOf } from './facts-of-row.ts';
import type { Row } from './neighbour-registers.ts';

const CASE = '（2026）琼9999执1号';
const APPLICANT = '469999199001010011';
const PAYEE = '469999199102020022';
const PAYOUT: Row = {
  caseNo: CASE,
  court: '示例市人民法院',
  payoutDate: '2026-04-08',
  payoutType: '执行款发放',
  litigationRole: '申请执行人',
  party: '测试人员甲',
  payee: '测试人员乙',
  payeeIdentityNo: PAYEE,
  payeeRelation: null,
  collectionAuthorisation: null,
  officerStatement: null,
  remark: null,
};
const PARTIES = {
  caseParty: {
    rows: [
      { caseNo: CASE, partyName: '测试人员甲', partyRole: '申请执行人', identityNo: APPLICANT },
      { caseNo: CASE, partyName: '测试公司丙', partyRole: '被执行人', identityNo: null },
    ],
  },
};
const standing = (row: Row = {}, tables: Parameters<typeof factOf>[3] = {}) =>
  factOf('payeeStanding', 'proceedsPayout', { ...PAYOUT, ...row }, { ...PARTIES, ...tables });

describe('whether the payee is the applicant', () => {
  it('differs by number where nothing speaks for the payee', () => {
    expect(standing()).toBe('differs');
  });

  it.each<readonly [string, Row]>([
    ['a legal representative', { payeeRelation: '法定代理人' }],
    ['an heir', { payeeRelation: '继承人' }],
    ['an assignee', { litigationRole: '债权受让人' }],
    ['a creditor who takes part in the distribution', { payoutType: '参与分配款' }],
    ['a mortgagee', { remark: '抵押权人优先受偿' }],
    ['another case that withholds the money', { remark: '协助另案扣划' }],
    ['the treasury', { payee: '示例市国库' }],
    ['another court', { payee: '示例市乙区人民法院' }],
    ['a finder of property', { payoutType: '悬赏金' }],
    ['a buyer whose deposit goes back', { payoutType: '竞买保证金退还' }],
    ['somebody with special authority', { collectionAuthorisation: '是' }],
    ['somebody of whom the officer wrote', { officerStatement: '依裁定支付' }],
    ['the debtor, who gets back what is left', { payee: '测试公司丙' }],
  ])('finds a ground for %s', (_name, row) => {
    expect(standing(row)).toBe('grounded');
  });

  it.each<readonly [string, Row]>([
    ['an agent without special authority', { payeeRelation: '委托代理人' }],
    ['an authority that was refused', { collectionAuthorisation: '否' }],
    ['a remark that there is none', { remark: '未特别授权' }],
  ])('finds no ground in %s', (_name, row) => {
    expect(standing(row)).toBe('differs');
  });

  it('does not take the debtor’s side for the applicant’s', () => {
    expect(standing({ litigationRole: '被申请执行人', party: '测试人员乙' })).toBe('differs');
  });

  it('is unknown where nobody is known to have applied', () => {
    expect(standing({ litigationRole: null }, { caseParty: { rows: [] } })).toBeInstanceOf(Unknown);
  });
});

describe('whether the payee is on the staff of the court', () => {
  const staff = (row: Row) => ({
    courtPersonnel: {
      rows: [{ court: '示例市人民法院', name: '测试法官戊', identityNo: null, leftDate: null, ...row }],
    },
  });
  it.each<readonly [string, Row, boolean]>([
    ['by the own number', { identityNo: PAYEE }, true],
    [
      'by the number of a relative among other words',
      { relativesDeclared: `配偶：测试人员乙（${PAYEE}）、某公司` },
      true,
    ],
    ['not by the name of a relative', { relativesDeclared: '配偶：测试人员乙' }, false],
    ['not in another court', { identityNo: PAYEE, court: '示例市乙区人民法院' }, false],
    ['not after leaving', { identityNo: PAYEE, leftDate: '2026-04-07' }, false],
  ])('is told %s', (_name, row, expected) => {
    expect(factOf('payeeOnRoster', 'proceedsPayout', PAYOUT, staff(row))).toBe(expected);
    expect(sourcesOf('payeeOnRoster', 'proceedsPayout', PAYOUT, staff(row))).toEqual(
      expected ? ['courtPersonnel 2'] : [],
    );
  });
});
