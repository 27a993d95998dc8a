import type { RegisterRecord } from '../register/record.ts';
import { textOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';
import { saysNothing } from './text.ts';

/** Facts on refusals: what the result of a request says, and the reason given for it. */
const REQUEST = 'assistanceRequest';

/** What a court asks for, as the object of a refusal. */
const ASKED =
  '协助|办理|查询|查封|冻结|续冻|续封|扣划|划拨|扣押|提取|提供|配合|接收|签收|受理|执行|履行|登记|查档|调档|过户';
const REFUSES = new RegExp(`拒绝(?:${ASKED})|拒不|拒收|拒签|不协助|不配合`, 'u');
const TURNS_AWAY = new RegExp(`不予(?:${ASKED})|退件|退文|退回(?:法院|来函|来文|通知|文书|公函|协助|裁定|材料)`, 'u');
/** The word alone, or before the reason: 退回（文书不全）. 退回余款 and 退回送达回证 are something else. */
const BEGINS = /^(?:已|被|现|现已|予以|已予)?(?:拒绝|退回)(?=$|[(:;,。、—[【-])/u;
const DENIES =
  /(?:未|没有|不存在|并非|无)拒|撤回拒绝|改正|后(?:已|办结|办妥)|已补办|退.{0,6}(?:款|账户|余额)|款.{0,6}退/u;
/** A matter that was done: what was returned beside it (a receipt, an original) is no refusal. */
const DONE =
  /已(?:经|全部|按)?.{0,4}(?:办理|办结|办妥|完成|协助|查询|查封|冻结|扣划|划拨|提取|限制)|(?:办理|协助|查询)完毕/u;
/** 不予办理过户, 不予解封: to leave these undone is what a seizure asks for. */
const KEEPS_THE_MEASURE = /(?:办理|登记|受理|不予|拒绝).{0,2}(?:过户|转移|变更|抵押|网签|备案|出境|解封|解冻|解除)/u;
const ASKS_FOR_TRANSFER = /过户|转移|变更|划拨|提取/u;

/** What somebody else refused (被执行人拒绝签收) is not the unit's refusal. */
const OF_OTHERS =
  /(?:被执行人|当事人|权利人|债务人|户主|本人|客户|家属|申请人).{0,2}(?:拒绝|拒不|拒收|拒签|不配合)[^,;。]*/gu;

function refuses(stated: string, category: string): boolean {
  const result = stated.replace(OF_OTHERS, '');
  if (DENIES.test(result)) return false;
  if (KEEPS_THE_MEASURE.test(result) && !ASKS_FOR_TRANSFER.test(category)) return false;
  if (REFUSES.test(result)) return true;
  return (TURNS_AWAY.test(result) || BEGINS.test(result)) && !DONE.test(result);
}

/** Whether the result says that the notice was refused or sent back. */
const refusalStated: FactDefinition = {
  name: 'refusalStated',
  register: REQUEST,
  label: { zh: '办理结果写明拒绝、退回或者不予办理', en: 'the result says refused, returned or not handled' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['result', 'assistanceCategory']),
  evaluate: (record): FactResult =>
    record.values.result === undefined
      ? new Unknown('missing', ['result'])
      : refuses(textOf(record, 'result'), textOf(record, 'assistanceCategory')),
};

/** A cell that sends the reader elsewhere (详见回函) gives no reason. */
const ELSEWHERE = /^(?:详|另)?见(?:附|回|复|函|文|说明|情况|材料)|^(?:另|后)附|^附件$/u;
/** What stands behind the first mark of punctuation: 退回（文书不全）, 拒绝：领导不同意. */
const ADDED = /^[^(:;,。、—[【-]{2,12}[(:;,。、—[【-]+(.+?)[)\]】。]*$/u;

function asReason(text: string): string | null {
  return text === '' || saysNothing(text) || ELSEWHERE.test(text) ? null : text;
}

function reasonInResult(record: RegisterRecord): string | null {
  const result = textOf(record, 'result');
  const added = ADDED.exec(result)?.[1] ?? '';
  const category = textOf(record, 'assistanceCategory');
  return refuses(result, category) && !refuses(added, category) ? asReason(added) : null;
}

/** The reason for a refusal: 未办原因, else what the result adds (退回：文书不全). Blank where neither tells one. */
const refusalReason: FactDefinition = {
  name: 'refusalReason',
  register: REQUEST,
  label: { zh: '拒绝、退回的理由', en: 'reason for the refusal' },
  type: 'text',
  shared: true,
  reads: fixedReads(['unhandledReason', 'result', 'assistanceCategory']),
  evaluate: (record): FactResult => {
    const reason = asReason(textOf(record, 'unhandledReason')) ?? reasonInResult(record);
    if (reason !== null) return reason;
    return record.values.unhandledReason === undefined ? new Unknown('missing', ['unhandledReason']) : null;
  },
};

export const assistanceRefusalFacts: readonly FactDefinition[] = [refusalStated, refusalReason];
