import { comparableText } from './text.ts';

/** 存款 a deposit of money; 动产 a movable thing; 不动产、其他财产权 real estate or another right. */
export type PropertyKind = 'deposit' | 'movable' | 'realEstateOrRight';

/** Words by which registers name property. 不动产 has 动产 in it and is taken out before movables are looked for. */
const KIND_WORDS: readonly (readonly [PropertyKind, RegExp])[] = [
  [
    'realEstateOrRight',
    /不动产|房屋|房产|住宅|商铺|厂房|土地|使用权|采矿权|林权|股权|股票|股份|证券|基金份额|知识产权|专利|商标|著作权|债权|收益权|投资权益|其他财产权|车位/u,
  ],
  ['deposit', /存款|银行账户|资金账户|支付宝|财付通|微信|余额|银行$/u],
  ['movable', /动产|车辆|汽车|机动车|轿车|货车|客车|船舶|机器|设备|存货|货物|原材料|首饰|黄金|字画|家具|电器/u],
];

/** Kind of property by the words of its type; `null` where they do not tell, or tell of several kinds. */
export function propertyKindOf(type: string): PropertyKind | null {
  const text = comparableText(type);
  const kinds = KIND_WORDS.filter(([kind, words]) =>
    words.test(kind === 'movable' ? text.replaceAll('不动产', '') : text),
  ).map(([kind]) => kind);
  const [only] = kinds;
  return only !== undefined && kinds.length === 1 ? only : null;
}
