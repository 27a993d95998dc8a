import type { WorkCalendar } from '../calendar/calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { FieldId, RegisterId } from '../register/definition.ts';
import type { FieldValue, RegisterRecord, SheetMapping } from '../register/record.ts';
import type { DerivedRegister, RegisterSet } from './fact.ts';

/** The sheets of one register that were handed over, and their records in order of file, sheet and row. */
export interface RegisterData {
  readonly register: RegisterId;
  readonly mappings: readonly SheetMapping[];
  readonly records: readonly RegisterRecord[];
}

const NONE: readonly RegisterRecord[] = [];

/** Records of a register by the value of one field. */
class FieldIndex {
  readonly #buckets = new Map<FieldValue, RegisterRecord[]>();
  #lastValue: FieldValue = null;
  #lastFound = NONE;

  constructor(records: readonly RegisterRecord[], field: FieldId) {
    for (const record of records) {
      const key = record.values[field];
      if (key === null || key === undefined) continue;
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) this.#buckets.set(key, [record]);
      else bucket.push(record);
    }
  }

  /** The facts of one record ask for the same value one after another: the last answer is kept. */
  find(value: FieldValue): readonly RegisterRecord[] {
    if (value !== this.#lastValue) {
      this.#lastFound = this.#buckets.get(value) ?? NONE;
      this.#lastValue = value;
    }
    return this.#lastFound;
  }
}

interface Entry {
  readonly fields: ReadonlySet<FieldId>;
  readonly records: readonly RegisterRecord[];
  readonly indexes: Map<FieldId, FieldIndex>;
}

class IndexedRegisters implements RegisterSet {
  readonly token = {};
  readonly #entries = new Map<RegisterId, Entry>();

  add(register: RegisterId, fields: Iterable<FieldId>, records: readonly RegisterRecord[]): void {
    this.#entries.set(register, { fields: new Set(fields), records, indexes: new Map() });
  }

  has(register: RegisterId): boolean {
    return this.#entries.has(register);
  }

  hasField(register: RegisterId, field: FieldId): boolean {
    return this.#entries.get(register)?.fields.has(field) ?? false;
  }

  all(register: RegisterId): readonly RegisterRecord[] {
    return this.#entries.get(register)?.records ?? NONE;
  }

  by(register: RegisterId, field: FieldId, value: FieldValue): readonly RegisterRecord[] {
    const entry = this.#entries.get(register);
    if (entry === undefined || value === null || value === undefined) return NONE;
    let index = entry.indexes.get(field);
    if (index === undefined) {
      index = new FieldIndex(entry.records, field);
      entry.indexes.set(field, index);
    }
    return index.find(value);
  }
}

/**
 * Registers with indexes built on first use. Derived registers are computed in the order given, after those they need; a
 * derived register of which a needed one was not handed over is absent itself.
 */
export function createRegisterSet(
  data: readonly RegisterData[],
  derived: readonly DerivedRegister[],
  asOf: LocalDate,
  calendar: WorkCalendar,
): RegisterSet {
  const registers = new IndexedRegisters();
  for (const { register, mappings, records } of data) {
    registers.add(
      register,
      mappings.flatMap((mapping) => Object.keys(mapping.columns)),
      records,
    );
  }
  for (const definition of derived) {
    if (!definition.needs.every((register) => registers.has(register))) continue;
    registers.add(
      definition.id,
      definition.fields.map(({ id }) => id),
      definition.derive(registers, asOf, calendar),
    );
  }
  return registers;
}
