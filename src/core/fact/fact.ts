import type { Bilingual } from '../language.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Limit } from '../calendar/limit.ts';
import type { FieldId, RegisterId } from '../register/definition.ts';
import type { FieldValue, RegisterRecord } from '../register/record.ts';

/** A scalar that conditions compare. `null` is known to be empty. */
export type KnownValue = string | number | boolean | null | readonly (string | number | boolean)[];

/** A fact that the data cannot tell, with the fields (`field`, or `register.field`, or `register`) that would. */
export class Unknown {
  readonly missing: readonly string[];
  readonly reason: UnknownReason;
  constructor(reason: UnknownReason, missing: readonly string[]) {
    this.reason = reason;
    this.missing = missing;
  }
}
export type UnknownReason = 'missing' | 'register-absent' | 'calendar-not-covered' | 'not-in-force';

export type FactResult = KnownValue | Unknown;

/** All registers of an inspection, with indexes built on first use. */
export interface RegisterSet {
  /** Stands for this set where something is remembered about it: whoever keeps it keeps no records alive. */
  readonly token: object;
  /** Whether any sheet of the register was handed over (an empty sheet counts). */
  has(register: RegisterId): boolean;
  /** Whether any sheet of the register has the field's column. */
  hasField(register: RegisterId, field: FieldId): boolean;
  all(register: RegisterId): readonly RegisterRecord[];
  /** Records whose field equals the value; empty for `null` and unknown values. */
  by(register: RegisterId, field: FieldId, value: FieldValue): readonly RegisterRecord[];
}

export type { Limit };

/** What a fact may ask for besides the record itself. */
export interface FactContext {
  readonly asOf: LocalDate;
  readonly calendar: WorkCalendar;
  readonly registers: RegisterSet;
  /** Tables of `rules/parameters/` (department limits …), by file name, after the profile's overrides. */
  readonly tables: Readonly<Record<string, unknown>>;
  /** Parameter of the rule being judged, in the version in force for this record. */
  parameter(name: string, record: RegisterRecord): FactResult;
  /** A parameter as a time limit with its unit; unknown where the parameter is not in force. */
  limit(name: string, record: RegisterRecord): Limit | Unknown;
  /** Another fact, or a field, of the same record. */
  fact(name: string, record: RegisterRecord, params?: FactParams): FactResult;
  /** Says that the matter is still open within its limit: an unbroken rule then counts as pending, not as compliance. */
  notePending(due: string): void;
}

export type FactParams = Readonly<Record<string, unknown>>;

/**
 * What a param of a fact may hold.
 * - `reference`: name of a field or fact, a `{ fact, params }`, or a list of these of which the first with a value counts
 * - `references`: a list of references; `field`: a field of the judged record; `parameter`: a parameter of the rule
 * - `limit`: a parameter with a unit of time, or `@` and the name of a fact that yields a limit
 */
export type ParamKind =
  'reference' | 'references' | 'field' | 'parameter' | 'limit' | 'number' | 'boolean' | 'text' | 'scalar' | 'list';

export interface ParamDefinition {
  readonly kind: ParamKind;
  readonly optional?: true;
}

/** What a fact reads; used by the lint, for checkability, and for the evidence of a finding. */
export interface FactReads {
  readonly fields: readonly FieldId[];
  readonly neighbours: readonly { readonly register: RegisterId; readonly fields: readonly FieldId[] }[];
  readonly parameters: readonly string[];
}

/** An entry of a table of `rules/parameters/` that decided on a record. */
export interface TableEntry {
  /** Name of the table. */
  readonly table: string;
  readonly label: Bilingual;
  readonly version: string;
  readonly from: LocalDate;
  readonly value: Limit;
  readonly basis: 'policy-default' | 'local-practice';
}

/**
 * A named, pure function over a record and its neighbours. Field ids need no definition: every field is a fact.
 * `register: 'any'` marks the generic ones (overdue, dueDate, valueOr …).
 */
export interface FactDefinition {
  readonly name: string;
  /** The register to whose records it belongs; `any` for all. */
  readonly register: RegisterId;
  readonly label: Bilingual;
  readonly type: 'text' | 'number' | 'boolean' | 'date' | 'dateTime' | 'money' | 'list' | 'any';
  /** The params it takes; none when left out. The lint refuses others. */
  readonly params?: Readonly<Record<string, ParamDefinition>>;
  /** True where the result depends on nothing but record and registers (no parameters): computed once a run. */
  readonly shared?: boolean;
  reads(params: FactParams): FactReads;
  evaluate(record: RegisterRecord, context: FactContext, params: FactParams): FactResult;
  /** Values for the message (`{{name.due}}`), asked only for findings. Dates as ISO, money in fen. */
  describe?(record: RegisterRecord, context: FactContext, params: FactParams): Readonly<Record<string, FieldValue>>;
  /** Entries of tables that decided on the record, asked only for findings: the table is printed on what it decided. */
  fromTables?(record: RegisterRecord, context: FactContext, params: FactParams): readonly TableEntry[];
  /** Records of other rows that the result rests on, asked only for findings. */
  sources?(record: RegisterRecord, context: FactContext, params: FactParams): readonly RegisterRecord[];
}

/** A register whose records are computed from others (each unit × quarter, say); its records may have no row. */
export interface DerivedRegister {
  readonly id: RegisterId;
  readonly label: Bilingual;
  /** Registers without which nothing can be derived. */
  readonly needs: readonly RegisterId[];
  readonly fields: readonly {
    readonly id: FieldId;
    readonly label: Bilingual;
    readonly type: FactDefinition['type'];
  }[];
  readonly identity: readonly FieldId[];
  readonly subject: readonly FieldId[];
  derive(registers: RegisterSet, asOf: LocalDate, calendar: WorkCalendar): readonly RegisterRecord[];
}
