import type { Bilingual } from '../../core/language.ts';
import { explainFailure } from '../workbook/error-codes.ts';
import type { WorkbookErrorCode, WorkbookError } from '../workbook/error-codes.ts';

/** Why a file was not imported: the codes of `import.json`. */
export type ImportErrorCode = WorkbookErrorCode | 'E_DUPLICATE';

/** A file that is left out; the others go on. */
export class FileFailure extends Error {
  readonly code: ImportErrorCode;
  /** What happened, what it affects, what to do. */
  readonly words: Bilingual;
  /** The file of equal content that is in already. */
  readonly duplicateOf: number | null;

  private constructor(code: ImportErrorCode, words: Bilingual, duplicateOf: number | null, cause?: unknown) {
    super(`${code}: ${words.en}`, { cause });
    this.name = 'FileFailure';
    this.code = code;
    this.words = words;
    this.duplicateOf = duplicateOf;
  }

  static of(error: WorkbookError): FileFailure {
    const { happened, affects, remedy } = explainFailure(error.failure);
    return new FileFailure(
      error.code,
      { zh: happened.zh + affects.zh + remedy.zh, en: [happened.en, affects.en, remedy.en].join(' ') },
      null,
      error,
    );
  }

  static duplicate(name: string, fileId: number): FileFailure {
    return new FileFailure(
      'E_DUPLICATE',
      {
        zh: `内容与已导入的“${name}”完全相同。为免重复计算，未再次导入。如应是不同的表，请核对导出。`,
        en: `The content equals that of "${name}", which is in already. It was not imported again, so that nothing counts twice. If it should be another table, check the export.`,
      },
      fileId,
    );
  }
}
