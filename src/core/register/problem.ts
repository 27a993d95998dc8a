import type { FieldId } from './definition.ts';

/** Why a cell or a row could not be read as meant. A closed list; words for each stand in `problem-words.ts`. */
export type ProblemCode =
  | 'DATE_UNREADABLE'
  | 'DATE_OUT_OF_RANGE'
  | 'DATE_AMBIGUOUS'
  | 'NUMBER_UNREADABLE'
  | 'NUMBER_IN_SCIENTIFIC_NOTATION'
  | 'BOOLEAN_UNREADABLE'
  | 'CASE_NO_UNREADABLE'
  | 'CASE_NO_SEVERAL'
  | 'CASE_NO_TYPE_NOT_STANDARD'
  | 'ID_NUMBER_CHECK_DIGIT'
  | 'ID_NUMBER_MASKED'
  | 'IDENTITY_UNREADABLE'
  | 'CREDIT_CODE_CHECK_DIGIT'
  | 'COURT_CODE_UNKNOWN'
  | 'CELL_ERROR'
  | 'TEXT_CONTROL_CHARACTER'
  | 'ROW_REJECTED'
  | 'OTHER_TABLE_BELOW';

/** A cell that could not be read: the row stays, the field's value is unknown (or kept, when `severity` is `warning`). */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly cell: string;
  readonly row: number;
  readonly field: FieldId | null;
  /** The value as it stood in the cell. */
  readonly value: string;
}
