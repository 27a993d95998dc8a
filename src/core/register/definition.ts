import type { Bilingual } from '../language.ts';

/** Id of a register (record type), as in `rules/registers/<id>.json`. */
export type RegisterId = string;
/** Id of a field within a register; a plain identifier, never a column name from a file. */
export type FieldId = string;

/**
 * How a cell's text becomes a value.
 * - `text` trimmed text; `date` a day; `dateTime` a day, with time of day where the cell has one
 * - `money` integer fen; `number` any number; `integer`; `ratio` 0.15 for 15 %; `boolean` 是/否/√/×/1/Y
 * - `caseNo` canonical case number; `identity` ID number or unified social credit code; `courtCode`
 */
export type FieldType =
  | 'text'
  | 'date'
  | 'dateTime'
  | 'money'
  | 'number'
  | 'integer'
  | 'ratio'
  | 'boolean'
  | 'caseNo'
  | 'identity'
  | 'courtCode';

/** Which field takes the value of a sorted column. */
export interface SortedBy {
  /** The columns that tell, in the order in which they are asked: the first that names a field decides. */
  readonly columns: readonly FieldId[];
  readonly into: readonly {
    readonly field: FieldId;
    /** The column that tells contains one of these … */
    readonly words: readonly string[];
    /** … and none of these: 不予立案 contains 立案. */
    readonly without?: readonly string[];
  }[];
}

export interface FieldDefinition {
  readonly id: FieldId;
  readonly type: FieldType;
  /** The standard header of the register tables, in `zh`. */
  readonly label: Bilingual;
  /** Other headers seen in practice. Matched after normalisation; a header with a slash is an alias itself, as is each part. */
  readonly aliases: readonly string[];
  /** Words that the table's form offers for this column, in its order: offered where one fills in, never required. */
  readonly values?: readonly string[];
  /** Headers (label or alias) whose meaning is doubtful (发出/送达, 报结/结案): mapped with confidence `low`. */
  readonly ambiguous?: readonly string[];
  /** ID numbers, names, account numbers: masked wherever shown by default. */
  readonly personal?: 'name' | 'identity' | 'account' | 'phone' | 'address';
  /**
   * For a column that holds a start and an end in one cell (期限起止: 2026-01-01至2026-12-31): the two fields that take
   * the halves where the sheet has no columns of their own for them.
   */
  readonly span?: readonly [FieldId, FieldId];
  /**
   * For a column whose value belongs to one of several fields by what another column of the row says (立案或不立案时间 beside
   * 结果, 送达时间 beside 送达对象): those fields, where the sheet has no columns of their own for them.
   */
  readonly sortedBy?: SortedBy;
  /**
   * For an identity column: the text field that takes a masked number (469999********0013), which is no value of the column
   * itself, for it would be equal to the numbers of many.
   */
  readonly masked?: FieldId;
}

/** One kind of table that courts and agencies hand over. */
export interface RegisterDefinition {
  readonly id: RegisterId;
  readonly label: Bilingual;
  /** Names under which the table appears in sheet names, title rows and file names. */
  readonly titles: readonly string[];
  /** Fields that a sheet must have (any one of each group) to be recognised as this register. */
  readonly recognisedBy: readonly (readonly FieldId[])[];
  /** Fields whose values together identify a record; used for fingerprints and duplicates. */
  readonly identity: readonly FieldId[];
  /** Fields from which the subject of a finding is taken: first one present. */
  readonly subject: readonly FieldId[];
  readonly fields: readonly FieldDefinition[];
  /** Where the table comes from: `court.md` §4.x or `agency.md` 附表2 number, in words that need no access to them. */
  readonly source: string;
}
