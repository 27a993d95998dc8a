import i18next from 'i18next';

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 十三, as articles are numbered; what lies outside 1 to 99 stays in digits. */
function chineseNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return `${ten}${digits[number % 10] ?? ''}`;
}

/** The number of an article in the language of the window: 第十三条, art. 13. */
export const articleNumber = (number: number): string =>
  i18next.language === 'en' ? String(number) : chineseNumber(number);

/** The number of the article to which a clause belongs: 9.5 is in 第九条. */
export const articleOfClause = (clause: string): string => articleNumber(Number(clause.split('.')[0]));
