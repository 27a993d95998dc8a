import type { LocalDate } from '../calendar/local-date.ts';
import { addDays, addMonths } from './day-arithmetic.ts';

/** A quarter of a year. */
export interface Quarter {
  readonly year: number;
  /** 1 to 4. */
  readonly number: number;
}

/** What a report covers: a quarter, or one month of it. `null` when the words name neither. */
export interface ReportingPeriod {
  readonly quarter: Quarter;
  /** 1 to 12 for a monthly report. */
  readonly month: number | null;
}

const QUARTER_DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const QUARTER_WORDS = /^(\d{4})(?:年度|年)?第?([一二三四1-4])季度?$/u;
const QUARTER_LETTER = /^(\d{4})年?[-/.]?Q([1-4])$/iu;
const QUARTER_MONTHS = /^(\d{4})[年\-/.]?0?(1|4|7|10)月?(?:份)?[-~至—到](?:\d{4}[年\-/.]?)?0?(3|6|9|12)月?(?:份)?$/u;
/** Months in brackets after a quarter say no more than it: 第一季度（1-3月）. */
const MONTHS_IN_BRACKETS = /\(0?\d{1,2}月?[-~至—到]0?\d{1,2}月?(?:份)?\)$/u;
const YEAR_IN_CHARACTERS = /^[〇零○一二三四五六七八九]{4}(?=年)/u;
const YEAR_CHARACTERS = '零一二三四五六七八九';
/** A date cell that shows a month holds its first day. */
const FIRST_OF_MONTH = /^(\d{4}-\d{2})-01(?:T00:00(?::00)?)?$/u;
const MONTH = /^(\d{4})(?:[年\-/.]0?(\d{1,2})月?(?:份)?|(\d{2}))$/u;

function quarterOfMonth(year: number, month: number): Quarter {
  return { year, number: Math.ceil(month / 3) };
}

function yearDigit(character: string): string {
  return String(Math.max(0, YEAR_CHARACTERS.indexOf(character)));
}

/** Reads 2025年第四季度, 2025Q4, 2025年10-12月, 2025年10月, 2025-10. Without a year the words name no period. */
export function parseReportingPeriod(words: string): ReportingPeriod | null {
  const text = words
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(YEAR_IN_CHARACTERS, (year) => Array.from(year, yearDigit).join(''))
    .replace(MONTHS_IN_BRACKETS, '')
    .replace(FIRST_OF_MONTH, '$1');
  const named = QUARTER_WORDS.exec(text) ?? QUARTER_LETTER.exec(text);
  if (named !== null) {
    const number = QUARTER_DIGITS[named[2] ?? ''];
    return number === undefined ? null : { quarter: { year: Number(named[1]), number }, month: null };
  }
  const range = QUARTER_MONTHS.exec(text);
  if (range !== null) {
    const first = Number(range[2]);
    if (Number(range[3]) !== first + 2) return null;
    return { quarter: quarterOfMonth(Number(range[1]), first), month: null };
  }
  const single = MONTH.exec(text);
  if (single === null) return null;
  const month = Number(single[2] ?? single[3]);
  return month < 1 || month > 12 ? null : { quarter: quarterOfMonth(Number(single[1]), month), month };
}

export function quarterOf(date: string): Quarter {
  return quarterOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

/** Last day of a quarter. */
export function quarterEnd(quarter: Quarter): LocalDate {
  const firstMonth = String(quarter.number * 3 - 2).padStart(2, '0');
  return addDays(addMonths(`${quarter.year}-${firstMonth}-01`, 3), -1);
}

export function nextQuarter(quarter: Quarter): Quarter {
  return quarter.number === 4 ? { year: quarter.year + 1, number: 1 } : { ...quarter, number: quarter.number + 1 };
}

export function isBefore(a: Quarter, b: Quarter): boolean {
  return a.year === b.year ? a.number < b.number : a.year < b.year;
}

/** A quarter in words: 2025年第四季度. */
export function quarterWords(quarter: Quarter): string {
  return `${quarter.year}年第${'一二三四'.charAt(quarter.number - 1)}季度`;
}

/** A key that is the same for the same quarter. */
export function quarterKey(quarter: Quarter): string {
  return `${quarter.year}Q${quarter.number}`;
}
