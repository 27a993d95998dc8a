const CASE_TYPES = [
  '司救执',
  '执转破',
  '司惩复',
  '执恢',
  '执保',
  '执异',
  '执复',
  '执监',
  '执协',
  '执他',
  '执清',
  '执备',
  '委执',
  '司惩',
  '财保',
  '行保',
  '证保',
  '破申',
  '执',
] as const;

/** 类型代字 of a case number (案号规定): what kind of enforcement case it is. */
export type CaseType = (typeof CASE_TYPES)[number];

const TYPED = new RegExp(`(${CASE_TYPES.join('|')})(?:字)?第?\\d+`, 'u');
const IN_TEXT =
  /[(（〔[]\s*(?:19|20)\d{2}\s*[)）〕\]]\s*[\u4e00-\u9fa5]{1,8}\d{0,4}[\u4e00-\u9fa5]{1,5}第?\d+号?(?:之[一二三四五六七八九十\d]+)?/gu;

/** Nothing that the pattern looks at has a compatibility form or a space in these: Chinese characters, digits, brackets. */
const PLAIN = /^[\u4e00-\u9fa50-9()（）]+$/u;

function isCaseType(text: string | undefined): text is CaseType {
  return CASE_TYPES.some((type) => type === text);
}

/** The type of an enforcement case number, new or old form; `null` for other numbers (民初 …). */
export function caseTypeOf(caseNo: string): CaseType | null {
  const text = PLAIN.test(caseNo) ? caseNo : caseNo.normalize('NFKC').replace(/\s+/gu, '');
  const type = TYPED.exec(text)?.[1];
  return isCaseType(type) ? type : null;
}

/** Case numbers that a running text mentions, as written. */
export function caseNumbersIn(text: string): readonly string[] {
  return text.match(IN_TEXT) ?? [];
}

/** The usual writing, with nothing in it that its key leaves out but the brackets and 号. */
const USUAL = /^[(（](\d{4})[)）]([\u4e00-\u9fa5\d]*[\u4e00-\u9fa5])([1-9]\d*)号$/u;
const LEFT_OUT = /[第字号]/u;

/** A form in which two writings of one case number are equal: brackets, spaces, 第 and 号 do not count. */
export function caseNumberKey(caseNo: string): string {
  const [, year = '', court = '', number = ''] = USUAL.exec(caseNo) ?? [];
  if (number !== '' && !LEFT_OUT.test(court)) return `(${year})${court}${number}`;
  return caseNo
    .normalize('NFKC')
    .replace(/[〔[【]/gu, '(')
    .replace(/[〕\]】]/gu, ')')
    .replace(/[\s第字]/gu, '')
    .replace(/号(?:之.*)?$/u, '')
    .replace(/(\D)0+(\d+)$/u, '$1$2');
}
