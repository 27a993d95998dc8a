import type { RegisterRecord } from '../register/record.ts';
import { textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

/** Conduct under art. 1(1): able to perform and refusing; such a listing has no term. */
const NO_TERM_WORDS = ['有履行能力而拒不履行', '有履行能力而拒不', '有能力拒不履行'];
/** Conduct under art. 1(2) to (6); such a listing runs for a fixed term. */
const FIXED_TERM_WORDS = [
  '伪造证据',
  '暴力',
  '威胁',
  '妨碍',
  '抗拒执行',
  '虚假诉讼',
  '虚假仲裁',
  '隐匿',
  '转移财产',
  '规避执行',
  '财产报告制度',
  '限制消费令',
  '限制高消费',
  '执行和解协议',
];
const FIRST_CODES = /^(?:第?[(（]?[一1][)）]?项?|1[-.]?1|0?1)$/u;
const OTHER_CODES = /^(?:第?[(（]?[二三四五六2-6][)）]?项?|0?[2-6])$/u;

/**
 * Which conduct of art. 1 of the provisions on the list a row names. Conduct of both kinds, or none that is named, stays
 * unclear.
 */
export function listedConduct(record: RegisterRecord): 'able-to-perform' | 'other' | 'unclear' {
  const { conductCode, behaviour } = record.values;
  const code = textOf(conductCode);
  if (code !== null && FIRST_CODES.test(code)) return 'able-to-perform';
  if (code !== null && OTHER_CODES.test(code)) return 'other';
  const words = textOf(behaviour) ?? '';
  const first = mentionsAny(words, NO_TERM_WORDS);
  const other = mentionsAny(words, FIXED_TERM_WORDS);
  if (first === other) return 'unclear';
  return first ? 'able-to-perform' : 'other';
}
