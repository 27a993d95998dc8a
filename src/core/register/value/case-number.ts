import type { Cell } from '../../sheet/grid.ts';
import type { ParsedValue } from '../value-parser.ts';
import { meansNothing, withoutSpaces } from './normalise.ts';

/** 法院代字: first words of court codes since 2016 (案号规定); `rules/court-codes.json` says what they stand for. */
export const COURT_PROVINCES = [
  ...['最高法', '京', '津', '冀', '晋', '内', '蒙', '辽', '吉', '黑', '沪', '苏', '浙', '皖', '闽', '赣', '鲁', '豫'],
  ...['鄂', '湘', '粤', '桂', '琼', '渝', '川', '黔', '贵', '云', '藏', '陕', '甘', '青', '宁', '新', '兵', '军'],
] as const;

/** 类型代字 of enforcement and the procedures around it. */
const STANDARD_TYPES = [
  ...['执', '执恢', '执保', '执异', '执复', '执监', '执协', '执他'],
  ...['司救执', '司惩', '司惩复', '财保', '行保', '证保', '破申'],
];
/** In use here and there, but in no official table seen. */
const OTHER_TYPES = ['执清', '执备', '执转破', '委执'];
const TYPES = [...STANDARD_TYPES, ...OTHER_TYPES].sort((a, b) => b.length - a.length);

const PROVINCES = COURT_PROVINCES.join('|');
const SUB = '(?:之(?:[一二三四五六七八九十百]+|\\d+))?';
const NEW_FORM = new RegExp(
  `^\\((?<year>20\\d{2})\\)(?<court>(?:${PROVINCES})(?:\\d{4}|\\d{2})?)(?<type>${TYPES.join('|')})(?:字)?第?0*(?<sequence>\\d{1,7})号?${SUB}$`,
  'u',
);
/** （2015）龙执字第123号, （2014）海中法执字第45-1号: before 2016 the court's words and the type run together. */
const OLD_FORM =
  /^\((?<year>(?:19|20)\d{2})\)(?<court>[\u4e00-\u9fa5]{1,8}?)(?<type>执恢|执异|执复|执监|执协|执保|执委|委执|法执|民执|执)(?<middle>[\u4e00-\u9fa5]{0,3}?)字?第?0*(?<sequence>\d{1,6})(?:[-—–之](?<part>[\d一二三四五六七八九十]+))?号(?:之(?:[一二三四五六七八九十]+|\d+))?$/u;
/** Any other case number, new or old: 民初, 刑初, 行审 … */
const OTHER_FORM = new RegExp(
  `^\\((?<year>(?:19|20)\\d{2})\\)(?<court>(?:${PROVINCES})(?:\\d{4}|\\d{2})?|[\\u4e00-\\u9fa5]{1,8}?)(?<type>[\\u4e00-\\u9fa5]{1,8}?)(?:字)?第?0*(?<sequence>\\d{1,7})号?${SUB}$`,
  'u',
);
/** （2023）琼9999执1、2号; （2023）琼9999执1-3号; （2023）琼9999执1号、2号 */
const LISTED = /\d号?(?:[、,;/]|[-—–~至和及](?=第?\d))第?\d+号?/u;

export interface CaseNumber {
  /** `（2026）琼9999执123号`: full-width brackets, no leading zeros, without 字, 第 and 之一. Equal for equal cases. */
  readonly canonical: string;
  readonly year: number;
  /** `琼9999`; the words of the court in old numbers. */
  readonly court: string;
  /** 类型代字; 法执 and 民执 of old numbers are 执. */
  readonly type: string;
  readonly sequence: number;
  readonly form: 'new' | 'old' | 'other';
}

/** Without spaces and invisible characters, brackets of every kind as `()`. */
function normalisedCaseNumber(text: string): string {
  return withoutSpaces(text)
    .replace(/[〔【[{]/gu, '(')
    .replace(/[〕】\]}]/gu, ')');
}

function caseNumber(groups: Record<string, string>, words: string, form: CaseNumber['form']): CaseNumber {
  const { year = '', court = '', type = '', sequence = '' } = groups;
  const number = Number(sequence);
  const shown = form === 'old' ? type.replace(/^[法民]执$/u, '执') : type;
  return {
    canonical: `（${year}）${words}${number}号`,
    year: Number(year),
    court,
    type: shown,
    sequence: number,
    form,
  };
}

/** The case number that the text is, or `undefined`. */
export function caseNumberOf(text: string): CaseNumber | undefined {
  const normal = normalisedCaseNumber(text);
  const modern = NEW_FORM.exec(normal)?.groups;
  if (modern !== undefined) return caseNumber(modern, `${modern.court ?? ''}${modern.type ?? ''}`, 'new');
  const old = OLD_FORM.exec(normal)?.groups;
  if (old !== undefined && !isRange(old)) {
    // 执民字 and 执行字 are two series of one court: the words between stay, or two cases would become one.
    return caseNumber(old, `${old.court ?? ''}${old.type ?? ''}${old.middle ?? ''}`, 'old');
  }
  const other = old === undefined ? OTHER_FORM.exec(normal)?.groups : undefined;
  return other === undefined ? undefined : caseNumber(other, `${other.court ?? ''}${other.type ?? ''}`, 'other');
}

/** 第45-1号 is a part of case 45; 第45-48号 are four cases. */
function isRange(groups: Record<string, string>): boolean {
  return Number(groups.part ?? '0') > Number(groups.sequence);
}

const SEPARATORS = /[、,;，；/|\n\r]+|\s{2,}|和|及|与/u;

function severalOf(text: string): ParsedValue | undefined {
  const normal = normalisedCaseNumber(text);
  const brackets = normal.match(/\((?:19|20)\d{2}\)/gu)?.length ?? 0;
  if (brackets > 1) {
    const parts = text.split(SEPARATORS).filter((part) => part.trim() !== '');
    const [first, ...rest] = parts.map((part) => caseNumberOf(part)?.canonical);
    const same = first !== undefined && rest.every((canonical) => canonical === first);
    if (!same) return { value: undefined, problem: 'CASE_NO_SEVERAL' };
    return parsedOf(parts[0] ?? '');
  }
  return brackets === 1 && caseNumberOf(text) === undefined && LISTED.test(normal)
    ? { value: undefined, problem: 'CASE_NO_SEVERAL' }
    : undefined;
}

function parsedOf(text: string): ParsedValue {
  const found = caseNumberOf(text);
  if (found === undefined) return { value: undefined, problem: 'CASE_NO_UNREADABLE' };
  const standard = found.form !== 'other' && (found.form === 'old' || STANDARD_TYPES.includes(found.type));
  return standard ? { value: found.canonical } : { value: found.canonical, warning: 'CASE_NO_TYPE_NOT_STANDARD' };
}

/**
 * Canonical case number. Numbers of other than enforcement cases (民初, 刑初) are kept in the same form with a warning:
 * registers hold them rightly as the case behind. Several numbers in one cell are a problem, never a guess.
 */
export function parseCaseNumber(cell: Cell): ParsedValue {
  if (cell.kind !== 'text') return { value: undefined, problem: 'CASE_NO_UNREADABLE' };
  if (meansNothing(withoutSpaces(cell.text))) return { value: null };
  return severalOf(cell.text) ?? parsedOf(cell.text);
}
