import type { FieldId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import { answer, dateOf, textOf, unknownOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { compareDates } from './iso.ts';
import { fixedReads } from './neighbours.ts';

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

/** The six kinds of content of art. 372. */
const ELEMENTS: readonly { readonly field: FieldId; readonly zh: string }[] = [
  { field: 'partyElement', zh: '被不起诉人基本情况' },
  { field: 'originElement', zh: '案由和案件来源' },
  { field: 'factsElement', zh: '案件事实' },
  { field: 'groundsElement', zh: '法律根据和理由' },
  { field: 'propertyElement', zh: '涉案财物处理' },
  { field: 'noticeElement', zh: '有关告知事项' },
];
const COMPLETE = /^(?:齐全|齐备|完整|六类(?:要素)?(?:均|全部)?(?:齐全|齐备)|全)$/u;
const LACKING = /^(?:缺少?|欠缺?|未载明|无)/u;

/** What 要素清单 proves of an element: complete proves it, a list that starts with 缺 disproves what it names. */
function fromList(list: string, element: string): boolean | undefined {
  if (COMPLETE.test(list)) return true;
  return LACKING.test(list) && list.includes(element) ? false : undefined;
}

/** Names of the elements that the decision lacks; property only where some was seized. */
const missingDecisionElements: FactDefinition = {
  name: 'missingDecisionElements',
  register: REGISTER,
  label: { zh: '不起诉决定书缺少的要素', en: 'elements that the decision lacks' },
  type: 'text',
  shared: true,
  reads: fixedReads([...ELEMENTS.map((element) => element.field), 'elements', 'propertySeized']),
  evaluate: (record): FactResult => {
    const list = textOf(record, 'elements');
    const missing: string[] = [];
    const unsaid: FieldId[] = [];
    for (const element of ELEMENTS) {
      if (element.field === 'propertyElement' && record.values.propertySeized !== true) continue;
      const value = record.values[element.field];
      const there = typeof value === 'boolean' ? value : fromList(list, element.zh);
      if (there === undefined) unsaid.push(element.field);
      else if (!there) missing.push(element.zh);
    }
    if (missing.length > 0) return missing.join('、');
    return unsaid.length > 0 ? new Unknown('missing', unsaid) : null;
  },
  describe: (record, context) => {
    const value = context.fact('missingDecisionElements', record);
    return typeof value === 'string' ? { elements: value } : {};
  },
};

interface Recipient {
  readonly zh: string;
  readonly served: FieldId;
  readonly words: RegExp;
  /** Field that says there is such a person; left out for those who are always served. */
  readonly exists?: FieldId;
}

const RECIPIENTS: readonly Recipient[] = [
  { zh: '公安机关', served: 'policeServedDate', words: /公安/u },
  { zh: '被不起诉人', served: 'defendantServedDate', words: /被不起诉人|本人|嫌疑人/u },
  { zh: '辩护人', served: 'counselServedDate', words: /辩护人|律师/u, exists: 'hasCounsel' },
  { zh: '所在单位', served: 'employerServedDate', words: /单位/u, exists: 'hasEmployer' },
  { zh: '被害人或者其近亲属', served: 'victimServedDate', words: /被害人|近亲属/u, exists: 'hasVictim' },
  { zh: '诉讼代理人', served: 'agentServedDate', words: /代理人/u, exists: 'hasAgent' },
];

/** Whether the decision reached the recipient: a day of service, or the column of recipients names them. */
function reached(record: RegisterRecord, recipient: Recipient): boolean | undefined {
  const served = record.values[recipient.served];
  if (served !== null && served !== undefined) return true;
  const list = record.values.recipients;
  if (typeof list === 'string') {
    const defendant = textOf(record, 'defendant');
    const byName = recipient.served === 'defendantServedDate' && defendant !== '' && list.includes(defendant);
    return byName || recipient.words.test(list);
  }
  return served === null || list === null ? false : undefined;
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
  reads: fixedReads(SERVICE_DATES),
  evaluate: (record): FactResult => {
    const dates = SERVICE_DATES.map((field) => dateOf(record, field));
    const last = dates
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
  missingDecisionElements,
  unservedRecipients,
  lastServiceDate,
  rightsTold,
];
