import type { RegisterRecord } from '../register/record.ts';
import type { FactDefinition } from './fact.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const OTHER_WORDS = [
  '不动产',
  '房',
  '土地',
  '使用权',
  '股权',
  '股份',
  '出资',
  '专利',
  '商标',
  '著作权',
  '知识产权',
  '债权',
  '林权',
  '矿权',
  '财产权',
  '在建工程',
];
const MOVABLE_WORDS = ['动产', '车', '设备', '机器', '货物', '存货', '首饰', '家具', '手机', '鲜活'];

/**
 * What is auctioned, by the words of its type: `movable`, `other` (immovables and other rights, which take the longer notice),
 * or `unclear`.
 */
function auctionKind(record: RegisterRecord): 'movable' | 'other' | 'unclear' {
  const type = textOf(record.values.propertyType) ?? '';
  if (mentionsAny(type, OTHER_WORDS)) return 'other';
  return mentionsAny(type, MOVABLE_WORDS) ? 'movable' : 'unclear';
}

export const auctionKindFacts: readonly FactDefinition[] = [
  {
    name: 'auctionKind',
    register: 'judicialAuction',
    label: { zh: '标的为动产或者不动产、其他财产权', en: 'movable, or immovable and other rights' },
    type: 'text',
    shared: true,
    reads: fixedReads(['propertyType']),
    evaluate: auctionKind,
  },
];
