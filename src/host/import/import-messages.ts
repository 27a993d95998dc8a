import type { FieldId, RegisterDefinition, RegisterId } from '../../core/register/definition.ts';
import type { MappingTemplate } from '../../core/register/mapping-template.ts';
import type { Problem } from '../../core/register/problem.ts';
import type { CourtCodeTable } from '../../core/register/court-code-table.ts';
import type { RowKind } from '../../core/register/row-kind.ts';
import type { SheetPlan } from '../../core/register/sheet-plan.ts';
import type { RecordRow } from '../inspection/records.ts';
import type { FileWarning } from '../inspection/sources.ts';
import type { StoredSheetEntry } from './import-report.ts';

/** What the import task in the worker is given. */
export interface ImportArguments {
  readonly registers: readonly RegisterDefinition[];
  readonly mapping: MappingTemplate | null;
  readonly courtCodes: CourtCodeTable;
  /** Send every row as it stands too, for a viewer. */
  readonly keepRows?: boolean;
  /** Read this sheet only (0-based, in workbook order). */
  readonly onlySheet?: number;
}

/** Rows, first and last included, numbered as in the file. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** How a sheet was read, with what a person needs to check it. */
export interface StoredPlan extends Pick<
  SheetPlan,
  'register' | 'reason' | 'headerRow' | 'columns' | 'unmapped' | 'fingerprint'
> {
  readonly columnCount: number;
  /** 0-based. */
  readonly hiddenColumns: readonly number[];
  /** Rows that the sheet hides; none in files of earlier versions. */
  readonly hiddenRows?: readonly RowRange[];
  /** Merged ranges under the header; not kept by earlier versions. */
  readonly mergedRanges?: number;
  /** Fields that a person said the sheet does not have. */
  readonly absent?: readonly string[];
  /** First values under the header, by column; `null` where the first rows are blank. */
  readonly samples: Readonly<Record<number, readonly (string | null)[]>>;
}

/** What a row of a sheet is: a kind of the register reader, above the header, the header, or not read at all. */
export type ShownRowKind = RowKind | 'above' | 'header' | 'unread';

/** A row as it stands in the file; `cells` from column A, without empty ones at the end. */
export interface ShownRow {
  readonly row: number;
  readonly kind: ShownRowKind;
  readonly hidden: boolean;
  readonly cells: readonly string[];
}

/** What the worker tells its parent, sheet by sheet in workbook order: one `sheet`, any number of `rows`, one `end`. */
export type ImportMessage =
  | {
      readonly kind: 'sheet';
      readonly ordinal: number;
      readonly name: string;
      readonly register: RegisterId | null;
      readonly fields: readonly FieldId[];
      readonly columns: Readonly<Record<FieldId, number>>;
      readonly plan: StoredPlan;
    }
  | { readonly kind: 'rows'; readonly rows: readonly RecordRow[]; readonly problems: readonly Problem[] }
  | { readonly kind: 'shown'; readonly rows: readonly ShownRow[] }
  | { readonly kind: 'end'; readonly entry: StoredSheetEntry };

/** What the task returns. */
export interface ImportResult {
  readonly sha256: string;
  readonly bytes: number;
  readonly warnings: readonly FileWarning[];
  readonly encoding: string | null;
}
