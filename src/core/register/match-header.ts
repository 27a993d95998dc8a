import { distance } from 'fastest-levenshtein';
import type { Bilingual } from '../language.ts';
import type { FieldType } from './definition.ts';
import { headerText } from './header-text.ts';
import type { HeaderText } from './header-text.ts';
import type { MatchConfidence } from './match-confidence.ts';
import { fullPinyin } from './register-index.ts';
import type { KnownHeader, RegisterHeaders, RegisterIndex } from './register-index.ts';

/** One way in which a column's header can be read as a field. */
export interface HeaderMatch {
  readonly known: KnownHeader;
  readonly confidence: MatchConfidence;
  readonly reason: Bilingual;
  /** For choosing between matches; the larger is the better. Above 100 the words are those of the definition. */
  readonly rank: number;
}

/** Matches of at least this rank rest on listed words, not on likeness. */
export const exactRank = 100;

/** The header of a column, normalised; the captions above it join it in front. */
export interface ColumnHeader {
  readonly own: HeaderText;
  /** With one or more captions before it, most specific first. */
  readonly grouped: readonly HeaderText[];
}

export function columnHeader(text: string, groups: readonly string[]): ColumnHeader {
  const grouped: HeaderText[] = [];
  for (let start = 0; start < groups.length; start += 1)
    grouped.push(headerText([...groups.slice(start), text].join('')));
  if (groups.length > 1) grouped.push(headerText(`${groups[0] ?? ''}${text}`));
  return { own: headerText(text), grouped };
}

/**
 * All fields of the register that the header may stand for, best first: the listed words, with captions and without;
 * the same words in another order; 时间 for 日期; containment; pinyin; and, only for words that no register knows, a
 * slip of the pen.
 */
export function matchHeader(
  header: ColumnHeader,
  register: RegisterHeaders,
  index: RegisterIndex,
): readonly HeaderMatch[] {
  const qualified = isQualified(header.own) && !register.byKey.has(header.own.full) ? [header.own] : [];
  const listed = [
    ...header.grouped.flatMap((text) => listedMatches(text, register, 'group')),
    ...[...header.grouped, ...qualified].flatMap((text) => reordered(text, register, index)),
    ...listedMatches(header.own, register, header.grouped.length > 0 ? 'under-group' : 'alone'),
  ];
  const found = listed.length > 0 ? listed : likeMatches(header, register, index);
  return found.sort((a, b) => b.rank - a.rank);
}

function likeMatches(header: ColumnHeader, register: RegisterHeaders, index: RegisterIndex): HeaderMatch[] {
  const found = [...header.grouped, header.own].flatMap((text) => [
    ...otherTimeWord(text, register),
    ...reordered(text, register, index),
    ...contained(text, register, index),
    ...sounding(text, register, index),
  ]);
  return found.length > 0 ? found : misspelt(header.own, register, index);
}

/** The listed header that the words are, if any; cheap, and what recognition and the search for the header row rest on. */
export function listedHeader(header: ColumnHeader, register: RegisterHeaders): KnownHeader | undefined {
  for (const text of [...header.grouped, header.own]) {
    const known = register.byKey.get(text.full) ?? register.byKey.get(text.key);
    if (known !== undefined) return known;
  }
  return otherTimeWord(header.own, register)[0]?.known;
}

/** Brackets that say whose or which (送达日期（控告人）), and not how the cell is filled in (是否网拍（是/否）). */
function isQualified(text: HeaderText): boolean {
  return (
    text.full !== text.key &&
    !/[/\d]|年|月|日$|是否|必填|选填|格式|单位|掩码|脱敏/u.test(text.full.replace(text.key, ''))
  );
}

type Position = 'alone' | 'group' | 'under-group';

function listedMatches(text: HeaderText, register: RegisterHeaders, position: Position): HeaderMatch[] {
  const whole = register.byKey.get(text.full);
  const found = whole ?? register.byKey.get(text.key);
  if (found === undefined) return [];
  // The caption or the brackets may say whose date it is; the words alone are listed, the whole is not.
  const leavesOut = position === 'under-group' || (whole === undefined && isQualified(text));
  const origin = found.origin === 'label' ? 20 : found.origin === 'alias' ? 15 : 5;
  const rank =
    exactRank +
    (position === 'group' ? 30 : 0) +
    (leavesOut ? origin / 2 : origin) +
    (whole === undefined ? 0 : 2) -
    (found.ambiguous ? 4 : 0);
  if (found.ambiguous) {
    return [
      match(
        found,
        'low',
        rank,
        '列名有歧义，按对照表取此字段，请确认',
        'the header has two meanings; the listed field is taken, please confirm',
      ),
    ];
  }
  if (found.origin === 'part') {
    return [
      match(found, 'medium', rank, `列名是“${found.header}”的一部分`, `the header is one part of “${found.header}”`),
    ];
  }
  if (leavesOut) {
    return [
      match(
        found,
        'medium',
        rank,
        `列名与“${found.header}”一致，上级表头或括号内的字样未计入`,
        `the header is “${found.header}”; the caption above it or the words in brackets were left out of account`,
      ),
    ];
  }
  return [
    found.origin === 'label'
      ? match(found, 'high', rank, '列名与标准表头一致', 'the header is the standard one')
      : match(
          found,
          'high',
          rank,
          `列名是“${found.field.label.zh}”的别名`,
          `the header is a listed alias of “${found.field.label.en}”`,
        ),
  ];
}

/** 送达时间 for 送达日期. */
function otherTimeWord(text: HeaderText, register: RegisterHeaders): HeaderMatch[] {
  for (const variant of timeWordVariants(text.key)) {
    const found = register.byKey.get(variant);
    if (found !== undefined && !found.ambiguous && found.origin !== 'part' && isTime(found.field.type)) {
      return [
        match(
          found,
          'medium',
          90,
          `与“${found.header}”仅“日期/时间”字样不同`,
          `differs from “${found.header}” only in the word for date or time`,
        ),
      ];
    }
  }
  return [];
}

/** More than the same header read without its brackets or caption, less than another column whose words are listed as they stand. */
const reorderedBonus = 13;

/** 送达日期（控告人）, or 送达日期 under the caption 控告人, for 送达控告人日期. */
function reordered(text: HeaderText, register: RegisterHeaders, index: RegisterIndex): HeaderMatch[] {
  if (text.full.length < 5 || index.spread(text.full) > 0) return [];
  const letters = sortedLetters(text.full);
  const found = register.known.filter(
    (known) => known.key.length === text.full.length && sortedLetters(known.key) === letters,
  );
  const first = found[0];
  if (first === undefined || found.some((known) => known.field !== first.field)) return [];
  return [
    match(
      first,
      'medium',
      exactRank + reorderedBonus,
      `与“${first.header}”用字相同、语序不同`,
      `the words of “${first.header}” in another order`,
    ),
  ];
}

function isTime(type: FieldType): boolean {
  return type === 'date' || type === 'dateTime';
}

function timeWordVariants(key: string): readonly string[] {
  const match = /^(.+?)(日期|时间|日)$/u.exec(key);
  if (match === null) return [];
  return ['日期', '时间', '日', ''].filter((word) => word !== match[2]).map((word) => `${match[1] ?? ''}${word}`);
}

function sortedLetters(text: string): string {
  return Array.from(text).sort().join('');
}

/** Words that turn a header into another one: 不予立案日期 is not 立案日期, 解除冻结日期 not 冻结日期. */
const turningWords =
  /不|未|非|无|拟|应|预|计划|解除|撤销|延长|变更|恢复|补|复议|申请|终|中止|提前|首|轮候|续|原|前|另|关联|是否|有无|理由|原因/u;

/** Words before a header that leave open neither whose date, amount or number it is, nor which. */
const neutralWords = /^(?:本案|该案|案件|执行|被执行人|当事人|文书|材料|具体|相关|的)+$/u;

/** What may follow the words of a header without naming something else. */
const harmlessTail = /^(?:情况|信息|名称|姓名|号|号码|文号|编号|日期|时间|日|金额|数|数额|一览|明细)$/u;

/** Types where a column taken for another one does harm: a wrong day is a wrong verdict. */
const strictTypes: ReadonlySet<FieldType> = new Set(['date', 'dateTime', 'money', 'identity', 'caseNo']);

/**
 * 协助执行的单位名称 ⊃ 单位名称: a listed header inside the column's words, or the other way round. Words that some other
 * register lists are what they are, and mean something else here only with neutral words before them.
 */
function contained(text: HeaderText, register: RegisterHeaders, index: RegisterIndex): HeaderMatch[] {
  const key = text.key;
  const listedElsewhere = index.spread(key) > 0;
  const found = register.known
    .filter((known) => known.origin !== 'part' && !known.ambiguous && likeEnough(key, known, listedElsewhere))
    .map((known) => ({ known, score: likeness(key, known.key) }))
    .sort((a, b) => b.score - a.score);
  const best = found[0];
  if (best === undefined) return [];
  const rival = found.find((other) => other.known.field !== best.known.field);
  if (rival !== undefined && best.score - rival.score < 0.05) return [];
  return [
    match(
      best.known,
      best.score >= 0.9 ? 'medium' : 'low',
      40 + Math.round(best.score * 20),
      `列名与“${best.known.header}”互相包含`,
      `the header and “${best.known.header}” contain one another`,
    ),
  ];
}

function likeEnough(key: string, known: KnownHeader, listedElsewhere: boolean): boolean {
  const longer = key.length > known.key.length;
  const [long, short] = longer ? [key, known.key] : [known.key, key];
  const at = long.lastIndexOf(short);
  // 日期, 时间, 单位, 结果 say nothing by themselves; 案号 does.
  if (at < 0 || (short.length < 3 && short !== '案号') || short.length * 2 < long.length) return false;
  const before = long.slice(0, at);
  const after = long.slice(at + short.length);
  if (turningWords.test(before) || turningWords.test(after)) return false;
  if (after !== '' && !harmlessTail.test(after)) return false;
  if (!listedElsewhere && !strictTypes.has(known.field.type)) return true;
  return longer && after === '' && neutralWords.test(before);
}

/** Share of the words in common; the head of a Chinese compound stands last: 被执行人身份证号 is a number, not a person. */
function likeness(key: string, known: string): number {
  const [long, short] = known.length > key.length ? [known, key] : [key, known];
  return short.length / long.length + (long.endsWith(short) ? 0.25 : 0);
}

/** 按号 for 案号; anhao or AH for 案号. */
function sounding(text: HeaderText, register: RegisterHeaders, index: RegisterIndex): HeaderMatch[] {
  const latin = /^[a-z]+$/u.test(text.key);
  if (index.spread(text.key) > 0 || (!latin && text.key.length < 2)) return [];
  const spoken = latin ? text.key : fullPinyin(text.key);
  const found = register.soundingLike(spoken);
  const first = found[0];
  if (first === undefined || found.some((known) => known.field !== first.field)) return [];
  return latin
    ? [
        match(
          first,
          spoken.length > 3 ? 'medium' : 'low',
          35,
          `列名是“${first.header}”的拼音或首字母`,
          `the header is the pinyin of “${first.header}”, or its initials`,
        ),
      ]
    : [match(first, 'medium', 38, `列名与“${first.header}”同音`, `the header sounds like “${first.header}”`)];
}

/** One wrong character in five or more, two in nine; never between words that some register knows: 立案日期 is not 结案日期. */
function misspelt(text: HeaderText, register: RegisterHeaders, index: RegisterIndex): HeaderMatch[] {
  const key = text.key;
  if (key.length < 5 || index.spread(key) > 0) return [];
  const allowed = key.length >= 9 ? 2 : 1;
  const found = register.known
    .filter(
      (known) => known.origin !== 'part' && !known.ambiguous && Math.abs(known.key.length - key.length) <= allowed,
    )
    .map((known) => ({ known, edits: distance(known.key, key) }))
    .filter(({ known, edits }) => edits <= allowed && !changesMeaning(known.key, key))
    .sort((a, b) => a.edits - b.edits);
  const best = found[0];
  if (best === undefined || found.some((other) => other.known.field !== best.known.field && other.edits === best.edits))
    return [];
  return [
    match(
      best.known,
      'low',
      20 - best.edits,
      `列名与“${best.known.header}”相差${best.edits}字`,
      `the header differs from “${best.known.header}” in ${best.edits} character(s)`,
    ),
  ];
}

/** Single characters on which the meaning of a header hangs. */
const tellingCharacters = new Set(
  '不未非无拟预计划起止始终首末收发送受入出原被前后立结分报批准查封解冻续退撤延变恢补提另',
);

function changesMeaning(a: string, b: string): boolean {
  const inA = new Set(a);
  const inB = new Set(b);
  return [...tellingCharacters].some((character) => inA.has(character) !== inB.has(character));
}

function match(known: KnownHeader, confidence: MatchConfidence, rank: number, zh: string, en: string): HeaderMatch {
  return { known, confidence, rank, reason: { zh, en } };
}
