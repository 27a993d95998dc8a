import type { FieldValue } from '../register/record.ts';
import type { RegisterId } from '../register/definition.ts';
import type { RegisterSet } from './fact.ts';
import { textOf } from './neighbours.ts';
import { comparableText } from './text.ts';

const PEOPLES = '(?:黎族|苗族|回族|壮族|侗族|瑶族|彝族|藏族|土家族|蒙古族|维吾尔族|哈萨克族)*';
const AREA = new RegExp(`(?:${PEOPLES}自治[区州县]|[省市区县])$`, 'u');
const RANKS = new RegExp(`${PEOPLES}自治[区州县]|[省市区县]`, 'gu');
const SHORTEST_REGION = 2;

/** A region without its last word of rank (琼海市 → 琼海), as long as a name of two characters is left. */
function shortRegion(region: string): string {
  const short = region.replace(AREA, '');
  return short.length >= SHORTEST_REGION ? short : region;
}

interface CourtName {
  /** 海口市秀英区 of 海口市秀英区人民法院. */
  readonly region: string;
  readonly level: '' | '中院' | '高院';
}

function courtName(value: FieldValue): CourtName {
  const name = comparableText(textOf(value) ?? '')
    .replace(ADDITION, '')
    .replace(DEPARTMENT, '$1');
  const level = HIGH.test(name) ? '高院' : INTERMEDIATE.test(name) ? '中院' : '';
  return { region: name.replace(LEVEL_WORDS, ''), level };
}

/** What stands behind the name in brackets, and the department of the court: 人民法院执行局 is the court's. */
const ADDITION = /\(.*?\)/gu;
const DEPARTMENT = /(法院|[高中]院)执行(?:局|庭|处|裁判庭|指挥中心)$/u;
const HIGH = /(?:高级(?:人民)?法院|高院)$/u;
const INTERMEDIATE = /(?:中级(?:人民)?法院|中院)$/u;
const LEVEL_WORDS = /(?:高级|中级)?(?:人民)?法院$|[高中]院$/u;

function keyOf({ region, level }: CourtName): string {
  return region + level;
}

/** Whether the first name may be a shorter form of the second: 秀英区 of 海口市秀英区, 琼海 of 琼海市. */
function mayShorten(short: CourtName, long: CourtName): boolean {
  if (short.level !== long.level || short.region.length < SHORTEST_REGION || short.region === long.region) return false;
  if (long.region.endsWith(short.region)) return true;
  return shortRegion(short.region) === short.region && shortRegion(long.region).endsWith(short.region);
}

/**
 * How the courts of several tables are told apart: by name without 人民法院, and where one table leaves out what another writes
 * (甲市乙区人民法院, 乙区法院; 琼海市, 琼海), by the longest form, as long as only one court goes by the shorter. Empty when
 * there is no name.
 */
export function courtKeys(registers: RegisterSet, tables: readonly RegisterId[]): (court: FieldValue) => string {
  const named = new Map<string, CourtName>();
  for (const table of tables) {
    for (const { values } of registers.all(table)) {
      const name = courtName(values.court);
      if (name.region !== '') named.set(keyOf(name), name);
    }
  }
  const keys = new Map<string, string>();
  for (const [key, name] of named) {
    const longer = [...named.values()].filter((each) => mayShorten(name, each));
    const longest = longer.reduce((a, b) => (b.region.length > a.region.length ? b : a), name);
    // 甲市乙区 and 海南省甲市乙区 are steps of one name; 甲市乙区 and 丙市乙区, 甲市 and 甲县 are two courts.
    const isOne = longer.every((each) => each === longest || mayShorten(each, longest));
    keys.set(key, isOne ? keyOf(longest) : key);
  }
  return (court) => {
    const key = keyOf(courtName(court));
    return keys.get(key) ?? key;
  };
}

/** Whether the names differ in words of rank only, and the last of these does not differ: 海口龙华 and 海口市龙华区. */
function differInRankOnly(a: CourtName, b: CourtName): boolean {
  if (a.level !== b.level || a.region.replace(RANKS, '') !== b.region.replace(RANKS, '')) return false;
  const [first, second] = [a, b].map(({ region }) => AREA.exec(region)?.[0]);
  return first === undefined || second === undefined || first === second;
}

/** Whether two names may be of one court: alike without 人民法院, or one with words of rank or the place above it left out. */
export function mayBeSameCourt(a: string, b: string): boolean {
  const [first, second] = [courtName(a), courtName(b)];
  if (keyOf(first) === keyOf(second)) return true;
  return mayShorten(first, second) || mayShorten(second, first) || differInRankOnly(first, second);
}
