const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/gu;
const LEADING_QUOTE = /^['’‘`]+/u;

/** Full-width forms to ASCII, invisible characters and the quote that forces text in a spreadsheet removed, trimmed. */
export function normalised(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').trim().replace(LEADING_QUOTE, '').trim();
}

/** The same without any white space. */
export function withoutSpaces(text: string): string {
  return normalised(text).replace(/\s+/gu, '');
}

const NOTHING = /^(?:[-—–―－_/\\*.。…·~]+|无|暂无|没有|空|空白|N\/?A|null|nil|none|不适用)$/iu;

/** Whether a cell says in writing that there is nothing: a dash, a slash, 无, N/A. The text must be normalised. */
export function meansNothing(text: string): boolean {
  return text === '' || NOTHING.test(text);
}

/** A number as a spreadsheet shows it when the column is too narrow or the number too long: 4.6E+17. */
export function isScientific(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/iu.test(text);
}

/** Spreadsheets keep 15 digits of a number: a longer number has lost its last ones. */
export function hasLostDigits(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) >= 1e15;
}
