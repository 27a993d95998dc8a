import type { FieldValue, RegisterRecord } from '../register/record.ts';
import { answer } from './cells.ts';
import { declaredNumbers } from './declared-relatives.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { absentColumns, fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { identifies } from './party-number.ts';
import { isPayout, isProceedsPayout } from './payout-status.ts';
import { onceForRecord, onceForRegisters } from './remember.ts';
import type { SharedContext } from './remember.ts';
import { sameName } from './same-property.ts';
import { comparableText } from './text.ts';
import { mentionsAny, namesIn } from './words.ts';

/** Facts on who received enforcement proceeds (执行规定20条2款：代为收取须特别授权). */
const PAYOUTS = 'proceedsPayout';
const CASES = 'enforcementCase';
const PARTIES = 'caseParty';
const PLANS = 'distributionPlan';
const RECEIPTS = 'proceedsReceipt';
const AUCTIONS = 'judicialAuction';
const STAFF = 'courtPersonnel';

const APPLICANT_WORDS = ['申请'];
const AGAINST_WORDS = ['被申请', '被执行'];
/** Lawful grounds on which somebody other than the applicant is paid, as registers write them. */
const GROUND_WORDS = [
  ...['法定代理', '监护', '继承', '承继', '变更', '追加', '受让', '转让', '特别授权', '抵销'],
  ...['参与分配', '分配方案', '优先', '抵押权', '质权', '另案', '提取', '扣划', '协助', '垫付'],
  ...['退款', '退还', '退回', '返还', '余款', '保证金', '买受', '竞买', '提存', '救助'],
  ...['执行费', '评估费', '拍卖', '鉴定', '审计', '公告费', '保管', '辅助', '悬赏', '举报'],
  ...['国库', '罚金', '罚款', '上缴', '财政', '税'],
];
const NO_GROUND_WORDS = ['无特别授权', '未特别授权', '没有特别授权', '未获特别授权', '无授权', '未授权'];
/** Bodies that are paid for their services, or take money for others. */
const BODY_WORDS = [
  '法院',
  '国库',
  '财政',
  '税务',
  '评估',
  '拍卖',
  '鉴定',
  '公证',
  '审计',
  '登记中心',
  '管理人',
  '清算组',
];

type Standing = 'entitled' | 'grounded' | 'differs' | 'differsByName';

interface Person {
  readonly name: string;
  readonly number: string | null;
}

function personOf(name: FieldValue, number: FieldValue): readonly Person[] {
  const names = namesIn(textOf(name) ?? '');
  return names.map((each) => ({ name: each, number: names.length === 1 ? textOf(number) : null }));
}

function rowsOf(record: RegisterRecord, context: SharedContext, register: string): readonly RegisterRecord[] {
  return known(recordsOfCase(record, context, register));
}

function isApplicantRole(role: FieldValue): boolean {
  const words = textOf(role) ?? '';
  return mentionsAny(words, APPLICANT_WORDS) && !mentionsAny(words, AGAINST_WORDS);
}

/** Applicants of the case: by the table of parties, else by the case; those whom the payout itself calls so as well. */
const applicantsOf = onceForRecord((record, context): readonly Person[] => {
  const { applicant, party, litigationRole } = record.values;
  const own = [...personOf(applicant, null), ...(isApplicantRole(litigationRole) ? personOf(party, null) : [])];
  const parties = rowsOf(record, context, PARTIES).filter(({ values }) => isApplicantRole(values.partyRole));
  const listed = parties.flatMap(({ values }) => personOf(values.partyName, values.identityNo));
  const cases = listed.length > 0 ? [] : rowsOf(record, context, CASES);
  const ofCase = cases.flatMap(({ values }) => personOf(values.applicant, values.applicantIdentityNo));
  const known = [...listed, ...ofCase];
  return [...known, ...own.filter(({ name }) => !known.some((each) => sameName(each.name, name)))];
});

/** An authorisation, or a ground in the words of the payout; a statement of the officer is an explanation. */
function groundRecorded(record: RegisterRecord): boolean {
  const { payoutType, payeeRelation, litigationRole, remark, officerStatement } = record.values;
  if (answer(record, 'collectionAuthorisation') === 'yes' || textOf(officerStatement) !== null) return true;
  const words = [payoutType, payeeRelation, litigationRole, remark].map((each) => textOf(each) ?? '').join(' ');
  return mentionsAny(words, GROUND_WORDS) && !mentionsAny(words, NO_GROUND_WORDS);
}

/** Whether other registers show why the payee may be paid: a party, a payer, a buyer, one of several creditors. */
function knownOtherwise(record: RegisterRecord, context: SharedContext, payee: Person): boolean {
  if (mentionsAny(payee.name, BODY_WORDS)) return true;
  const parties = rowsOf(record, context, PARTIES).flatMap(({ values }) =>
    personOf(values.partyName, values.identityNo),
  );
  const debtors = rowsOf(record, context, CASES).flatMap(({ values }) =>
    personOf(values.debtor, values.debtorIdentityNo),
  );
  const payers = rowsOf(record, context, RECEIPTS).flatMap(({ values }) => personOf(values.paidBy, null));
  const buyers = rowsOf(record, context, AUCTIONS).flatMap(({ values }) => personOf(values.buyer, null));
  if ([...parties, ...debtors, ...payers, ...buyers].some((each) => isSame(each, payee))) return true;
  return rowsOf(record, context, PLANS).length > 0;
}

function isSame(a: Person, b: Person): boolean {
  return sameName(a.name, b.name) || (a.number !== null && a.number === b.number);
}

/** Whether the columns are there that would show an authorisation or a ground. */
function wouldShowGround({ values }: RegisterRecord): boolean {
  const { collectionAuthorisation, payeeRelation, payoutType, remark } = values;
  return [collectionAuthorisation, payeeRelation, payoutType, remark].every((each) => each !== undefined);
}

const standingOf = onceForRecord((record, context): Standing | Unknown => {
  const { payee, payeeAccountName, payeeIdentityNo } = record.values;
  const name = comparableText(textOf(payee) ?? textOf(payeeAccountName) ?? '');
  if (name === '') return new Unknown('missing', ['payee']);
  const paid = { name, number: textOf(payeeIdentityNo) };
  const applicants = applicantsOf(record, context);
  if (applicants.some((each) => isSame(each, paid))) return 'entitled';
  if (groundRecorded(record) || knownOtherwise(record, context, paid)) return 'grounded';
  if (applicants.length === 0) return new Unknown('missing', [`${CASES}.applicant`]);
  const numbers = [paid.number, ...applicants.map(({ number }) => number)];
  const identified = numbers.every((number) => number !== null && identifies(number));
  return identified && wouldShowGround(record) ? 'differs' : 'differsByName';
});

/** Staff by their own numbers, and by those of the relatives whom they declared. */
const staffByNumber = onceForRegisters((context): ReadonlyMap<string, RegisterRecord> => {
  const staff = new Map<string, RegisterRecord>();
  for (const row of context.registers.all(STAFF)) {
    for (const number of declaredNumbers(row)) staff.set(number, row);
  }
  for (const row of context.registers.all(STAFF)) {
    const number = textOf(row.values.identityNo);
    if (number !== null) staff.set(number, row);
  }
  return staff;
});

/** One of the paying court's staff, then in office, who has the payee's whole number or declared a relative by it. */
function staffBehind(record: RegisterRecord, context: SharedContext): RegisterRecord | null | Unknown {
  const number = textOf(record.values.payeeIdentityNo);
  if (number === null || !identifies(number)) return null;
  const absent = absentColumns(context, STAFF, ['identityNo']);
  if (absent !== null) return absent;
  const found = staffByNumber(context).get(number);
  if (found === undefined) return null;
  const [own, paying] = [textOf(found.values.court), textOf(record.values.court)];
  if (own !== null && paying !== null && own !== paying) return null;
  const left = textOf(found.values.leftDate);
  return left !== null && left < (textOf(record.values.payoutDate) ?? context.asOf) ? null : found;
}

const GROUND_FIELDS = [
  'payoutType',
  'payeeRelation',
  'litigationRole',
  'collectionAuthorisation',
  'officerStatement',
  'remark',
] as const;

export const payeeFacts: readonly FactDefinition[] = [
  {
    name: 'proceedsPaidOut',
    register: PAYOUTS,
    label: { zh: '案款已经支付', en: 'proceeds have left the account' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['payoutStatus', 'payoutType']),
    evaluate: (record) => isPayout(record) && isProceedsPayout(record),
  },
  {
    name: 'payeeStanding',
    register: PAYOUTS,
    label: { zh: '收款人与申请执行人是否一致', en: 'whether the payee is the applicant' },
    type: 'text',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'payee', 'payeeAccountName', 'payeeIdentityNo', 'applicant', 'party', ...GROUND_FIELDS],
      [
        { register: PARTIES, fields: ['partyName', 'partyRole', 'identityNo'] },
        { register: CASES, fields: ['applicant', 'applicantIdentityNo', 'debtor'] },
        { register: RECEIPTS, fields: ['paidBy'] },
        { register: AUCTIONS, fields: ['buyer'] },
        { register: PLANS, fields: ['caseNo'] },
      ],
    ),
    evaluate: (record, context: FactContext): FactResult => standingOf(record, context),
    describe: (record, context) => ({
      applicants: applicantsOf(record, context)
        .map(({ name }) => name)
        .join('、'),
    }),
    sources: (record, context) => [...rowsOf(record, context, PARTIES), ...rowsOf(record, context, CASES)],
  },
  {
    name: 'payeeOnRoster',
    register: PAYOUTS,
    label: { zh: '收款人为本院人员或者其申报的近亲属', en: 'the payee is on the court staff, or a declared relative' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(
      ['payeeIdentityNo', 'court', 'payoutDate'],
      [{ register: STAFF, fields: ['identityNo', 'relativesDeclared', 'court', 'leftDate'] }],
    ),
    evaluate: (record, context) => {
      const found = staffBehind(record, context);
      return found instanceof Unknown ? found : found !== null;
    },
    describe: (record, context) => {
      const found = staffBehind(record, context);
      if (found === null || found instanceof Unknown) return {};
      return { name: textOf(found.values.name), department: textOf(found.values.department) };
    },
    sources: (record, context) => {
      const found = staffBehind(record, context);
      return found === null || found instanceof Unknown ? [] : [found];
    },
  },
];
