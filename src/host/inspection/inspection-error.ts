import type { Bilingual } from '../../core/language.ts';

/** Why an inspection file cannot be opened or written. A closed list. */
export type InspectionErrorCode =
  | 'E_INSPECTION_NOT_FOUND'
  | 'E_INSPECTION_EXISTS'
  | 'E_INSPECTION_IN_USE'
  | 'E_INSPECTION_NOT_ONE'
  | 'E_INSPECTION_NEWER'
  | 'E_INSPECTION_WRONG_PASSWORD'
  | 'E_INSPECTION_ALTERED'
  | 'E_INSPECTION_TRUNCATED'
  | 'E_INSPECTION_DISK';

/** What happened, what it affects, what to do. */
const words: Readonly<Record<InspectionErrorCode, Bilingual>> = {
  E_INSPECTION_NOT_FOUND: {
    zh: '找不到检查文件。未读取任何数据。请核对路径。',
    en: 'The inspection file was not found. Nothing was read. Check the path.',
  },
  E_INSPECTION_EXISTS: {
    zh: '检查文件已存在。为不覆盖已有检查，未作任何改动。请换一个文件名，或先移走原文件。',
    en: 'The inspection file exists already. It was not touched. Choose another name, or move the old file away first.',
  },
  E_INSPECTION_IN_USE: {
    zh: '检查文件正被另一个程序打开。未作任何改动。请先在那里关闭。',
    en: 'The inspection file is open in another program. Nothing was changed. Close it there first.',
  },
  E_INSPECTION_NOT_ONE: {
    zh: '这不是检查文件。未读取任何数据。请选择扩展名为 .inspection 的文件。',
    en: 'This is not an inspection file. Nothing was read. Choose a file ending in .inspection.',
  },
  E_INSPECTION_NEWER: {
    zh: '检查文件由更新版本的程序写成，本程序不认识其中的内容。文件未作任何改动。请升级本程序后再打开。',
    en: 'The inspection file was written by a newer program. It was not changed. Update this program, then open it.',
  },
  E_INSPECTION_WRONG_PASSWORD: {
    zh: '密码不对。文件未作任何改动。请重新输入；密码无法找回。',
    en: 'The password is wrong. The file was not changed. Try again; a lost password cannot be recovered.',
  },
  E_INSPECTION_ALTERED: {
    zh: '检查文件的内容被改动或已损坏，不能作为依据。请用备份恢复，并保留此文件以便查明原因。',
    en: 'The inspection file was altered or is damaged and cannot be relied on. Restore a backup, and keep this file to find out why.',
  },
  E_INSPECTION_TRUNCATED: {
    zh: '检查文件不完整（末尾缺失）。请重新复制；如程序曾异常中止，请把同目录下 -open、-wal 结尾的同名文件一并复制。',
    en: 'The inspection file is incomplete (its end is missing). Copy it again; after a crash, copy the files of the same name ending in -open and -wal with it.',
  },
  E_INSPECTION_DISK: {
    zh: '写入检查文件失败（磁盘已满或不可写）。已确认的内容不受影响，本次操作未保存。请腾出空间后重试。',
    en: 'Writing the inspection file failed (disk full or not writable). What was confirmed is safe, this step was not saved. Free some space and try again.',
  },
};

/** Carries a code; `words` tells a person what happened, what it affects and what to do. */
export class InspectionError extends Error {
  readonly code: InspectionErrorCode;
  readonly words: Bilingual;
  constructor(code: InspectionErrorCode, cause?: unknown) {
    super(`${code}: ${words[code].en}`, cause === undefined ? undefined : { cause });
    this.name = 'InspectionError';
    this.code = code;
    this.words = words[code];
  }
}

/**
 * Translates what SQLite says. With the right data key in hand, a page that does not decrypt was changed after it was
 * written: SQLite calls that NOTADB (first page) or CORRUPT (any other).
 */
export function asInspectionError(error: unknown): unknown {
  if (error instanceof InspectionError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^SQLITE_(NOTADB|CORRUPT|IOERR_SHORT_READ|IOERR_DATA|IOERR_AUTH)/.test(code)) {
    return new InspectionError('E_INSPECTION_ALTERED', error);
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new InspectionError('E_INSPECTION_IN_USE', error);
  if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(code)) return new InspectionError('E_INSPECTION_DISK', error);
  return error;
}
