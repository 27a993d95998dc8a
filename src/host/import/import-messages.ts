import type { FieldId, RegisterDefinition, RegisterId } from '../../core/register/definition.ts';
import type { MappingTemplate } from '../../core/register/mapping-template.ts';
import type { Problem } from '../../core/register/problem.ts';
import type { RecordRow } from '../inspection/records.ts';
import type { FileWarning } from '../inspection/sources.ts';
import type { StoredSheetEntry } from './import-report.ts';

/** What the import task in the worker is given. */
export interface ImportArguments {
  readonly registers: readonly RegisterDefinition[];
  readonly mapping: MappingTemplate | null;
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
    }
  | { readonly kind: 'rows'; readonly rows: readonly RecordRow[]; readonly problems: readonly Problem[] }
  | { readonly kind: 'end'; readonly entry: StoredSheetEntry };

/** What the task returns. */
export interface ImportResult {
  readonly sha256: string;
  readonly bytes: number;
  readonly warnings: readonly FileWarning[];
}
