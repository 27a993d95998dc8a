/**
 * What a number format makes of a number, as far as reading is concerned.
 * - `number` it stays a number
 * - `moment` it is a date, a time of day, or both
 * - `code` a format of zeros only (`000000`): the digits shown, with leading zeros, are the value meant
 */
export type NumberFormatKind =
  { readonly kind: 'number' } | { readonly kind: 'moment' } | { readonly kind: 'code'; readonly width: number };

const NUMBER: NumberFormatKind = { kind: 'number' };
const MOMENT: NumberFormatKind = { kind: 'moment' };

/**
 * Built-in formats that are dates or times (ECMA-376 Part 1, 18.8.30), the Chinese ones included: 27–36 and 50–58 carry
 * no format code in the file, and spreadsheet programs in Chinese use them (31 is yyyy"年"m"月"d"日"). 46 is elapsed time.
 */
const BUILT_IN_MOMENTS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54, 55, 56, 57,
  58,
]);

/** Kind of a built-in format that the file does not define itself. */
export function builtInFormatKind(id: number): NumberFormatKind {
  return BUILT_IN_MOMENTS.has(id) ? MOMENT : NUMBER;
}

/** First section of a format code: what applies to positive numbers, dates among them. */
function firstSection(code: string): string {
  let quoted = false;
  for (let index = 0; index < code.length; index++) {
    const character = code[index];
    if (character === '"') quoted = !quoted;
    else if (character === '\\' && !quoted) index++;
    else if (character === ';' && !quoted) return code.slice(0, index);
  }
  return code;
}

/**
 * Kind of a format code such as `yyyy"年"m"月"d"日"`, `[$-804]yyyy/m/d;@`, `[DBNum1]…`, `#,##0.00`, `000000`.
 * Elapsed time (`[h]:mm`) is a duration, hence a number.
 */
export function numberFormatKind(code: string): NumberFormatKind {
  const section = firstSection(code)
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./gu, '')
    .replace(/G\/通用格式|General|通用格式/gi, '');
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return NUMBER;
  const bare = section.replace(/\[[^\]]*\]/g, '').replace(/e[+-]/gi, '');
  if (/[ydhsm]|aaa|e/i.test(bare)) return MOMENT;
  const zeros = /^0{2,18}$/.exec(bare.trim());
  return zeros ? { kind: 'code', width: zeros[0].length } : NUMBER;
}
