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

/**
 * Values of one field, numbered once for all registers that have it: the case number of a record is looked up once, and
 * finds the rows of every register of its neighbours.
 */
class FieldValues {
  readonly #numbers = new Map<FieldValue, number>();
  #lastValue: FieldValue = null;
  #lastNumber = -1;

  /** The number of a value that an index holds. */
  add(value: FieldValue): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    // What was asked for and not found may be here now.
    this.#lastValue = null;
    const number = this.#numbers.size;
    this.#numbers.set(value, number);
    return number;
  }

  /** Negative where no index holds the value. The facts of one record ask for the same one after another: it is kept. */
  find(value: FieldValue): number {
    if (value !== this.#lastValue) {
      this.#lastNumber = this.#numbers.get(value) ?? -1;
      this.#lastValue = value;
    }
    return this.#lastNumber;
  }
}

/** Records of a register by the value of one field. */
class FieldIndex {
  readonly #values: FieldValues;
  /** By number of the value. */
  readonly #buckets: (RegisterRecord[] | undefined)[] = [];

  constructor(records: readonly RegisterRecord[], field: FieldId, values: FieldValues) {
    this.#values = values;
    for (const record of records) {
      const key = record.values[field];
      if (key === null || key === undefined) continue;
      const number = values.add(key);
      // Without holes, which would make a slow table of the list.
      while (this.#buckets.length <= number) this.#buckets.push(undefined);
      const bucket = this.#buckets[number];
      if (bucket === undefined) this.#buckets[number] = [record];
      else bucket.push(record);
    }
    // A list that grew keeps room for many more.
    this.#buckets.forEach((bucket, number) => {
      if (bucket !== undefined && bucket.length > 1) this.#buckets[number] = bucket.slice();
    });
  }

  find(value: FieldValue): readonly RegisterRecord[] {
    const number = this.#values.find(value);
    return number < 0 || number >= this.#buckets.length ? NONE : (this.#buckets[number] ?? NONE);
  }
}

interface Entry {
  readonly fields: ReadonlySet<FieldId>;
  readonly records: readonly RegisterRecord[];
  readonly indexes: Map<FieldId, FieldIndex>;
  /** The index that was asked last: nearly always that of the case number. */
  lastField: FieldId | null;
  lastIndex: FieldIndex | undefined;
}

class IndexedRegisters implements RegisterSet {
  readonly token = {};
  readonly #entries = new Map<RegisterId, Entry>();
  readonly #values = new Map<FieldId, FieldValues>();
  #lastRegister: RegisterId | null = null;
  #lastEntry: Entry | undefined = undefined;

  add(register: RegisterId, fields: Iterable<FieldId>, records: readonly RegisterRecord[]): void {
    this.#entries.set(register, {
      fields: new Set(fields),
      records,
      indexes: new Map(),
      lastField: null,
      lastIndex: undefined,
    });
    this.#lastRegister = null;
  }

  /** A register is asked for one column after the other, and then for its rows. */
  #entry(register: RegisterId): Entry | undefined {
    if (register !== this.#lastRegister) {
      this.#lastEntry = this.#entries.get(register);
      this.#lastRegister = register;
    }
    return this.#lastEntry;
  }

  has(register: RegisterId): boolean {
    return this.#entries.has(register);
  }

  hasField(register: RegisterId, field: FieldId): boolean {
    return this.#entry(register)?.fields.has(field) ?? false;
  }

  all(register: RegisterId): readonly RegisterRecord[] {
    return this.#entries.get(register)?.records ?? NONE;
  }

  by(register: RegisterId, field: FieldId, value: FieldValue): readonly RegisterRecord[] {
    const entry = this.#entry(register);
    if (entry === undefined || value === null || value === undefined) return NONE;
    if (entry.lastIndex === undefined || entry.lastField !== field) {
      entry.lastIndex = entry.indexes.get(field) ?? this.#buildIndex(entry, field);
      entry.lastField = field;
    }
    return entry.lastIndex.find(value);
  }

  #buildIndex(entry: Entry, field: FieldId): FieldIndex {
    const values = this.#values.get(field) ?? new FieldValues();
    this.#values.set(field, values);
    const index = new FieldIndex(entry.records, field, values);
    entry.indexes.set(field, index);
    return index;
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
