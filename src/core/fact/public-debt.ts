import type { RegisterRecord } from '../register/record.ts';
import { dateOf, hasValue, saysNo, textOf, unknownOf } from './cells.ts';
import { addMonths } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { fixedReads, known, numberOf, recordsOfCase } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const CASES = 'governmentDebtorCase';

const DONE = ['执行完毕', '履行完毕', '全部履行', '已履行完', '已结清', '已清偿', '已清零', '已销号'];
const NOT_DONE = ['未', '尚', '没有', '部分', '拟'];

/** Whether the status says that everything was paid. */
function saysPaid(record: RegisterRecord): boolean {
  const status = textOf(record, 'status');
  return mentionsAny(status, DONE) && !mentionsAny(status, NOT_DONE);
}

/**
 * What is still to be paid: the column, else the claim less what was paid. A status that says all is paid contradicts an
 * amount above zero: then nobody can tell.
 */
const outstandingAmount: FactDefinition = {
  name: 'outstandingAmount',
  register: CASES,
  label: { zh: '尚未履行的金额', en: 'amount still outstanding' },
  type: 'money',
  shared: true,
  reads: fixedReads(['unpaidAmount', 'claimAmount', 'paidAmount', 'status']),
  evaluate: (record): FactResult => {
    const { unpaidAmount, claimAmount, paidAmount } = record.values;
    const claim = numberOf(claimAmount);
    const difference = claim === null ? null : claim - (numberOf(paidAmount) ?? 0);
    const computed = hasValue(record, 'paidAmount') ? difference : null;
    const amount = numberOf(unpaidAmount) ?? computed;
    if (amount === null) return saysPaid(record) ? 0 : new Unknown('missing', ['unpaidAmount']);
    return amount > 0 && saysPaid(record) ? new Unknown('missing', ['unpaidAmount', 'status']) : amount;
  },
  describe: (record, context) => {
    const amount = context.fact('outstandingAmount', record);
    return typeof amount === 'number' ? { amount } : {};
  },
};

const KEPT = ['按期履行', '按期支付', '按计划履行', '按计划支付', '如期履行', '如期支付', '正常履行'];
const BROKEN = ['未', '没有', '逾期', '不能', '无法', '违约', '停止'];

/** Whether an instalment plan or settlement is kept. Unknown where there is one and nobody says whether it is kept. */
const planKept: FactDefinition = {
  name: 'planKept',
  register: CASES,
  label: { zh: '分期计划或者和解按期履行', en: 'an instalment plan or settlement is kept' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['performancePlan', 'status']),
  evaluate: (record): FactResult => {
    const words = `${textOf(record, 'performancePlan')} ${textOf(record, 'status')}`;
    if (mentionsAny(words, KEPT)) return !mentionsAny(words, BROKEN);
    const planned = hasValue(record, 'performancePlan') && !saysNo(textOf(record, 'performancePlan'));
    if (planned || textOf(record, 'status').includes('和解')) return new Unknown('missing', ['performancePlan']);
    return unknownOf(record, ['performancePlan']) ?? false;
  },
};

/**
 * Months since the case was filed, the running one included: 6 up to the day that corresponds six months on, 7 from the next.
 * 0 where no day of filing is known.
 */
const monthsOnFile: FactDefinition = {
  name: 'monthsOnFile',
  register: CASES,
  label: { zh: '立案以来的月数', en: 'months since filing' },
  type: 'number',
  shared: true,
  reads: fixedReads(['filedDate']),
  evaluate: (record, context): FactResult => {
    const filed = dateOf(record, 'filedDate');
    if (typeof filed !== 'string') return 0;
    let months = 0;
    while (addMonths(dayOf(filed), months) < context.asOf) months += 1;
    return months;
  },
};

/** Registers that show a measure of the court besides the table's own column. */
const MEASURES = ['judicialSanction', 'judicialSuggestion'] as const;

function measuresElsewhere(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return MEASURES.flatMap((register) => known(recordsOfCase(record, context, register)));
}

/** Whether the court took a measure against the body: by the table's column, or a sanction or recommendation in the case. */
const courtMeasureTaken: FactDefinition = {
  name: 'courtMeasureTaken',
  register: CASES,
  label: { zh: '法院已采取措施', en: 'the court took a measure' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(
    ['contemptMeasure', 'caseNo'],
    MEASURES.map((register) => ({ register, fields: ['caseNo'] })),
  ),
  evaluate: (record, context): FactResult => {
    const own = textOf(record, 'contemptMeasure');
    if (own !== '' && !saysNo(own)) return true;
    if (measuresElsewhere(record, context).length > 0) return true;
    return unknownOf(record, ['contemptMeasure']) ?? false;
  },
  sources: measuresElsewhere,
};

export const publicDebtFacts: readonly FactDefinition[] = [
  outstandingAmount,
  planKept,
  monthsOnFile,
  courtMeasureTaken,
];
