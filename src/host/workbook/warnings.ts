import type { Bilingual } from '../../core/language.ts';
import type { ReadWarning, ReadWarningCode } from './workbook.ts';

const WORDS: Readonly<Record<ReadWarningCode, Bilingual>> = {
  W_FORMULA_NOT_CALCULATED: {
    zh: '公式没有保存计算结果，按“未知”处理；请在电子表格程序中打开、重算并保存后再导入。',
    en: 'Formulas have no stored result and are treated as unknown; open the file in a spreadsheet program, recalculate, save, and import again.',
  },
  W_UNDECODABLE_TEXT: {
    zh: '有无法识别的字符（显示为 \u{fffd}）；请核对原文件编码。',
    en: 'Some characters cannot be decoded (shown as \u{fffd}); check the encoding of the file.',
  },
  W_UNCLOSED_QUOTE: {
    zh: '有未闭合的引号，其后的内容被并入同一单元格；请核对该行。',
    en: 'A quote is not closed, so what follows fell into one cell; check that row.',
  },
  W_ENDING_DIFFERS: {
    zh: '扩展名与内容不符，已按内容读取。',
    en: 'The ending of the name does not fit the content; it was read by its content.',
  },
  W_MACROS_IGNORED: {
    zh: '文件带有宏，没有运行。',
    en: 'The file has macros; they were not run.',
  },
  W_SHEET_WITHOUT_TABLE: {
    zh: '此页是图表、对话框或宏，不是表格，没有读取。',
    en: 'This page is a chart, a dialog or macros and no table; it was not read.',
  },
  W_EXTERNAL_LINKS: {
    zh: '文件链接到其他工作簿，没有打开链接；相关单元格按文件中保存的值读取，请核对是否最新。',
    en: 'The file links to other workbooks; the links were not followed, and cells were read with the values stored in the file.',
  },
};

/** Words of a warning that was kept by its code. */
export function warningWords(code: string): Bilingual | undefined {
  return Object.hasOwn(WORDS, code) ? WORDS[code as ReadWarningCode] : undefined;
}

/** Gathers warnings, one for each code and sheet with the number of cells and the first of them. */
export class WarningCollector {
  readonly #found = new Map<
    string,
    { code: ReadWarningCode; sheet: string | null; cell: string | null; count: number }
  >();

  add(code: ReadWarningCode, sheet: string | null, cell: string | null): void {
    const key = `${code} ${sheet ?? ''}`;
    const known = this.#found.get(key);
    if (known) known.count++;
    else this.#found.set(key, { code, sheet, cell, count: 1 });
  }

  /** Forgets what was gathered about a sheet that is read again. */
  forget(sheet: string): void {
    for (const [key, { sheet: of }] of this.#found) if (of === sheet) this.#found.delete(key);
  }

  list(): readonly ReadWarning[] {
    return [...this.#found.values()].map((warning) => ({ ...warning, words: WORDS[warning.code] }));
  }
}
