import { dateOf, hasValue, saysNo, saysNone, textOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';

/** Facts on requests to help find a debtor (民事执行中财产调查规定 15). */
const REGISTER = 'personLocate';
const OPEN = /未反馈|未回复|待反馈|查找中|办理中/u;

/** Moment of the reply. A result without a date says that there was one, and not when. */
const locateReply: FactDefinition = {
  name: 'locateReply',
  register: REGISTER,
  label: { zh: '协查反馈时间', en: 'reply to the request' },
  type: 'dateTime',
  shared: true,
  reads: fixedReads(['repliedAt', 'locateResult']),
  evaluate: (record): FactResult => {
    const replied = dateOf(record, 'repliedAt');
    if (replied === undefined) return new Unknown('missing', ['repliedAt']);
    const result = textOf(record, 'locateResult');
    if (replied !== null || result === '' || saysNone(result) || OPEN.test(result)) return replied;
    return new Unknown('missing', ['repliedAt']);
  },
};

/** Whether a handover is on record, by its time or by a word of it; unknown where the register has a column for neither. */
const handoverShown: FactDefinition = {
  name: 'handoverShown',
  register: REGISTER,
  label: { zh: '有移交记录', en: 'a handover is on record' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['handedOverAt', 'handoverRecord']),
  evaluate: (record): FactResult => {
    const { handedOverAt, handoverRecord } = record.values;
    const words = textOf(record, 'handoverRecord');
    if (hasValue(record, 'handedOverAt') || (words !== '' && !saysNo(words))) return true;
    return handedOverAt === undefined && handoverRecord === undefined
      ? new Unknown('missing', ['handedOverAt', 'handoverRecord'])
      : false;
  },
};

/** Time of the handover; blank also where the register has no column for it. */
const handedOverOn: FactDefinition = {
  name: 'handedOverOn',
  register: REGISTER,
  label: { zh: '移交时间', en: 'time of the handover' },
  type: 'dateTime',
  shared: true,
  reads: fixedReads(['handedOverAt']),
  evaluate: (record): FactResult => dateOf(record, 'handedOverAt') ?? null,
};

export const locateFacts: readonly FactDefinition[] = [locateReply, handoverShown, handedOverOn];
