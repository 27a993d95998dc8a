import type { DerivedRegister, FactDefinition } from '../fact/fact.ts';
import type { Bilingual } from '../language.ts';
import type { FieldDefinition, FieldId, FieldType, RegisterDefinition, RegisterId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';

/** What rules see of a field, whether its register was handed over or derived. */
export interface FieldView {
  readonly id: FieldId;
  readonly label: Bilingual;
  readonly type: FieldType | FactDefinition['type'];
  readonly personal?: FieldDefinition['personal'];
  /** Words that the table's form offers. */
  readonly values?: readonly string[];
}

/** What rules see of a register. */
export interface RegisterView {
  readonly id: RegisterId;
  readonly label: Bilingual;
  readonly fields: ReadonlyMap<FieldId, FieldView>;
  readonly identity: readonly FieldId[];
  readonly subject: readonly FieldId[];
  /** Registers that it is derived from; empty for one that is handed over. */
  readonly derivedFrom: readonly RegisterId[];
}

export type RegisterViews = ReadonlyMap<RegisterId, RegisterView>;

/** All registers by id, handed over and derived. */
export function registerViews(
  definitions: readonly RegisterDefinition[],
  derived: readonly DerivedRegister[],
): RegisterViews {
  const views = new Map<RegisterId, RegisterView>();
  const fieldMap = (fields: readonly FieldView[]) => new Map(fields.map((field) => [field.id, field]));
  for (const { id, label, fields, identity, subject } of definitions) {
    views.set(id, { id, label, fields: fieldMap(fields), identity, subject, derivedFrom: [] });
  }
  for (const { id, label, fields, identity, subject, needs } of derived) {
    views.set(id, { id, label, fields: fieldMap(fields), identity, subject, derivedFrom: needs });
  }
  return views;
}

/** What a finding is about: the first of the register's subject fields that has a value. */
export function subjectOf(record: RegisterRecord, view: RegisterView): string {
  for (const field of view.subject) {
    const value = record.values[field];
    if (value !== null && value !== undefined && value !== '') return String(value);
  }
  return '';
}
