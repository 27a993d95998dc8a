import type { Bilingual } from '../language.ts';
import type { ProblemCode } from './problem.ts';

/** What is wrong with a cell, and what to do about it. */
interface ProblemWords {
  readonly happened: Bilingual;
  readonly remedy: Bilingual;
}

/** Words for every problem code; what a problem affects is the same for all: rules that need the field cannot judge the row. */
export const problemWords: Readonly<Record<ProblemCode, ProblemWords>> = {
  DATE_UNREADABLE: {
    happened: { zh: '日期无法识别', en: 'the date cannot be read' },
    remedy: { zh: '改为“2026-01-31”或“2026年1月31日”', en: 'write it as 2026-01-31' },
  },
  DATE_OUT_OF_RANGE: {
    happened: { zh: '日期不存在或超出合理范围', en: 'the date does not exist or is out of range' },
    remedy: { zh: '核对年份、月份和日', en: 'check year, month and day' },
  },
  DATE_AMBIGUOUS: {
    happened: { zh: '日期有两种读法', en: 'the date can be read in two ways' },
    remedy: { zh: '写明四位年份和月、日', en: 'write the year with four digits, then month and day' },
  },
  NUMBER_UNREADABLE: {
    happened: { zh: '数字无法识别', en: 'the number cannot be read' },
    remedy: {
      zh: '只保留数字和小数点，单位写在列名中',
      en: 'leave digits and decimal point only; the unit belongs in the header',
    },
  },
  NUMBER_IN_SCIENTIFIC_NOTATION: {
    happened: {
      zh: '长号码被表格软件改成了科学计数法，末位已丢失',
      en: 'a long number was turned into scientific notation and lost its last digits',
    },
    remedy: { zh: '把该列设为文本格式后重新录入', en: 'format the column as text and enter the number again' },
  },
  BOOLEAN_UNREADABLE: {
    happened: { zh: '是/否无法识别', en: 'neither yes nor no' },
    remedy: { zh: '填写“是”或“否”', en: 'write 是 or 否' },
  },
  CASE_NO_UNREADABLE: {
    happened: { zh: '案号无法识别', en: 'the case number cannot be read' },
    remedy: { zh: '按“（2026）琼9999执1号”的格式填写', en: 'write it in the form （2026）琼9999执1号' },
  },
  CASE_NO_SEVERAL: {
    happened: { zh: '一格内有多个案号', en: 'several case numbers in one cell' },
    remedy: { zh: '每个案号单独一行', en: 'give each case number a row of its own' },
  },
  CASE_NO_TYPE_NOT_STANDARD: {
    happened: { zh: '案件类型代字不在标准表中', en: 'the type of case is not in the standard list' },
    remedy: { zh: '核对类型代字；已按原样采用', en: 'check the type; it was taken as it stands' },
  },
  ID_NUMBER_CHECK_DIGIT: {
    happened: { zh: '身份证号校验位不符', en: 'the check digit of the identity number is wrong' },
    remedy: { zh: '对照证件核对号码', en: 'compare the number with the document' },
  },
  ID_NUMBER_MASKED: {
    happened: { zh: '证件号码被掩码，不能用于比对', en: 'the identity number is masked and cannot be compared' },
    remedy: { zh: '提供完整号码', en: 'provide the full number' },
  },
  IDENTITY_UNREADABLE: {
    happened: { zh: '证件号码无法识别', en: 'the identity number cannot be read' },
    remedy: {
      zh: '填写18位身份证号或统一社会信用代码',
      en: 'write the 18 characters of an identity number or a credit code',
    },
  },
  CREDIT_CODE_CHECK_DIGIT: {
    happened: { zh: '统一社会信用代码校验位不符', en: 'the check digit of the credit code is wrong' },
    remedy: { zh: '对照营业执照核对代码', en: 'compare the code with the licence' },
  },
  COURT_CODE_UNKNOWN: {
    happened: { zh: '法院代字不在代码表中', en: 'the court code is not in the table' },
    remedy: { zh: '核对法院代字；已按原样采用', en: 'check the code; it was taken as it stands' },
  },
  CELL_ERROR: {
    happened: { zh: '单元格是公式错误', en: 'the cell holds a formula error' },
    remedy: { zh: '在原表中修正公式或改填数值', en: 'mend the formula, or enter the value' },
  },
  TEXT_CONTROL_CHARACTER: {
    happened: { zh: '文字中有不可见的控制字符，已去除', en: 'the text held control characters, which were removed' },
    remedy: { zh: '无需处理；如文字不完整请核对原表', en: 'nothing to do, unless words are missing' },
  },
  ROW_REJECTED: {
    happened: { zh: '该行有内容，但已识别的各列均为空', en: 'the row has content, but none in a column that is read' },
    remedy: { zh: '核对是否错行，或在映射方案中补充该列', en: 'check whether the row has slipped, or map its column' },
  },
  OTHER_TABLE_BELOW: {
    happened: {
      zh: '同一工作表中下方另有一张表，该行属于那张表，没有读取，也没有检查',
      en: 'the row belongs to a second table lower in the sheet; it was neither read nor checked',
    },
    remedy: {
      zh: '将下方的表另存为单独的工作表后重新导入',
      en: 'move the lower table to a sheet of its own and import again',
    },
  },
};
