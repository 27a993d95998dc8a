import type { RegisterRecord } from '../register/record.ts';
import { minutesBetween } from '../calendar/day-arithmetic.ts';
import { dateOf } from './cells.ts';
import type { FactContext, FactDefinition } from './fact.ts';
import { Unknown } from './fact.ts';
import { compareDates, hasTime } from './iso.ts';
import { matchKey } from './measure-window.ts';
import { fixedReads, known, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const TRANSACTIONS = 'accountTransaction';
const MINUTES_OF_A_DAY = 24 * 60;
/** Policy: 10,000 yuan in fen, or half of the balance. */
const LEAST_AMOUNT = 1_000_000;
const LEAST_SHARE = 0.5;
const AUTOMATIC_WORDS = ['自动扣', '代扣', '扣划', '在途', '手续费', '结息', '还贷', '年费', '冲正'];

function isLarge(row: RegisterRecord): boolean {
  const amount = numberOf(row.values['debitAmount']);
  if (amount === null) return false;
  const before = numberOf(row.values['balanceBefore']);
  return amount >= LEAST_AMOUNT || (before !== null && before > 0 && amount >= before * LEAST_SHARE);
}

function isVoluntary(row: RegisterRecord): boolean {
  return row.values['automatic'] !== true && !mentionsAny(textOf(row.values['remark']) ?? '', AUTOMATIC_WORDS);
}

/** Large voluntary outflows of the same account within a day after service and before control was complete. */
function outflows(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const rows = recordsOfCase(record, context, TRANSACTIONS, ['transferredAt', 'debitAmount', 'accountNo']);
  if (rows instanceof Unknown) return rows;
  const served = dateOf(record, 'servedAt');
  const account = matchKey(record.values.propertyId);
  if (typeof served !== 'string' || !hasTime(served)) return new Unknown('missing', ['servedAt']);
  if (account === '') return new Unknown('missing', ['propertyId']);
  const completed = dateOf(record, 'completedAt');
  return rows.filter((row) => {
    const at = dateOf(row, 'transferredAt');
    // Without a time of day nobody can say which came first.
    if (typeof at !== 'string' || !hasTime(at) || matchKey(row.values['accountNo']) !== account) return false;
    const minutes = minutesBetween(served, at);
    if (minutes <= 0 || minutes > MINUTES_OF_A_DAY) return false;
    if (typeof completed === 'string' && (!hasTime(completed) || compareDates(at, completed) >= 0)) return false;
    return isLarge(row) && isVoluntary(row);
  });
}

const outflowAfterService: FactDefinition = {
  name: 'outflowAfterService',
  register: 'assistanceRequest',
  label: { zh: '送达后控制前的大额转出', en: 'large outflow after service and before control' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(
    ['caseNo', 'servedAt', 'completedAt', 'propertyId'],
    [{ register: TRANSACTIONS, fields: ['transferredAt', 'debitAmount', 'accountNo'] }],
  ),
  evaluate: (record, context) => {
    const rows = outflows(record, context);
    return rows instanceof Unknown ? rows : rows.length > 0;
  },
  describe: (record, context) => {
    const rows = outflows(record, context);
    const [first] = known(rows);
    return { at: textOf(first?.values['transferredAt']), amount: numberOf(first?.values['debitAmount']) };
  },
  sources: (record, context) => known(outflows(record, context)),
};

export const accountOutflowFacts: readonly FactDefinition[] = [outflowAfterService];
