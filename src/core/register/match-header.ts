import { distance } from 'fastest-levenshtein';
import type { Bilingual } from '../language.ts';
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
  const matches = [
    ...header.grouped.flatMap((text) => listedMatches(text, register, 'group')),
    ...listedMatches(header.own, register, header.grouped.length > 0 ? 'under-group' : 'alone'),
  ];
  if (matches.length === 0) {
    for (const text of [...header.grouped, header.own]) {
      matches.push(...sameWords(text, register), ...contained(text, register, index), ...sounding(text, register));
    }
    if (matches.length === 0) matches.push(...misspelt(header.own, register, index));
  }
  return matches.sort((a, b) => b.rank - a.rank);
}

/** The listed header that the words are, if any; cheap, and what recognition and the search for the header row rest on. */
export function listedHeader(header: ColumnHeader, register: RegisterHeaders): KnownHeader | undefined {
  for (const text of [...header.grouped, header.own]) {
    const known = register.byKey.get(text.full) ?? register.byKey.get(text.key);
    if (known !== undefined) return known;
  }
  return undefined;
}

type Position = 'alone' | 'group' | 'under-group';

function listedMatches(text: HeaderText, register: RegisterHeaders, position: Position): HeaderMatch[] {
  const whole = register.byKey.get(text.full);
  const found = whole ?? register.byKey.get(text.key);
  if (found === undefined) return [];
  const rank =
    exactRank +
    (position === 'group' ? 30 : 0) +
    (found.origin === 'label' ? 20 : found.origin === 'alias' ? 15 : 5) +
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

/** 送达日期（控告人） for 送达控告人日期, and 送达时间 for 送达日期. */
function sameWords(text: HeaderText, register: RegisterHeaders): HeaderMatch[] {
  for (const variant of timeWordVariants(text.key)) {
    const found = register.byKey.get(variant);
    if (found !== undefined && !found.ambiguous) {
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
  if (text.full.length < 5) return [];
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
      85,
      `与“${first.header}”用字相同、语序不同`,
      `the words of “${first.header}” in another order`,
    ),
  ];
}

function timeWordVariants(key: string): readonly string[] {
  const match = /^(.+?)(日期|时间|日)$/u.exec(key);
  if (match === null) return [];
  return ['日期', '时间', '日', ''].filter((word) => word !== match[2]).map((word) => `${match[1] ?? ''}${word}`);
}

function sortedLetters(text: string): string {
  return [...text].sort().join('');
}

/** Words that turn a header into another one: 不予立案日期 is not 立案日期, 解除冻结日期 not 冻结日期. */
const turningWords =
  /不|未|非|无|拟|应|预|计划|解除|撤销|延长|变更|恢复|补|复议|申请|终|中止|提前|首|轮候|续|原|前|另|关联|是否|有无|理由|原因/u;

/** What may follow the words of a header without naming something else. */
const harmlessTail = /^(?:情况|信息|名称|姓名|号|号码|文号|编号|日期|时间|日|金额|数|数额|一览|明细)$/u;

/** 协助执行的单位名称 ⊃ 单位名称: the longest listed header inside the column's, or the other way round. */
function contained(text: HeaderText, register: RegisterHeaders, index: RegisterIndex): HeaderMatch[] {
  const key = text.key;
  if (key.length < 2) return [];
  const found = register.known
    .filter((known) => known.origin !== 'part' && !known.ambiguous && known.key.length >= 2)
    .flatMap((known) => {
      const [long, short] = known.key.length > key.length ? [known.key, key] : [key, known.key];
      const at = long.lastIndexOf(short);
      const ratio = short.length / long.length;
      if (at < 0 || ratio < 0.5 || turningWords.test(`${long.slice(0, at)} ${long.slice(at + short.length)}`.trim()))
        return [];
      // The head of a Chinese compound stands last: 被执行人身份证号 is a number, not a person.
      const headed = at + short.length === long.length;
      if (!headed && !harmlessTail.test(long.slice(at + short.length))) return [];
      return [{ known, score: ratio + (headed ? 0.25 : 0) }];
    })
    .sort((a, b) => b.score - a.score);
  const best = found[0];
  if (best === undefined) return [];
  const rival = found.find((other) => other.known.field !== best.known.field);
  if (rival !== undefined && best.score - rival.score < 0.05) return [];
  const known = best.known;
  const sure = best.score >= 0.9 && index.spread(key) === 0;
  return [
    match(
      known,
      sure ? 'medium' : 'low',
      40 + Math.round(best.score * 20),
      `列名与“${known.header}”互相包含`,
      `the header and “${known.header}” contain one another`,
    ),
  ];
}

/** 按号 for 案号; anhao or AH for 案号. */
function sounding(text: HeaderText, register: RegisterHeaders): HeaderMatch[] {
  const latin = /^[a-z]+$/u.test(text.key);
  if (!latin && text.key.length < 2) return [];
  const spoken = latin ? text.key : fullPinyin(text.key);
  const found = register.byPinyin.get(spoken) ?? [];
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
const tellingCharacters = new Set('不未非无起止始终首末收发送受入出原被前后立结分报批准查封解冻续退');

function changesMeaning(a: string, b: string): boolean {
  const inA = new Set(a);
  const inB = new Set(b);
  return [...tellingCharacters].some((character) => inA.has(character) !== inB.has(character));
}

function match(known: KnownHeader, confidence: MatchConfidence, rank: number, zh: string, en: string): HeaderMatch {
  return { known, confidence, rank, reason: { zh, en } };
}
