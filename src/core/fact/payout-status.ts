import type { RegisterRecord } from '../register/record.ts';
import { textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

/** 银行处理中 and 退票 are no payments; a payout without a state counts as made. */
const NOT_PAID_WORDS = ['处理中', '退票', '退回', '失败', '待', '撤销', '作废', '冲正', '未', '审批', '取消'];
/** Court fees are no proceeds of enforcement. */
const FEE_WORDS = ['诉讼费'];

/** Whether the money has left the account. */
export function isPayout(row: RegisterRecord): boolean {
  const status = textOf(row.values.payoutStatus);
  return status === null || !mentionsAny(status, NOT_PAID_WORDS);
}

/** Whether a payout concerns proceeds and not court fees (诉讼费退费). */
export function isProceedsPayout(row: RegisterRecord): boolean {
  return !mentionsAny(textOf(row.values.payoutType) ?? '', FEE_WORDS);
}

/** Whether a receipt concerns proceeds and not court fees paid in advance (预收诉讼费). */
export function isProceedsReceipt(row: RegisterRecord): boolean {
  return !mentionsAny(textOf(row.values.businessType) ?? '', FEE_WORDS);
}
