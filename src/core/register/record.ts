import type { FieldId, RegisterId } from './definition.ts';

/**
 * Value of a field in a record.
 * - `null`: the column exists and the cell is blank: known to be empty
 * - `undefined`: unknown: the sheet has no such column, or the cell could not be read (then a problem says so)
 * Dates are ISO strings, money is integer fen, booleans are booleans. Missing is never compliance.
 */
export type FieldValue = string | number | boolean | null | undefined;

/** Where a record stands. */
export interface RecordOrigin {
  /** File name as given by the user, without folder. */
  readonly file: string;
  readonly sheet: string;
  /** Row number that the spreadsheet program shows. */
  readonly row: number;
}

/** The columns of one sheet of one file as they were mapped; shared by all its records. */
export interface SheetMapping {
  readonly file: string;
  readonly sheet: string;
  readonly register: RegisterId;
  /** 0-based column of each mapped field. */
  readonly columns: Readonly<Record<FieldId, number>>;
}

/** One row of a register, typed. `values` always has every field of the definition as a key. */
export interface RegisterRecord {
  readonly register: RegisterId;
  /** `null` for records derived from others (an expected quarter, say), which have no row. */
  readonly mapping: SheetMapping | null;
  /** 1-based row; 0 for derived records. */
  readonly row: number;
  readonly values: Readonly<Record<FieldId, FieldValue>>;
}
