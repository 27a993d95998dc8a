import type { RegisterRecord } from '../register/record.ts';
import { saysNone } from './cells.ts';
import { numberOf, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

/** What a row of the register of found property says of its own state, in the words of those who keep it. */
const BALANCE_WORDS = ['存款', '银行', '余额', '互联网', '支付宝', '财付通', '网络资金'];
const AVAILABLE_WORDS = ['可供执行', '可执行', '可处置', '有价值'];
const NOT_AVAILABLE_WORDS = ['不可', '不宜', '无可供', '不能', '无价值', '无法'];
const NOT_DISPOSED_WORDS = ['未处置', '待处置', '尚未'];
const SETTLED_STATUS_WORDS = ['已处置', '处置完毕', '已拍卖', '已变卖', '已扣划', '已划拨', '成交', '抵债'];
const EXEMPT_WORDS = ['豁免', '生活必需', '唯一住房', '轮候', '无价值', '抚养费', '低保'];

/** 账户余额 below 1,000 yuan and at most 5 % of the claim: what the courts' own check of terminations leaves aside. */
const SMALL_FEN = 1000_00;
const SMALL_SHARE = 0.05;

/** Whether a balance is so small that nobody has to act on it, measured by the claim of the case. */
export function isSmall(asset: RegisterRecord, record: RegisterRecord): boolean {
  const amount = numberOf(asset.values.amount);
  const kind = `${textOf(asset.values.propertyType) ?? ''} ${textOf(asset.values.propertyName) ?? ''}`;
  if (amount === null || !mentionsAny(kind, BALANCE_WORDS)) return false;
  const claim = numberOf(record.values.claimAmount);
  return amount < SMALL_FEN && (claim === null || amount <= claim * SMALL_SHARE);
}

/** Disposed of, or explained why it cannot be. */
export function isSettled(asset: RegisterRecord): boolean {
  const { disposalResult, unenforceableReason } = asset.values;
  const disposal = textOf(disposalResult);
  const reason = textOf(unenforceableReason);
  const disposed = disposal !== null && !saysNone(disposal) && !mentionsAny(disposal, NOT_DISPOSED_WORDS);
  const settled = mentionsAny(textOf(asset.values.propertyStatus) ?? '', SETTLED_STATUS_WORDS);
  return disposed || settled || (reason !== null && !saysNone(reason));
}

/** Property that may not be enforced upon, or is sealed for others: by the words of its row. */
export function isExempt({ values }: RegisterRecord): boolean {
  const words = ['screeningResult', 'propertyStatus', 'remark'].map((field) => textOf(values[field]) ?? '');
  return mentionsAny(words.join(' '), EXEMPT_WORDS);
}

/** Found by the court itself to be available for enforcement. */
export function isAvailable(asset: RegisterRecord): boolean {
  const screening = textOf(asset.values.screeningResult) ?? '';
  return mentionsAny(screening, AVAILABLE_WORDS) && !mentionsAny(screening, NOT_AVAILABLE_WORDS);
}

/** Found by the court itself not to be available for enforcement. */
export function isScreenedOut(asset: RegisterRecord): boolean {
  return mentionsAny(textOf(asset.values.screeningResult) ?? '', NOT_AVAILABLE_WORDS);
}
