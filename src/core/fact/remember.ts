import type { RegisterRecord } from '../register/record.ts';
import type { FactContext } from './fact.ts';

/** What a remembered function may ask for: all that is the same for every rule of an inspection. */
export type SharedContext = Pick<FactContext, 'asOf' | 'calendar' | 'registers' | 'tables'>;

/** The inspection that an answer belongs to. Keeps none of its records alive. */
class Inspection {
  #token: object | null = null;
  #asOf = '';
  #calendar: SharedContext['calendar'] | null = null;
  #tables: SharedContext['tables'] | null = null;

  is(context: SharedContext): boolean {
    return (
      context.registers.token === this.#token &&
      context.asOf === this.#asOf &&
      context.calendar === this.#calendar &&
      context.tables === this.#tables
    );
  }

  become({ registers, asOf, calendar, tables }: SharedContext): void {
    this.#token = registers.token;
    this.#asOf = asOf;
    this.#calendar = calendar;
    this.#tables = tables;
  }
}

/**
 * A function of a record and its neighbours that several facts ask for in turn: the answer for the last record is kept.
 * Records are judged one after another, all rules on each, so that is all the memory that is needed. The type of the
 * context keeps out what differs from rule to rule (parameters, limits, pending notes).
 */
export function onceForRecord<Value>(
  compute: (record: RegisterRecord, context: SharedContext) => Value,
): (record: RegisterRecord, context: SharedContext) => Value {
  const inspection = new Inspection();
  let last: RegisterRecord | null = null;
  let value: Value | undefined;
  return (record, context) => {
    if (record === last && inspection.is(context)) return value as Value;
    last = null;
    value = compute(record, context);
    inspection.become(context);
    last = record;
    return value;
  };
}

/**
 * As {@link onceForRecord}, of a record and values that belong to the rule (a list of words, a limit): rules that ask for
 * the same objects share the answer.
 */
export function onceForRecordWith<Keys extends readonly object[], Value>(
  compute: (record: RegisterRecord, context: SharedContext, ...keys: Keys) => Value,
): (record: RegisterRecord, context: SharedContext, ...keys: Keys) => Value {
  let last: { readonly forRecord: ReturnType<typeof onceForRecord<Value>>; readonly keys: Keys } | null = null;
  return (record, context, ...keys) => {
    if (last === null || !keys.every((key, index) => key === last?.keys[index])) {
      last = { keys, forRecord: onceForRecord((each, shared) => compute(each, shared, ...keys)) };
    }
    return last.forRecord(record, context);
  };
}

/** What is worked out once for the registers of an inspection (an index, a table of sums), kept as long as they are. */
export function onceForRegisters<Value>(compute: (context: SharedContext) => Value): (context: SharedContext) => Value {
  const known = new WeakMap<object, { readonly inspection: Inspection; readonly value: Value }>();
  return (context) => {
    const { token } = context.registers;
    const last = known.get(token);
    if (last?.inspection.is(context) === true) return last.value;
    const value = compute(context);
    const inspection = new Inspection();
    inspection.become(context);
    known.set(token, { inspection, value });
    return value;
  };
}
