const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 十三, as articles are numbered; what lies outside 1 to 99 stays in digits. */
export function chineseNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return `${ten}${digits[number % 10] ?? ''}`;
}
