import type { Bilingual } from '../../core/language.ts';
import type { SheetSource } from '../../core/sheet/grid.ts';
import type { TextEncoding } from './text/encoding.ts';

/** What the content of a file turned out to be, whatever its name ends in. `biff5` and `biff8` are the two kinds of .xls. */
export type WorkbookFormat =
  'xlsx' | 'xlsb' | 'biff8' | 'biff5' | 'ods' | 'html' | 'spreadsheetml2003' | 'delimited-text';

/** Something about a file that was read that a person should know. A closed list of codes; `sheet` and `cell` say where. */
export interface ReadWarning {
  readonly code: ReadWarningCode;
  readonly sheet: string | null;
  /** Address of the first cell concerned. */
  readonly cell: string | null;
  readonly count: number;
  readonly words: Bilingual;
}

export type ReadWarningCode =
  /** A formula without a stored result: the cell reads as error `#CALC!`, never as blank. */
  | 'W_FORMULA_NOT_CALCULATED'
  /** Bytes that are no character in the encoding found. */
  | 'W_UNDECODABLE_TEXT'
  /** A quoted field that is not closed before the end of the file. */
  | 'W_UNCLOSED_QUOTE'
  /** The name's ending promises another format than the content is. */
  | 'W_ENDING_DIFFERS'
  /** Macros: never run. */
  | 'W_MACROS_IGNORED'
  /** A sheet that holds no table: a chart, a dialog, a macro sheet, or a module without a part of its own. */
  | 'W_SHEET_WITHOUT_TABLE'
  /** Links to other workbooks: never followed; cells keep the values stored with them. */
  | 'W_EXTERNAL_LINKS';

/** A workbook whose sheets can be walked. Sheets are in workbook order; charts and macro sheets are left out. */
export interface Workbook {
  readonly fileName: string;
  readonly format: WorkbookFormat;
  /** As found in a file of plain text; `null` for a workbook. */
  readonly encoding: TextEncoding | null;
  /** Lower-case hex SHA-256 of the file's bytes. */
  readonly sha256: string;
  /** Size of the file. */
  readonly bytes: number;
  readonly sheets: readonly SheetSource[];
  readonly warnings: readonly ReadWarning[];
}
