import type { FieldId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import { answer, dateOf, hasValue, saysNone, textOf, unknownOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { compareDates } from './iso.ts';
import { fixedReads } from './neighbours.ts';
import { readServiceList } from './service-list.ts';
import type { ServiceEntry, ServicePerson } from './service-list.ts';

/** Facts on decisions not to prosecute (人民检察院刑事诉讼规则 372, 376–378). */
const REGISTER = 'nonProsecution';

const NON_PROSECUTION = /不起诉|法定|酌定|存疑|相对|绝对/u;
/** Not an arrest decision; a conditional non-prosecution is another decision with another document. */
const OTHER_DECISION = /不批|附条件|拟|建议/u;

const isNonProsecution: FactDefinition = {
  name: 'isNonProsecution',
  register: REGISTER,
  label: { zh: '决定不起诉', en: 'decision not to prosecute' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['decisionType']),
  evaluate: (record): FactResult => {
    const decision = textOf(record, 'decisionType');
    if (decision === '') return new Unknown('missing', ['decisionType']);
    return NON_PROSECUTION.test(decision) && !OTHER_DECISION.test(decision);
  },
};

interface Recipient {
  readonly zh: string;
  readonly served: FieldId;
  /** Field that says there is such a person; left out for those who are always served. */
  readonly exists?: FieldId;
}

const RECIPIENTS: readonly Recipient[] = [
  { zh: '公安机关', served: 'policeServedDate' },
  { zh: '被不起诉人', served: 'defendantServedDate' },
  { zh: '辩护人', served: 'counselServedDate', exists: 'hasCounsel' },
  { zh: '所在单位', served: 'employerServedDate', exists: 'hasEmployer' },
  { zh: '被害人或者其近亲属', served: 'victimServedDate', exists: 'hasVictim' },
  { zh: '诉讼代理人', served: 'agentServedDate', exists: 'hasAgent' },
];

/** How the column 送达对象及日期 names them; whoever is served beyond the law (the enforcing court) is only passed over. */
const NAMED: readonly ServicePerson<FieldId>[] = [
  { id: 'agentServedDate', words: [/^(?:被害人的?)?(?:诉讼|委托)?代理人/u] },
  { id: 'victimServedDate', words: [/^(?:被害人的?|其)?近?亲属/u, /^被害(?:人|单位)(?:家属)?/u] },
  { id: 'counselServedDate', words: [/^(?:被不起诉人的?)?(?:委托)?(?:辩护人|辩护律师|律师)/u] },
  { id: 'employerServedDate', words: [/^(?:被不起诉人的?)?(?:所在|工作)单位/u] },
  { id: 'defendantServedDate', words: [/^被不起诉(?:人|单位)(?:本人)?/u, /^(?:犯罪)?嫌疑人/u, /^本人/u] },
  {
    id: 'policeServedDate',
    words: [
      /^(?:侦查|移送)(?:审查)?(?:起诉)?(?:的)?(?:机关|单位)/u,
      /^[\u4e00-\u9fa5]{0,8}?公安(?:机关|厅|局)?(?:[\u4e00-\u9fa5]{1,6}?分局)?/u,
    ],
  },
  { id: 'otherServed', words: [/^[\u4e00-\u9fa5]{0,8}?法院/u, /^申请执行人/u] },
];

const lists = new WeakMap<RegisterRecord, ReadonlyMap<FieldId, ServiceEntry>>();

/** What 送达对象及日期 says of the recipient; nothing where there is no such cell, or it is empty. */
function listed(record: RegisterRecord, recipient: Recipient): ServiceEntry | undefined {
  const text = textOf(record, 'recipients');
  if (text === '' || saysNone(text)) return undefined;
  let list = lists.get(record);
  if (list === undefined) {
    const defendant = textOf(record, 'defendant');
    const byName = { id: 'defendantServedDate', words: [defendant] } as const;
    list = readServiceList(text, defendant === '' ? NAMED : [byName, ...NAMED]);
    lists.set(record, list);
  }
  return list.get(recipient.served);
}

/** Whether the decision reached the recipient: a day of service, or the column of recipients names them. */
function reached(record: RegisterRecord, recipient: Recipient): boolean | undefined {
  const served = record.values[recipient.served];
  if (served !== null && served !== undefined) return true;
  const entry = listed(record, recipient);
  if (entry !== undefined) return entry.served;
  if (served === null) return false;
  // Somebody was served, and no column says who.
  return record.values.recipients === undefined || hasValue(record, 'servedDate') ? undefined : false;
}

/** Names of the recipients that the decision did not reach; unknown where the data do not tell. */
const unservedRecipients: FactDefinition = {
  name: 'unservedRecipients',
  register: REGISTER,
  label: { zh: '未送达的对象', en: 'recipients not served' },
  type: 'text',
  shared: true,
  reads: fixedReads([
    ...RECIPIENTS.flatMap((recipient) => [
      recipient.served,
      ...(recipient.exists === undefined ? [] : [recipient.exists]),
    ]),
    'recipients',
    'defendant',
  ]),
  evaluate: (record): FactResult => {
    const missing: string[] = [];
    const unsaid: FieldId[] = [];
    for (const recipient of RECIPIENTS) {
      if (recipient.exists !== undefined && record.values[recipient.exists] !== true) continue;
      const there = reached(record, recipient);
      if (there === undefined) unsaid.push(recipient.served);
      else if (!there) missing.push(recipient.zh);
    }
    if (missing.length > 0) return missing.join('、');
    return unsaid.length > 0 ? new Unknown('missing', unsaid) : null;
  },
  describe: (record, context) => {
    const value = context.fact('unservedRecipients', record);
    return typeof value === 'string' ? { recipients: value } : {};
  },
};

const SERVICE_DATES = [...RECIPIENTS.map((recipient) => recipient.served), 'servedDate'];

/** The last day of service on record; blank when there is none; unknown where no such column was handed over. */
const lastServiceDate: FactDefinition = {
  name: 'lastServiceDate',
  register: REGISTER,
  label: { zh: '最后送达日', en: 'last day of service' },
  type: 'date',
  shared: true,
  reads: fixedReads([...SERVICE_DATES, 'recipients', 'defendant']),
  evaluate: (record): FactResult => {
    const dates = SERVICE_DATES.map((field) => dateOf(record, field));
    const inWords = RECIPIENTS.map((recipient) => listed(record, recipient)?.date ?? null);
    const last = [...dates, ...inWords]
      .filter((date) => typeof date === 'string')
      .sort(compareDates)
      .at(-1);
    if (last !== undefined) return last;
    return dates.includes(null) ? null : unknownOf(record, SERVICE_DATES);
  },
};

/** Whether the rights were told: words or a date; a blank or a 无 says they were not. */
const rightsTold: FactDefinition = {
  name: 'rightsTold',
  register: REGISTER,
  label: { zh: '已告知申诉或者起诉权利', en: 'rights of appeal were told' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['rightsInformed']),
  evaluate: (record): FactResult => {
    const said = answer(record, 'rightsInformed');
    return said === 'unknown' ? new Unknown('missing', ['rightsInformed']) : said === 'yes';
  },
};

export const nonProsecutionFacts: readonly FactDefinition[] = [
  isNonProsecution,
  unservedRecipients,
  lastServiceDate,
  rightsTold,
];
