import type { Bilingual } from '../../core/language.ts';

/**
 * Why a workbook could not be read: a closed list. The codes are part of the command line's contract (`import.json`), so a code
 * keeps its meaning for ever. What a failure carries beside its code is for the words only; `detail` is technical English.
 */
export type WorkbookFailure =
  | { readonly code: 'E_NOT_FOUND' }
  | { readonly code: 'E_PERMISSION' }
  | { readonly code: 'E_IO'; readonly detail: string }
  | { readonly code: 'E_EMPTY'; readonly part: 'file' | 'sheets' | 'cells' }
  | { readonly code: 'E_TOO_LARGE'; readonly part: LimitedPart; readonly actual: number; readonly limit: number }
  | { readonly code: 'E_ZIP_BOMB'; readonly detail: string }
  | { readonly code: 'E_ENCRYPTED' }
  | { readonly code: 'E_NOT_A_WORKBOOK'; readonly looksLike: Bilingual }
  | { readonly code: 'E_UNSUPPORTED_FORMAT'; readonly format: string }
  | { readonly code: 'E_CORRUPT'; readonly detail: string }
  | { readonly code: 'E_SHEET_LOST'; readonly sheet: string }
  | { readonly code: 'E_CLASSIFIED'; readonly mark: string }
  | { readonly code: 'E_TIMEOUT'; readonly limitMilliseconds: number }
  | { readonly code: 'E_MEMORY'; readonly limitMegabytes: number }
  | { readonly code: 'E_INTERNAL'; readonly detail: string };

export type WorkbookErrorCode = WorkbookFailure['code'];

/** What a limit bounds; see `ReadLimits` for units. */
export type LimitedPart = 'fileBytes' | 'inflatedBytes' | 'zipEntries' | 'rows' | 'columns' | 'rowBytes';

/** The words for a failure: 发生了什么, 影响什么, 怎么办. */
export interface FailureWords {
  readonly happened: Bilingual;
  readonly affects: Bilingual;
  readonly remedy: Bilingual;
}

const NOT_READ: Bilingual = {
  zh: '该文件未导入，其中的记录未参加检查；其他文件不受影响。',
  en: 'The file was not imported and its records were not audited; other files are not affected.',
};

const PARTS: Readonly<Record<LimitedPart, { readonly name: Bilingual; readonly unit: 'bytes' | 'count' }>> = {
  fileBytes: { name: { zh: '文件大小', en: 'file size' }, unit: 'bytes' },
  inflatedBytes: { name: { zh: '解压后大小', en: 'size after decompression' }, unit: 'bytes' },
  zipEntries: { name: { zh: '压缩包内部件数', en: 'number of parts in the package' }, unit: 'count' },
  rows: { name: { zh: '行数', en: 'number of rows' }, unit: 'count' },
  columns: { name: { zh: '列数', en: 'number of columns' }, unit: 'count' },
  rowBytes: { name: { zh: '单行大小', en: 'size of one row' }, unit: 'bytes' },
};

function quantity(value: number, unit: 'bytes' | 'count'): string {
  return unit === 'bytes' ? `${(value / 2 ** 20).toFixed(value < 2 ** 20 ? 2 : 0)} MiB` : String(value);
}

/** The words for a failure, in both languages. */
export function explainFailure(failure: WorkbookFailure): FailureWords {
  switch (failure.code) {
    case 'E_NOT_FOUND':
      return {
        happened: { zh: '找不到该文件。', en: 'The file was not found.' },
        affects: NOT_READ,
        remedy: {
          zh: '请核对路径和文件名；U 盘或网络盘请确认已连接。',
          en: 'Check path and name; make sure that the USB stick or network drive is connected.',
        },
      };
    case 'E_PERMISSION':
      return {
        happened: { zh: '没有读取该文件的权限。', en: 'There is no permission to read the file.' },
        affects: NOT_READ,
        remedy: {
          zh: '请关闭正在占用它的程序，或复制到自己的文件夹后重试。',
          en: 'Close the program that holds it, or copy it to a folder of your own, and try again.',
        },
      };
    case 'E_IO':
      return {
        happened: {
          zh: `读取文件时出错（${failure.detail}）。`,
          en: `Reading the file failed (${failure.detail}).`,
        },
        affects: NOT_READ,
        remedy: {
          zh: '请确认它是文件而不是文件夹，存储介质正常，然后重试。',
          en: 'Make sure that it is a file and not a folder, and that the medium is sound, then try again.',
        },
      };
    case 'E_EMPTY':
      return {
        happened: {
          file: { zh: '文件是空的（0 字节）。', en: 'The file is empty (0 bytes).' },
          sheets: { zh: '工作簿中没有工作表。', en: 'The workbook has no sheets.' },
          cells: { zh: '工作簿的所有工作表都没有内容。', en: 'No sheet of the workbook has any content.' },
        }[failure.part],
        affects: {
          zh: '没有可检查的记录；其他文件不受影响。',
          en: 'There are no records to audit; other files are not affected.',
        },
        remedy: {
          zh: '请确认导出是否成功，向提供单位索取有内容的文件。',
          en: 'Check that the export succeeded; ask the unit for a file with content.',
        },
      };
    case 'E_TOO_LARGE': {
      const { name, unit } = PARTS[failure.part];
      const actual = quantity(failure.actual, unit);
      const limit = quantity(failure.limit, unit);
      return {
        happened: {
          zh: `${name.zh}超过上限（${actual}，上限 ${limit}）。`,
          en: `The ${name.en} is over the limit (${actual}, limit ${limit}).`,
        },
        affects: NOT_READ,
        remedy: {
          zh: '请按年度或单位拆分后分别导入。',
          en: 'Split it by year or by unit and import the pieces.',
        },
      };
    }
    case 'E_ZIP_BOMB':
      return {
        happened: {
          zh: `压缩内容异常膨胀，疑似恶意文件（${failure.detail}）。`,
          en: `The compressed content expands abnormally; the file may be malicious (${failure.detail}).`,
        },
        affects: NOT_READ,
        remedy: {
          zh: '请勿打开，向提供单位核实来源，并重新导出。',
          en: 'Do not open it; verify its origin with the unit and have it exported again.',
        },
      };
    case 'E_ENCRYPTED':
      return {
        happened: {
          zh: '工作簿已加密：设有打开密码，或保护了工作簿结构。',
          en: 'The workbook is encrypted: by a password for opening, or because its structure is protected.',
        },
        affects: NOT_READ,
        remedy: {
          zh: '请在电子表格程序中打开（要求密码时输入），取消打开密码和工作簿保护后另存一份再导入。',
          en: 'Open it in a spreadsheet program (with the password if one is asked for), remove the password and the protection of the workbook, save a copy, and import that.',
        },
      };
    case 'E_NOT_A_WORKBOOK':
      return {
        happened: {
          zh: `文件内容不是电子表格（看起来是${failure.looksLike.zh}）。`,
          en: `The content is not a spreadsheet (it looks like ${failure.looksLike.en}).`,
        },
        affects: NOT_READ,
        remedy: {
          zh: '请确认文件没有改错扩展名，向提供单位索取原始表格。',
          en: 'Check that the file was not given a wrong ending; ask the unit for the original spreadsheet.',
        },
      };
    case 'E_UNSUPPORTED_FORMAT':
      return {
        happened: {
          zh: `不支持这种表格格式（${failure.format}）。`,
          en: `This spreadsheet format is not supported (${failure.format}).`,
        },
        affects: NOT_READ,
        remedy: { zh: '请另存为 .xlsx 后导入。', en: 'Save it as .xlsx and import that.' },
      };
    case 'E_CORRUPT':
      return {
        happened: {
          zh: `文件已损坏或不完整（${failure.detail}）。`,
          en: `The file is damaged or incomplete (${failure.detail}).`,
        },
        affects: NOT_READ,
        remedy: {
          zh: '请重新复制或重新导出；能在电子表格程序中打开的，另存为 .xlsx 后再导入。',
          en: 'Copy or export it again; if a spreadsheet program opens it, save it as .xlsx and import that.',
        },
      };
    case 'E_SHEET_LOST':
      return {
        happened: {
          zh: `工作表“${failure.sheet}”在工作簿中列名，但读不到内容。`,
          en: `Sheet "${failure.sheet}" is listed in the workbook, but its content cannot be read.`,
        },
        affects: {
          zh: '为免漏查，整个文件未导入；其他文件不受影响。',
          en: 'So that nothing is missed silently, the whole file was not imported; other files are not affected.',
        },
        remedy: {
          zh: '请在电子表格程序中打开核对该工作表，另存为 .xlsx 后再导入。',
          en: 'Open the file in a spreadsheet program, check that sheet, save it as .xlsx, and import that.',
        },
      };
    case 'E_CLASSIFIED':
      return {
        happened: {
          zh: `文件名带有密级标志“${failure.mark}”，已拒绝打开。`,
          en: `The file name bears the classification mark "${failure.mark}"; it was not opened.`,
        },
        affects: NOT_READ,
        remedy: {
          zh: '涉密文件不得在非涉密设备上处理，请按保密规定办理；并非涉密文件的，改名后再导入。',
          en: 'Classified material must not be processed on this machine: follow the rules on secrecy. If it is not classified, rename it and import again.',
        },
      };
    case 'E_TIMEOUT':
      return {
        happened: {
          zh: `读取超过时限（${failure.limitMilliseconds / 1000} 秒），已中止。`,
          en: `Reading took longer than the limit (${failure.limitMilliseconds / 1000} s) and was stopped.`,
        },
        affects: NOT_READ,
        remedy: {
          zh: '请另存为 .xlsx，或按年度拆分后再导入。',
          en: 'Save it as .xlsx, or split it by year, and import again.',
        },
      };
    case 'E_MEMORY':
      return {
        happened: {
          zh: `读取所需内存超过上限（${failure.limitMegabytes} MB），已中止。`,
          en: `Reading needed more memory than the limit (${failure.limitMegabytes} MB) and was stopped.`,
        },
        affects: NOT_READ,
        remedy: {
          zh: '请另存为 .xlsx（可逐行读取），或拆分后再导入。',
          en: 'Save it as .xlsx (which is read row by row), or split it, and import again.',
        },
      };
    case 'E_INTERNAL':
      return {
        happened: {
          zh: `程序处理该文件时发生内部错误（${failure.detail}）。`,
          en: `The program met an internal error while processing the file (${failure.detail}).`,
        },
        affects: NOT_READ,
        remedy: {
          zh: '请把本条信息反馈给维护人员；可先另存为 .xlsx 再试。',
          en: 'Report this message to the maintainers; meanwhile try again with the file saved as .xlsx.',
        },
      };
  }
}

/** Thrown by everything that reads workbooks; the only error that leaves this folder for a bad file. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  readonly failure: WorkbookFailure;

  constructor(failure: WorkbookFailure, options?: ErrorOptions) {
    super(`${failure.code}: ${explainFailure(failure).happened.en}`, options);
    this.failure = failure;
  }

  get code(): WorkbookErrorCode {
    return this.failure.code;
  }
}

/** A damaged file; `detail` is technical English, without personal data. */
export function corrupt(detail: string, cause?: unknown): WorkbookError {
  return new WorkbookError({ code: 'E_CORRUPT', detail }, { cause });
}
