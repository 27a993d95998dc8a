import { comparableText } from './text.ts';

/** 法院 and 中院 alone are no court's name. */
const SHORTEST_COURT = 2;

/** A court's name without what people leave out: 海口市龙华区人民法院 and 海口龙华法院 are 海口龙华法院. */
export function shortCourtName(name: string): string {
  const text = comparableText(name).replace(/[（(].*?[)）]/gu, '');
  const court = text
    .replace(/中级人民法院/u, '中院')
    .replace(/高级人民法院/u, '高院')
    .replace(/人民法院/u, '法院')
    .replace(/(法院|中院|高院)执行(?:局|庭|处|裁判庭|指挥中心)$/u, '$1');
  const place = court.replace(/(?:法院|中院|高院)$/u, '');
  return place === court ? text : place.replace(/[省市区县]|自治[州县区]/gu, '') + court.slice(place.length);
}

/** Whether two names may be of one court: alike when shortened, or one with the place above it left out. */
export function mayBeSameCourt(a: string, b: string): boolean {
  const [first, second] = [shortCourtName(a), shortCourtName(b)];
  if (first === second) return true;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return short.length > SHORTEST_COURT && /(?:法院|中院|高院)$/u.test(short) && long.endsWith(short);
}
