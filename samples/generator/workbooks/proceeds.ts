/** 案款入账、出账、延缓发放: amounts in three spellings, one receipt paid in parts, one payout that bounced. */
import { caseNo, company, date, idNumber, person, plus, yuan } from '../invented.ts';
import { lead, violation, type Planted, type SampleCell, type SampleWorkbook } from '../layout.ts';
import { Table } from '../table.ts';
import { performedCases } from './enforcement.ts';

const receipts = new Table(
  [
    ['案号', 'caseNo'],
    ['确', 'confirm'],
    ['可', 'available'],
    ['业务类型', 'business'],
    ['缴费人', 'paidBy'],
    ['当事人', 'party'],
    ['金额', 'amount'],
    ['缴费日期', 'paid'],
    ['到账通知日期', 'notified'],
    ['票据号码', 'receipt'],
    ['银行流水号', 'serial'],
    ['承办法官', 'handler'],
    ['收款账号', 'account'],
  ],
  { name: '缴费查询', titles: ['执行案款缴费查询（入账）'] },
);

const payouts = new Table(
  [
    ['案号', 'caseNo'],
    ['经办人', 'officer'],
    ['票据号码', 'ownReceipt'],
    ['出账日期', 'date'],
    ['来源票据号码', 'source'],
    ['出账单号', 'payoutNo'],
    ['出账状态', 'status'],
    ['出账种类', 'kind'],
    ['诉讼地位', 'role'],
    ['当事人', 'party'],
    ['出账金额', 'amount'],
    ['收款人与当事人关系', 'relation'],
    ['支付方式', 'method'],
    ['实际收款人', 'payee'],
    ['身份证号/企业', 'identity'],
    ['代收授权', 'authority'],
    ['备注', 'remark'],
  ],
  { name: '出账查询', titles: ['执行案款出账查询'] },
);

const deferrals = new Table(
  [
    ['序号', 'no'],
    ['案号', 'caseNo'],
    ['票据号码', 'receipt'],
    ['延缓金额', 'amount'],
    ['延缓原因', 'reason'],
    ['延缓天数', 'days'],
    ['延缓到期日', 'until'],
    ['审批人', 'approver'],
    ['审批日期', 'approved'],
    ['审批状态', 'status'],
  ],
  { name: '延缓发放', titles: ['延缓发放审批表'] },
);

let n = 0;
function receive(
  values: Readonly<Record<string, SampleCell>>,
  ...expect: readonly Planted[]
): { receipt: string; caseNo: string; payee: string } {
  n += 1;
  const receipt = `SL0000${String(20260000 + n)}`;
  const number = caseNo(2025, 700 + n);
  receipts.add(
    {
      caseNo: number,
      confirm: '√',
      available: '√',
      business: '执行、调解款',
      paidBy: company(n),
      party: company(n),
      receipt,
      serial: `LS${String(900000 + n)}`,
      handler: person(120 + (n % 5)),
      account: '****9999',
      ...values,
    },
    ...expect,
  );
  return { receipt, caseNo: number, payee: person(130 + n) };
}

function pay(
  to: { receipt: string; caseNo: string; payee: string },
  amount: number,
  day: string,
  status = '支付成功',
  values: Readonly<Record<string, SampleCell>> = {},
  ...expect: readonly Planted[]
): void {
  const row = {
    caseNo: to.caseNo,
    officer: person(150),
    ownReceipt: `SLP${String(payouts.size + 1)}`,
    date: date(day, payouts.size),
    source: to.receipt,
    payoutNo: `CZ${String(5000 + payouts.size)}`,
    status,
    kind: '执行、调解款发放',
    role: '申请执行人',
    party: to.payee,
    amount: yuan(amount, payouts.size),
    relation: '本人账户',
    method: '法银直联',
    payee: to.payee,
    ...values,
  };
  payouts.add(row, ...expect);
}

for (let k = 0; k < 8; k += 1) {
  const paid = `2026-0${String(1 + (k % 5))}-0${String(2 + (k % 6))}`;
  const received = receive({ amount: yuan(10_000 + k * 1250.5, k), paid: date(paid, k), notified: date(paid, k + 1) });
  pay(received, 10_000 + k * 1250.5, `2026-0${String(1 + (k % 5))}-2${String(k % 8)}`);
}
// Look-alike: paid out in two parts, the second on the thirtieth day.
const parts = receive({ amount: 80000, paid: date('2026-03-02', 1), notified: date('2026-03-03', 2) });
pay(parts, 30000, '2026-03-16');
pay(parts, 50000, '2026-04-02');
// Paid on the day after the thirtieth.
const late = receive(
  { amount: '65,000.00', paid: date('2026-03-02', 2), notified: date('2026-03-03', 3) },
  violation('fund-payout-30d'),
);
pay(late, 65000, '2026-04-03');
// Never paid; a bounced transfer is no payout.
const bounced = receive(
  { amount: 42000, paid: date('2026-04-07', 0), notified: date('2026-04-08', 1) },
  violation('fund-payout-30d'),
);
pay(bounced, 42000, '2026-04-20', '退票');
// Without the finance notice the clock's true start is unknown.
receive({ amount: 18000, paid: date('2026-04-14', 3), notified: null }, lead('fund-payout-30d'));
// Look-alike: deferral approved and still running.
const deferred = receive({ amount: 90000, paid: date('2026-04-15', 4), notified: date('2026-04-15', 0) });
deferrals.add({
  caseNo: deferred.caseNo,
  receipt: deferred.receipt,
  amount: 90000,
  reason: '案款分配异议',
  days: 90,
  until: date('2026-08-01', 1),
  approver: '院长',
  approved: date('2026-05-06', 2),
  status: '已批准',
});
// Look-alike: court fees are no enforcement proceeds.
receive({ amount: 1200, business: '预收诉讼费', paid: date('2026-03-10', 1), notified: date('2026-03-10', 2) });
// Pending and announced: the thirtieth day is ahead.
receive({ amount: 25500, paid: date('2026-06-08', 2), notified: date('2026-06-09', 3) });
// The money of the cases that the case register calls performed.
for (const { caseNo: number, amount, closed, debtor, applicant } of performedCases) {
  const received = receive({
    caseNo: number,
    paidBy: debtor,
    party: debtor,
    amount: yuan(amount, n),
    paid: date(plus(closed, -12), n),
    notified: date(plus(closed, -11), n + 1),
  });
  pay({ ...received, caseNo: number, payee: applicant }, amount, plus(closed, -4));
}
// 收款人: somebody else by number; authorised; by name only; an heir; one of the court's own staff who took the claim over.
const elsewhere = [
  {
    values: { payee: person(171), identity: idNumber(171) },
    expect: [violation('fund-payee-mismatch')],
  },
  { values: { payee: person(172), identity: idNumber(172), authority: '特别授权委托书' }, expect: [] },
  { values: { payee: person(173) }, expect: [lead('fund-payee-mismatch')] },
  { values: { payee: person(174), relation: '继承人', identity: idNumber(174) }, expect: [] },
  {
    values: { payee: person(83), relation: '债权受让人', identity: idNumber(83) },
    expect: [lead('fund-payee-mismatch')],
  },
] as const;

/** Applicants of these cases, for the table of parties. */
export const applicantsPaidElsewhere: { caseNo: string; applicant: string; identity: string }[] = [];

elsewhere.forEach(({ values, expect }, index) => {
  const received = receive({ amount: 12_000, paid: date('2026-05-11', index), notified: date('2026-05-12', index) });
  const applicant = person(160 + index);
  applicantsPaidElsewhere.push({ caseNo: received.caseNo, applicant, identity: idNumber(160 + index) });
  pay(
    { ...received, payee: applicant },
    12_000,
    '2026-05-20',
    undefined,
    { relation: '他人账户', ...values },
    ...expect,
  );
});
receipts.total({ caseNo: '合计', amount: 453_000 });

export const proceeds: SampleWorkbook = {
  file: '执行案款出入账（示例）.xlsx',
  sheets: [receipts.build(), payouts.build(), deferrals.build()],
};
