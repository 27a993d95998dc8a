import type { RegisterRecord } from '../register/record.ts';
import { dateOf, textOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { fixedReads, known, recordsOfCase } from './neighbours.ts';

/** Facts on requests for assistance that courts served on agencies, banks and registries. */
const REQUEST = 'assistanceRequest';
const NETWORK = 'networkQuery';

/** Words by which a register says that a matter is still open. */
const OPEN = /在办|办理中|处理中|核查中|未办|未反馈|未回复|待|正在|拟/u;
/** Words of a remark that say that the matter is done although no date stands in its column. */
const DONE = /已.{0,8}(?:办结|办理|办妥|完成|协助|反馈|回复|查封|冻结|扣划|提取)|(?:当日|当场|即时)(?:办结|办理|反馈)/u;

/** Words by which a register says that the court no longer asks for it, or that the row repeats another. */
const WITHDRAWN = /法院.{0,4}撤[回销]|撤[回销](?:协助|通知)|(?:不再|无需|终止)(?:协助|办理)|作废|重复(?:登记|送达)/u;

/** Whether the row says in words that the matter is done, or that nothing is left to do. */
function doneInWords(record: RegisterRecord): boolean {
  const result = textOf(record, 'result');
  const remark = textOf(record, 'unhandledReason');
  if (WITHDRAWN.test(result) || WITHDRAWN.test(remark)) return true;
  if (result !== '') return !OPEN.test(result);
  return DONE.test(remark) && !OPEN.test(remark);
}

type EndField = 'repliedAt' | 'completedAt';

/**
 * The first of the two dates that is there. One column of the two is enough: a register that has only 办结时间 records the
 * end there. A row that says in words that it is done, without a date, proves neither lateness nor timeliness.
 */
function endOf(record: RegisterRecord, order: readonly [EndField, EndField]): FactResult {
  const preferred = dateOf(record, order[0]);
  if (typeof preferred === 'string') return preferred;
  const dates = [preferred, dateOf(record, order[1])];
  const first = dates.find((date) => typeof date === 'string');
  if (first !== undefined) return first;
  const unreadable = order.filter(
    (field, index) =>
      dates[index] === undefined && record.mapping !== null && Object.hasOwn(record.mapping.columns, field),
  );
  if (unreadable.length > 0) return new Unknown('missing', unreadable);
  if (dates.every((date) => date === undefined)) return new Unknown('missing', order);
  return doneInWords(record) ? new Unknown('missing', order) : null;
}

const END_READS = fixedReads(['repliedAt', 'completedAt', 'result', 'unhandledReason']);

/** Day or moment of the answer: 反馈时间, else 办结时间. Blank while the matter is open. */
const assistanceResponse: FactDefinition = {
  name: 'assistanceResponse',
  register: REQUEST,
  label: { zh: '反馈或者办结时间', en: 'reply or completion' },
  type: 'dateTime',
  shared: true,
  reads: END_READS,
  evaluate: (record) => endOf(record, ['repliedAt', 'completedAt']),
};

/** Day or moment of completion: 办结时间, else 反馈时间. Blank while the matter is open. */
const assistanceCompletion: FactDefinition = {
  name: 'assistanceCompletion',
  register: REQUEST,
  label: { zh: '办结或者反馈时间', en: 'completion or reply' },
  type: 'dateTime',
  shared: true,
  reads: END_READS,
  evaluate: (record) => endOf(record, ['completedAt', 'repliedAt']),
};

/** Why a matter is not done: the column of reasons, and the result where it is written there (待领导审批). */
const delayGround: FactDefinition = {
  name: 'delayGround',
  register: 'assistanceRequest',
  label: { zh: '未办原因（含办理结果所写）', en: 'reason why it is not done, in either column' },
  type: 'text',
  shared: true,
  reads: fixedReads(['unhandledReason', 'result']),
  evaluate: (record): FactResult => {
    const words = ['unhandledReason', 'result'].map((field) => textOf(record, field)).filter((text) => text !== '');
    if (words.length > 0) return words.join('；');
    return record.values.unhandledReason === undefined ? new Unknown('missing', ['unhandledReason']) : null;
  },
};

/**
 * Day or moment of the bank's reply online. A status, a code or a reason of failure says that there was one, and not when:
 * without a time it proves nothing.
 */
const REPLIES = ['status', 'statusCode', 'replyResult', 'failureReason'] as const;

const networkReply: FactDefinition = {
  name: 'networkReply',
  register: NETWORK,
  label: { zh: '网络查控反馈时间', en: 'reply to an online request' },
  type: 'dateTime',
  shared: true,
  reads: fixedReads(['repliedAt', ...REPLIES]),
  evaluate: (record): FactResult => {
    const replied = dateOf(record, 'repliedAt');
    if (replied === undefined) return new Unknown('missing', ['repliedAt']);
    if (replied !== null) return replied;
    const said = REPLIES.map((field) => textOf(record, field)).join('');
    return said === '' || OPEN.test(said) ? null : new Unknown('missing', ['repliedAt']);
  },
};

/**
 * Whether the matter also stands in the table of online requests: same case, and the same number, or the same unit on the same
 * day. It is judged there, by the limits of online requests. Where no such table was handed over, the matter stands here only.
 */
const inNetworkTable: FactDefinition = {
  name: 'inNetworkTable',
  register: REQUEST,
  label: { zh: '同一事项已列入网络查控反馈表', en: 'the matter also stands in the table of online requests' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(
    ['caseNo', 'documentNo', 'assistingUnit', 'servedAt'],
    [{ register: NETWORK, fields: ['caseNo', 'requestNo', 'bank', 'assistingUnit', 'requestedAt'] }],
  ),
  evaluate: (record, context): FactResult => {
    const requests = recordsOfCase(record, context, NETWORK);
    if (requests instanceof Unknown) return false;
    const number = textOf(record, 'documentNo');
    const unit = textOf(record, 'assistingUnit');
    const served = dateOf(record, 'servedAt');
    return requests.some((request) => {
      if (number !== '' && textOf(request, 'requestNo') === number) return true;
      const asked = dateOf(request, 'requestedAt');
      const sameDay = typeof asked === 'string' && typeof served === 'string' && dayOf(asked) === dayOf(served);
      return sameDay && unit !== '' && [textOf(request, 'bank'), textOf(request, 'assistingUnit')].includes(unit);
    });
  },
  sources: (record, context) => known(recordsOfCase(record, context, NETWORK)),
};

/** Facts of requests for assistance. */
export const assistanceFacts: readonly FactDefinition[] = [
  assistanceResponse,
  assistanceCompletion,
  delayGround,
  networkReply,
  inNetworkTable,
];
