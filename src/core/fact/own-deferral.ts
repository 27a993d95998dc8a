import type { RegisterRecord } from '../register/record.ts';
import { saysNo } from './cells.ts';
import { textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

/** What a row of money received says of its own deferral or deposit, in courts that keep one table for all of it. */
const DEFERRAL_WORDS = ['延缓', '延期发放', '暂缓发放', '暂不发放'];
const APPROVED_WORDS = ['批准', '审批通过', '已审批', '同意', '已批'];
const NOT_APPROVED_WORDS = ['未批', '未审批', '未通过', '不同意', '驳回', '未经', '待审', '审批中', '报批', '待批'];
const DEPOSIT_WORDS = ['提存'];
const NOT_DEPOSITED_WORDS = ['未提存', '拟提存', '待提存', '取消', '撤销', '返还', '不提存', '无法提存'];

function saysApproved(text: string): boolean {
  return mentionsAny(text, APPROVED_WORDS) && !mentionsAny(text, NOT_APPROVED_WORDS) && !saysNo(text);
}

/** An approved deferral by the row's own columns; how long it runs is not told, which is read for the court. */
export function deferredByOwnWords({ values }: RegisterRecord): boolean {
  if (saysApproved(textOf(values.ownDeferralApproval) ?? '')) return true;
  const remark = textOf(values.remark) ?? '';
  return mentionsAny(remark, DEFERRAL_WORDS) && saysApproved(remark);
}

export function depositedByOwnWords({ values }: RegisterRecord): boolean {
  const remark = textOf(values.remark) ?? '';
  return mentionsAny(remark, DEPOSIT_WORDS) && !mentionsAny(remark, NOT_DEPOSITED_WORDS);
}
