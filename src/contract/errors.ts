import type { Bilingual } from '../core/language.ts';

/** What went wrong in words that help: what happened, what it affects, what to do. */
export interface ErrorWords {
  readonly happened: Bilingual;
  readonly affects: Bilingual;
  readonly action: Bilingual;
}

const words = (zh: readonly [string, string, string], en: readonly [string, string, string]): ErrorWords => ({
  happened: { zh: zh[0], en: en[0] },
  affects: { zh: zh[1], en: en[1] },
  action: { zh: zh[2], en: en[2] },
});

/** The closed list of errors that can cross from the host to the window. Codes of workbook reading travel as `detail`. */
export const errorWords = {
  E_BAD_ARGUMENT: words(
    ['程序内部调用的参数不正确', '本次操作未执行，数据没有改动', '请重试；反复出现时请把错误编号告诉维护人员'],
    [
      'An internal call had wrong arguments',
      'The operation was not carried out; no data changed',
      'Try again; if it persists, report the code',
    ],
  ),
  E_FORBIDDEN_SENDER: words(
    ['收到来自非本程序页面的调用', '调用已拒绝', '无需处理'],
    ['A call came from a page that is not this program', 'The call was refused', 'Nothing to do'],
  ),
  E_NO_INSPECTION: words(
    ['没有打开的检查', '本操作需要先打开一项检查', '请在工作台新建或打开检查'],
    ['No inspection is open', 'This operation needs one', 'Create or open an inspection on the workbench'],
  ),
  E_WRONG_PASSWORD: words(
    ['密码不正确，或文件已被改动', '检查文件未打开，内容没有改动', '请核对密码后重试；仍不能打开时请改用备份'],
    [
      'The password is wrong, or the file was altered',
      'The inspection was not opened; nothing changed',
      'Check the password; if it still fails, use a backup',
    ],
  ),
  E_FILE_DAMAGED: words(
    [
      '检查文件内容被改动、已损坏或不完整，或者不是检查文件',
      '不能作为依据，没有打开',
      '请改用备份；请保留此文件，以便查明原因',
    ],
    [
      'The file was altered, is damaged or incomplete, or is no inspection',
      'It cannot be relied on and was not opened',
      'Use a backup, and keep this file to find out why',
    ],
  ),
  E_FILE_MISSING: words(
    ['找不到检查文件', '没有打开，内容没有改动', '请核对路径；U 盘或网络盘请确认已连接'],
    ['The inspection file was not found', 'It was not opened', 'Check the path, and that the drive is connected'],
  ),
  E_FILE_GONE: words(
    [
      '打开着的检查文件已被移走、删除或替换',
      '本次操作没有执行；关闭程序前不移回，此前所作的改动可能丢失',
      '请把文件移回原处后重试；不能移回的，请打开备份',
    ],
    [
      'The open inspection file was moved, deleted or replaced',
      'This was not carried out; changes made before may be lost unless it is put back before the program closes',
      'Put the file back and try again; where that cannot be done, open a backup',
    ],
  ),
  E_NO_FOLDER: words(
    ['保存位置没有写明文件夹', '没有新建检查', '请用“选择…”指定位置，或填写完整路径'],
    ['The place names no folder', 'No inspection was created', 'Choose a place, or type the whole path'],
  ),
  E_NEWER_FILE: words(
    ['检查文件由更新版本的程序保存', '本版本不能打开，内容没有改动', '请升级程序后再打开'],
    [
      'The inspection was saved by a newer version',
      'This version cannot open it; nothing changed',
      'Upgrade the program',
    ],
  ),
  E_IN_USE: words(
    ['检查文件正被另一个程序打开', '没有打开，内容没有改动', '请先在那里关闭'],
    ['The inspection is open in another program', 'It was not opened; nothing changed', 'Close it there first'],
  ),
  E_FILE_EXISTS: words(
    ['同名文件已存在', '没有覆盖', '请换一个文件名'],
    ['A file of that name exists', 'It was not overwritten', 'Choose another name'],
  ),
  E_NOT_FOUND: words(
    ['没有找到所要的内容', '页面可能已过时', '请刷新后重试'],
    ['What was asked for was not found', 'The page may be stale', 'Refresh and try again'],
  ),
  E_FILE_ACCESS: words(
    ['文件无法读取或写入', '本次操作未完成，原有数据没有改动', '请检查文件是否被占用、磁盘是否已满、有无权限'],
    [
      'A file could not be read or written',
      'The operation did not complete; existing data is unchanged',
      'Check that it is not in use, the disk is not full, and you have permission',
    ],
  ),
  E_ATTACHMENT_TOO_LARGE: words(
    ['附件超过 20 MB', '没有存入，其余文件也没有存入', '请压缩、拆分，或只附关键页'],
    ['An attachment is larger than 20 MB', 'It was not stored, nor were the others', 'Compress or split it'],
  ),
  E_ATTACHMENT_CLASSIFIED: words(
    ['附件名称标有密级', '没有存入，其余文件也没有存入', '本程序不得用于处理国家秘密'],
    [
      'The name of an attachment bears a mark of state secrets',
      'It was not stored, nor were the others',
      'This program may not hold state secrets',
    ],
  ),
  E_SAMPLE: words(
    ['示例检查不能备份', '没有写出文件；示例关闭后即删除，没有人知道它的密码', '请新建检查后再备份'],
    [
      'The sample cannot be backed up',
      'Nothing was written; closing removes it, and nobody knows its password',
      'Create an inspection first',
    ],
  ),
  E_PACK_TESTS: words(
    ['规则包没有通过自带的测试', '没有导入，仍按原有的规则包检查', '请把这段话交给规则包的发布者'],
    [
      'The rule pack fails its own tests',
      'It was not imported; the pack in use stays',
      'Pass these words on to the publisher of the pack',
    ],
  ),
  E_NOT_A_GAP_LIST: words(
    ['所选文件不是补正清单', '没有更正任何单元格', '请选择由本程序导出、填写后的补正清单，表头和隐藏的“定位”列须保留'],
    [
      'The file is not a list of gaps',
      'No cell was corrected',
      'Choose a list that this program exported, with its headers and the hidden column 定位 kept',
    ],
  ),
  E_NO_DERIVED_RECORD: words(
    ['所给的表推不出这样一条记录', '试算没有进行', '本规则的记录由其他表推出：请在下方补齐那些表的行，或留空上方字段'],
    [
      'The tables given do not lead to such a record',
      'Nothing was tried',
      'The record of this rule is derived from other registers: complete their rows below, or leave the fields above blank',
    ],
  ),
  E_CANCELLED: words(
    ['操作已取消', '没有留下未完成的结果', '可随时重新开始'],
    ['The operation was cancelled', 'Nothing half-finished was kept', 'Start again at any time'],
  ),
  E_BUSY: words(
    ['另一项任务正在进行', '本次操作未开始', '请等待其完成或取消后再试'],
    ['Another task is running', 'This one was not started', 'Wait for it or cancel it'],
  ),
  E_RULE_PACK: words(
    ['规则包不能使用', '检查不能运行', '请恢复随程序提供的规则包'],
    ['The rule pack cannot be used', 'The check cannot run', 'Restore the rule pack that came with the program'],
  ),
  E_INTERNAL: words(
    ['程序出现意外错误', '本次操作可能没有完成，已保存的数据不受影响', '请重试；反复出现时请把错误编号告诉维护人员'],
    [
      'An unexpected error occurred',
      'The operation may not have completed; saved data is unaffected',
      'Try again; if it persists, report the code',
    ],
  ),
} as const satisfies Readonly<Record<string, ErrorWords>>;

export type ErrorCode = keyof typeof errorWords;

/** An error with a code of the closed list; `detail` names what it is about, never personal data. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly detail: string;
  constructor(code: ErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}
