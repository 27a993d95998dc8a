const DIGITS: ReadonlyMap<string, number> = new Map([
  ...['〇', '○', '零', 'O'].map((zero): [string, number] => [zero, 0]),
  ...['一', '二', '三', '四', '五', '六', '七', '八', '九'].map((digit, at): [string, number] => [digit, at + 1]),
]);

/** 二〇二三 → 2023: digits one after the other. */
function positional(text: string): number | undefined {
  let value = 0;
  for (const character of text) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** 五 → 5, 十 → 10, 十二 → 12, 二十 → 20, 三十一 → 31, and 廿 is not used in registers. */
function underHundred(text: string): number | undefined {
  const parts = text.split('十');
  if (parts.length === 1) return positional(text);
  const [tens = '', ones = ''] = parts;
  if (parts.length > 2 || tens.length > 1 || ones.length > 1) return undefined;
  const high = tens === '' ? 1 : positional(tens);
  const low = ones === '' ? 0 : positional(ones);
  return high === undefined || low === undefined ? undefined : high * 10 + low;
}

const NUMERAL = '[〇○零O一二三四五六七八九十]';
const DATE = new RegExp(`^(${NUMERAL}{4})年(${NUMERAL}{1,3})月(${NUMERAL}{1,3})[日号]$`, 'u');

/** Year, month and day of 二〇二三年一月五日; `undefined` where the text is no such date. The day may still not exist. */
export function chineseDate(text: string): readonly [year: number, month: number, day: number] | undefined {
  const [, yearText = '', monthText = '', dayText = ''] = DATE.exec(text) ?? [];
  const year = positional(yearText);
  const month = underHundred(monthText);
  const day = underHundred(dayText);
  return yearText === '' || year === undefined || month === undefined || day === undefined
    ? undefined
    : [year, month, day];
}
