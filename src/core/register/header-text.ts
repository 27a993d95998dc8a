/**
 * The words of a header reduced to what identifies the field. Both the headers of a file and the labels and aliases of a
 * definition go through here, so that they meet in the same form.
 */
export interface HeaderText {
  /** Without brackets and their content. */
  readonly key: string;
  /** With the content of brackets kept in its place; equal to `key` where there are none. */
  readonly full: string;
  /** What one unit of the column is worth in the field's unit: 10000 for 万元; `null` where the header names no unit. */
  readonly multiplier: number | null;
}

const unitMultipliers: ReadonlyMap<string, number> = new Map([
  ['元', 1],
  ['人民币元', 1],
  ['百元', 100],
  ['千元', 1_000],
  ['万元', 10_000],
  ['万', 10_000],
  ['百万元', 1_000_000],
  ['千万元', 10_000_000],
  ['亿元', 100_000_000],
  ['亿', 100_000_000],
]);

const invisible = /[\s\u200b-\u200d\u2060\ufeff]/gu;
/** ①…⑳, ⑴…⑳, ⒈…: taken off before NFKC would turn them into plain digits. */
const enclosedNumber = /^[\s*※★☆▲△●]*[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229]+/u;
const leadingNumber = /^(?:\(?[一二三四五六七八九十]{1,3}(?:[、.]|\))|\(\d{1,3}\)|\d{1,3}[、.)](?!\d))/u;
const decoration = /^[:*#※★☆▲△●⚠,;、.·_-]+|[:*#※★☆▲△●⚠,;、.·_-]+$/gu;
const trailingUnit = /[/:_-](元|千元|万元|百万元|亿元)$/u;
const datePattern = /(?<=.)(?:年\/?月\/?日|yyyy[-/.]?mm[-/.]?dd)$/u;

/** @returns `key` is empty where the header has no words (`№`, `---`) */
export function headerText(raw: string): HeaderText {
  const plain = raw.replace(enclosedNumber, '').normalize('NFKC').replace(invisible, '').toLowerCase();
  const bracketed = plain.replace(/[〔【[{《<「『]/gu, '(').replace(/[〕】\]}》>」』]/gu, ')');
  const text = stripNumbering(bracketed)
    .replace(/[\\|、]/gu, '/')
    .replace(/["'“”‘’`]/gu, '');
  const multiplier = unitIn(text);
  const unitless = text
    .replace(/\(([^()]*)\)/gu, (whole, content: string) => (unitOf(content) === undefined ? whole : ''))
    .replace(trailingUnit, '');
  const full = tidy(unitless.replace(/[()]/gu, ''));
  const key = tidy(unitless.replace(/\([^()]*\)/gu, '').replace(/[()]/gu, ''));
  return { key: key === '' ? full : key, full, multiplier };
}

/** The unit that a line above the table declares for all its amounts (单位：万元); `null` where it declares none. */
export function declaredMultiplier(line: string): number | null {
  const match = /(?:金额)?单位[::]([^\s,,;;)]+)/u.exec(line.normalize('NFKC').replace(/[ \t]/gu, ''));
  return match?.[1] === undefined ? null : (unitMultipliers.get(match[1]) ?? null);
}

function stripNumbering(text: string): string {
  const rest = text.replace(decoration, '').replace(leadingNumber, '');
  return rest === '' ? text : rest;
}

function tidy(text: string): string {
  return text.replace(/:/gu, '').replace(decoration, '').replace(datePattern, '');
}

function unitOf(words: string): number | undefined {
  return unitMultipliers.get(words.replace(/^(?:金额)?单位:?/u, ''));
}

function unitIn(text: string): number | null {
  for (const match of text.matchAll(/\(([^()]*)\)/gu)) {
    const multiplier = unitOf(match[1] ?? '');
    if (multiplier !== undefined) return multiplier;
  }
  return unitOf(trailingUnit.exec(text)?.[1] ?? '') ?? null;
}

const periodUnits: ReadonlyMap<string, string> = new Map([
  ['年', '年'],
  ['月', '个月'],
  ['个月', '个月'],
  ['日', '日'],
  ['天', '日'],
]);

/** The unit of time that a header names in brackets for bare numbers below it (期限（年）); `null` where it names none or several. */
export function periodUnitIn(header: string): string | null {
  const match = /\(([^()]*)\)\s*$/u.exec(header.normalize('NFKC'));
  return match?.[1] === undefined ? null : (periodUnits.get(match[1].replace(invisible, '')) ?? null);
}
