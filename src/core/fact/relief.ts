import type { RegisterRecord } from '../register/record.ts';
import { hasValue, textOf, unknownOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, numberOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const RELIEF = 'judicialRelief';

const WITHDRAWN = ['撤回', '撤销', '终止', '终结', '放弃'];
const REFUSED = ['不予', '不救助', '不同意', '不批准', '驳回', '不符合', '未批准', '否'];
/** Days that only come after a decision to grant. */
const AFTER_GRANT = ['fundsArrivedDate', 'notifiedDate', 'paidDate'] as const;

/** 救助, 不予救助, 撤回, or 未决定 while nothing was decided; unknown where a decision stands without its words. */
function outcomeOf(record: RegisterRecord): FactResult {
  const decision = textOf(record, 'decision');
  if (mentionsAny(decision, WITHDRAWN)) return '撤回';
  if (mentionsAny(decision, REFUSED)) return '不予救助';
  if (decision !== '') return '救助';
  if (hasValue(record, 'refusalInformedDate')) return '不予救助';
  if (AFTER_GRANT.some((field) => hasValue(record, field)) || (numberOf(record.values.amount) ?? 0) > 0) return '救助';
  return hasValue(record, 'approvedDate') ? new Unknown('missing', ['decision']) : '未决定';
}

const reliefOutcome: FactDefinition = {
  name: 'reliefOutcome',
  register: RELIEF,
  label: { zh: '救助申请的结果', en: 'outcome of the application' },
  type: 'text',
  shared: true,
  reads: fixedReads(['decision', 'refusalInformedDate', ...AFTER_GRANT, 'amount', 'approvedDate']),
  evaluate: outcomeOf,
};

/** Day of the decision. Unknown where later cells show that there was one and its day is missing. */
const reliefDecided: FactDefinition = {
  name: 'reliefDecided',
  register: RELIEF,
  label: { zh: '救助决定日', en: 'day of the decision' },
  type: 'date',
  shared: true,
  reads: fixedReads(['approvedDate', 'decision', 'refusalInformedDate', ...AFTER_GRANT]),
  evaluate: (record): FactResult => {
    const unread = unknownOf(record, ['approvedDate']);
    if (unread !== null) return unread;
    if (hasValue(record, 'approvedDate')) return record.values.approvedDate ?? null;
    const decided = ['decision', 'refusalInformedDate', ...AFTER_GRANT].some((field) => hasValue(record, field));
    return decided ? new Unknown('missing', ['approvedDate']) : null;
  },
};

export const reliefFacts: readonly FactDefinition[] = [reliefOutcome, reliefDecided];
